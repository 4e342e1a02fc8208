"""Which items of an enumeration people name in chat: 道路自信, 道路、理论, “文化自信”和制度自信."""

from collections.abc import Sequence

from study.phrases.coordination import shared_prefix, shared_suffix
from study.search.folding import fold

_JOINTS = ("和", "与", "及", "以及", "还有", *"0123456789")
"""What may stand between the items beside signs and blanks, which folding drops."""
_LEAST = 2
"""Characters of an item's short name: one alone may be any word of a talk."""
_LONGEST = 200
"""Characters of a message that is looked at."""


def named(text: str, items: Sequence[str]) -> tuple[int, ...]:
    """The indices in `items` of those that a message names, in its order, each once.

    Items may go without what they have in common (道路 for 道路自信). None are named by a message
    with anything that is no item: it is talk.

    >>> named("理论自信、道路", ["道路自信", "理论自信", "制度自信", "文化自信"])
    (1, 0)
    >>> named("道路自信这个我知道", ["道路自信", "理论自信", "制度自信", "文化自信"])
    ()
    """
    folded = fold(text)
    if len(folded) > _LONGEST:
        return ()
    names = _names(items)
    # For each place that can be reached by names and joints alone, the items on the way.
    reached: dict[int, tuple[int, ...]] = {0: ()}
    for place in range(len(folded)):
        if place not in reached:
            continue
        for name, index in names.items():
            if folded.startswith(name, place):
                reached.setdefault(place + len(name), (*reached[place], index))
        for joint in _JOINTS:
            if folded.startswith(joint, place):
                reached.setdefault(place + len(joint), reached[place])
    return tuple(dict.fromkeys(reached.get(len(folded), ())))


def _names(items: Sequence[str]) -> dict[str, int]:
    """Item of each name in search form; a short name that two items have is none."""
    forms = [fold(item) for item in items]
    prefix, suffix = shared_prefix(forms), shared_suffix(forms)
    short: dict[str, list[int]] = {}
    for index, form in enumerate(forms):
        ends = (form.removesuffix(suffix), form.removeprefix(prefix))
        for name in {*ends, ends[0].removeprefix(prefix)}:
            short.setdefault(name, []).append(index)
    names = {
        name: indices[0]
        for name, indices in short.items()
        if len(name) >= _LEAST and len(indices) == 1
    }
    return names | {form: index for index, form in enumerate(forms) if form}
