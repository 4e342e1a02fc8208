"""What is built like the items of an enumeration: the lists of the library, and their items."""

import re
from collections.abc import Iterator
from functools import lru_cache

from study.phrases.coordination import shared_prefix, shared_suffix
from study.phrases.vocabulary import GRAMMAR
from study.questions.enumeration import Enumeration, affixes, bare
from study.questions.shape import is_alike, shape
from study.questions.supply import Listing, Supply
from study.search.folding import fold

_WORDS = re.compile(r"[\u4e00-\u9fff]{2,}")
_RAGGED = re.compile(
    r"^[的和与及等是在为把对将被并而指即]|[的和与及等是在为了着]$|等|各[种类项]|多种|[一二三四五六七八九十]{2}"
)
_VALUED = tuple(
    f"{what}主义" for what in ("爱国", "集体", "社会", "共产", "国际", "英雄", "人道", "乐观")
)
"""What is held to; the other -isms are fought, and nobody takes one kind for the other."""
_SLOGAN, _HALF = 4, 2


def lists_like(one: Enumeration, supply: Supply) -> list[Listing]:
    """The lists whose items have the same beginning and end in common; where its own have nothing
    in common, of those that have nothing either, and only for items of about one length, those of
    its field in the glossary, or lists of slogans for slogans that the glossary does not know."""
    prefix, suffix = affixes(one.items)
    shown = filter(supply.may_show, supply.lists)
    if prefix or suffix:
        return [
            listing
            for listing in shown
            if _common(listing.items)[0].startswith(prefix)
            and _common(listing.items)[1].endswith(suffix)
        ]
    sizes = {len(item) for item in one.items}
    if max(sizes) - min(sizes) > 1:
        return []
    bare_lists = (listing for listing in shown if affixes(listing.items) == ("", ""))
    if known := supply.formulations.get(fold(one.name)):
        return [listing for listing in bare_lists if listing.field == known.field]
    return list(filter(_is_slogans, bare_lists)) if sizes == {_SLOGAN} else []


def items_like(listing: Listing, one: Enumeration) -> Iterator[str]:
    """The items of a list that could pass for one more of `one`: of about the length of its items,
    verbs as they are, or not as they are not."""
    shortest, longest = min(map(len, one.items)), max(map(len, one.items))
    is_act = shape(one.items[-1]).is_act
    for item in listing.items:
        fits = shortest <= len(item) <= longest and shape(item).is_act == is_act
        if fits and _is_whole(item) and _is_apt(item, one):
            yield item


@lru_cache(maxsize=50_000)
def _common(items: tuple[str, ...]) -> tuple[str, str]:
    """What all items begin and end with."""
    return shared_prefix(items), shared_suffix(items)


def _is_slogans(listing: Listing) -> bool:
    return all(len(item) == _SLOGAN for item in listing.items)


def _is_whole(text: str) -> bool:
    return bool(_WORDS.fullmatch(text)) and not _RAGGED.search(text)


def _is_apt(text: str, one: Enumeration) -> bool:
    """Whether it has so little in common with each item that both cannot be right, and where there
    is nothing that all share, at least a character with one of them; of slogans that the glossary
    does not know, one half."""
    if text.endswith(_VALUED) != one.items[0].endswith(_VALUED):
        return False
    has_affix = any(affixes(one.items))
    if not has_affix and not one.name:
        is_kin = any(_are_kin(text, item) for item in one.items)
        return is_kin and not any(is_alike(text, item) for item in one.items)
    *others, own = bare((*one.items, text))
    shared = [len((set(own) & set(other)) - GRAMMAR) for other in others]
    is_distinct = all(own not in other and other not in own for other in others)
    return is_distinct and (has_affix or any(shared)) and max(shared) * 2 < len(own)


def _are_kin(one: str, other: str) -> bool:
    """Whether two slogans of four characters have one half in common."""
    return one[:_HALF] == other[:_HALF] or one[_HALF:] == other[_HALF:]
