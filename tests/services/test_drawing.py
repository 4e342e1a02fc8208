"""The next question of a quiz."""

from datetime import datetime, timedelta
from random import Random

import pytest

from study.clock import stamp
from study.members.entitlement import EVERYTHING, NOTHING
from study.questions.identity import identity
from study.questions.question import Choice, Kind
from study.quiz.attempt import Occasion
from study.quiz.choosing import Played
from study.quiz.scope import Scope
from study.services.drawing import NOT_AGAIN, draw
from study.services.importing import Intake
from study.services.reader import Reader
from study.storage import questions
from study.storage.database import Database
from study.storage.questions import New
from tests.library import MONDAY, SPEECH, add

GROUP = Reader("group:20000", NOTHING)
NOTHING_YET = Played()
ADMIN = Reader("person:1", EVERYTHING)
STEM = "作风建设永远在路上，必须以____抓下去。"
WRONG = ("冲刺精神", "工匠精神", "愚公精神")
CHOICES = (Choice("钉钉子精神", True), *(Choice(one, False) for one in WRONG))


async def put(
    database: Database,
    material: int,
    stem: str = STEM,
    wrong_from: int | None = None,
    digest: str = "",
    paragraph: int = 3,
) -> int:
    choices = (Choice("钉钉子精神", True), *(Choice(one, False, wrong_from) for one in WRONG))
    new = New(
        Kind.CHOICE, stem, choices, ("钉钉子精神",), stem, "钉钉子精神", 1.0, (), digest or stem, 0.5,
        material, paragraph,
    )  # fmt: skip
    async with database.transaction() as transaction:
        number = await questions.put(transaction, new)
    assert number
    return number


async def ask(database: Database, number: int, at: datetime, chat: str = GROUP.chat) -> None:
    async with database.transaction() as transaction:
        [row] = await transaction.read(
            "insert into quiz (chat, account, started_by, occasion, scope, rounds, seconds,"
            " started_at, ended_at) values (?, '1', '1', 'race', '{}', 5, 30, '', '-')"
            " returning id",
            (chat,),
        )
        await transaction.write(
            "insert into asked (quiz_id, chat, question_id, choices, at) values (?,?,?,'[]',?)",
            (row[0], chat, number, stamp(at)),
        )


async def drawn(
    database: Database,
    scope: Scope | None = None,
    reader: Reader = GROUP,
    played: Played = NOTHING_YET,
) -> int | None:
    posed = await draw(
        database,
        reader,
        scope or Scope(),
        played,
        Occasion.RACE,
        MONDAY,
        Random(1),
    )
    return posed.question.number if posed else None


async def test_an_empty_library_has_none(database: Database) -> None:
    assert await drawn(database) is None


async def test_what_was_played_does_not_come_again(database: Database) -> None:
    number = await put(database, await add(database))
    assert await drawn(database) == number
    played = Played(identities=(identity(Kind.CHOICE, STEM, CHOICES),))
    assert await drawn(database, played=played) is None


async def test_not_the_same_to_a_chat_within_thirty_days(database: Database) -> None:
    material = await add(database)
    number = await put(database, material)
    await ask(database, number, MONDAY - NOT_AGAIN + timedelta(minutes=1))
    assert await drawn(database) is None
    assert await drawn(database, reader=ADMIN) == number, "another chat was not asked"
    assert await drawn(database, Scope(materials=(material,))) == number, "it was asked for"


async def test_nor_the_same_question_from_another_material(database: Database) -> None:
    number = await put(database, await add(database))
    other = await put(database, await add(database, SPEECH.replace("同志们", "各位")), digest="2")
    await ask(database, number, MONDAY)
    assert await drawn(database) is None
    assert await drawn(database, reader=ADMIN) in (number, other)


async def test_it_comes_again_after_thirty_days(database: Database) -> None:
    number = await put(database, await add(database))
    await ask(database, number, MONDAY - NOT_AGAIN - timedelta(minutes=1))
    assert await drawn(database) == number


async def test_of_what_is_asked_for_that_comes_first_which_was_longest_ago(
    database: Database,
) -> None:
    material = await add(database)
    one = await put(database, material)
    other = await put(database, material, "以____抓下去，一锤接着一锤敲。")
    await ask(database, one, MONDAY - timedelta(days=1))
    await ask(database, other, MONDAY - timedelta(days=2))
    assert await drawn(database, Scope(materials=(material,))) == other


async def test_by_word_by_material_by_year(database: Database) -> None:
    number = await put(database, await add(database))
    assert await drawn(database, Scope(words=("钉钉子",))) == number
    assert await drawn(database, Scope(words=("粮食",))) is None
    assert await drawn(database, Scope(years=(2026, 2026))) == number
    assert await drawn(database, Scope(years=(2020, 2025))) is None
    assert await drawn(database, Scope(materials=(99,))) is None


async def test_several_words_stand_in_one_paragraph_or_question(database: Database) -> None:
    number = await put(database, await add(database))
    for words in (("钉钉子", "作风"), ("一锤", "钉钉子"), ("群众关心", "作风建设")):
        assert await drawn(database, Scope(words)) == number, words
    assert await drawn(database, Scope(("钉钉子", "懒政怠政"))) is None, "another paragraph"
    assert await drawn(database, Scope(("一锤", "群众关心"))) is None, "none is in the question"


async def test_a_word_within_a_material_that_is_not_among_the_newest(database: Database) -> None:
    number = await put(database, await add(database))
    later = SPEECH.replace("2026", "2027").replace("同志们", "各位")
    many = "\n".join(
        f"作风建设一刻也不能放松，要久久为功抓下去，这是第{place}个方面的要求。"
        for place in range(120)
    )
    await add(database, later.replace("谢谢大家！", many))
    assert await drawn(database, Scope(("作风建设",), (1,))) == number
    assert await drawn(database, Scope(("作风建设",), (2,))) is None


@pytest.mark.parametrize("occasion", [Occasion.OPEN, Occasion.RACE])
async def test_what_a_group_names_together_comes_in_races_only(
    database: Database, occasion: Occasion
) -> None:
    material = await add(database)
    await put(database, material)
    async with database.transaction() as transaction:
        await transaction.write("update question set kind = 'together'")
    posed = await draw(database, GROUP, Scope(), NOTHING_YET, occasion, MONDAY, Random(1))
    assert (posed is not None) is (occasion is Occasion.RACE)


async def test_members_questions_and_words_stay_with_members(database: Database) -> None:
    secret = await add(database, intake=Intake(access="member"))
    await put(database, secret)
    assert await drawn(database) is None
    assert await drawn(database, reader=ADMIN)
    free = await add(database, SPEECH.replace("同志们", "各位"))
    open_to_all = await put(database, free, "让____成为风气。", wrong_from=secret)
    assert await drawn(database) is None, "its wrong choices are members' words"
    assert await drawn(database, Scope(materials=(free,)), ADMIN) == open_to_all


async def test_a_wrong_choice_that_became_true_is_not_shown(database: Database) -> None:
    await put(database, await add(database))
    assert await drawn(database)
    await add(database, SPEECH.replace("钉钉子精神", "愚公精神"))
    assert await drawn(database) is None
