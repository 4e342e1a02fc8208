"""`python -m study audit`."""

import asyncio
import sys
from datetime import datetime, time
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from study.clock import stamp
from study.settings import Settings, load_settings
from study.storage import audit
from study.storage.audit import Entry, Verdict
from study.storage.database import Database, open_database
from study.storage.migrations import version_of

_CONSOLE = Console(highlight=False, markup=False, soft_wrap=True)


@click.command("audit", help="列出管理员和系统的操作记录，并校验有没有被改过。")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="只列这一天起的：2026-11-01")
@click.option("--person", default="", help="只列这个 QQ 的；机器人自己做的写 system")
@click.option("--verify", "only_verify", is_flag=True, help="只校验，不列出")
@click.option(
    "--clock-is-right", is_flag=True, help="时钟以前走快过，现在准了：之后的期限按现在的时间算"
)
def audit_(since: datetime | None, person: str, only_verify: bool, clock_is_right: bool) -> None:
    """Print the rows and whether the chain holds; exit code 1 when it does not."""
    settings = load_settings()
    version_of(settings.database)
    if clock_is_right:
        asyncio.run(_set_right(settings))
        return
    begin = stamp(datetime.combine(since, time(), settings.timezone)) if since else ""
    verdict = asyncio.run(_shown(settings, begin, person, only_verify=only_verify))
    _CONSOLE.print(_verdict(verdict))
    if verdict.broken is not None:
        sys.exit(1)


async def _set_right(settings: Settings) -> None:
    database = await open_database(settings.database)
    try:
        async with database.transaction() as transaction:
            await audit.set_right(transaction, stamp(datetime.now(settings.timezone)))
    finally:
        await database.close()
    _CONSOLE.print("已记下：从现在起按现在的时间算")


async def _shown(settings: Settings, since: str, person: str, *, only_verify: bool) -> Verdict:
    database = await open_database(settings.database)
    try:
        if not only_verify:
            await _print_entries(database, settings.timezone, since, person)
        return await audit.verify(database)
    finally:
        await database.close()


async def _print_entries(database: Database, timezone: ZoneInfo, since: str, person: str) -> None:
    async for one in audit.entries(database, since, person):
        _CONSOLE.print(_line(one, timezone))


def _line(one: Entry, timezone: ZoneInfo) -> str:
    at = datetime.fromisoformat(one.at).astimezone(timezone)
    who = "系统" if one.person == "system" else one.person
    change = " → ".join(part or "无" for part in (one.before, one.after))
    what = f"　{change}" if one.before or one.after else ""
    return f"{one.number}　{at:%Y-%m-%d %H:%M:%S}　{who}　{one.action}{what}"


def _verdict(verdict: Verdict) -> str:
    if verdict.broken is not None:
        return f"✗ 从第 {verdict.broken} 条起对不上：有记录被改过、删过或插入过"
    return f"操作记录 {verdict.count} 条，前后一致，末尾 {verdict.hash or '（没有记录）'}"
