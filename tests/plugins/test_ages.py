"""How long somebody has been around, by what implementations say."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, cast

import pytest
from nonebot.adapters.onebot.v11 import ActionFailed, Bot

from study.reports.age import Age, is_too_young
from tests.library import MONDAY

LEAST = timedelta(days=3)
HOUR = timedelta(hours=1)


class Implementation:
    """Stands for a connected account: answers by action, groups by number; None never answers."""

    self_id = "10000"

    def __init__(self, stranger: Any, groups: dict[int, Any]) -> None:
        self.stranger, self.groups = stranger, groups
        self.asked = 0

    async def call_api(self, action: str, **said: Any) -> Any:
        self.asked += 1
        match action:
            case "get_group_list":
                answer: Any = [{"group_id": number} for number in self.groups]
            case "get_group_member_info":
                answer = self.groups[said["group_id"]]
            case _:
                answer = self.stranger
        if answer is None:
            await asyncio.sleep(60)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture(autouse=True)
def fresh(app: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from plugins.report import ages

    monkeypatch.setattr(ages, "_SECONDS", 0.05)
    yield
    ages._groups.clear()


async def age(stranger: Any, groups: dict[int, Any]) -> Age:
    from plugins.report.ages import age_of

    bot = cast("Bot", Implementation(stranger, groups))
    return await age_of(bot, "30001", LEAST, MONDAY)


def since(passed: timedelta) -> int:
    return int((MONDAY - passed).timestamp())


ABSENT = ActionFailed(retcode=100)


@pytest.mark.parametrize(
    ("stranger", "account"),
    [
        ({"reg_time": since(HOUR)}, HOUR),
        ({"reg_time": str(since(HOUR)), "login_days": 0, "qqLevel": 0}, HOUR),
        ({"reg_time": 0, "login_days": 40}, timedelta(days=40)),
        ({"login_days": 1, "level": 24}, timedelta(days=5)),
        ({"reg_time": 0, "login_days": 1, "qqLevel": 0}, None),  # Perhaps only so many in a row.
        ({}, None),
        (ABSENT, None),
        (None, None),
        ("nonsense", None),
    ],
)
async def test_the_age_of_an_account(stranger: Any, account: timedelta | None) -> None:
    assert (await age(stranger, {})).account == account


@pytest.mark.parametrize(
    ("groups", "in_group"),
    [
        ({}, timedelta()),
        ({1: ABSENT, 2: {"join_time": since(HOUR)}}, HOUR),
        ({1: {"join_time": since(HOUR)}, 2: {"join_time": since(LEAST)}}, LEAST),
        ({1: {"join_time": 0}, 2: {"join_time": since(HOUR)}}, None),
        ({1: {"join_time": 0}, 2: {"join_time": since(LEAST)}}, LEAST),
        ({1: None}, None),
        (dict.fromkeys(range(31), ABSENT), None),
    ],
)
async def test_how_long_somebody_is_in_a_group(
    groups: dict[int, Any], in_group: timedelta | None
) -> None:
    assert (await age({}, groups)).in_group == in_group


async def test_no_more_than_thirty_groups_are_asked_and_their_list_is_kept() -> None:
    from plugins.report.ages import age_of

    made = Implementation({}, dict.fromkeys(range(200), ABSENT))
    await age_of(cast("Bot", made), "30001", LEAST, MONDAY)
    assert made.asked == 32
    await age_of(cast("Bot", made), "30001", LEAST, MONDAY)
    assert made.asked == 63


@pytest.mark.parametrize(
    ("account", "in_group", "is_young"),
    [
        (HOUR, HOUR, True),
        (HOUR, timedelta(), True),
        (LEAST, HOUR, False),
        (HOUR, LEAST, False),
        (None, HOUR, False),
        (HOUR, None, False),
        (None, None, False),
    ],
)
def test_only_who_is_known_to_be_new_is_refused(
    account: timedelta | None, in_group: timedelta | None, is_young: bool
) -> None:
    assert is_too_young(Age(account, in_group), LEAST) is is_young
