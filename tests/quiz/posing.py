"""Questions to be played with, in memory and in a library."""

from study.questions.question import Choice, Kind
from study.quiz.posed import Option, Posed, Question
from study.services.importing import Intake
from study.services.questioning import VERSION
from study.storage import distractors, questions
from study.storage.database import Database
from study.storage.questions import New
from tests.library import add

STEM = "作风建设永远在路上，必须以____抓下去。"
QUOTE = "作风建设永远在路上，必须以钉钉子精神抓下去，一锤接着一锤敲。"
ITEMS = ("道路自信", "理论自信", "制度自信", "文化自信")
WORDS = ("钉钉子精神", "绣花功夫", "斗争精神", "实干作风")


def posed(
    kind: Kind = Kind.CHOICE,
    texts: tuple[str, ...] = WORDS,
    right: tuple[int, ...] = (0,),
    number: int = 12,
) -> Posed:
    """A question whose options stand in the order of `texts`, of which those at `right` are right;
    their numbers begin at 101. Without options for words and enumerations, where all are right."""
    all_right = kind in (Kind.TYPED, Kind.TOGETHER, Kind.ORDER)
    choices = tuple(
        Option(101 + place, place, text, all_right or place in right)
        for place, text in enumerate(texts)
    )
    told = tuple(one.text for one in choices if one.is_right)
    one = Question(
        number, kind, STEM, choices, told, QUOTE, "钉钉子精神", "钉钉子精神", 1.0, "live",
        1, "在全市作风建设推进会上的讲话", "2026-09-18", 2, identity=str(number),
    )  # fmt: skip
    shown = () if kind in (Kind.TYPED, Kind.TOGETHER) else choices
    return Posed(one, shown)


async def stored(database: Database, *made: Posed, intake: Intake | None = None) -> list[int]:
    """Put questions into a library as the only ones of its only material; their numbers there."""
    material = await add(database, intake=intake)
    numbers: list[int] = []
    async with database.transaction() as transaction:
        await questions.retire(transaction, material)  # those that the rules made
        await distractors.set_questioned(transaction, material, VERSION)
        for place, one in enumerate(made):
            question = one.question
            # Not the same question, lest the chat is not asked it twice.
            stem = question.stem[:-1] + "，" * bool(place) + "再" * place + question.stem[-1]
            choices = tuple(Choice(option.text, option.is_right) for option in question.choices)
            new = New(
                question.kind, stem, choices, question.answer, question.quote,
                question.phrase, 1.0, (), f"{material} {question.number}", place / 100,
                material=material, paragraph=2,
            )  # fmt: skip
            number = await questions.put(transaction, new)
            assert number is not None
            numbers.append(number)
    return numbers
