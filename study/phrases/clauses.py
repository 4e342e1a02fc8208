"""The clauses of a paragraph: what stands between two signs."""

import re

_CLAUSE = re.compile(r"[^，。；：！？,;:!?“”‘’「」《》（）()…—\s]+")

Clause = tuple[int, str]
"""Where one begins, and its text; 、 does not end it."""


def clauses(text: str) -> list[Clause]:
    """The clauses of `text` in order."""
    return [(found.start(), found.group()) for found in _CLAUSE.finditer(text)]
