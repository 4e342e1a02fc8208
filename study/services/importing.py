"""Taking materials into the library: from the command line, and from chat in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from study.clock import stamp
from study.materials.draft import Draft, draft
from study.materials.errors import DuplicateMaterial
from study.materials.formats import read
from study.materials.likeness import ALIKE, hashes_of, resemblance
from study.phrases.lexicon import Lexicon
from study.services.indexing import findable, index
from study.storage import materials
from study.storage.database import Database, Transaction
from study.storage.search import Entry

AT_ONCE = 20
"""Materials in one transaction: more would keep the bot's writes waiting too long."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How materials are taken in: open to whom, with which tags, whether shipped samples."""

    access: str = "free"
    tags: tuple[str, ...] = ()
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another version of the same speech, in the library already."""

    number: int
    title: str
    share: float


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft that is in the library now, with the other versions of it that were there.

    `number` is 0 for a trial that stored nothing.
    """

    draft: Draft
    number: int
    alike: tuple[Likeness, ...]


def files_in(path: Path) -> list[Path]:
    """The file itself, or every file below a folder but hidden ones, in order of their names."""
    if not path.is_dir():
        return [path]
    return sorted(
        file
        for file in path.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts)
    )


def draft_of_file(path: Path, noise: Sequence[str]) -> Draft:
    """Read and work out one file. Raises UnreadableFile and NotASpeech."""
    return draft(path.name, read(path), noise)


async def take_in(
    database: Database, drafts: Sequence[Draft], intake: Intake, now: datetime, lexicon: Lexicon
) -> list[Taken | DuplicateMaterial]:
    """Store, index and publish `drafts` in one transaction; one outcome each, in their order.

    Duplicates are left out and named. The shipped samples go when the first real one comes.
    """
    # Worked out before the transaction: cutting words would keep the bot's writes waiting.
    ready = [findable(one.paragraphs, lexicon) for one in drafts]
    outcomes: list[Taken | DuplicateMaterial] = []
    async with database.transaction() as transaction:
        known = await _known(transaction)
        for one, found in zip(drafts, ready, strict=True):
            outcome = await _compare(transaction, one, known)
            if isinstance(outcome, Taken):
                number = await _store(transaction, one, intake, stamp(now))
                entry = Entry(number, one.front.title, one.paragraphs)
                await index(transaction, entry, found)
                known.append(_Known(number, one.front.title, hashes_of(one.identity.sketch)))
                outcome = replace(outcome, number=number)
            outcomes.append(outcome)
        if not intake.sample and any(isinstance(one, Taken) for one in outcomes):
            await materials.withdraw_samples(transaction)
    return outcomes


async def look_over(database: Database, drafts: Sequence[Draft]) -> list[Taken | DuplicateMaterial]:
    """What would become of `drafts`, storing nothing."""
    known = await _known(database)
    return [await _compare(database, one, known) for one in drafts]


async def load_samples(database: Database, folder: Path, now: datetime, lexicon: Lexicon) -> int:
    """Take in the shipped samples if the library never held anything; return how many."""
    if await materials.count(database):
        return 0
    drafts = [draft_of_file(path, ()) for path in files_in(folder) if path.is_file()]
    return len(await take_in(database, drafts, Intake(tags=("示例",), sample=True), now, lexicon))


@dataclass(frozen=True, slots=True)
class _Known:
    """A material of the library, as far as versions of it are told."""

    number: int
    title: str
    hashes: frozenset[int]


async def _known(source: Database | Transaction) -> list[_Known]:
    rows = await materials.sketches(source)
    return [_Known(number, title, hashes_of(sketch)) for number, title, sketch in rows]


async def _compare(
    source: Database | Transaction, one: Draft, known: Sequence[_Known]
) -> Taken | DuplicateMaterial:
    """A draft against the library: a duplicate, or new with its other versions."""
    number = await materials.with_fingerprint(source, one.identity.fingerprint)
    if number is not None:
        return DuplicateMaterial(number)
    hashes = hashes_of(one.identity.sketch)
    shares = [(resemblance(hashes, other.hashes), other) for other in known]
    alike = sorted(
        (Likeness(other.number, other.title, share) for share, other in shares if share >= ALIKE),
        key=lambda likeness: -likeness.share,
    )
    return Taken(one, 0, tuple(alike[:3]))


async def _store(transaction: Transaction, one: Draft, intake: Intake, at: str) -> int:
    number = await materials.insert(
        transaction, one, access=intake.access, status="published", sample=intake.sample, at=at
    )
    await materials.tag(transaction, number, intake.tags)
    return number
