"""`python3 -m benchmarks.cases`: the list, a case and its likenesses where 10,000 cases are open.

A third of the cases are against sellers whom many report, one of them is in a thousand cases;
texts, files and pictures are passed on from case to case.
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from zoneinfo import ZoneInfo

from benchmarks.report import Bar, Row, percentile, show, single
from study.clock import stamp
from study.evidence.links import text_traits
from study.evidence.trait import Trait
from study.sealing.key_file import load_keyring
from study.services import reading_cases
from study.services.case_moves import Desk
from study.services.likenesses import likenesses
from study.services.opening_cases import Report, open_case
from study.storage import cases, evidence
from study.storage.database import Database, Transaction, open_database
from study.storage.evidence import File
from study.storage.vault import Vault

_CASES = 10_000
_AT_ONCE = 200
_ROUNDS = 500
_ADMINS = ("10001", "10002", "10003")
_BUSY_SELLER, _BUSY_CASES = "QQ 88888888", 1_000
_SELLERS = 300
_NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
_SAID = (
    *("全套资料三百元打包", "要的私我付款秒发", "内部讲义先到先得", "今晚八点前下单再送一份"),
    *("支持闲鱼担保交易", "群里的资料都是最新的", "不退不换请想好再拍", "只发网盘不发快递"),
)


async def measure() -> list[Row]:
    """All rows of the table."""
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(Path(folder) / "study.db")
        vault = Vault(Path(folder) / "evidence", load_keyring(Path(folder) / "study.key"))
        desk = Desk(database, vault, "10001", _ADMINS, _NOW, ZoneInfo("Asia/Shanghai"), 3)
        try:
            numbers = await _fill(database, vault)
            return await _rows(desk, numbers, Random(3))
        finally:
            await database.close()


async def _fill(database: Database, vault: Vault) -> list[str]:
    random, numbers = Random(5), list[str]()
    for first in range(0, _CASES, _AT_ONCE):
        async with database.transaction() as transaction:
            for place in range(first, first + _AT_ONCE):
                numbers.append(await _report(transaction, vault, place, random))
    return numbers


async def _report(transaction: Transaction, vault: Vault, place: int, random: Random) -> str:
    at = _NOW - timedelta(minutes=_CASES - place)
    reporter = str(30_000_000 + random.randrange(4_000))
    for form, file in _files(vault, place, random):
        await evidence.add_file(transaction, file, stamp(at))
        await evidence.add(transaction, reporter, form, file.digest, b"", stamp(at))
    report = Report(reporter, _suspect(place, random), "昨晚，闲鱼")
    return await open_case(transaction, vault.keyring, report, _ADMINS, at, random.choice)


def _suspect(place: int, random: Random) -> str:
    if place % (_CASES // _BUSY_CASES) == 0:
        return _BUSY_SELLER
    if random.random() < 0.3:
        return (
            f"QQ {70_000_000 + random.randrange(_SELLERS)} 群 {60_000_000 + random.randrange(50)}"
        )
    return f"QQ {10_000_000 + place}"


def _files(vault: Vault, place: int, random: Random) -> list[tuple[str, File]]:
    """A text and a screenshot, one in ten of which was somebody's before."""
    source = random.randrange(place) if place and random.random() < 0.1 else place
    own = Random(source)
    told = [f"{own.randrange(10**6)}号老师整理的{own.randrange(10**6)}套" for _ in range(5)]
    said = "，".join([*own.sample(_SAID, 5), *told])
    text = [Trait(one.kind, vault.keyring.digest(one.kind, one.value)) for one in text_traits(said)]
    shot = f"{source:064x}"
    return [
        ("text", File(f"{place + 10**9:064x}", 200, "txt", text)),
        ("picture", File(f"{place + 10**10:064x}", 200_000, "png", [Trait("picture", shot)])),
    ]


async def _rows(desk: Desk, numbers: Sequence[str], random: Random) -> list[Row]:
    pages = -(-_CASES // reading_cases.PAGE)
    found = [await cases.find(desk.database, number) for number in numbers]
    places = [case.id for case in found if case]
    some = random.sample(range(_CASES), _ROUNDS)
    busy = [place - place % (_CASES // _BUSY_CASES) for place in some]

    def listed(page: int) -> Callable[[], Awaitable[object]]:
        return lambda: reading_cases.listed(desk, page)

    def view(place: int) -> Callable[[], Awaitable[object]]:
        return lambda: reading_cases.view(desk, numbers[place])

    def alike(place: int) -> Callable[[], Awaitable[object]]:
        return lambda: likenesses(desk.database, places[place])

    return [
        await _row("/案 列表，第一页", [listed(1)] * _ROUNDS, 50),
        await _row("/案 列表，各页", [listed(1 + place % pages) for place in some], 50),
        await _row("/案 看", [view(place) for place in some], 50),
        await _row(f"/案 看，{_BUSY_CASES} 件同一QQ", [view(place) for place in busy], 50),
        await _row("找重复", [alike(place) for place in some], 100),
        await _row(f"找重复，{_BUSY_CASES} 件同一QQ", [alike(place) for place in busy], 100),
    ]


async def _row(what: str, calls: Sequence[Callable[[], Awaitable[object]]], most: float) -> Row:
    """The ms below which 99 of 100 calls take; the median is told beside."""
    times: list[float] = []
    for call in calls:
        start = perf_counter()
        await call()
        times.append((perf_counter() - start) * 1000)
    middle = f"p99 毫秒（中位 {percentile(times, 0.5):.1f}）"
    return single(f"{what}：{middle}", [percentile(times, 0.99)], Bar(most))


if __name__ == "__main__":
    sys.exit(0 if show(asyncio.run(measure())) else 1)
