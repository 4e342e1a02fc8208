"""What an import came to, as a table for the operator."""

from collections import Counter
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from study.materials.citation import number_of
from study.materials.draft import Draft
from study.materials.errors import MaterialError
from study.materials.texts import refusal
from study.services.importing import Taken

CONSOLE = Console()
ERRORS = Console(stderr=True)
_MUCH = 0.1
"""Cuts of more than this share of the text are worth a person's look."""


@dataclass(frozen=True, slots=True)
class Line:
    """One file and what became of it; None while it waits."""

    name: str
    outcome: Taken | MaterialError | None = None


def show(lines: list[Line], *, dry_run: bool, cuts: bool) -> None:
    """Print the table, what was cut, the versions that were there, and every refusal."""
    taken = [line.outcome for line in lines if isinstance(line.outcome, Taken)]
    refused = [line for line in lines if isinstance(line.outcome, MaterialError)]
    if taken:
        CONSOLE.print(_table(taken))
    for one in taken:
        _show_notes(one, cuts=cuts)
    for line in refused:
        assert isinstance(line.outcome, MaterialError)  # noqa: S101 - for the type checker
        ERRORS.print(f"✗ {escape(line.name)}：{refusal(line.outcome)}", soft_wrap=True)
    verb = "可以收录" if dry_run else "收录"
    CONSOLE.print(
        f"{verb} {len(taken)} 份，没有收录 {len(refused)} 份。"
        + ("（试运行，什么也没有写）" if dry_run else "")
    )


def _table(taken: list[Taken]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("编号", "标题", "日期"):
        table.add_column(heading, overflow="fold")
    for heading in ("字数", "小标题", "段落", "摘录", "剪掉"):
        table.add_column(heading, justify="right")
    for one in taken:
        table.add_row(*_cells(one.draft, number_of(one.number) if one.number else "—"))
    return table


def _cells(draft: Draft, number: str) -> list[str]:
    figures = (
        draft.characters,
        draft.sections,
        len(draft.paragraphs),
        len(draft.excerpts),
        len(draft.cuts),
    )
    return [
        number,
        escape(draft.front.title),
        draft.front.spoken_on or "不详",
        *(str(figure) for figure in figures),
    ]


def _show_notes(one: Taken, *, cuts: bool) -> None:
    title = escape(one.draft.front.title)
    if not one.draft.excerpts:
        CONSOLE.print(f"《{title}》里没有能单独读懂的段落，不会出现在每日摘录里", soft_wrap=True)
    if one.draft.titled_by_file:
        CONSOLE.print(f"《{title}》：正文里没有标题，用了文件名", soft_wrap=True)
    for like in one.alike:
        CONSOLE.print(
            f"《{title}》与 {number_of(like.number)}《{escape(like.title)}》"
            f"约 {like.share:.0%} 相同，可能是同一篇的另一版本",
            soft_wrap=True,
        )
    share = sum(len(cut.text) for cut in one.draft.cuts) / one.draft.characters
    if share > _MUCH:
        CONSOLE.print(
            f"《{title}》剪掉的相当于正文的 {share:.0%}，请用 --cuts 看一看", soft_wrap=True
        )
    if cuts and one.draft.cuts:
        CONSOLE.print(f"《{title}》剪掉：", soft_wrap=True)
        for cut in one.draft.cuts:
            CONSOLE.print(
                f"  剪掉第 {cut.line} 行（{cut.reason}）：{escape(cut.text)}", soft_wrap=True
            )
    elif one.draft.cuts:
        reasons = Counter(cut.reason for cut in one.draft.cuts)
        counted = "，".join(f"{reason} {count} 处" for reason, count in reasons.items())
        CONSOLE.print(f"《{title}》剪掉：{counted}", soft_wrap=True)
