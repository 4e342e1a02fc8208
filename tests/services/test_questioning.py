"""Making the questions of materials."""

from random import Random

from study.members.entitlement import EVERYTHING
from study.questions.question import Kind
from study.services.importing import Intake
from study.services.questioning import make_questions, unquestioned
from study.services.truths import frequency, stand_together, stands
from study.storage import questions
from study.storage.database import Database
from tests.corpus import CORPUS, needs_corpus
from tests.library import add

SPEECH = """\
在全省改革工作会议上的讲话
（{day}）
同志们：
必须坚持以经济建设为中心，坚定不移走高质量发展之路，把各项工作抓实抓好。
全面深化改革的总目标是完善治理体系、提高治理能力，要一以贯之抓下去。
要坚持质量第一、效益优先，坚定不移推进质量变革、效率变革、动力变革，不断增强创新力和竞争力。
必须坚持以{other}为重点，着力解决好群众最关心的问题，让发展成果更多惠及群众。
谢谢大家！"""


async def fill(database: Database) -> list[int]:
    others = ("保障民生", "改善民生", "技术改造", "环境治理", "对外开放", "乡村建设")
    return [
        await add(database, SPEECH.format(day=f"{2010 + year}年5月1日", other=other))
        for year, other in enumerate(others)
    ]


async def stored(database: Database, material: int) -> list[tuple[object, ...]]:
    rows = await database.read(
        "select id, kind, stem, answer, quote, state, digest from question where material_id = ?"
        " order by digest",
        (material,),
    )
    return [tuple(row) for row in rows]


async def test_questions_are_stored_once_and_made_again_the_same(database: Database) -> None:
    materials = await fill(database)
    assert await unquestioned(database) == materials
    count = await make_questions(database, materials[0], Random(1))
    assert count > 0
    first = await stored(database, materials[0])
    assert len(first) == count
    assert await make_questions(database, materials[0], Random(2)) == count
    assert await stored(database, materials[0]) == first
    assert await unquestioned(database) == materials[1:]


async def test_every_answer_is_verbatim_and_no_wrong_option_true(database: Database) -> None:
    materials = await fill(database)
    await make_questions(database, materials[0], Random(1))
    for row in await stored(database, materials[0]):
        question = await questions.find(database, int(str(row[0])), window=EVERYTHING)
        assert question
        assert all(piece in question.quote for piece in question.answer)
        if question.kind is not Kind.CHOICE or "____" not in question.stem:
            continue
        wrong = [choice.text for choice in question.choices if not choice.is_right]
        assert len(wrong) == 3
        for text in wrong:
            assert not await stands(database, question.stem.replace("____", text))


async def test_what_is_not_published_gives_none(database: Database) -> None:
    assert await make_questions(database, 99, Random(1)) == 0


async def test_members_words_are_no_options_of_free_questions(database: Database) -> None:
    free, *_ = await fill(database)
    secret = SPEECH.format(day="2010年6月1日", other="秘密行动")
    await add(database, secret, intake=Intake("member"))
    await make_questions(database, free, Random(1))
    rows = await database.read(
        "select count(*) from choice where text = '秘密行动' or material_id is not null"
    )
    assert rows[0][0] == 0


async def test_whether_something_stands_in_the_library(database: Database) -> None:
    await add(database, intake=Intake("member"))
    assert await stands(database, "一锤接着一锤，敲")
    assert not await stands(database, "一锤接着两锤")
    assert not await stands(database, "，。")
    assert await stand_together(database, ["钉钉子精神", "办出实效"])
    assert not await stand_together(database, ["钉钉子精神", "懒政怠政"])
    assert await frequency(database, "群众") == 2


@needs_corpus
async def test_a_real_report_gives_enough(database: Database) -> None:
    [path] = (CORPUS / "party").glob("19th*")
    number = await add(database, path.read_text("utf-8"))
    count = await make_questions(database, number, Random(1))
    # Alone in a library, it has nobody who says the same: what the glossary has is asked.
    assert count >= 15
