"""Other cases that may be about the same resale, found by what they were reported with."""

from collections import defaultdict
from collections.abc import Collection

from study.evidence.links import is_near_text
from study.reports.rivals import Alike, Common
from study.storage import traits
from study.storage.database import Database, Transaction
from study.storage.traits import Shared


async def likenesses(source: Database | Transaction, case: int) -> list[Alike]:
    """The cases that have something in common with one, in the order in which they came; withdrawn
    ones are left out."""
    found: dict[int, list[Shared]] = defaultdict(list)
    for one in await traits.shared(source, case):
        found[one.case].append(one)
    near = await _near_texts(source, case, found)
    alike = [_alike(place, one, place in near) for place, one in sorted(found.items())]
    return [one for one in alike if one.common]


async def _near_texts(
    source: Database | Transaction, case: int, found: dict[int, list[Shared]]
) -> set[int]:
    """The cases whose texts are nearly those of this one."""
    counts = {
        place: one.count
        for place, all_of in found.items()
        for one in all_of
        if one.kind == "sketch"
    }
    if not counts:
        return set()
    sizes = await traits.counts(source, "sketch", {case, *counts})
    return {
        place for place, count in counts.items() if is_near_text(sizes[case], sizes[place], count)
    }


def _alike(place: int, shared: Collection[Shared], near: bool) -> Alike:
    kinds = {one.kind for one in shared} - (set() if near else {"sketch"})
    if "content" in kinds:
        kinds.discard("picture")  # The same picture is like itself.
    first = next(iter(shared))
    common = tuple(one for one in Common if one in kinds)
    return Alike(place, first.number, first.state, first.decision, common)
