"""Word's automatic numbering: 一、 and （一） that are shown but stand nowhere in the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from study.materials.formats.numerals import numeral
from study.materials.formats.wordxml import W, number, switch, value

_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
# A label that ends like this needs no space before the text.
_CLOSED = re.compile(r".*[\W_]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Level:
    """How paragraphs of one level are numbered."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    spaced: bool = True
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list: lists with the same `group` go on counting where the last one stopped."""

    group: str
    levels: Mapping[int, Level]
    fresh: frozenset[int]
    """The levels that start anew when this list begins."""


def load(root: Element | None) -> dict[str, NumberedList]:
    """All lists of a numbering part by their id."""
    if root is None:
        return {}
    groups = {g.get(f"{W}abstractNumId", ""): g for g in root.findall(f"{W}abstractNum")}
    levels = {id_: _levels(group) for id_, group in groups.items()}
    # A group can leave its levels to a list style, which is defined by another group.
    by_style = {value(group, "styleLink"): levels[id_] for id_, group in groups.items()}
    for id_, group in groups.items():
        if link := value(group, "numStyleLink"):
            levels[id_] = by_style.get(link, {})
    return {num.get(f"{W}numId", ""): _list(num, levels) for num in root.findall(f"{W}num")}


class Counters:
    """The numbers reached so far, on the way through a document."""

    def __init__(self, lists: Mapping[str, NumberedList]) -> None:
        self.lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, list_id: str, depth: int) -> str:
        """Count a paragraph of this list and level; what Word shows before its text.

        Ends in a space where one is needed, and is empty for bullets and unknown lists.
        """
        found = self.lists.get(list_id)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.group, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            _forget(counts, found.fresh)
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        _forget(counts, {d for d in counts if d > depth and _restarts(found.levels[d], d, depth)})
        return _shown(found.levels, level, counts)


def _list(num: Element, groups: Mapping[str, dict[int, Level]]) -> NumberedList:
    group = value(num, "abstractNumId") or ""
    levels = dict(groups.get(group, {}))
    fresh: set[int] = set()
    for override in num.findall(f"{W}lvlOverride"):
        depth = int(override.get(f"{W}ilvl", "0"))
        if (own := override.find(f"{W}lvl")) is not None:
            levels[depth] = _level(own)
        if (start := number(override, "startOverride")) is not None:
            levels[depth] = replace(levels.get(depth, Level()), start=start)
            fresh.add(depth)
    return NumberedList(group, levels, frozenset(fresh))


def _levels(group: Element) -> dict[int, Level]:
    return {int(lvl.get(f"{W}ilvl", "0")): _level(lvl) for lvl in group.findall(f"{W}lvl")}


def _level(element: Element) -> Level:
    # A format newer than the standard comes first, with an older one as its fallback.
    forms = [form.get(f"{W}val", "") for form in element.iter(f"{W}numFmt")]
    start = number(element, "start")
    return Level(
        start=0 if start is None else start,
        form=forms[-1] if forms else "decimal",
        pattern=value(element, "lvlText") or "",
        restart=number(element, "lvlRestart"),
        spaced=value(element, "suff") != "nothing",
        legal=switch(element, "isLgl") or False,
        style=value(element, "pStyle"),
    )


def _restarts(level: Level, depth: int, above: int) -> bool:
    """Whether `level` starts anew after a paragraph of the level `above`."""
    return above < (depth if level.restart is None else level.restart)


def _forget(counts: dict[int, int], depths: frozenset[int] | set[int]) -> None:
    for depth in depths:
        counts.pop(depth, None)


def _shown(levels: Mapping[int, Level], level: Level, counts: Mapping[int, int]) -> str:
    def place(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth, Level())
        form = "decimal" if level.legal else other.form
        return numeral(counts.get(depth, other.start), form)

    if level.form == "bullet":
        return ""
    label = _PRIVATE.sub("", _PLACE.sub(place, level.pattern)).strip()
    return f"{label} " if label and level.spaced and not _CLOSED.fullmatch(label) else label
