"""The list of materials."""

from study.services.importing import Intake
from study.storage.database import Database
from tests.dialogue import Chat
from tests.library import SPEECH, add


def speech(place: str, day: str) -> str:
    return (
        SPEECH.replace("全市", place).replace("2026年9月18日", day).replace("作风", place + "作风")
    )


async def test_newest_first_with_number_title_date_and_access(
    chat: Chat, database: Database
) -> None:
    await add(database, speech("甲县", "2024年3月1日"))
    await add(database, speech("乙县", "2026年1月5日"), intake=Intake(tags=("县情", "作风")))
    assert await chat.says("/学习 目录") == (
        "📚 目录 共2份（第1/1页）\n"
        "M0002《在乙县乙县作风建设推进会上的讲话》2026-01-05 免费\n"
        "M0001《在甲县甲县作风建设推进会上的讲话》2024-03-01 免费\n"
        "按年看：/学习 目录 2026　标签：作风、县情"
    )


async def test_it_is_narrowed_by_year_and_tag(chat: Chat, database: Database) -> None:
    await add(database, speech("甲县", "2024年3月1日"))
    await add(database, speech("乙县", "2026年1月5日"), intake=Intake(tags=("县情",)))
    for wanted in ("2026", "2026年", "县情", "#县情", "２０２６ 县情"):
        answer = await chat.says(f"/学习 目录 {wanted}")
        assert "M0002" in answer, wanted
        assert "M0001" not in answer, wanted
    assert await chat.says("/学习 目录 2025") == (
        "目录里没有2025年的资料。按年看：/学习 目录 2026　标签：县情"
    )


async def test_pages(chat: Chat, database: Database) -> None:
    for number in range(1, 13):
        await add(database, speech(f"第{number}乡", f"2026年1月{number}日"))
    first = await chat.says("/学习 目录")
    assert "（第1/2页）" in first
    assert "下一页：/学习 目录 2" in first
    second = await chat.says("/学习 目录 第2页")
    assert second.count("《") == 2
    assert await chat.says("/学习 目录 99") == second
