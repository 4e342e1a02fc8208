"""`python3 -m benchmarks.questions`: how many questions materials give, and how good they are.

What is counted here must hold for every question; whether one is worth asking only a reader can
say. Blanks were tuned on one half of the human questions; the other half is measured.
"""

import asyncio
import sys
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks import corpus_library, guessing
from benchmarks.human_blanks import Human, humans
from benchmarks.questions_made import Cloze, by_kind, characters, clozes, not_verbatim
from benchmarks.report import Bar, Row, show, single, told
from study.questions.cloze import best_blanks
from study.questions.passages import Passage
from study.questions.substitution import BLANK, in_context
from study.questions.target import Target
from study.search.expression import all_pairs
from study.search.folding import fold
from study.services.clozing import rated_blanks
from study.services.questioning import make_questions
from study.services.truths import frequency, stands
from study.storage import distractors, glossary
from study.storage.database import Database, open_database
from tests.corpus import CORPUS

SEED = 11
_ASKED = 1_000
_HALF = 1
"""The half of the human questions that nothing was tuned on."""
_A_MATERIAL = 10_000
_OFTEN = 40


async def measure() -> list[Row]:
    """All rows of the table."""
    if not corpus_library.is_there():
        return corpus_library.absent("出题")
    with corpus_library.with_corpus() as data:
        database = await open_database(data / corpus_library.DATABASE)
        try:
            return [
                *await _yield(database),
                *await _rightness(database),
                *await _guessing(database),
                *await _like_humans(database, data / corpus_library.DATABASE),
            ]
        finally:
            await database.close()


async def _yield(database: Database) -> list[Row]:
    """Make the questions of the reports and of the party's documents, and count them."""
    materials = await _materials(database, "reports_national", "party")
    random, seconds, sizes = Random(SEED), 0.0, 0
    for number in materials:
        start = perf_counter()
        await make_questions(database, number, random)
        seconds += perf_counter() - start
    sizes = await characters(database, materials)
    kinds = await by_kind(database, materials)
    return [
        single(
            "出题：每万字的题数",
            [sum(kinds.values()) * _A_MATERIAL / sizes],
            Bar(20, at_least=True),
        ),
        told("出题：各题型", "，".join(f"{kind} {count}" for kind, count in kinds.items())),
        single("出题：每万字用时（秒）", [seconds * _A_MATERIAL / sizes], Bar(1)),
    ]


async def _materials(database: Database, *folders: str) -> list[int]:
    """The numbers of the materials that came from folders of the corpus."""
    names = {path.name for folder in folders for path in (CORPUS / folder).iterdir()}
    rows = await database.read("select id, source_name from material where status = 'published'")
    return [row[0] for row in rows if row[1] in names]


async def _rightness(database: Database) -> list[Row]:
    """Answers that are not verbatim, and wrong options that are true somewhere."""
    true = [
        option
        for one in await clozes(database)
        for option in one.wrong
        if await stands(database, _substituted(one, option))
    ]
    return [
        single("答案不在所引段落里的", [await not_verbatim(database)], Bar(0)),
        single("在库里成立的错误选项", [len(true)], Bar(0)),
    ]


def _substituted(one: Cloze, option: str) -> str:
    before, _, after = one.stem.partition(BLANK)
    return in_context(before, option, after)


async def _guessing(database: Database) -> list[Row]:
    random = Random(SEED)
    found = await clozes(database)
    asked = random.sample(found, min(_ASKED, len(found)))
    options = {option for one in asked for option in one.options}
    times = {option: await frequency(database, option) for option in options}
    shares = guessing.shares(asked, times.__getitem__, random)
    even = shares.pop("选项长度相同（差一字以内）")
    rows = [
        single(f"不懂的人{habit}，答对（%）", [share], Bar(30)) for habit, share in shares.items()
    ]
    return [*rows, single("四个选项一样长（差一字以内，%）", [even], Bar(60, at_least=True))]


async def _like_humans(database: Database, path: Path) -> list[Row]:
    """Whether a teacher's blank is among the three that the generator likes best."""
    library = "\n".join(map(fold, corpus_library.texts_of(path)))
    each = humans(library)[_HALF::2]
    best = [(one, await _best(database, one)) for one in each]
    exact = [100 * sum(one.is_met(three) for one, three in best) / max(1, len(best))]
    near = [100 * sum(one.is_nearly_met(three) for one, three in best) / max(1, len(best))]
    return [
        single(f"与人出的空相同（前三，{len(best)} 题，%）", exact),
        single("与人出的空大致相同（前三，%）", near, Bar(40, at_least=True)),
    ]


async def _best(database: Database, human: Human) -> list[Target]:
    """The three blanks that the generator likes best in a human question."""
    rows = await database.read(
        "select m.id from gram join material m on m.first_place ="
        " (select max(first_place) from material where first_place <= gram.rowid)"
        " where gram match ? limit ?",
        (all_pairs(human.clause), _OFTEN),
    )
    owned = await distractors.phrases_of(database, [row[0] for row in rows])
    passage = Passage(0, 0, human.text)
    formulations = await glossary.formulations(database)
    rated = await rated_blanks(database, [passage], [one.phrase for one in owned], formulations)
    return best_blanks(rated)


if __name__ == "__main__":
    sys.exit(0 if show(asyncio.run(measure())) else 1)
