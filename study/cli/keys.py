"""`python -m study keys`, `python -m study keys rotate`."""

import sys
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from study.sealing.key_file import key_count, load_keyring, use_keys
from study.services import fitting_keys
from study.services.keys import rotate as rotate_keys
from study.settings import Settings, load_settings
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
    settings = _settings()
    aside = _aside(settings)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("换密钥", total=None)
        lost = rotate_keys(
            settings.database,
            settings.evidence,
            settings.key_file,
            aside,
            lambda done, total: progress.update(task, total=total, completed=done),
        )
    _CONSOLE.print(f"已换成新密钥：{settings.key_file}。{_WHY}")
    _CONSOLE.print(f"旧密钥留在 {aside}：换之前的备份要用它，那些备份不要了才删")
    if lost:
        _CONSOLE.print(f"✗ 有 {lost} 处打不开，没有变动：加密它们的密钥早已不在，或内容已损坏")
        sys.exit(1)


@keys_.command("use", help="用另存的那份密钥文件；先停下机器人。")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def use(file: Path) -> None:
    """Put the keys in `file` in use, and say whether they are those of the database."""
    settings = _settings()
    use_keys(settings.key_file, file, _aside(settings))
    fitting_keys.verify(settings.database, settings.key_file)
    _CONSOLE.print(
        f"已启用 {file} 里的密钥：{settings.key_file}（{key_count(settings.key_file)} 把）"
    )


@keys_.command("give-up", help="原来的密钥找不回来时：从此用现在的（没有就新生成）。")
def give_up() -> None:
    """Let the keys at hand be those of the database, unless they are."""
    settings = _settings()
    try:
        fitting_keys.verify(settings.database, settings.key_file)
    except fitting_keys.WrongKeys:
        fitting_keys.accept(settings.database, load_keyring(settings.key_file))
        _CONSOLE.print(
            f"从此用 {settings.key_file} 里的密钥。原来加密的内容打不开了；"
            "以前举报过的证据也认不出来，再有人举报时请当心重复"
        )
    else:
        _CONSOLE.print("现在的密钥打得开，不用放弃；没有变动")


def _settings() -> Settings:
    """The settings, with a database that is up to date. Raises NotADatabase and NewerDatabase."""
    settings = load_settings()
    version_of(settings.database)
    migrate(settings.database, known_migrations())
    return settings


def _aside(settings: Settings) -> Path:
    """Where keys that are no longer used are kept."""
    now = datetime.now(settings.timezone)
    return settings.key_file.with_name(f"{settings.key_file.name}.old-{now:%Y%m%d-%H%M%S}")
