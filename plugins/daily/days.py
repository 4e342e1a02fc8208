"""The day that a person means: 昨日, 11-20, 2026年11月20日."""

import re
import unicodedata
from datetime import date, timedelta

_WORDS = {"明日": -1, "明天": -1, "昨日": 1, "昨天": 1, "前日": 2, "前天": 2, "大前天": 3}
_AHEAD = timedelta(days=60)
_DAY = re.compile(
    r"(?:(?P<year>\d{4})[-./年])?(?P<month>\d{1,2})[-./月](?P<day>\d{1,2})[日号]?"
    r"|(?P<packed>20\d{6})"
)


def names_day(word: str) -> bool:
    """Whether `word` has the form of a day, possible or not."""
    return word in _WORDS or bool(_DAY.fullmatch(_plain(word)))


def parse_day(word: str, today: date) -> date | None:
    """The day that `word` names, None for a day that does not exist (2月30日).

    Without a year it is the last such day, or one that comes within the next weeks.
    """
    if word in _WORDS:
        return today - timedelta(days=_WORDS[word])
    match = _DAY.fullmatch(_plain(word))
    if match is None:
        return None
    if match["packed"]:
        return _date(int(match["packed"][:4]), int(match["packed"][4:6]), int(match["packed"][6:]))
    month, day = int(match["month"]), int(match["day"])
    if match["year"]:
        return _date(int(match["year"]), month, day)
    this_year = _date(today.year, month, day)
    if this_year is None or this_year > today + _AHEAD:
        return _date(today.year - 1, month, day) or this_year
    return this_year


def _plain(word: str) -> str:
    return re.sub("[–—]", "-", unicodedata.normalize("NFKC", word))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
