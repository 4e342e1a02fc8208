"""`python -m study import-questions | export-questions`: banks of questions."""

import asyncio
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress

from study.banks.bounded import LARGEST
from study.banks.errors import BankError, DuplicateBank, Folder
from study.banks.preview import preview, report, taken
from study.banks.texts import refusal
from study.cli.misuse import WrongUse
from study.materials.errors import Unreadable, UnreadableFile
from study.members.entitlement import EVERYTHING, NOTHING
from study.services.exporting_questions import Exported, exported
from study.services.importing_questions import BankFile, Outcome, import_questions, look_over
from study.settings import load_settings
from study.storage.database import Database, open_database
from study.storage.maintenance import FileExists

_CONSOLE = Console()
_ERRORS = Console(stderr=True)
_MOST_PROBLEMS = 20_000
_PERSON = "命令行"


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What was asked for on the command line."""

    name: str
    columns: dict[str, str]
    member: bool
    dry_run: bool


@click.command("import-questions", help="收入别人出的题：xlsx、csv、json、docx。")
@click.argument(
    "files", metavar="文件...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--member", is_flag=True, help="只对会员开放（不加则免费开放）。")
@click.option("--name", default="", help="题库叫什么，成员会看到（不写就用文件名）。")
@click.option("--column", "columns", multiple=True, help="哪一列是什么，如 题干=B、选项A=选择一。")
@click.option("--dry-run", is_flag=True, help="只看结果，什么也不写。")
@click.option("--report", "report_to", type=click.Path(path_type=Path), help="没收的题写到这里。")
def import_questions_(
    files: tuple[Path, ...],
    member: bool,
    name: str,
    columns: tuple[str, ...],
    dry_run: bool,
    report_to: Path | None,
) -> None:
    """Take banks in; a file that cannot be read is named, and the rest goes on."""
    if name and len(files) > 1:
        raise WrongUse("--name 一次只能给一个文件起名")
    wishes = _Wishes(name, dict(map(_named, columns)), member, dry_run)
    outcomes, failed = asyncio.run(_import(files, wishes))
    if report_to:
        lines = (report(one.name, one.sifted) for one in outcomes)
        report_to.write_text("\n".join(lines), "utf-8")
    if failed:
        sys.exit(1)


@click.command("export-questions", help="把题目存成 xlsx（可以再收入）或 Anki 的 apkg。")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--word", default="", help="只要题干或答案里有这个词的。")
@click.option("--bank", default="", help="只要这个题库的（题库名）。")
@click.option("--member", is_flag=True, help="连会员的题也要（不加则只有免费的）。")
def export_questions_(file: Path, word: str, bank: str, member: bool) -> None:
    """Write questions to a new file."""
    if file.suffix.lower() not in (".xlsx", ".apkg"):
        raise WrongUse("文件名要以 .xlsx 或 .apkg 结尾")
    if file.exists():
        raise FileExists(file)
    found = asyncio.run(_exported(word, bank, member=member))
    if not found.questions:
        raise click.ClickException("没有这样的题，什么也没有写")
    _write(found, file)
    _CONSOLE.print(f"导出 {len(found.questions)} 题到 {escape(str(file))}", soft_wrap=True)


def _named(said: str) -> tuple[str, str]:
    name, sign, column = said.partition("=")
    if not sign or not name.strip() or not column.strip():
        raise WrongUse(f"--column 写成 题干=B 的样子，不是 {said}")
    return name.strip(), column.strip()


async def _import(files: tuple[Path, ...], wishes: _Wishes) -> tuple[list[Outcome], int]:
    """What became of the files, and how many could not be taken."""
    database = await open_database(load_settings().database)
    outcomes: list[Outcome] = []
    failed = 0
    try:
        for file in files:
            try:
                outcome = await _take(database, file, wishes, outcomes)
            except DuplicateBank as error:
                _CONSOLE.print(f"{escape(str(file))}：{escape(refusal(error))}", soft_wrap=True)
                continue
            except (BankError, UnreadableFile) as error:
                _ERRORS.print(f"✗ {escape(str(file))}：{escape(refusal(error))}", soft_wrap=True)
                failed += 1
                continue
            outcomes.append(outcome)
            _show(outcome, wishes)
    finally:
        await database.close()
    return outcomes, failed


async def _take(database: Database, file: Path, wishes: _Wishes, earlier: list[Outcome]) -> Outcome:
    """What becomes of a file after those `earlier`, which a dry run has not stored."""
    given = BankFile(file.name, _content(file), wishes.columns, wishes.name)
    if wishes.dry_run:
        return await look_over(database, given, earlier)
    with Progress(console=_ERRORS, transient=True) as progress:
        task = progress.add_task(f"收入 {escape(file.name)}", total=None)
        return await import_questions(
            database,
            given,
            "member" if wishes.member else "free",
            _PERSON,
            datetime.now(UTC),
            SystemRandom(),
            lambda done, total: progress.update(task, completed=done, total=total),
        )


def _content(file: Path) -> bytes:
    """The content of a regular file, of a larger one only as much as shows that it is."""
    if file.is_dir():
        raise Folder
    if not file.is_file():
        raise UnreadableFile(Unreadable.UNSUPPORTED if file.exists() else Unreadable.ABSENT)
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _show(outcome: Outcome, wishes: _Wishes) -> None:
    text = preview(outcome.name, outcome.sifted, _MOST_PROBLEMS)
    _CONSOLE.print(escape(text), soft_wrap=True)
    last = taken(outcome.name, outcome.sifted, member=wishes.member)
    _CONSOLE.print("（试运行，什么也没有写）" if wishes.dry_run else escape(last), soft_wrap=True)


async def _exported(word: str, bank: str, *, member: bool) -> Exported:
    database = await open_database(load_settings().database)
    try:
        return await exported(database, word, bank, window=EVERYTHING if member else NOTHING)
    finally:
        await database.close()


def _write(found: Exported, file: Path) -> None:
    """Write questions in the format that the ending of `file` names."""
    if file.suffix.lower() == ".xlsx":
        from study.banks.sheet import workbook  # Both libraries are heavy, and seldom needed.

        file.write_bytes(workbook(found.questions, found.for_members))
        return
    from study.banks.cards import write_deck

    write_deck(found.questions, file, datetime.now(UTC))
