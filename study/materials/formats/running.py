"""Running headers and footers: lines that return on page after page at the same place."""

import re
from collections import Counter
from collections.abc import Sequence

_FEWEST_PAGES = 4
_SHARE = 0.6
_MOST_LINES = 3
_VARYING = re.compile(r"[\d\s]+")


def without_running(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without first and last lines that most pages share, digits not counting.

    A line is dropped where at least 60% of at least four pages have it, from either end of the
    page, up to three lines each; pages that do not have it are left as they are.
    """
    kept = [list(page) for page in pages]
    for end in (0, -1):
        for _ in range(_MOST_LINES):
            shared = _shared([_key(page[end]) for page in kept if page], len(pages))
            if shared is None:
                break
            for page in kept:
                if page and _key(page[end]) == shared:
                    del page[end]
    return kept


def _shared(keys: Sequence[str], pages: int) -> str | None:
    if pages < _FEWEST_PAGES or not keys:
        return None
    key, count = Counter(keys).most_common(1)[0]
    return key if count >= _SHARE * pages else None


def _key(line: str) -> str:
    return _VARYING.sub("", line)
