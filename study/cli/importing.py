"""`python -m study import`: materials from files, folders and standard input."""

import asyncio
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.progress import track

from study.cli import import_report
from study.cli.import_report import Line
from study.cli.lexicon import lexicon
from study.cli.misuse import WrongUse
from study.cli.questioning import make_missing
from study.materials.draft import Draft, draft
from study.materials.errors import DuplicateMaterial, MaterialError
from study.materials.formats import read_bytes
from study.services.importing import (
    AT_ONCE,
    Intake,
    Taken,
    draft_of_file,
    files_in,
    load_samples,
    look_over,
    take_in,
)
from study.settings import SAMPLES, Settings, load_settings
from study.storage.database import Database, open_database

_STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What was asked for on the command line."""

    intake: Intake
    noise: tuple[str, ...]
    dry_run: bool


@click.command("import", help="收录资料：文件、文件夹（连同下层），或用 - 从标准输入读一篇。")
@click.argument(
    "paths",
    metavar="文件...",
    nargs=-1,
    type=click.Path(path_type=Path, allow_dash=True, readable=False),
)
@click.option("--member", is_flag=True, help="只对会员开放（不加则免费开放）。")
@click.option("--tag", "tags", multiple=True, help="标签，可以给多个。")
@click.option("--noise", multiple=True, help="正文里要剪掉的杂词，可以给多个。")
@click.option("--dry-run", is_flag=True, help="只看结果，什么也不写。")
@click.option("--cuts", is_flag=True, help="逐条列出剪掉的内容（只收一份时总是列出）。")
@click.option("--samples", is_flag=True, help="资料库是空的时候，放入自带的示例资料。")
def import_(
    paths: tuple[Path, ...],
    member: bool,
    tags: tuple[str, ...],
    noise: tuple[str, ...],
    dry_run: bool,
    cuts: bool,
    samples: bool,
) -> None:
    """Take materials in; what cannot be read is named, and the rest goes on."""
    settings = load_settings()
    if hasattr(os, "nice"):
        os.nice(10)  # The bot answers people meanwhile.
    if samples:
        loaded = asyncio.run(_load_samples(settings))
        click.echo(f"放入 {loaded} 份示例资料")
        return
    if not paths:
        raise WrongUse("请写上要收录的文件或文件夹，或用 - 从标准输入读")
    words = (word.lstrip("#＃") for tag in tags for word in tag.split())
    intake = Intake("member" if member else "free", tuple(dict.fromkeys(filter(None, words))))
    wishes = _Wishes(intake, (*settings.noise_terms, *noise), dry_run)
    files = [file for path in paths for file in files_in(path)]
    lines = asyncio.run(_import(settings, files, wishes))
    import_report.show(lines, dry_run=dry_run, cuts=cuts or len(lines) == 1)
    if any(_failed(line) for line in lines):
        sys.exit(1)


def _failed(line: Line) -> bool:
    return isinstance(line.outcome, MaterialError) and not isinstance(
        line.outcome, DuplicateMaterial
    )


async def _load_samples(settings: Settings) -> int:
    database = await open_database(settings.database)
    try:
        known = await lexicon(database, settings)
        loaded = await load_samples(database, SAMPLES, datetime.now(UTC), known)
        await make_missing(database)
        return loaded
    finally:
        await database.close()


async def _import(settings: Settings, files: list[Path], wishes: _Wishes) -> list[Line]:
    database = await open_database(settings.database)
    lines: list[Line] = []
    try:
        batch: list[Draft] = []
        places: list[int] = []
        for file in _with_progress(files):
            name = "标准输入" if file == _STANDARD_INPUT else str(file)
            try:
                batch.append(_draft(file, wishes.noise))
                places.append(len(lines))
                lines.append(Line(name))
            except MaterialError as error:
                lines.append(Line(name, error))
            if len(batch) == AT_ONCE or file is files[-1]:
                outcomes = await _outcomes(database, settings, batch, wishes)
                for place, outcome in zip(places, outcomes, strict=True):
                    lines[place] = Line(lines[place].name, outcome)
                batch, places = [], []
        if not wishes.dry_run:
            await make_missing(database)
    finally:
        await database.close()
    return lines


def _draft(file: Path, noise: tuple[str, ...]) -> Draft:
    if file != _STANDARD_INPUT:
        return draft_of_file(file, noise)
    name = "标准输入.txt"
    return draft(name, read_bytes(name, sys.stdin.buffer.read()), noise)


async def _outcomes(
    database: Database, settings: Settings, batch: list[Draft], wishes: _Wishes
) -> list[Taken | DuplicateMaterial]:
    """Write a batch, or in a dry run only look."""
    if wishes.dry_run:
        return await look_over(database, batch)
    known = await lexicon(database, settings)
    return await take_in(database, batch, wishes.intake, datetime.now(UTC), known)


def _with_progress(files: list[Path]) -> Iterable[Path]:
    return track(files, description="收录资料", console=import_report.ERRORS, transient=True)
