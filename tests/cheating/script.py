"""What scripts of cheating have in common, and the list of them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from study.evidence.piece import Form, Piece
from study.reports.moves import Refused
from study.services.case_moves import NoSuchCase
from study.services.deciding import Blocked, WrongMain
from tests.casework import Office

Script = Callable[[Office], Awaitable[None]]
SCRIPTS: dict[str, tuple[Script, int]] = {}
"""Each with how many rewards are due in it."""
REFUSALS = (Refused, NoSuchCase, Blocked, WrongMain)
PASTED = "全套资料三百元打包，要的私我，付款秒发网盘链接"
WEEK, YEAR = timedelta(days=7), timedelta(days=365)


def script(due: int) -> Callable[[Script], Script]:
    """A way to cheat, and how many rewards are due in it."""

    def add(one: Script) -> Script:
        SCRIPTS[one.__name__] = (one, due)
        return one

    return add


async def is_refused(move: Awaitable[object]) -> None:
    with pytest.raises(REFUSALS):
        await move


async def at_once(*moves: Awaitable[object]) -> int:
    """How many of some moves that are made at the same moment are not refused."""
    results = await asyncio.gather(*moves, return_exceptions=True)
    for one in results:
        assert not isinstance(one, BaseException) or isinstance(one, REFUSALS)
    return sum(not isinstance(one, BaseException) for one in results)


def picture(content: bytes) -> Piece:
    return Piece(Form.PICTURE, "截图.png", content)
