"""Evidence of reports: taking it in, showing it, deleting it again.

A file is on the disk before any row names it, and no row names it any more before it is deleted.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from study.clock import stamp
from study.evidence.errors import (
    NoDraft,
    QuotaFull,
    ReportTooLarge,
    ShareFull,
    TooManyPieces,
    UnknownKind,
)
from study.evidence.kinds import PICTURES, check_size, kind_of
from study.evidence.likeness import FEWEST_PAIRS, is_like, keys_of, probes_of
from study.evidence.links import text_traits
from study.evidence.marks import Mark, marks_of, packed, unpacked
from study.evidence.piece import (
    LARGEST_REPORT,
    MOST_PIECES,
    Form,
    Piece,
    shown_name,
)
from study.evidence.trait import Trait
from study.materials.errors import UnreadableFile
from study.materials.formats.charset import decode
from study.sealing.keyring import Keyring
from study.services.unsealing import words_of
from study.storage import drafts, evidence, pictures
from study.storage.database import Database, Transaction
from study.storage.evidence import Evidence, File
from study.storage.vault import Vault

_LONGEST_TEXT = 200_000
"""Characters of a text file that are compared."""
_CANDIDATES = 24
"""Pictures that are looked at closely when a new one comes."""
_SHARE = 4
"""Of the quota one person has a quarter: nobody shall keep the others from reporting."""
_one_picture = asyncio.Semaphore(1)
"""One can fill two hundred megabytes while it is looked at; and two copies that come at once must
know of each other."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A piece that is on the disk and in the database; `is_again` where it was there before."""

    number: int
    digest: str
    kind: str
    size: int
    is_again: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece as it is listed; `deleted_at` is '' while its content is there."""

    number: int
    form: Form
    name: str
    kind: str
    size: int
    digest: str
    at: datetime
    deleted_at: str


@dataclass(frozen=True, slots=True)
class _Look:
    """What was found in a content."""

    kind: str
    traits: tuple[Trait, ...]
    marks: tuple[Mark, ...] = ()


async def add_evidence(
    database: Database, vault: Vault, drafter: str, piece: Piece, now: datetime, quota: int
) -> Stored:
    """Store a piece for somebody's draft; the same content in a report counts once.

    `quota` is the most bytes of all evidence together. Raises EvidenceRefused, and OSError when the
    disk is full; nothing is stored then.
    """
    kind = await asyncio.to_thread(_kind, piece)
    await _check_room(database, drafter, piece.content, quota)
    if kind not in PICTURES:
        traits = await asyncio.to_thread(_text_traits, piece.content) if kind == "txt" else ()
        return await _stored(database, vault, drafter, piece, _Look(kind, traits), now, quota)
    async with _one_picture:
        marks = await asyncio.to_thread(marks_of, piece.content)
        like = [Trait("picture", digest) for digest in await _copies(database, marks)]
        look = _Look(kind, tuple(like), marks)
        return await _stored(database, vault, drafter, piece, look, now, quota)


async def of_draft(database: Database, vault: Vault, drafter: str) -> list[Shown]:
    """The pieces of somebody's draft, in the order in which they came."""
    return _shown(vault.keyring, await evidence.of_draft(database, drafter))


async def of_case(database: Database, vault: Vault, case: int) -> list[Shown]:
    """The pieces of a case, in the order in which they came."""
    return _shown(vault.keyring, await evidence.of_case(database, case))


async def content(vault: Vault, piece: Shown) -> bytes:
    """The content of a piece. Raises Missing (deleted after its time) and Unsealable."""
    return await vault.get(piece.digest)


async def discard(database: Database, vault: Vault, digests: Iterable[str]) -> None:
    """Delete those of the files that belong to no piece.

    Within the transaction: the same content cannot come in again between the look and the deletion.
    """
    for digest in set(digests):
        async with database.transaction() as transaction:
            if await evidence.forget_file(transaction, digest):
                await vault.delete(digest)


