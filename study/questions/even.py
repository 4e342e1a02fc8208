"""Whether the items of an enumeration are whole and of one kind, as far as their looks tell."""

import re

from study.phrases.vocabulary import LEAD_WORDS
from study.questions.enumeration import can_be_learnt
from study.search.folding import fold

_UNEVEN = 4
"""By how many characters items of one kind may differ."""
_PLAIN = re.compile(r"[\u4e00-\u9fff“”（）]+")
_DANGLING = re.compile(
    r"^(?:是?指|即|对于?|以(?![人法德文学]|.{3}$)|按|由|在|包括|其|的)|(?:和|与|及|的|等)$"
)
_LOOSE = re.compile(
    r"^(?:各|有[些的关]|某|老(?!有)|新(?=[\u4e00-\u9fff]{2}$)|不同|更加?|愿|我们|便)"
    r"|[\u4e00-\u9fff]{2}[和与及][\u4e00-\u9fff]{2}|了(?!解)|着(?![力眼])"
)
"""What names nothing to be known, or two things."""
_COUNTED = re.compile(r"[一二三四五六七八九十百千万]{2,}")


def are_even(items: tuple[str, ...]) -> bool:
    """Whether all are whole, plain and about as long as each other, and each stands once."""
    sizes = [len(item) for item in items]
    return (
        can_be_learnt(items)
        and max(sizes) - min(sizes) <= _UNEVEN
        and max(sizes) <= 2 * min(sizes)
        and len({fold(item) for item in items}) == len(items)
        and all(_is_whole(item) for item in items)
        and not _is_led(items)
    )


def _is_whole(item: str) -> bool:
    if not _PLAIN.fullmatch(item) or _COUNTED.search(item):
        return False
    return not _DANGLING.search(item) and not _LOOSE.search(item)


def _is_led(items: tuple[str, ...]) -> bool:
    """Whether the first begins with a verb that takes them all: 推行干部、技术人员、工人."""
    first, *others = items
    return first[:2] in LEAD_WORDS and not any(other[:2] in LEAD_WORDS for other in others)
