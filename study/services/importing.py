"""Taking materials into the library: from the command line, and from chat in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from study.clock import stamp
from study.materials.draft import Draft, draft
from study.materials.errors import DuplicateMaterial
from study.materials.formats import read
from study.materials.likeness import ALIKE, resemblance
from study.storage import materials
from study.storage.database import Database, Transaction

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
    database: Database, drafts: Sequence[Draft], intake: Intake, now: datetime
) -> list[Taken | DuplicateMaterial]:
    """Store and publish `drafts` in one transaction; one outcome each, in their order.

    Duplicates are left out and named. The shipped samples go when the first real one comes.
    """
    outcomes: list[Taken | DuplicateMaterial] = []
    async with database.transaction() as transaction:
        for one in drafts:
            outcomes.append(await _take(transaction, one, intake, now))
        if not intake.sample and any(isinstance(one, Taken) for one in outcomes):
            await materials.withdraw_samples(transaction)
    return outcomes


async def look_over(database: Database, one: Draft) -> Taken | DuplicateMaterial:
    """What would become of a draft, storing nothing."""
    if (number := await materials.with_fingerprint(database, one.fingerprint)) is not None:
        return DuplicateMaterial(number)
    return Taken(one, 0, await _alike(database, one))


async def load_samples(database: Database, folder: Path, now: datetime) -> int:
    """Take in the shipped samples if the library never held anything; return how many."""
    if await materials.count(database):
        return 0
    drafts = [draft_of_file(path, ()) for path in files_in(folder)]
    return len(await take_in(database, drafts, Intake(tags=("示例",), sample=True), now))


async def _take(
    transaction: Transaction, one: Draft, intake: Intake, now: datetime
) -> Taken | DuplicateMaterial:
    if (number := await materials.with_fingerprint(transaction, one.fingerprint)) is not None:
        return DuplicateMaterial(number)
    alike = await _alike(transaction, one)
    number = await materials.insert(
        transaction,
        one,
        access=intake.access,
        status="published",
        sample=intake.sample,
        at=stamp(now),
    )
    await materials.tag(transaction, number, intake.tags)
    return Taken(one, number, alike)


async def _alike(source: Database | Transaction, one: Draft) -> tuple[Likeness, ...]:
    found = [
        Likeness(number, title, share)
        for number, title, sketch in await materials.sketches(source)
        if (share := resemblance(one.sketch, sketch)) >= ALIKE
    ]
    return tuple(sorted(found, key=lambda likeness: -likeness.share)[:3])