async def discard_pieceless(database: Database, vault: Vault) -> None:
    """Delete the files that belong to no piece: of a draft that was forgotten before a crash."""
    await discard(database, vault, await evidence.pieceless(database))


def _kind(piece: Piece) -> str:
    if piece.form in (Form.TEXT, Form.FORWARD):
        check_size(piece.content)
        return "txt"
    kind = kind_of(piece.content, piece.name)
    if piece.form is Form.PICTURE and kind not in PICTURES:
        raise UnknownKind
    return kind


def _text_traits(content: bytes) -> tuple[Trait, ...]:
    try:
        text, _ = decode(content)
    except UnreadableFile:
        return ()  # Its beginning could be read: an admin can too.
    return text_traits(text[:_LONGEST_TEXT])


async def _copies(database: Database, marks: Sequence[Mark]) -> list[str]:
    """The digests of the pictures of which this one is a copy, or which are copies of it."""
    found = await pictures.sharing(database, probes_of(marks), FEWEST_PAIRS, _CANDIDATES)
    known = await pictures.marks(database, found)
    return await asyncio.to_thread(
        lambda: [digest for digest, stored in known if is_like(marks, unpacked(stored))]
    )


async def _stored(
    database: Database,
    vault: Vault,
    drafter: str,
    piece: Piece,
    look: _Look,
    now: datetime,
    quota: int,
) -> Stored:
    digest = await vault.put(piece.content)
    traits = _compared(vault.keyring, digest, look)
    file = File(digest, len(piece.content), look.kind, traits)
    try:
        async with database.transaction() as transaction:
            if number := await evidence.number_in_draft(transaction, drafter, digest):
                return Stored(number, digest, look.kind, file.size, is_again=True)
            await _check_room(transaction, drafter, piece.content, quota)
            await vault.put(piece.content)  # Once more: a draft with the same may just have gone.
            number = await _write(transaction, vault.keyring, drafter, piece, file, stamp(now))
            if look.marks:
                keys = keys_of(look.marks)
                await pictures.add(transaction, digest, packed(look.marks), keys)
    except BaseException:
        await asyncio.shield(discard(database, vault, [digest]))
        raise
    return Stored(number, digest, look.kind, file.size, is_again=False)


def _compared(keyring: Keyring, digest: str, look: _Look) -> list[Trait]:
    """Traits as they are stored, with a key: nobody shall guess texts by their digests."""
    own = [Trait("content", digest), *([Trait("picture", digest)] if look.marks else [])]
    return [
        Trait(one.kind, keyring.digest(one.compared_as, one.value)) for one in (*own, *look.traits)
    ]


async def _check_room(
    source: Database | Transaction, drafter: str, content: bytes, quota: int
) -> None:
    if not await drafts.is_open(source, drafter):
        raise NoDraft
    pieces, size = await evidence.amount(source, drafter)
    if pieces >= MOST_PIECES:
        raise TooManyPieces
    if size + len(content) > LARGEST_REPORT:
        raise ReportTooLarge
    if await evidence.stored_bytes(source) + len(content) > quota:
        raise QuotaFull
    if await evidence.bytes_of(source, drafter) + len(content) > quota // _SHARE:
        raise ShareFull


async def _write(
    transaction: Transaction, keyring: Keyring, drafter: str, piece: Piece, file: File, at: str
) -> int:
    await evidence.add_file(transaction, file, at)
    name = shown_name(piece.name)
    sealed = keyring.seal_text(name) if name else b""
    return await evidence.add(transaction, drafter, piece.form, file.digest, sealed, at)


def _shown(keyring: Keyring, pieces: Iterable[Evidence]) -> list[Shown]:
    return [
        Shown(
            one.number,
            Form(one.form),
            words_of(keyring, one.name),
            one.kind,
            one.size,
            one.digest,
            datetime.fromisoformat(one.at),
            one.deleted_at,
        )
        for one in pieces
    ]
