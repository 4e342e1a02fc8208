"""From the cheapest sections to those that mean something."""

from collections.abc import Sequence

from study.quotations.sections import Section

_PARALLEL = 0.5
"""A section is another wording of its neighbour's source when that bears out this share."""
_LEAST_BESIDE_NOTHING = 16
"""Characters of a section that say more than a set phrase between words that stand nowhere."""


def settled(found: Sequence[Section]) -> list[Section]:
    """Sections without those that only word otherwise what a neighbour's source says too, and
    without set phrases among words that stand nowhere."""
    return _joined(_without_phrases(_joined(_without_wordings(found))))


def _without_wordings(found: Sequence[Section]) -> list[Section]:
    """A clause in the wording of another year is no place of its own."""
    kept = list(found)
    by_size = sorted(range(len(kept)), key=lambda index: kept[index].finish - kept[index].start)
    for index in by_size:
        section = kept[index]
        for side in (index - 1, index + 1):
            if section.match and 0 <= side < len(kept) and _bears_out(kept[side], section):
                kept[index] = section._replace(match=kept[side].match)
                break
    return kept


def _bears_out(neighbour: Section, section: Section) -> bool:
    if neighbour.match is None or neighbour.match is section.match:
        return False
    cost = sum(neighbour.match.costs[section.start : section.finish])
    return cost <= (1 - _PARALLEL) * (section.finish - section.start)


def _without_phrases(found: Sequence[Section]) -> list[Section]:
    kept = list(found)
    for index, section in enumerate(kept):
        sides = [found[side] for side in (index - 1, index + 1) if 0 <= side < len(found)]
        is_short = section.finish - section.start < _LEAST_BESIDE_NOTHING
        if is_short and any(side.match is None for side in sides):
            kept[index] = section._replace(match=None)
    return kept


def _joined(found: Sequence[Section]) -> list[Section]:
    """Neighbours of one match as one section."""
    joined: list[Section] = []
    for section in found:
        if joined and joined[-1].match is section.match:
            joined[-1] = joined[-1]._replace(finish=section.finish)
        else:
            joined.append(section)
    return joined
