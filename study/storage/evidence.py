"""Rows of evidence: the pieces of drafts and cases, and the files they are."""

from collections.abc import Collection
from dataclasses import dataclass

from study.evidence.trait import Trait
from study.storage.database import Database, Row, Transaction, single

Source = Database | Transaction


@dataclass(frozen=True, slots=True)
class File:
    """A file by the SHA-256 of its content; `traits` as they are compared."""

    digest: str
    size: int
    kind: str
    traits: Collection[Trait]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of a draft or a case.

    `name` is sealed; `at` and `deleted_at` are stamps, the latter '' while the content is there.
    """

    number: int
    form: str
    digest: str
    kind: str
    size: int
    name: bytes
    at: str
    deleted_at: str


async def add_file(transaction: Transaction, file: File, at: str) -> None:
    """Write down that a file is stored, also once more after it was deleted."""
    await transaction.write(
        "insert into evidence_file (digest, size, kind, stored_at) values (?,?,?,?)"
        " on conflict (digest) do update set deleted_at = '', stored_at = excluded.stored_at"
        " where deleted_at <> ''",
        (file.digest, file.size, file.kind, at),
    )
    await transaction.write_many(
        "insert into evidence_trait (digest, kind, trait) values (?,?,?) on conflict do nothing",
        [(file.digest, trait.kind, trait.value) for trait in file.traits],
    )


async def add(
    transaction: Transaction, drafter: str, form: str, digest: str, name: bytes, at: str
) -> int:
    """Add a piece to a draft; return its number."""
    rows = await transaction.read(
        "insert into evidence (drafter, form, digest, name, at) values (?,?,?,?,?) returning id",
        (drafter, form, digest, name, at),
    )
    return int(single(rows))


# What a draft adds to a case counts with what the case has.
_OF_DRAFT_OR_ITS_CASE = (
    "drafter = ? or case_id = (select resale_case.id from report_draft join resale_case on"
    " resale_case.number = report_draft.case_number where report_draft.person = ?)"
)


async def amount(source: Source, drafter: str) -> tuple[int, int]:
    """How many pieces and bytes a draft has, those of the case it adds to included."""
    rows = await source.read(
        "select count(*), coalesce(sum(size), 0) from evidence join evidence_file using (digest)"
        f" where {_OF_DRAFT_OR_ITS_CASE}",
        (drafter, drafter),
    )
    return int(rows[0][0]), int(rows[0][1])


async def number_in_draft(source: Source, drafter: str, digest: str) -> int | None:
    """The piece of a draft, or of the case it adds to, that has this content; None for none, or
    where the content was deleted after its time."""
    rows = await source.read(
        "select min(id) from evidence join evidence_file using (digest)"
        f" where digest = ? and deleted_at = '' and ({_OF_DRAFT_OR_ITS_CASE})",
        (digest, drafter, drafter),
    )
    found: int | None = single(rows)
    return found


# Sealing adds at most 73 bytes and makes four characters of three bytes.
_ON_DISK = "coalesce(sum((size / 3 + 26) * 4), 0)"


async def stored_bytes(source: Source) -> int:
    """The bytes that all files take which are there, sealed as they are."""
    rows = await source.read(f"select {_ON_DISK} from evidence_file where deleted_at = ''")
    return int(single(rows))


async def bytes_of(source: Source, person: str) -> int:
    """The same of one person's: of his draft and of all that he has reported."""
    rows = await source.read(
        f"select {_ON_DISK} from evidence_file where deleted_at = '' and digest in"
        " (select digest from evidence where drafter = ? union"
        " select digest from resale_case c join evidence e on e.case_id = c.id"
        " where c.reporter = ?)",
        (person, person),
    )
    return int(single(rows))


_PIECE = (
    "select id, form, digest, kind, size, name, at, deleted_at from evidence"
    " join evidence_file using (digest)"
)


async def of_draft(source: Source, drafter: str) -> list[Evidence]:
    """The pieces of a draft, in the order in which they came."""
    return _pieces(await source.read(f"{_PIECE} where drafter = ? order by id", (drafter,)))


async def of_case(source: Source, case: int) -> list[Evidence]:
    """The pieces of a case, in the order in which they came."""
    return _pieces(await source.read(f"{_PIECE} where case_id = ? order by id", (case,)))


async def move_to_case(transaction: Transaction, drafter: str, case: int) -> int:
    """Make the pieces of a draft those of a case; return how many."""
    return await transaction.write(
        "update evidence set case_id = ?, drafter = '' where drafter = ?", (case, drafter)
    )


async def traits_of_draft(source: Source, drafter: str) -> list[Trait]:
    """What the pieces of a draft are known again by, as it is compared."""
    rows = await source.read(
        "select distinct kind, trait from evidence join evidence_trait using (digest)"
        " where drafter = ?",
        (drafter,),
    )
    return [Trait(row["kind"], row["trait"]) for row in rows]


async def delete_of_draft(transaction: Transaction, drafter: str) -> list[str]:
    """Delete all pieces of a draft; return the digests of their files."""
    rows = await transaction.read(
        "delete from evidence where drafter = ? returning digest", (drafter,)
    )
    return [row["digest"] for row in rows]


async def pieceless(source: Source) -> list[str]:
    """The digests of files that no piece is any more."""
    rows = await source.read(
        "select digest from evidence_file f"
        " where not exists (select 1 from evidence e where e.digest = f.digest)"
    )
    return [row["digest"] for row in rows]


async def forget_file(transaction: Transaction, digest: str) -> bool:
    """Delete what is known of a file that no piece is any more; False where one is."""
    values = (digest, digest)
    unused = "digest = ? and not exists (select 1 from evidence where digest = ?)"
    await transaction.write(f"delete from picture where {unused}", values)
    await transaction.write(f"delete from evidence_trait where {unused}", values)
    await transaction.write(f"delete from evidence_file where {unused}", values)
    left = await transaction.read("select 1 from evidence_file where digest = ?", (digest,))
    return not left


def _pieces(rows: list[Row]) -> list[Evidence]:
    return [
        Evidence(
            row["id"],
            row["form"],
            row["digest"],
            row["kind"],
            row["size"],
            row["name"],
            row["at"],
            row["deleted_at"],
        )
        for row in rows
    ]
