"""`python -m benchmarks.quotations`: how surely quotations are told right from wrong, how fast.

Everything is made from real documents with a fixed seed. The rules were tuned on one half of
them; the other half is reported by itself. Exit code 1 when a bar is missed.
"""

import asyncio
import re
import sys
import time
from collections import Counter
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

from benchmarks.invented import INVENTED
from benchmarks.library import temporary
from benchmarks.misquoting import Misquotation, Work, misquotations, passage
from benchmarks.report import Bar, Row, percentile, show, single, told
from study.materials.draft import Draft
from study.members.entitlement import EVERYTHING
from study.quotations.verdict import Kind, Part, Verdict
from study.search.folding import fold
from study.services.checking import check
from study.services.reader import Reader
from study.storage import materials, search
from study.storage.database import Database, open_database
from study.storage.search import Entry
from tests.corpus import corpus_files, outlined

_SEED = 2026
_EACH = 60
"""Quotations with each of the five mistakes, half of them from each half of the documents."""
_VERBATIM = 300
_ABSENT = 100
_HALVES = ("调过的一半", "没看过的一半")
_READER = Reader("benchmark", EVERYTHING)
_SIGNS = re.compile(r"[，。、；：“”]")
_CAUGHT, _WRONGLY_DOUBTED, _INVENTED = Bar(0.98, at_least=True), Bar(0.01), Bar(0.0)
_LATENCY = Bar(150)


def drafts() -> list[Draft]:
    """Every document of the corpus, each text once."""
    found = (outlined(path) for path in corpus_files())
    return list({one.identity.fingerprint: one for one in found}.values())


def work(one: Draft) -> Work:
    """A document to quote from."""
    folded = "".join(fold(part.text) for part in one.paragraphs)
    return Work(one.front.title, one.front.spoken_on[:4], tuple(one.paragraphs), folded)


@asynccontextmanager
async def library(folder: Path, documents: Iterable[Draft]) -> AsyncGenerator[Database]:
    """A library of `documents` in `folder`."""
    database = await open_database(folder / "library.db")
    try:
        for one in documents:
            front = one.front
            async with database.transaction() as transaction:
                number = await materials.insert(
                    transaction, one, access="free", status="published", sample=False, at=""
                )
                entry = Entry(number, front.title, tuple(one.paragraphs))
                await search.put(transaction, entry)
        yield database
    finally:
        await database.close()


def fault(one: Misquotation, verdict: Verdict) -> str:
    """What is wrong with the verdict on a quotation with a known mistake; '' for nothing."""
    found = [part for part in verdict.parts if part.source]
    if verdict.kind != one.kind:
        return f"{one.kind} told as {verdict.kind}"
    if one.kind == Kind.STITCHED and len(verdict.parts) != len(one.origins):
        return f"{one.kind} of {len(verdict.parts)} parts"
    if not all(any(_names(part, origin) for part in found) for origin in one.origins):
        return f"{one.kind} by another source"
    if one.elsewhere and not any(_has_elsewhere(part, one.elsewhere) for part in found):
        return f"{one.kind} by another wording"
    return ""


def verbatim(seed: int, works: Sequence[Work], count: int) -> list[str]:
    """Quotations that stand in `works`, some over two paragraphs, some with other signs."""
    random = Random(seed)
    makers = (_clauses, _anything, _two_paragraphs, _other_signs)
    found: list[str] = []
    while len(found) < count:
        text = makers[len(found) % len(makers)](random, random.choice(works))
        if len(fold(text)) >= 8 and len(text) <= 400:
            found.append(text)
    return found


def absent(seed: int, held_out: Sequence[Work], kept: Sequence[Work], count: int) -> list[str]:
    """Passages of `held_out` of which `kept` has nothing but words in common."""
    random = Random(seed)
    everything = "\n".join(one.folded for one in kept)
    found: list[str] = []
    while len(found) < count:
        text = passage(random, random.choice(held_out), *random.choice([(12, 40), (40, 250)]))
        folded = fold(text)
        runs = [folded[at : at + 5] for at in range(len(folded) - 4)]
        if len(folded) < 8 or sum(run in everything for run in runs) > len(runs) / 2:
            continue
        if not any(folded[at : at + 14] in everything for at in range(len(folded) - 13)):
            found.append(text)
    return found


def _names(part: Part, origin: str) -> bool:
    sources = (part.source, *part.rivals) if part.source else ()
    return any(fold(origin) in fold(source.text) for source in sources)


def _has_elsewhere(part: Part, wording: str) -> bool:
    return any(
        one.elsewhere and fold(wording) in fold(one.elsewhere.text) for one in part.differences
    )


def _clauses(random: Random, one: Work) -> str:
    return passage(random, one, *random.choice([(8, 30), (30, 120), (120, 400)]))


def _anything(random: Random, one: Work) -> str:
    text = random.choice(one.prose).text if one.prose else ""
    start = random.randrange(max(1, len(text) - 8))
    return text[start : start + random.randint(8, 400)]


