"""`python -m study codes`: batches of redeem codes."""

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

import click
from rich.console import Console
from rich.markup import escape

from study.cli.misuse import WrongUse
from study.members import texts
from study.members.batch import Batch
from study.members.spoken import OutOfBounds, term
from study.members.term import Term
from study.services.issuing import MOST, Issued, Order, batches, issue
from study.settings import load_settings
from study.storage.database import open_database
from study.storage.maintenance import FileExists

_CONSOLE = Console()
_PERSON = "命令行"
_MOST_LISTED = 100


def _term(value: str) -> Term:
    """A term as people write it."""
    try:
        found = term(value)
    except OutOfBounds as error:
        raise click.BadParameter("时长最短1天，最长10年") from error
    if found is None:
        raise click.BadParameter("时长写成 365天、6个月、1年 的样子")
    return found


@click.command("codes", help="生成一批兑换码到 xlsx 文件，或用 --list 看各批。")
@click.argument("amount", type=click.IntRange(1, MOST), metavar="个数", required=False)
@click.argument("length", type=_term, metavar="时长", required=False)
@click.option("--to", "file", type=click.Path(path_type=Path), help="写到这个新文件（.xlsx）。")
@click.option("--valid", type=_term, help="多久以内可以兑换，如 90天（不写就长期）。")
@click.option("--note", default="", help="备注，自己看的。")
@click.option("--list", "listed", is_flag=True, help="看各批用了多少。")
def codes_(
    amount: int | None,
    length: Term | None,
    file: Path | None,
    valid: Term | None,
    note: str,
    listed: bool,
) -> None:
    """Make a batch, or list the batches."""
    if listed:
        asyncio.run(_list())
        return
    if amount is None or length is None or file is None:
        raise WrongUse("写法：python3 -m study codes 10 365天 --to 兑换码.xlsx")
    if file.suffix.lower() != ".xlsx":
        raise WrongUse("文件名要以 .xlsx 结尾")
    order = Order(amount, length, valid, note, _PERSON)
    made = asyncio.run(_make(order, file))
    _CONSOLE.print(
        f"第{made.batch.number}批：{amount}个兑换码已写到 {escape(str(file))}。"
        "码只在这个文件里，请存好",
        soft_wrap=True,
    )


async def _make(order: Order, file: Path) -> Issued:
    """Make a batch whose codes are on the disk before it counts. Raises FileExists."""
    settings = load_settings()
    database = await open_database(settings.database)
    try:
        return await issue(
            *(database, order, datetime.now(UTC), settings.timezone, SystemRandom()),
            keep=lambda made: _write(made, file),
        )
    finally:
        await database.close()


def _write(made: Issued, file: Path) -> None:
    from study.members.sheet import workbook  # The library is heavy, and seldom needed.

    content = workbook(made.batch, made.codes)
    try:
        opened = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError as error:
        raise FileExists(file) from error
    with os.fdopen(opened, "wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())


async def _list() -> None:
    database = await open_database(load_settings().database)
    try:
        found = await batches(database, _MOST_LISTED)
    finally:
        await database.close()
    for one in found:
        _CONSOLE.print(escape(_line(one)), soft_wrap=True)
    if not found:
        _CONSOLE.print("还没有兑换码")


def _line(one: Batch) -> str:
    until = f"{one.valid_until} 前兑换" if one.valid_until else "长期可兑换"
    return (
        f"第{one.number}批  {texts.length(one.term)}×{one.amount}  已兑换{one.redeemed}"
        f" 可用{one.left} 作废{one.revoked}  {until}  {one.note}"
    ).rstrip()
