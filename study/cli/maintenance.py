"""`python -m study backup | restore | check`."""

import sys
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from study.settings import load_settings
from study.storage import maintenance
from study.storage.index_check import index_findings
from study.storage.migrations import known_migrations, migrate, version_of

_CONSOLE = Console()


@click.command(help="把数据库备份到一个新文件；机器人不用停。")
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Copy the database to `file`."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        maintenance.back_up(load_settings().database, file, _stepper(progress, "备份"))
    _CONSOLE.print(f"已备份到 {file}", soft_wrap=True)


@click.command(help="用备份替换现在的数据库；现在的先另存一份。")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def restore(file: Path) -> None:
    """Replace the database by `file`."""
    settings = load_settings()
    now = datetime.now(settings.timezone)
    safety = settings.database.with_name(f"{settings.database.stem}-{now:%Y%m%d-%H%M%S}.before")
    with Progress(console=Console(stderr=True), transient=True) as progress:
        maintenance.restore(file, settings.database, safety, _stepper(progress, "恢复"))
    migrate(settings.database, known_migrations())
    kept = f"；原来的数据库已另存为 {safety}" if safety.exists() else ""
    _CONSOLE.print(f"已从 {file} 恢复{kept}", soft_wrap=True)


@click.command(help="检查数据库：文件是否完好，行与行、摘录和索引与原文是否对得上。")
def check() -> None:
    """Look for damage; exit code 1 when there is any."""
    database = load_settings().database
    if version_of(database) < known_migrations()[-1].number:
        raise click.ClickException("这是旧版的数据库。启动一次机器人，或运行 reindex，就会升级")
    found = maintenance.findings(database)
    # A damaged file, or rows that do not fit, would make the index wrong by themselves.
    found = found or index_findings(database)
    for finding in found:
        _CONSOLE.print(f"✗ {finding.what}：{finding.count} 处", soft_wrap=True)
    if found:
        sys.exit(1)
    _CONSOLE.print(f"数据库完好：{database}", soft_wrap=True)


def _stepper(progress: Progress, what: str) -> maintenance.Progress:
    task = progress.add_task(what, total=None)
    return lambda left, pages: progress.update(task, total=pages, completed=pages - left)
