"""Words of a sentence with a gap where it lists something, by which a reader knows what goes there.

The whole sentence, or as many of its clauses around the gap as stand alone.
"""

import re
from collections.abc import Iterator, Sequence

from study.materials.sentences import is_balanced
from study.materials.standalone import objection, opening_objection
from study.phrases.vocabulary import LEAD_WORDS
from study.questions.enumeration import GAP

_SIZES = range(11, 81)
_GLANCE = 60
_LEAST_CUT = 18
"""Characters of a part of a sentence: less does not say enough."""
_SIGN = re.compile("[，；：]")
_PASSING = re.compile(
    r"今年|去年|明年|目前|当前|近年|上年|本届|去冬|这[一二三四五几]年|那个?时|[？?]$"
)
_BEGINNING = re.compile(
    "要|按照|本着|根据|遵循|以|把|必须|应当|努力|进一步|继续|大力|全面|切实|加快|紧紧|始终|更好|着力|真正|严格"
)
_VERBS = {word for word in LEAD_WORDS if len(word) > 1}
"""What a part of a sentence begins with: nobody asks who does it."""
_PAIRED = re.compile(
    "不仅|不但|既要?|虽然|虽|如果|只有|只要|无论|不论|由于|为了|随着|通过|当|特别是|一方面|是否|凡"
)
"""What wants a clause behind it."""


def gapped(sentence: str, run: str, items: Sequence[str]) -> str:
    """The part of `sentence` that stands alone and gives none of `items` away, GAP in the place of
    `run`, where they stand; '' for none. The longest of those that are read at a glance, otherwise
    the shortest."""
    before, found, after = sentence.partition(run)
    if not found or run in after:
        return ""
    for part in sorted(set(_windows(before, after)), key=_by_length):
        is_told = any(item in part for item in items)
        if not is_told and _stands(part, part.replace(GAP, run), sentence.rstrip("。；！")):
            return part
    return ""


def _by_length(part: str) -> tuple[bool, int, str]:
    is_long = len(part) > _GLANCE
    return is_long, len(part) if is_long else -len(part), part


def _windows(before: str, after: str) -> Iterator[str]:
    """All series of clauses that have the gap in them."""
    starts = [0, *(found.end() for found in _SIGN.finditer(before))]
    finishes = [*(found.start() for found in _SIGN.finditer(after)), len(after)]
    for start in starts:
        if start and not _begins(before[start:]):
            continue
        for finish in finishes:
            yield (before[start:] + GAP + after[:finish]).rstrip("。；！")


def _begins(part: str) -> bool:
    """Whether words may be put without what stood before them: they ask for something."""
    return bool(_BEGINNING.match(part)) or part[:2] in _VERBS


def _stands(part: str, filled: str, sentence: str) -> bool:
    if len(part) not in _SIZES or not is_balanced(part) or _PASSING.search(part):
        return False
    if opening_objection(filled) or objection(filled):
        return False
    return filled == sentence or (len(part) >= _LEAST_CUT and not _PAIRED.search(part))
