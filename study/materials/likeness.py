"""Whether two texts are the same, or two versions of one."""

import hashlib
import heapq
import re
import struct
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_POINT = re.compile(r"(?<=\d)[.·](?=\d)")
"""1.5 is not 15: a decimal point is part of a word."""
_CLAUSE_END = re.compile(r"[^\w]+")
_SHORTEST_CLAUSE = 6
SKETCH_SIZE = 128
_HASH_BYTES = 8

ALIKE = 0.4
"""Share of common clauses from which two materials are called versions of one speech."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a text is known again by.

    `fingerprint` is the SHA-256 of its words: equal for copies that differ in layout and signs
    only. `sketch` holds the smallest hashes of its clauses, 8 bytes each.
    """

    fingerprint: str
    sketch: bytes


def identity(paragraphs: Iterable[str]) -> Identity:
    """Work out what a text is known again by.

    Bottom-k sketch: A. Broder, On the resemblance and containment of documents, 1997.
    """
    text = unicodedata.normalize("NFKC", "\n".join(paragraphs)).casefold()
    clauses = _CLAUSE_END.split(_POINT.sub("_", text))
    hashes = (
        hashlib.blake2b(clause.encode(), digest_size=_HASH_BYTES).digest()
        for clause in {clause for clause in clauses if len(clause) >= _SHORTEST_CLAUSE}
    )
    return Identity(
        fingerprint=hashlib.sha256("".join(clauses).encode()).hexdigest(),
        sketch=b"".join(heapq.nsmallest(SKETCH_SIZE, hashes)),
    )


def hashes_of(sketch: bytes) -> frozenset[int]:
    """The hashes that a sketch holds."""
    return frozenset(struct.unpack(f">{len(sketch) // _HASH_BYTES}Q", sketch))


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """The estimated share (0 … 1) of clauses that two texts have in common."""
    both = one & other
    if len(both) < ALIKE * min(len(one), len(other)):
        return 0.0  # Nearly always: it spares the exact figure, which nobody asks for then.
    smallest = heapq.nsmallest(SKETCH_SIZE, one | other)
    return sum(value in both for value in smallest) / max(1, len(smallest))
