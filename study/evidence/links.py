"""What reports can be connected by: the traits of what was written in them.

Numbers are those of suspects only in the description of who sells: in pasted chats there
are those of people who have nothing to do with it, who are only mentioned.
"""

from study.evidence.addresses import links, without_links
from study.evidence.names import names, without_wechat
from study.evidence.numbers import mentioned, numbers
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


def suspect_traits(text: str, *, may_be_name: bool = True) -> tuple[Trait, ...]:
    """QQ numbers, groups, links and names in the description of who sells; with `may_be_name` a
    short one that has nothing else is a name itself."""
    seen = tidy(text)
    rest = without_links(seen)
    certain = (*numbers(without_wechat(rest)), *links(seen))
    return (*certain, *names(rest, may_be_one=may_be_name and not certain))


def said_beside(text: str) -> tuple[Trait, ...]:
    """Groups and links in words that are not about people, and whoever is mentioned in them."""
    seen = tidy(text)
    groups = [one for one in numbers(without_wechat(without_links(seen))) if one.kind == "group"]
    return (*groups, *links(seen), *mentioned(seen))


def text_traits(text: str) -> tuple[Trait, ...]:
    """Links in a text, itself in its search form, a sketch of its clauses, and who is mentioned."""
    folded = fold(text)
    whole = (Trait("text", folded),) if len(folded) >= _SHORTEST_TEXT else ()
    clauses = sorted(hashes_of(identity([text]).sketch))[:_SKETCHED]
    sketch = (Trait("sketch", f"{one:016x}") for one in clauses)
    seen = tidy(text)
    return (*links(seen), *whole, *sketch, *mentioned(seen))


def is_near_text(mine: int, theirs: int, shared: int) -> bool:
    """Whether two texts with so many sketch traits, `shared` of them in both, are nearly one."""
    return shared >= max(_FEWEST_CLAUSES, _NEAR * min(mine, theirs))
