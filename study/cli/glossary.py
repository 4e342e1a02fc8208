"""`python -m study glossary`."""

import asyncio
from pathlib import Path

import click

from study.phrases.glossary import MOST_BYTES, BadGlossary
from study.services.glossary import bring_in_file
from study.settings import Settings, load_settings
from study.storage.database import open_database


@click.command("glossary", help="收下自己的提法表（格式见 data/glossary.toml），替换上一次的。")
@click.argument(
    "file", metavar="文件", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
def glossary_(file: Path) -> None:
    """Take a group's own glossary in."""
    if file.stat().st_size > MOST_BYTES:
        raise click.ClickException("这个文件太大了：提法表最多 1 MB")
    try:
        text = file.read_text("utf-8")
        number = asyncio.run(_bring_in(load_settings(), text))
    except UnicodeDecodeError:
        raise click.ClickException("这个文件不是 UTF-8 编码。请另存为 UTF-8 再试") from None
    except BadGlossary as error:
        raise click.ClickException(f"没有收下，原来的不变。{error}") from error
    click.echo(f"收下 {number} 条提法。已收录的资料要重新抽取提法，请运行 reindex")


async def _bring_in(settings: Settings, text: str) -> int:
    database = await open_database(settings.database)
    try:
        return await bring_in_file(database, text)
    finally:
        await database.close()
