"""Who knows nothing and picks an option by its looks: how often he is right.

Among options that look the same he picks any: then a question counts by its odds.
"""

from collections.abc import Callable, Iterable
from random import Random

from benchmarks.questions_made import Cloze

_TIMES = 20
"""Orders that are drawn of a question's options."""
Look = Callable[[str], float]


def shares(
    clozes: Iterable[Cloze], times: Callable[[str], int], random: Random
) -> dict[str, float]:
    """For each habit the share (%) of questions it answers right; and the share of those whose
    options are of one length but for a character."""
    each = list(clozes)
    found = {
        "总选最长的": _mean(_odds(one, len) for one in each),
        "总选与题干同字最多的": _mean(_odds(one, _shared(one)) for one in each),
        "总选库里最常见的": _mean(_odds(one, times) for one in each),
        "总选第一个": _mean(_is_first(one, random) for one in each for _ in range(_TIMES)),
    }
    return found | {"选项长度相同（差一字以内）": _mean(_is_even(one) for one in each)}


def _is_first(one: Cloze, random: Random) -> bool:
    """Whether the right option stands first when they are put in the order that a quiz draws."""
    return random.sample(one.options, len(one.options))[0] == one.right


def _odds(one: Cloze, look: Look) -> float:
    looks = {option: look(option) for option in one.options}
    best = [option for option, value in looks.items() if value == max(looks.values())]
    return (one.right in best) / len(best)


def _shared(one: Cloze) -> Look:
    return lambda option: sum(character in one.stem for character in option)


def _is_even(one: Cloze) -> bool:
    sizes = [len(option) for option in one.options]
    return max(sizes) - min(sizes) <= 1


def _mean(values: Iterable[float]) -> float:
    each = list(values)
    return 100 * sum(each) / max(1, len(each))
