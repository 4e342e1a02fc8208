"""The commands by name; each lives in a file of its own."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError

from study import __version__
from study.cli.auditing import audit_
from study.cli.codes import codes_
from study.cli.errors import OUR_ERRORS, OUTSIDE_ERRORS, sentence
from study.cli.glossary import glossary_
from study.cli.importing import import_
from study.cli.keys import keys_
from study.cli.maintenance import backup, check, restore
from study.cli.misuse import sentences
from study.cli.questioning import questions_
from study.cli.questions import export_questions_, import_questions_
from study.cli.reindexing import reindex_
from study.cli.running import run_
from study.cli.talking import talk_
from study.cli.testing import test_


class _Failed(click.ClickException):
    """What an operator reads instead of click's own words."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"错误：{self.message}", file=file, err=True)


class _Misused(_Failed):
    exit_code = click.UsageError.exit_code


class _Commands(click.Group):
    """Turns errors into Chinese sentences: our own with exit code 1, a wrong use with click's."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        with _in_chinese():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        with _in_chinese():
            return super().invoke(ctx)


@contextmanager
def _in_chinese() -> Generator[None]:
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise _Misused(sentences(error)) from error
    except click.ClickException as error:
        raise _Failed(error.message) from error
    except (*OUR_ERRORS, *OUTSIDE_ERRORS) as error:
        raise _Failed(sentence(error)) from error


@click.group(cls=_Commands, help="学习群机器人的命令。每个命令加 --help 看用法。")
@click.version_option(__version__, message="%(version)s")
def main() -> None:
    """Entry point of `python -m study`."""


_COMMANDS = (
    *(talk_, run_, test_, import_, questions_, glossary_, reindex_),
    *(import_questions_, export_questions_),
    codes_,
    *(backup, restore, check, audit_, keys_),
)
for command in _COMMANDS:
    main.add_command(command)
