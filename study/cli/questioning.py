"""`python -m study questions`, and the questions of what was just imported."""

import asyncio
import os
from random import Random

import click
from rich.console import Console
from rich.progress import Progress

from study.services.questioning import make_questions, unquestioned
from study.settings import load_settings
from study.storage import materials
from study.storage.database import Database, open_database


@click.command("questions", help="给还没有题的资料出题；机器人不用停。收录之后会自动做这一步。")
@click.option("--anew", is_flag=True, help="所有资料重新出题；编号和作答记录保留。")
def questions_(anew: bool) -> None:
    """Make the questions that are missing."""
    if hasattr(os, "nice"):
        os.nice(10)  # The bot answers people meanwhile.
    numbers, questions = asyncio.run(_make(anew=anew))
    click.echo(f"出好了：{numbers} 份资料，{questions} 道题")


async def _make(*, anew: bool) -> tuple[int, int]:
    database = await open_database(load_settings().database)
    try:
        return await make_missing(database, anew=anew)
    finally:
        await database.close()


async def make_missing(database: Database, *, anew: bool = False) -> tuple[int, int]:
    """Make the questions of the materials that have none of the present rules, with a progress bar;
    of all materials with `anew`. Returns how many materials and how many questions."""
    numbers = await (materials.published(database) if anew else unquestioned(database))
    random, made = Random(), 0  # noqa: S311 - the order of questions is no secret
    with Progress(console=Console(stderr=True), transient=True) as progress:
        for number in progress.track(numbers, description="出题"):
            made += await make_questions(database, number, random)
    return len(numbers), made
