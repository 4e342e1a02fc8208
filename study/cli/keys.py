"""`python -m study keys`, `python -m study keys rotate`."""

import sys

import click
from rich.console import Console
from rich.progress import Progress

from study.sealing.key_file import key_count
from study.services.keys import rotate as rotate_keys
from study.settings import load_settings
from study.storage.migrations import known_migrations, migrate, version_of

_CONSOLE = Console(highlight=False, markup=False, soft_wrap=True)
_WHY = "丢了它，加密的内容谁也打不开。备份里没有它，请另存一份到别处"


@click.group(
    "keys",
    invoke_without_command=True,
    help="举报内容的加密密钥：放在哪里，有几把；rotate 换新的。",
)
@click.pass_context
def keys_(context: click.Context) -> None:
    """Say where the key file is."""
    if context.invoked_subcommand:
        return
    path = load_settings().key_file
    number = key_count(path)
    if not number:
        _CONSOLE.print(f"还没有密钥文件 {path}；第一次启动机器人时生成")
        return
    _CONSOLE.print(f"密钥文件：{path}（{number} 把）。{_WHY}")
    if number > 1:
        _CONSOLE.print("上次换密钥没有做完：停下机器人，再运行 python3 -m study keys rotate")


@keys_.command("rotate", help="换一把新密钥，把已加密的内容全部换过去；先停下机器人。")
def rotate() -> None:
    """Change the key; exit code 1 when something could not be opened."""
    settings = load_settings()
    version_of(settings.database)
    migrate(settings.database, known_migrations())
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("换密钥", total=None)
        lost = rotate_keys(
            settings.database,
            settings.evidence,
            settings.key_file,
            lambda done, total: progress.update(task, total=total, completed=done),
        )
    _CONSOLE.print(f"已换成新密钥：{settings.key_file}。{_WHY}；换之前的备份要用旧的那份打开")
    if lost:
        _CONSOLE.print(f"✗ 有 {lost} 处打不开，没有变动：加密它们的密钥早已不在，或内容已损坏")
        sys.exit(1)
