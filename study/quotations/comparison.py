"""A quotation against everything that was found for it."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from study.quotations.asked import ANYTHING, Asked
from study.quotations.change import Change
from study.quotations.findings import Finding, finding, rematched
from study.quotations.match import Match, match
from study.quotations.otherwise import is_parallel, newer, spot, worded_elsewhere
from study.quotations.parts import distinct, excerpt, found_part, nowhere
from study.quotations.pieces import MOST, SIZES
from study.quotations.sections import Section, sections
from study.quotations.settling import settled
from study.quotations.shortlist import shortlist
from study.quotations.sources import place_of
from study.quotations.stretch import Stretch
from study.quotations.text import Text
from study.quotations.verdict import Kind, Part, Place, Source, Verdict
from study.quotations.windows import Window, runs, windows

_SHORT = MOST * SIZES[0] // 2
"""The pieces of a quotation with no more characters lie so close that they find all parallels."""
_EXPLAINED = 16
"""Differences that are looked for in other years: of a text with more they say nothing."""
_RIVALS = 3
"""Rivals of a source that are looked at."""


class Outcome(NamedTuple):
    """A verdict, and the parts of the quotation, in search form, that it leaves unexplained:
    what is found by them may make it a better one."""

    verdict: Verdict
    unexplained: list[str]


class Comparison:
    """Everything that was found for a quotation so far.

    `take_in` takes about a millisecond for a stretch of 5,000 characters; `outcome` yields where
    a caller who shares its thread may let others go on.
    """

    def __init__(self, quoted: Text) -> None:
        self._quoted = quoted
        self._runs = runs(quoted.folded)
        self._windows: list[Window] = []
        self._seen: set[tuple[int, int]] = set()

    def take_in(self, stretch: Stretch) -> None:
        """Look for the quotation in a stretch; in one that was looked through only once."""
        paragraphs = {(stretch.material, stretch.first + i) for i in range(len(stretch.paragraphs))}
        if not paragraphs <= self._seen:
            self._seen |= paragraphs
            self._windows += windows(self._runs, stretch)

    @property
    def is_whole(self) -> bool:
        """Whether the quotation was found as it is."""
        return any(window.has(self._quoted.folded) for window in self._windows)

    def outcome(self, asked: Asked = ANYTHING) -> Generator[None, None, Outcome]:
        """The verdict over all that was taken in; `asked` is what the quotation is
        said to be from."""
        whole = [one for one in self._windows if one.has(self._quoted.folded)]
        if whole:
            part = yield from self._verbatim(whole, asked)
            return Outcome(Verdict((part,)), [])
        return (yield from self._pieced_together(asked))

    def _verbatim(self, whole: Sequence[Window], asked: Asked) -> Generator[None, None, Part]:
        meant = [window for window in whole if window.stretch.is_meant(asked)]
        newest = max(meant or whole, key=lambda window: window.stretch.spoken_on)
        if asked.is_said and not meant:
            asked_for = yield from self._in_words_of(asked)
            if asked_for:
                at = newest.folded.index(self._quoted.folded)
                elsewhere = excerpt(newest, at, at + len(self._quoted.folded))
                return replace(asked_for, kind=Kind.OTHER_YEAR, elsewhere=elsewhere)
        length = len(self._quoted.folded)
        near = match(self._quoted.folded, newest)
        found = yield from finding(self._quoted, 0, length, near)
        part = yield from self._found(found)
        later = yield from self._newer(newest.stretch.spoken_on)
        return replace(part, also=_places(self._quoted.folded, whole, newest), newer=later)

    def _newer(self, newest: str) -> Generator[None, None, Source | None]:
        """The passage of a later year that is most like the quotation and worded otherwise."""
        matches = yield from self._matched(newer(self._quoted, newest, self._windows))
        best = min(matches, key=lambda one: one.cost, default=None)
        if best is None or not is_parallel(best):
            return None
        return excerpt(best.window, best.start, best.finish)

    def _in_words_of(self, asked: Asked) -> Generator[None, None, Part | None]:
        """The whole quotation as the material that was asked for words it, None when nothing
        there is like it."""
        matches = yield from self._matches(self._meant(asked))
        best = min(matches, key=lambda one: one.cost, default=None)
        if best is None:
            return None
        found = yield from finding(self._quoted, 0, len(self._quoted.folded), best)
        return (yield from self._found(found)) if found.is_near else None

    def _pieced_together(self, asked: Asked) -> Generator[None, None, Outcome]:
        """The quotation out of what the asked material has, if that has all of it; else out of
        everything."""
        for places in (self._meant(asked), self._windows):
            matches = yield from self._matches(places)
            if not matches:
                continue
            found = settled((yield from sections(self._quoted, matches)))
            findings: list[tuple[Section, Finding | None]] = []
            for section in found:
                findings.append((section, (yield from self._finding(section))))
            if places is self._windows or all(one and one.is_certain for _, one in findings):
                return (yield from self._told(findings, matches))
        length = len(self._quoted.folded)
        return Outcome(Verdict((nowhere(self._quoted, 0, length),)), [self._quoted.folded])

    def _finding(self, section: Section) -> Generator[None, None, Finding | None]:
        start, finish, near = section
        if near is None:
            return None
        near = rematched(self._quoted.folded[start:finish], near)
        yield
        return (yield from finding(self._quoted, start, finish, near))

    def _told(
        self, findings: Sequence[tuple[Section, Finding | None]], matches: Sequence[Match]
    ) -> Generator[None, None, Outcome]:
        parts: list[Part] = []
        unexplained: list[str] = []
        start = 0
        for section, found in findings:
            if found is None or not found.is_near:
                unexplained.append(self._quoted.folded[section.start : section.finish])
                continue
            if start < section.start:
                parts.append(nowhere(self._quoted, start, section.start))
            start = section.finish
            part = yield from self._found(found)
            parts.append((yield from self._with_others(part, found, matches)))
            unexplained += self._spots(found, part)
            yield
        if start < len(self._quoted.folded):
            parts.append(nowhere(self._quoted, start, len(self._quoted.folded)))
        return Outcome(Verdict(tuple(parts)), unexplained)

    def _meant(self, asked: Asked) -> list[Window]:
        return [window for window in self._windows if window.stretch.is_meant(asked)]

    def _matches(self, places: Sequence[Window]) -> Generator[None, None, list[Match]]:
        return (yield from self._matched(shortlist(places)))

    def _matched(self, places: Sequence[Window]) -> Generator[None, None, list[Match]]:
        found: list[Match] = []
        for window in places:
            found.append(match(self._quoted.folded, window))
            yield
        return found

    def _found(self, found: Finding) -> Generator[None, None, Part]:
        """A part by its source, with the other years that have the quotation's wording; the more
        differences, the less is said by each, so only of the first ones."""
        elsewhere: dict[Change, Source | None] = {}
        for change in found.changes[:_EXPLAINED]:
            elsewhere[change] = self._elsewhere(found, change)
            yield
        part = found_part(self._quoted, found, elsewhere.get)
        return part if found.is_certain else replace(part, kind=Kind.UNSURE)

    def _elsewhere(self, found: Finding, change: Change) -> Source | None:
        place = worded_elsewhere(self._quoted, found, change, self._windows)
        return excerpt(*place) if place else None

    def _spots(self, found: Finding, part: Part) -> list[str]:
        """The differences that no other year's wording explains, with their clauses; none in a
        quotation so short that its pieces have found their parallels already."""
        if len(self._quoted.folded) <= _SHORT:
            return []
        within = (found.start, found.finish)
        spots = [
            spot(self._quoted, change, within)
            for change, difference in zip(found.changes, part.differences, strict=True)
            if difference.elsewhere is None
        ]
        return [self._quoted.folded[start:finish] for start, finish in spots]

    def _with_others(
        self, part: Part, found: Finding, matches: Sequence[Match]
    ) -> Generator[None, None, Part]:
        """A part with its rivals and the other places of its source's text."""
        here = found.match
        words = here.text
        same = [window for window in self._windows if window.has(words)]
        yield
        also = _places(words, same, here.window)
        yield
        if not found.changes:
            return replace(part, also=also)
        near = [
            one
            for one in matches
            if one.window is not here.window
            and sum(one.costs[found.start : found.finish]) <= here.cost
        ]
        rivals: list[Source] = []
        for one in near[:_RIVALS]:
            other = rematched(self._quoted.folded[found.start : found.finish], one)
            if other.text != words and other.cost <= here.cost:
                rivals.append(excerpt(other.window, other.start, other.finish))
            yield
        return replace(part, also=also, rivals=distinct(rivals))


def _places(words: str, standing: Iterable[Window], but: Window) -> tuple[Place, ...]:
    """Where `words` stand, each place once, oldest first, without the window that is shown."""
    at = but.folded.find(words)
    shown = place_of(but.stretch, at, at + len(words))
    # A stretch has many windows; where its paragraphs begin is worked out once.
    apart = {(one.stretch.material, one.stretch.first): one for one in standing}
    found = {
        place_of(window.stretch, start, start + len(words))
        for window in apart.values()
        if (start := window.folded.index(words)) >= 0
    }
    return tuple(sorted(found - {shown}, key=lambda place: (place.spoken_on, place.material)))
