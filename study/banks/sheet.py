"""Questions as a workbook (xlsx) that can be taken in again."""

import io
from collections.abc import Collection, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell

from study.banks import shown
from study.banks.kinds import NAMES
from study.banks.options import LETTERS
from study.banks.understanding import MOST_OPTIONS
from study.quiz.posed import Question

_HEADS = (
    "题型",
    "题干",
    *(f"选项{letter}" for letter in LETTERS[:MOST_OPTIONS]),
    "答案",
    "解析",
    "出处",
    "会员",
)
_MEMBERS = "会员"
"""In the last column, of a question that only members get."""
_WIDTHS = {"A": 8, "B": 60, **dict.fromkeys("CDEFGHIJKLMNO", 20)}
_FORMULAS = ("=", "+", "-", "@")


def workbook(questions: Sequence[Question], for_members: Collection[int]) -> bytes:
    """A workbook with a line for each question; `for_members` are the numbers of those that are
    kept for members also where they are taken in again."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("题库")
    sheet.freeze_panes = "A2"
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.append([_cell(sheet, head) for head in _HEADS])
    for one in questions:
        sheet.append([_cell(sheet, text) for text in _texts(one, for_members)])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _texts(one: Question, for_members: Collection[int]) -> list[str]:
    options = shown.options(one)
    cells = [option.text for option in options] + [""] * (MOST_OPTIONS - len(options))
    answer = shown.answer(one, options)
    members = _MEMBERS if one.number in for_members else ""
    return [NAMES[one.kind], one.stem, *cells, answer, one.quote, shown.source(one), members]


def _cell(sheet: Any, text: str) -> Cell:
    """A cell of plain text: what looks like a formula is none, also after it was edited."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_FORMULAS)
    return cell
