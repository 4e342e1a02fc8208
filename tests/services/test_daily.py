"""Which excerpt comes when."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.clock import study_day
from study.materials.rotation import NEW_DAYS, Shelved, choose
from study.members.entitlement import EVERYTHING, NOTHING
from study.services.daily import EmptyLibrary, excerpt_of_the_day
from study.services.importing import Intake
from study.services.reader import Reader
from study.storage.database import Database
from tests.library import MONDAY, SPEECH, add

SHANGHAI = ZoneInfo("Asia/Shanghai")
GROUP = Reader("group:1", NOTHING)


def test_new_materials_go_first_then_the_latest_speech() -> None:
    shelf = [
        Shelved(1, False, "2026-01-27", 3),
        Shelved(2, False, "2021", 3),
        Shelved(3, True, "1954", 3),
        Shelved(4, False, "", 3),
    ]
    order: list[int] = []
    shown: dict[int, int] = {}
    for _ in range(8):
        number = choose(shelf, shown)
        assert number
        order.append(number)
        shown[number] = shown.get(number, 0) + 1
    assert order == [3, 3, 3, 1, 2, 4, 1, 2]


@given(st.lists(st.tuples(st.integers(1, 5), st.booleans()), min_size=1, max_size=8))
def test_nothing_comes_twice_before_everything_came_once(sizes: list[tuple[int, bool]]) -> None:
    shelf = [Shelved(number, new, "", size) for number, (size, new) in enumerate(sizes, start=1)]
    shown: dict[int, int] = {}
    for _ in range(sum(size for size, _ in sizes)):
        number = choose(shelf, shown)
        assert number
        shown[number] = shown.get(number, 0) + 1
    assert shown == {item.number: item.excerpts for item in shelf}


def test_an_empty_shelf_gives_nothing() -> None:
    assert choose([], {}) is None


async def test_no_excerpt_of_the_library_comes_again_before_it_is_used_up(
    database: Database,
) -> None:
    for subject in ("作风", "学风", "文风", "家风"):
        await add(database, SPEECH.replace("作风", subject))
    seen = [
        (await excerpt_of_the_day(database, GROUP, MONDAY + timedelta(days=day), SHANGHAI)).text
        for day in range(12)
    ]
    total = (await database.read("select count(distinct text) from excerpt"))[0][0]
    assert total >= 9
    assert len(set(seen[:total])) == total
    assert seen[total:] == seen[: 12 - total] or set(seen[total:]) <= set(seen[:total])


async def test_a_material_published_today_is_shown_tomorrow_at_the_latest(
    database: Database,
) -> None:
    await add(database, at=MONDAY - timedelta(days=30))
    await excerpt_of_the_day(database, GROUP, MONDAY, SHANGHAI)
    number = await add(database, SPEECH.replace("作风", "学风").replace("2026年", "1999年"))
    tomorrow = await excerpt_of_the_day(database, GROUP, MONDAY + timedelta(days=1), SHANGHAI)
    assert tomorrow.material == number


@pytest.mark.parametrize(("age", "first"), [(0, 2), (NEW_DAYS - 1, 2), (NEW_DAYS, 1)])
async def test_a_material_is_new_for_seven_days(database: Database, age: int, first: int) -> None:
    await add(database, at=MONDAY - timedelta(days=50))
    old_speech = SPEECH.replace("作风", "学风").replace("2026年", "1999年")
    await add(database, old_speech, at=MONDAY - timedelta(days=age))
    assert (await excerpt_of_the_day(database, GROUP, MONDAY, SHANGHAI)).material == first


async def test_members_materials_are_for_readers_who_may_read_everything(
    database: Database,
) -> None:
    await add(database, intake=Intake("member"))
    with pytest.raises(EmptyLibrary):
        await excerpt_of_the_day(database, GROUP, MONDAY, SHANGHAI)
    members = Reader("group:2", EVERYTHING)
    assert (await excerpt_of_the_day(database, members, MONDAY, SHANGHAI)).material == 1


@pytest.mark.parametrize(("hours", "day"), [(-5.01, 22), (-5, 23), (0, 23), (18.99, 23), (19, 24)])
def test_a_study_day_turns_at_four_in_the_morning(hours: float, day: int) -> None:
    assert study_day(MONDAY + timedelta(hours=hours), SHANGHAI) == date(2026, 11, day)
