"""What admins ask for: whom, which term, how many codes, and why."""

import re
import unicodedata
from dataclasses import dataclass

from study.members.codes import LENGTH, TAIL, typed
from study.members.spoken import term
from study.members.term import Term

LONGEST_REASON = 100
_PERSON = re.compile(r"@?(?:QQ[:：]?)?([1-9]\d{4,11})", re.IGNORECASE)
_NUMBER = re.compile(r"(?:#|第)?(\d{1,9})[号批]?")
_AMOUNT = re.compile(r"(\d{1,9})个?")


class NoPerson(Exception):
    """No QQ number comes first."""


class NoTerm(Exception):
    """What comes second is no term."""


class NoReason(Exception):
    """Nothing comes third."""


@dataclass(frozen=True, slots=True)
class WantedBatch:
    """Codes that are wanted; `valid` is None where nothing is said of how long."""

    amount: int
    term: Term
    valid: Term | None
    note: str


@dataclass(frozen=True, slots=True)
class WantedCodes:
    """Codes that are meant: one whole, or those of a batch, or the one of it with a tail."""

    code: str = ""
    batch: int = 0
    tail: str = ""


def person_of(text: str) -> str | None:
    """The QQ number that a text is."""
    match = _PERSON.fullmatch(_plain(text))
    return match[1] if match else None


def change_of(text: str) -> tuple[str, Term, str]:
    """Person, term and reason. Raises NoPerson, NoTerm, NoReason and OutOfBounds."""
    first, second, rest = _cut(text)
    person = person_of(first)
    if person is None:
        raise NoPerson
    found = term(second)
    if found is None:
        raise NoTerm
    if not rest:
        raise NoReason
    return person, found, rest


def reversal_of(text: str) -> tuple[int, str] | None:
    """The number of a grant and a reason."""
    first, *rest = text.split(maxsplit=1) or [""]
    match = _NUMBER.fullmatch(_plain(first))
    if match is None or not rest:
        return None
    return int(match[1]), _reason(rest[0])


def batch_of(text: str) -> WantedBatch | None:
    """How many codes of which term. Raises OutOfBounds."""
    first, second, rest = _cut(text)
    amount, found = _AMOUNT.fullmatch(_plain(first)), term(second)
    if amount is None or found is None:
        return None
    valid, note = None, rest
    if rest.startswith("有效"):
        said, _, note = rest.removeprefix("有效").lstrip("期 ").partition(" ")
        valid = term(said)
        if valid is None:
            return None
    return WantedBatch(
        int(amount[1]), found, valid, note.strip().removeprefix("备注").strip(":： ")
    )


def codes_of(text: str) -> WantedCodes | None:
    """Which codes somebody means."""
    if len(whole := typed(text)) == LENGTH:
        return WantedCodes(code=whole)
    first, *rest = text.split() or [""]
    number = _NUMBER.fullmatch(_plain(first))
    if number is None:
        return None
    ending = typed("".join(rest)) if rest else ""
    if rest and len(ending) != TAIL:
        return None
    return WantedCodes(batch=int(number[1]), tail=ending)


def number_of(text: str) -> int | None:
    """The number of a batch or a page."""
    match = _NUMBER.fullmatch(_plain(text))
    return int(match[1]) if match else None


def _cut(text: str) -> tuple[str, str, str]:
    """The first word, the second, and the rest in one line."""
    first, second, *rest = [*text.split(maxsplit=2), "", ""]
    return first, second, _reason(rest[0]) if rest else ""


def _reason(text: str) -> str:
    return " ".join(text.split())[:LONGEST_REASON]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
