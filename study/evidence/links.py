"""What reports can be connected by: the traits of what was written in them.

Numbers are taken only from the description of who sells: in pasted chats there are those of people
who have nothing to do with it.
"""

from study.evidence.addresses import links, without_links
from study.evidence.names import names, without_wechat
from study.evidence.numbers import numbers
from study.evidence.tidy import tidy
from study.evidence.trait import Trait
from study.materials.likeness import hashes_of, identity
from study.search.folding import fold

_SHORTEST_TEXT = 12
"""Characters from which a text that is the same is no accident."""
_SKETCHED = 24
"""Clauses of a text by which near copies are found."""
_NEAR = 0.4
_FEWEST_CLAUSES = 3


def suspect_traits(text: str) -> tuple[Trait, ...]:
    """QQ numbers, groups, links and names in the description of who sells."""
    seen = tidy(text)
    rest = without_links(seen)
    certain = (*numbers(without_wechat(rest)), *links(seen))
    return (*certain, *names(rest, may_be_one=not certain))


def text_traits(text: str) -> tuple[Trait, ...]:
    """Links in a text, itself in its search form, and a sketch of its clauses."""
    folded = fold(text)
    whole = (Trait("text", folded),) if len(folded) >= _SHORTEST_TEXT else ()
    clauses = sorted(hashes_of(identity([text]).sketch))[:_SKETCHED]
    return (*links(tidy(text)), *whole, *(Trait("sketch", f"{one:016x}") for one in clauses))


def is_near_text(mine: int, theirs: int, shared: int) -> bool:
    """Whether two texts with so many sketch traits, `shared` of them in both, are nearly one."""
    return shared >= max(_FEWEST_CLAUSES, _NEAR * min(mine, theirs))