def _two_paragraphs(random: Random, one: Work) -> str:
    first = random.randrange(max(1, len(one.paragraphs) - 1))
    pair = [part.text for part in one.paragraphs[first : first + 2]]
    return pair[0][-random.randint(4, 200) :] + "\n" + pair[-1][: random.randint(4, 200)]


def _other_signs(random: Random, one: Work) -> str:
    return _SIGNS.sub(lambda _: random.choice(["", ",", " ", "。"]), _clauses(random, one))


async def caught(database: Database, seeded: Sequence[Misquotation], name: str) -> list[Row]:
    """How many mistakes are told as what they are, and what becomes of the others."""
    faults = [fault(one, await check(database, _READER, one.text)) for one in seeded]
    of_kind = Counter(one.kind for one in seeded)
    wrong = Counter(one.kind for one, said in zip(seeded, faults, strict=True) if said)
    kinds = "，".join(f"{kind} {size - wrong[kind]}/{size}" for kind, size in of_kind.items())
    rest = "；".join(f"{said} {size}" for said, size in Counter(filter(None, faults)).items())
    share = faults.count("") / len(seeded)
    return [
        single(f"{name}：查出的错", [share], _CAUGHT),
        told("　其中", kinds),
        told("　没有查对", rest),
    ]


async def doubted(database: Database, texts: Sequence[str], name: str) -> list[Row]:
    """The share of verbatim quotations that are not told to be so."""
    kinds = [(await check(database, _READER, text)).kind for text in texts]
    wrong = Counter(kind for kind in kinds if kind != Kind.SAME)
    row = single(f"{name}：原文被说成不一致", [wrong.total() / len(texts)], _WRONGLY_DOUBTED)
    return [row, told("　说成", "，".join(f"{kind} {size}" for kind, size in wrong.items()))]


async def claimed(database: Database, texts: Sequence[str], name: str) -> list[Row]:
    """The share of passages that are not in the library and are said to be found."""
    verdicts = [await check(database, _READER, text) for text in texts]
    wrong = sum(verdict.is_found for verdict in verdicts)
    unsure = sum(verdict.kind == Kind.UNSURE for verdict in verdicts)
    row = single(f"{name}：库外的话被说成有出处", [wrong / len(texts)], _INVENTED)
    return [row, told("　说拿不准", f"{unsure}/{len(texts)}")]


async def latencies(database: Database, texts: Sequence[str]) -> list[Row]:
    """How long a check takes; and, measured by itself, how long nothing else could run."""
    times: list[float] = []
    longest: list[float] = []
    for text in texts:
        start = time.perf_counter()
        await check(database, _READER, text)
        times.append((time.perf_counter() - start) * 1000)
    for text in texts[::4]:
        watch = asyncio.create_task(_longest_pause(longest))
        await check(database, _READER, text)
        watch.cancel()
        await asyncio.gather(watch, return_exceptions=True)
    half, most = (percentile(longest, share) for share in (0.5, 0.99))
    return [
        told("核对：毫秒", f"p50 {percentile(times, 0.5):.0f}"),
        single("核对：p99 毫秒", [percentile(times, 0.99)], _LATENCY),
        told("其间别人最久等：毫秒", f"p50 {half:.1f}，p99 {most:.1f}"),
    ]


async def _longest_pause(found: list[float]) -> None:
    longest, last = 0.0, time.perf_counter()
    try:
        while True:
            await asyncio.sleep(0)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
    finally:
        found.append(longest * 1000)


async def measure() -> list[Row]:
    """All rows."""
    documents = drafts()
    works = [work(one) for one in documents]
    rows: list[Row] = []
    texts: list[str] = []
    with temporary() as folder:
        async with library(folder, documents) as database:
            for half, name in enumerate(_HALVES):
                part = works[half::2]
                seeded = list(misquotations(_SEED + half, part, works, _EACH // 2))
                right = verbatim(_SEED + half, part, _VERBATIM // 2)
                rows += await caught(database, seeded, name)
                rows += await doubted(database, right, name)
                texts += [*(one.text for one in seeded), *right]
            rows += await latencies(database, texts)
    for half, name in enumerate(_HALVES):
        rows += await _claimed_of(documents, works, half, name)
    return rows


async def _claimed_of(
    documents: Sequence[Draft], works: Sequence[Work], half: int, name: str
) -> list[Row]:
    """Every fourth document of a half held out of the library, and half of what was made up."""
    out = set(range(half, len(works), 8))
    kept = [one for index, one in enumerate(works) if index not in out]
    texts = absent(_SEED + half, [works[index] for index in sorted(out)], kept, _ABSENT // 2)
    inside = [one for index, one in enumerate(documents) if index not in out]
    with temporary() as folder:
        async with library(folder, inside) as database:
            return await claimed(database, [*texts, *INVENTED[half::2]], name)


if __name__ == "__main__":
    sys.exit(0 if show(asyncio.run(measure())) else 1)
