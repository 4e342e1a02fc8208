"""Looking something up in a chat."""

from study.services.importing import Intake
from study.storage.database import Database
from tests.dialogue import ADMIN, Chat
from tests.library import add

WORK = """\
在全市作风建设推进会上的讲话
（2026年9月18日）
一、认识要深
作风建设永远在路上，必须以钉钉子精神抓下去，一锤接着一锤敲。
干部的作风，群众看得最清楚。要增强“四个意识”，把作风建设抓到底。
二、措施要硬
要把监督检查贯穿始终，坚持问题导向，让懒政怠政没有藏身之处。"""
INNER = """\
在内部座谈会上的讲话
（2025年1月6日）
这次会议只讲一件事，就是把数字乡村建设好，让农民用上更好的网络服务。"""


async def test_a_page_of_hits_with_number_title_date_paragraph(
    chat: Chat, database: Database
) -> None:
    await add(database, WORK)
    assert await chat.says("/学习 查 作风建设") == (
        "🔍 作风建设：2处，1份资料\n\n"
        "《在全市作风建设推进会上的讲话》（2026年9月18日）M0001\n"
        "① 第2段　【作风建设】永远在路上，必须以钉钉子精神抓下去，一锤接着一锤敲。\n"
        "② 第3段　干部的作风，群众看得最清楚。要增强“四个意识”，把【作风建设】抓到底。\n\n"
        "看上下文：回 看1"
    )


async def test_a_hit_is_opened_in_its_context(chat: Chat, database: Database) -> None:
    await add(database, WORK)
    await chat.says("/学习 查 四个意识")
    opened = await chat.says("看1")
    assert opened == (
        "📄 第3/5段\n\n"
        "【一、认识要深】\n（上一段）作风建设永远在路上，必须以钉钉子精神抓下去，一锤接着一锤敲。\n\n"
        "干部的作风，群众看得最清楚。要增强“四个意识”，把作风建设抓到底。\n\n"
        "（下一段）二、措施要硬\n\n"
        "——《在全市作风建设推进会上的讲话》（2026年9月18日） · M0001 第3段\n"
        "接着看：回 上一段 或 下一段"
    )
    assert "第4/5段" in await chat.says("下一段")
    assert await chat.says("看1") == opened
    assert await chat.says("/学习 原文 M1 3") == opened


async def test_pages_by_word_and_by_number(chat: Chat, database: Database) -> None:
    for number in range(1, 13):
        await add(
            database,
            f"在第{number}次会议上的讲话\n（2026年1月{number}日）\n第{number}次会议强调，要坚持把高质量发展作为首要任务。",
        )
    first = await chat.says("/学习 查 高质量发展")
    assert first.startswith("🔍 高质量发展：12处，12份资料（第1/3页）")
    second = await chat.says("下一页")
    assert "（第2/3页）" in second
    assert "（第3/3页）" in await chat.says("3")
    assert await chat.says("上一页。") == second
    assert await chat.says("/学习 查 高质量发展 2") == second
    assert len(first) <= 900


async def test_bare_words_are_talk_to_whoever_did_not_ask(chat: Chat, database: Database) -> None:
    await add(database, WORK)
    await chat.says("/学习 查 作风建设")
    await chat.passes_over("看1", person=30002)
    await chat.passes_over("好的")
    await chat.says("/学习 目录")
    await chat.passes_over("看1")


async def test_members_materials_are_not_found_counted_or_opened(
    chat: Chat, database: Database
) -> None:
    await add(database, INNER, intake=Intake("member"))
    await add(database, WORK)
    for asked in ("数字乡村", "内部座谈会", "数字乡村建设", "2025 会议", "这次会议讲什么事"):
        answer = await chat.says(f"/学习 查 {asked}")
        assert "M0001" not in answer, asked
        assert "农民" not in answer, asked
    refused = await chat.says("/学习 原文 M0001 1")
    assert refused == "这份是2025年的会员资料，会员在有效期内可看。开通和可看范围：/学习 会员"
    assert refused == await chat.says("/学习 原文 M0001 9999")
    chat.group = None
    assert "M0001" in await chat.says("/学习 查 数字乡村", person=ADMIN)


async def test_a_question_is_answered_by_its_words(chat: Chat, database: Database) -> None:
    await add(database, WORK)
    answer = await chat.says("/学习 查 请问作风建设怎么抓")
    assert answer.startswith("🔍 没有整句")
    assert "钉钉子精神" in answer


async def test_bad_input(chat: Chat, database: Database) -> None:
    await add(database, WORK)
    for nothing in ("", "，。！", "😀", "*", '"', "-"):
        assert (await chat.says(f"/学习 查 {nothing}")).startswith("请写上要查的词"), nothing
    assert "太长了" in await chat.says("/学习 查 " + "学" * 5000)
    assert (await chat.says("/学习 查 " + "锟" * 60)).startswith("没查到。")
    assert (await chat.says("/学习 原文")).startswith("请写上资料号和段落")
    assert (await chat.says("/学习 原文 M0001 段")).startswith("📄")
    assert "没有 M0001 第99段" in await chat.says("/学习 原文 M0001 99")
    assert (await chat.says("/学习 查 '; drop table material")).startswith("没查到")


async def test_a_page_fits_into_a_message_whatever_the_titles(
    chat: Chat, database: Database
) -> None:
    for number in range(5):
        title = f"关于{'进一步加强和改进新形势下' * 7}第{number}项工作的意见"
        text = (
            f"第{number}项工作要坚持" + "把高质量发展作为首要任务，抓紧抓实抓好，" * 12 + "不松劲。"
        )
        await add(database, f"{title}\n（2026年1月{number + 1}日）\n{text}")
    page = await chat.says("/学习 查 高质量发展")
    assert len(page) <= 900
    assert page.count("M000") == 5
