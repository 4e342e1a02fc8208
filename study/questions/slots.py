"""What else stands in the library where a blank is: between the same neighbours, as a whole.

建设____经济 takes what stands between 建设 and 经济, or behind 建设 in one place and before 经济 in
another. What stands there is grammatical, of the right class of word and of the same leaning.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

_QUOTES = str.maketrans("", "", "“”‘’「」『』《》〈〉 \t\u3000")
_SIGN = "，。；：！？、（）…—\n"
_JOINTS = "和与及"
_LINKS = "的" + _JOINTS
"""What binds so loosely that the character before it counts."""
_WHOLE = re.compile(r"[\u4e00-\u9fff]+")

_TOGETHER, _RELATED = 2, 4.0
"""Paragraphs that two texts have in common, and how many times as many as by chance, from which
they are about one thing."""
_CLINGING = 0.8
"""The share of its places at which a piece of a longer term has the same neighbour."""
_WIDTHS = (4, 6)
"""Characters on one side of a blank that may lead to it."""
_FEW = 3

Places = dict[str, set[int]]
"""Texts, each with the indices of the materials that have it."""
Times = dict[str, int]
"""Texts, each with the number of those materials."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a material says; `owner` is its number where its words are not public."""

    title: str
    owner: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Texts of materials one behind the other, without quotation marks.

    `starts` is where each begins, `titles` what it is called, `owners` its number where its words
    are not public; `lines` is where paragraphs end. `found` remembers what was looked up.
    """

    text: str
    starts: Sequence[int]
    titles: Sequence[str]
    owners: Sequence[int | None]
    lines: Sequence[int]
    found: dict[str, list[int]] = field(default_factory=dict[str, list[int]])

    def places(self, words: str) -> list[int]:
        """Where `words` stand."""
        if words not in self.found:
            self.found[words] = list(_places(self.text, words))
        return self.found[words]

    def material(self, place: int) -> int:
        """The index of the material that a place is in."""
        return bisect(self.starts, place) - 1

    def paragraphs(self, words: str) -> set[int]:
        """The paragraphs that `words` stand in."""
        return {bisect(self.lines, place) for place in self.places(words)}

    def owner(self, words: str) -> int | None:
        """The number of the material that `words` are shown from, None where some are public or
        they stand nowhere."""
        owners = [self.owners[self.material(place)] for place in self.places(words)]
        return None if None in owners or not owners else owners[0]

    def are_related(self, one: str, other: str) -> bool:
        """Whether two texts stand together much more often than chance would have it."""
        these, those = self.paragraphs(one), self.paragraphs(other)
        together = len(these & those)
        lift = together * len(self.lines) / max(1, len(these) * len(those))
        return together >= _TOGETHER and lift >= _RELATED

    def is_piece(self, words: str) -> bool:
        """Whether `words` have nearly always the same neighbour: then they are a piece of more."""
        places = self.places(words)
        sides = (
            Counter(self.text[place - 1] for place in places),
            Counter(self.text[place + len(words)] for place in places),
        )
        often = _CLINGING * max(len(places), _FEW)
        return any(
            times >= often and one not in _SIGN + _LINKS
            for side in sides
            for one, times in side.items()
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """The neighbours of a blank: two characters or three that tell its place, '' where a sign
    stands there; and the one beside it, '' likewise."""

    left: str
    right: str
    left_edge: str
    right_edge: str


def shelf(texts: Sequence[Text]) -> Shelf:
    """Texts ready for being looked through."""
    parts = [f"\n{plain(one.text)}\n" for one in texts]
    starts = list(accumulate(map(len, parts), initial=0))[:-1]
    text = "".join(parts)
    titles, owners = [one.title for one in texts], [one.owner for one in texts]
    return Shelf(text, starts, titles, owners, list(_places(text, "\n")))


def plain(text: str) -> str:
    """A text without quotation marks and blanks."""
    return text.translate(_QUOTES)


def slot(before: str, after: str) -> Slot:
    """The neighbours of what stands between `before` and `after`."""
    left, right = plain(before), plain(after)
    return Slot(_telling(left[::-1])[::-1], _telling(right), _edge(left[-1:]), _edge(right[:1]))


def standing(here: Slot, on: Shelf, sizes: range) -> tuple[Times, Times]:
    """What stands in a slot elsewhere, of so many characters: in one place with both neighbours,
    and in one place with the left and in another with the right."""
    if not here.left or not here.right:
        behind = _behind(here.left, "", on, sizes) if here.left else {}
        _add(behind, _before(here.right, "", on, sizes) if here.right else {})
        return _times(behind), {}
    tight = _behind(here.left, here.right_edge, on, sizes)
    _add(tight, _before(here.right, here.left_edge, on, sizes))
    behind, before = _behind(here.left, "", on, sizes), _before(here.right, "", on, sizes)
    loose = {text: behind[text] for text in behind if text in before}
    return _times(tight), _times(loose)


def beside(item: str, on: Shelf, sizes: range) -> Times:
    """What stands next to an item in runs that 、 or 和 joins."""
    found: Places = {}
    for joint in "、和":
        _add(found, _behind(item + joint, "", on, sizes))
    _add(found, _before("、" + item, "", on, sizes))
    return _times(found)


def certainty(before: str, text: str, after: str, on: Shelf) -> tuple[float, int]:
    """How surely the words on one side of `text` lead to it: of the materials that have them, the
    share that goes on with it, and how many that are. The surer side counts, of those that at
    least a few materials have."""
    left, right = plain(before), plain(after)
    found = [(0.0, 0)]
    for size in _WIDTHS:
        found.append(_led(left[-size:], text, on) if len(left) >= size else (0.0, 0))
        found.append(_followed(right[:size], text, on) if len(right) >= size else (0.0, 0))
    return max(found, key=lambda one: (one[1] >= _FEW, one))


def _led(words: str, text: str, on: Shelf) -> tuple[float, int]:
    places = on.places(words)
    going_on = [place for place in places if on.text.startswith(text, place + len(words))]
    return _share(going_on, places, on)


def _followed(words: str, text: str, on: Shelf) -> tuple[float, int]:
    places = on.places(words)
    going_on = [place for place in places if on.text.endswith(text, 0, place)]
    return _share(going_on, places, on)


def _share(some: Iterable[int], places: Iterable[int], on: Shelf) -> tuple[float, int]:
    # Two versions of one law are one material.
    those, every = ({on.titles[on.material(place)] for place in each} for each in (some, places))
    return len(those) / max(1, len(every)), len(those)


def _telling(text: str) -> str:
    """The neighbour that `text` begins with."""
    if not text or text[0] in _SIGN:
        return ""
    size = 3 if text[0] in _LINKS else 2
    return re.split(f"[{_SIGN}]", text[:size])[0]


def _edge(character: str) -> str:
    return "" if character in _SIGN else character


def _behind(words: str, edge: str, on: Shelf, sizes: range) -> Places:
    """What stands behind `words` and before `edge`; before a sign or a joint where that is ''."""
    ends = edge if edge and edge not in _JOINTS else _SIGN + _JOINTS
    pattern = re.compile(rf"([\u4e00-\u9fff]{{{sizes.start},{sizes.stop - 1}}}?)(?=[{ends}])")
    found: Places = {}
    for place in on.places(words):
        if match := pattern.match(on.text, place + len(words)):
            found.setdefault(match[1], set()).add(on.material(place))
    return found


def _before(words: str, edge: str, on: Shelf, sizes: range) -> Places:
    """What stands before `words` and behind `edge`; behind a sign or a joint where that is ''."""
    begins = edge if edge and edge not in _JOINTS else _SIGN + _JOINTS
    found: Places = {}
    for place in on.places(words):
        for size in sizes:
            text = on.text[place - size : place]
            if on.text[place - size - 1] in begins and _WHOLE.fullmatch(text):
                found.setdefault(text, set()).add(on.material(place))
                break
    return found


def _times(found: Places) -> Times:
    return {text: len(materials) for text, materials in found.items()}


def _add(found: Places, more: Places) -> None:
    for text, materials in more.items():
        found.setdefault(text, set()).update(materials)


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)
