"""Whether two texts are the same, or two versions of one."""

import hashlib
import heapq
import re
import unicodedata
from collections.abc import Iterable

_CLAUSE_END = re.compile(r"[^\w]+")
_SHORTEST_CLAUSE = 6
SKETCH_SIZE = 128
_HASH_BYTES = 8

ALIKE = 0.4
"""Share of common clauses from which two materials are called versions of one speech."""


def plain(text: str) -> str:
    """`text` as it is compared: full-width as half-width, one case, words only."""
    return _CLAUSE_END.sub("", unicodedata.normalize("NFKC", text).casefold())


def fingerprint(paragraphs: Iterable[str]) -> str:
    """SHA-256 of the words of a text: equal for copies that differ in layout and signs only."""
    return hashlib.sha256("\n".join(map(plain, paragraphs)).encode()).hexdigest()


def sketch(paragraphs: Iterable[str]) -> bytes:
    """The smallest hashes of the clauses of a text, 8 bytes each, ascending.

    Bottom-k sketch: A. Broder, On the resemblance and containment of documents, 1997.
    """
    text = unicodedata.normalize("NFKC", "\n".join(paragraphs)).casefold()
    clauses = {clause for clause in _CLAUSE_END.split(text) if len(clause) >= _SHORTEST_CLAUSE}
    hashes = (
        hashlib.blake2b(clause.encode(), digest_size=_HASH_BYTES).digest() for clause in clauses
    )
    return b"".join(heapq.nsmallest(SKETCH_SIZE, hashes))


def resemblance(one: bytes, other: bytes) -> float:
    """The estimated share (0 … 1) of clauses that two texts have in common."""
    first, second = _hashes(one), _hashes(other)
    smallest = heapq.nsmallest(SKETCH_SIZE, first | second)
    both = first & second
    return sum(value in both for value in smallest) / len(smallest) if smallest else 0.0


def _hashes(packed: bytes) -> set[bytes]:
    return {packed[at : at + _HASH_BYTES] for at in range(0, len(packed), _HASH_BYTES)}
