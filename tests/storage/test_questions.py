"""Questions keep their numbers when they are made anew."""

from dataclasses import replace

from study.members.entitlement import NOTHING
from study.questions.question import Choice, Kind
from study.storage import questions
from study.storage.database import Database
from study.storage.questions import New
from tests.library import add

RIGHT = Choice("钉钉子精神", is_right=True)


def a_question(*wrong: str) -> New:
    choices = (RIGHT, *(Choice(one, is_right=False) for one in wrong))
    return New(
        Kind.CHOICE, "以____抓下去。", choices, ("钉钉子精神",), "以钉钉子精神抓下去。", "", 1.0, (),
        "digest", 0.5, material=1, paragraph=3,
    )  # fmt: skip


async def put(database: Database, one: New) -> int | None:
    async with database.transaction() as transaction:
        return await questions.put(transaction, one)


async def texts(database: Database, number: int) -> list[str]:
    found = await questions.find(database, number, window=NOTHING)
    assert found
    return [choice.text for choice in found.choices]


async def test_one_that_was_never_asked_gets_its_new_choices(database: Database) -> None:
    await add(database)
    number = await put(database, a_question("冲刺精神"))
    assert number
    assert await put(database, a_question("工匠精神", "愚公精神")) is None
    assert await texts(database, number) == ["钉钉子精神", "工匠精神", "愚公精神"]


async def test_one_that_was_asked_keeps_what_people_chose_from(database: Database) -> None:
    await add(database)
    number = await put(database, a_question("冲刺精神"))
    assert number
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into quiz values (1, 'group:1', '1', '1', 'race', '{}', 5, 30, '', '-', '')"
        )
        await transaction.write(
            "insert into asked (quiz_id, chat, question_id, choices, at)"
            " values (1, 'group:1', ?, '[]', '')",
            (number,),
        )
    await put(database, replace(a_question("工匠精神"), score=2.0))
    assert await texts(database, number) == ["钉钉子精神", "冲刺精神"]
    found = await questions.find(database, number, window=NOTHING)
    assert found
    assert found.score == 2.0


async def test_one_that_is_made_again_lives_again_unless_it_was_taken_out(
    database: Database,
) -> None:
    await add(database)
    number = await put(database, a_question("冲刺精神"))
    assert number
    for before, after in (("retired", "live"), ("suspended", "suspended"), ("deleted", "deleted")):
        async with database.transaction() as transaction:
            await transaction.write("update question set state = ?", (before,))
        await put(database, a_question("冲刺精神"))
        found = await questions.find(database, number, window=NOTHING)
        assert found
        assert found.state == after
