"""`python -m study backup | restore | check`."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from study.clock import stamp
from study.services import fitting_keys
from study.settings import Settings, load_settings
from study.storage import audit, maintenance
from study.storage.database import open_database
from study.storage.evidence_copies import copy_files, folder_beside, is_same
from study.storage.index_check import index_findings
from study.storage.migrations import known_migrations, migrate, version_of
from study.storage.report_check import report_findings

_CONSOLE = Console()
_CLOCK = (
    "最后一条操作记录的时间在将来。时钟慢了就校准它；是以前走快过，运行"
    " python3 -m study audit --clock-is-right"
)


@click.command(help="把数据库和举报的证据备份到新文件；机器人不用停。")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Copy the database to `file`, and the evidence beside it."""
    settings = load_settings()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        maintenance.back_up(settings.database, file, _stepper(progress, "备份"))
    # After the rows: what they name was there before them.
    folder = folder_beside(file)
    count = copy_files(settings.evidence, folder, is_same)
    beside = f"，证据 {count} 件在 {folder}" if folder.exists() else ""
    _CONSOLE.print(f"已备份到 {file}{beside}", soft_wrap=True)
    if settings.key_file.exists():
        _CONSOLE.print(f"密钥不在备份里，请另存到别处：{settings.key_file}", soft_wrap=True)


@click.command(help="用备份替换现在的数据库；现在的先另存一份。")
@click.argument(
    "file", metavar="文件", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
def restore(file: Path) -> None:
    """Replace the database by `file`."""
    settings = load_settings()
    now = datetime.now(settings.timezone)
    safety = settings.database.with_name(f"{settings.database.stem}-{now:%Y%m%d-%H%M%S}.before")
    with Progress(console=Console(stderr=True), transient=True) as progress:
        maintenance.restore(file, settings.database, safety, _stepper(progress, "恢复"))
    opens = fitting_keys.opener(settings.key_file)
    count = copy_files(folder_beside(file), settings.evidence, lambda _, there: opens(there))
    migrate(settings.database, known_migrations())
    kept = f"；原来的数据库已另存为 {safety}" if safety.exists() else ""
    brought = f"，证据 {count} 件" if count else ""
    _CONSOLE.print(f"已从 {file} 恢复{brought}{kept}", soft_wrap=True)
    fitting_keys.verify(settings.database, settings.key_file)


@click.command(help="检查数据库和证据：文件是否完好，索引、奖励、操作记录是否对得上。")
def check() -> None:
    """Look for damage; exit code 1 when there is any."""
    settings = load_settings()
    database = settings.database
    if version_of(database) < known_migrations()[-1].number:
        raise click.ClickException("这是旧版的数据库。启动一次机器人，或运行 reindex，就会升级")
    fitting_keys.verify(database, settings.key_file)
    found = maintenance.findings(database)
    # A damaged file, or rows that do not fit, would make the rest wrong by themselves.
    found = found or [
        *index_findings(database),
        *report_findings(database, settings.evidence),
        *_key_findings(settings),
        *asyncio.run(_log_findings(database)),
    ]
    for finding in found:
        _CONSOLE.print(f"✗ {finding.what}：{finding.count} 处", soft_wrap=True)
    if found:
        sys.exit(1)
    _CONSOLE.print(f"数据库完好：{database}", soft_wrap=True)


def _key_findings(settings: Settings) -> list[maintenance.Finding]:
    count = fitting_keys.unopened(settings.database, settings.evidence, settings.key_file)
    return [maintenance.Finding("加密的内容打不开", count)] if count else []


async def _log_findings(path: Path) -> list[maintenance.Finding]:
    database = await open_database(path)
    try:
        broken = (await audit.verify(database)).broken
        newest = await audit.newest_at(database)
    finally:
        await database.close()
    found = [maintenance.Finding(f"操作记录从第 {broken} 条起对不上", 1)] if broken else []
    # Deadlines are counted from there: a clock set back helps nobody, one that was ahead holds
    # everybody up until an operator says so.
    if newest > stamp(datetime.now(UTC) + timedelta(hours=1)):
        found.append(maintenance.Finding(_CLOCK, 1))
    return found


def _stepper(progress: Progress, what: str) -> maintenance.Progress:
    task = progress.add_task(what, total=None)
    return lambda left, pages: progress.update(task, total=pages, completed=pages - left)
