"""`python -m study reindex`."""

import asyncio
import os

import click
from rich.console import Console
from rich.progress import Progress

from study.cli.lexicon import lexicon
from study.services.reindexing import reindex
from study.settings import Settings, load_settings
from study.storage.database import open_database


@click.command("reindex", help="重建检索用的索引、词表和提法；机器人不用停。")
def reindex_() -> None:
    """Make the index anew, beside the one in use."""
    if hasattr(os, "nice"):
        os.nice(10)  # The bot answers people meanwhile.
    click.echo(f"索引重建好了：{asyncio.run(_reindex(load_settings()))} 份资料")


async def _reindex(settings: Settings) -> int:
    """Reindex with a progress bar; how many materials."""
    database = await open_database(settings.database)
    done = 0
    try:
        known = await lexicon(database, settings)
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("重建索引", total=None)
            async for done, total in reindex(database, known):
                progress.update(task, completed=done, total=total)
    finally:
        await database.close()
    return done
