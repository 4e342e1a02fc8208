"""The commands by name; each lives in a file of its own."""

import click

from study import __version__
from study.cli.auditing import audit_
from study.cli.codes import codes_
from study.cli.errors import OUR_ERRORS, OUTSIDE_ERRORS, sentence
from study.cli.glossary import glossary_
from study.cli.importing import import_
from study.cli.keys import keys_
from study.cli.maintenance import backup, check, restore
from study.cli.questioning import questions_
from study.cli.questions import export_questions_, import_questions_
from study.cli.reindexing import reindex_
from study.cli.running import run_
from study.cli.talking import talk_
from study.cli.testing import test_


class _Commands(click.Group):
    """Turns our own errors into one sentence and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (*OUR_ERRORS, *OUTSIDE_ERRORS) as error:
            raise click.ClickException(sentence(error)) from error


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
