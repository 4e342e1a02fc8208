"""What stands in the picture of somebody's progress."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from study.memory.progress import LATEST, WEEKS, Progress
from study.picture import palette
from study.picture.calendar import STEPS, calendar

_WEEKDAYS = "一二三四五六日"
_MOST_TOPICS = 6
_LONGEST_NAME = 7
"""Characters of a topic for which there is room."""


def card(one: Progress) -> dict[str, Any]:
    """The content of card.typ, to be handed over as JSON."""
    return {
        "day": f"{one.today.year}年{one.today.month}月{one.today.day}日",
        "figures": _figures(one),
        "weeks": [asdict(week) for week in calendar(one.days, one.today, WEEKS)],
        "steps": ["0", *(f"{step}+" for step in STEPS)],
        "topics": _topics(one),
        "latest": LATEST,
        "forecast": _forecast(one),
        "colours": {
            "calendar": palette.CALENDAR,
            "bar": palette.BAR,
            "behind": palette.BAR_BEHIND,
            "ink": palette.INK,
            "pale": palette.PALE_INK,
        },
    }


def _figures(one: Progress) -> list[dict[str, str]]:
    figures = (
        ("连续天数", f"{one.streak}"),
        ("累计作答", f"{one.total.answers}"),
        ("正确率", f"{one.total.percent}%" if one.total.answers else "—"),
        ("今天到期", f"{one.forecast[0]}"),
    )
    return [{"name": name, "value": value} for name, value in figures]


def _topics(one: Progress) -> list[dict[str, str | int]]:
    return [
        {
            "name": _short(topic.name),
            "percent": topic.score.percent,
            "right": topic.score.right,
            "answers": topic.score.answers,
        }
        for topic in one.topics[:_MOST_TOPICS]
    ]


def _forecast(one: Progress) -> list[dict[str, str | int]]:
    days = [one.today + timedelta(days=ahead) for ahead in range(len(one.forecast))]
    return [
        {
            "day": "今天" if day == one.today else f"周{_WEEKDAYS[day.weekday()]}",
            "count": count,
            "colour": palette.TODAY if day == one.today else palette.BAR,
        }
        for day, count in zip(days, one.forecast, strict=True)
    ]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
