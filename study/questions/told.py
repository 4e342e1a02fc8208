"""The enumerations of a material that the text itself makes something of.

Those to which it gives a name with their number (“四个不摘”); those that it calls a principle or an
idea (……的方针), or by which it says what something is to be like; those that are a part of a
formulation, or that several materials list. They are asked for by their sentence with a gap.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from study.phrases.coordination import shared_prefix
from study.phrases.glossary import Formulation
from study.phrases.key_phrase import KeyPhrase
from study.phrases.numerals import counts
from study.questions import curated
from study.questions.enumeration import GAP, Enumeration, items_of
from study.questions.even import are_even
from study.questions.gapped import gapped
from study.questions.place import Place, places
from study.questions.rating import NAMED, is_weighty, listings, rated
from study.questions.supply import Supply
from study.search.folding import fold

_OFTEN = 3
"""Lists by which something is known without saying what it qualifies."""
_SPECIFIC = re.compile(rf"的{GAP}|{GAP}[”’]?(?!和|与|及|以及|之间)[\u4e00-\u9fff]")
"""Where the items qualify something, or something has them as its qualities."""
_OPEN = re.compile(
    rf"[、和与及或]{GAP}|{GAP}[”’]?(?:[、和与及等或]|以及|之类|[^，。；：]{{0,5}}、)"
)
"""Where the list goes on."""
_LOST = re.compile(rf"(?:^|[，；：]){GAP}(?:[，；：]|$)")
"""Where nothing says what has the items or what they are for."""
_SIGN = re.compile("[，、；。：]")


def told(texts: Mapping[int, str], phrase: KeyPhrase, supply: Supply) -> Enumeration | None:
    """The enumeration of a key phrase, if it is even and worth knowing, where the material asks for
    it best; `texts` are the paragraphs by their numbers."""
    items = items_of(phrase)
    found = list(places(texts, phrase, items))
    if not found or not are_even(items):
        return None
    formulation = supply.formulations.get(fold(phrase.text))
    if formulation and not curated.is_told(formulation.name, items):
        return _of_glossary(found[0], formulation, phrase)
    asked = [one for place in found if (one := _at(place, phrase, supply))]
    return max(asked, key=lambda one: one.score, default=None)


def _of_glossary(place: Place, formulation: Formulation, phrase: KeyPhrase) -> Enumeration | None:
    """Items of a formulation of the glossary, be it in shorter words."""
    one = _named(place, phrase)
    known = {fold(item) for wording in formulation.wordings for item in wording.items}
    if not all(any(fold(item) in other for other in known) for item in one.items):
        return None
    return replace(one, score=curated.SCORE, reasons=(phrase.reason,))


def _at(place: Place, phrase: KeyPhrase, supply: Supply) -> Enumeration | None:
    """The items in one place, with the words that ask for them there."""
    items = items_of(phrase)
    if _goes_on(items, place):
        return None
    if place.paragraph != phrase.paragraph or fold(items[0]) in fold(phrase.text):
        one = Enumeration(place.paragraph, items, place.quote(), "", "", 0.0, ())
    elif len(items) in counts(phrase.text):
        one = _named(place, phrase)
    else:
        return None
    one = rated(one, phrase.reason, place.after, supply)
    return _framed(one, place.run, supply) if one.score else None


def _named(place: Place, phrase: KeyPhrase) -> Enumeration:
    """The items beside the formulation that they make up."""
    naming = place.quote(phrase.start, phrase.start + len(phrase.text))
    return Enumeration(
        place.paragraph, items_of(phrase), place.quote(), phrase.text, "", 0.0, (), naming
    )


def _goes_on(items: tuple[str, ...], place: Place) -> bool:
    """Whether a clause that touches the list is like an item: 坚持……，坚持……."""
    before, after = _SIGN.split(place.before), _SIGN.split(place.after)
    touching = [before[-2]] if len(before) > 1 and not before[-1] else []
    touching += [after[1]] if len(after) > 1 and not after[0] else []
    sizes, prefix = {len(item) for item in items}, shared_prefix(items)
    return any(
        prefix in clause[: len(prefix) + 1] if prefix else len(clause) in sizes
        for clause in touching
        if clause
    )


def _framed(one: Enumeration, run: str, supply: Supply) -> Enumeration | None:
    """With the words that ask for it; None where a reader would not know what goes there."""
    frame = gapped(one.quote, run, one.items)
    if not frame or _OPEN.search(frame):
        return None
    is_known = listings(one, supply) >= _OFTEN or is_weighty(one.items)
    is_clear = (is_known and not _LOST.search(frame)) or _SPECIFIC.search(frame)
    return replace(one, frame=frame) if one.score >= NAMED or is_clear else None
