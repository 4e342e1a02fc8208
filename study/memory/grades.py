"""How well an answer shows that something is remembered."""

from fsrs import Rating

from study.questions.question import Kind

_READ = 6
"""Characters that people read in a second when they look for something."""
_DECIDE = 4
"""Seconds to decide and to send."""
_WRITE = 1
"""Seconds that each character of an answer in words takes."""
_SHOWN = {Kind.CHOICE: 4, Kind.SEVERAL: 2, Kind.ORDER: 1}
"""How much text the options are, as a multiple of the right ones."""
_WRITTEN = (Kind.TYPED, Kind.TOGETHER)
_AT_ONCE = 6
"""Seconds within which an answer that takes one sign is quick, however long the text."""
_SLOW = 1.5


def usual_seconds(kind: Kind, stem: int, answer: int) -> float:
    """How long an answer usually takes, by the characters of the stem and of the right answer."""
    reading = (stem + _SHOWN.get(kind, 0) * answer) / _READ
    return _DECIDE + reading + (_WRITE * answer if kind in _WRITTEN else 0)


def grade(*, is_right: bool, hinted: bool, seconds: float, kind: Kind, usual: float) -> Rating:
    """The FSRS rating of an answer.

    Wrong: Again. Right, but with a hint or slowly: Hard; quickly (in a third of the usual time,
    and where nothing has to be written within six seconds): Easy; otherwise Good.
    """
    if not is_right:
        return Rating.Again
    if hinted or seconds > _SLOW * usual:
        return Rating.Hard
    quick = usual / 3 if kind in _WRITTEN else min(usual / 3, _AT_ONCE)
    return Rating.Easy if seconds <= quick else Rating.Good
