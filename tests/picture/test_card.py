"""The picture of somebody's progress."""

import threading
import time
from datetime import date, timedelta

import pytest

from study.memory.progress import WEEKS, Progress
from study.memory.record import Day, Score
from study.memory.topics import Topic
from study.picture.calendar import calendar
from study.picture.card import card
from study.picture.drawing import can_draw, draw

TODAY = date(2026, 11, 25)  # a Wednesday
NEEDS_EXTRA = pytest.mark.skipif(not can_draw(), reason="the extra `picture` is not installed")


def day(ago: int, answers: int) -> Day:
    return Day(TODAY - timedelta(days=ago), answers, Score(answers, answers))


def a_progress(*topics: Topic, days: tuple[Day, ...] = ()) -> Progress:
    return Progress(
        TODAY, 3, 40, days, Score(8, 6), Score(100, 79), topics, (12, 0, 3, 0, 0, 1, 2), 12
    )


def test_a_week_is_a_column_and_the_present_one_is_the_last() -> None:
    weeks = calendar([day(0, 1), day(2, 25), day(9, 5), day(400, 9)], TODAY, WEEKS)
    assert len(weeks) == WEEKS
    assert weeks[-1].shades == (4, 0, 1, None, None, None, None)
    assert weeks[-2].shades == (2, 0, 0, 0, 0, 0, 0)
    assert sum(filter(None, (shade for week in weeks for shade in week.shades))) == 7


def test_a_month_is_named_where_it_begins() -> None:
    months = [week.month for week in calendar([], TODAY, WEEKS)]
    assert [month for month in months if month] == [6, 7, 8, 9, 10, 11]
    assert months[-5] == 11, "1 November is a Sunday"


def test_the_card_says_what_it_shows() -> None:
    shown = card(a_progress(Topic("乡村振兴与农业农村", Score(50, 40))))
    assert shown["figures"] == [
        {"name": "连续天数", "value": "3"},
        {"name": "累计作答", "value": "100"},
        {"name": "正确率", "value": "79%"},
        {"name": "今天到期", "value": "12"},
    ]
    assert [one["day"] for one in shown["forecast"]] == [
        "今天", "周四", "周五", "周六", "周日", "周一", "周二",
    ]  # fmt: skip
    assert shown["topics"] == [{"name": "乡村振兴与农…", "percent": 80, "right": 40, "answers": 50}]


@NEEDS_EXTRA
def test_it_is_drawn_whatever_the_topics_are_called() -> None:
    names = ("党的建设", "#panic()", '$x$ \\ "', "😀", "")
    topics = [Topic(name, Score(9, place)) for place, name in enumerate(names)]
    for one in (a_progress(), a_progress(*topics, days=(day(0, 3), day(100, 30)))):
        assert draw(card(one)).startswith(b"\x89PNG")


@NEEDS_EXTRA
def test_others_go_on_while_it_is_drawn() -> None:
    one = card(a_progress(days=tuple(day(ago, ago % 30) for ago in range(170))))
    draw(one)
    drawing = threading.Thread(target=lambda: [draw(one) for _ in range(5)])
    drawing.start()
    pauses: list[float] = []
    while drawing.is_alive():
        begun = time.perf_counter()
        time.sleep(0.001)
        pauses.append(time.perf_counter() - begun)
    assert len(pauses) > 5, "the thread kept the interpreter to itself"
