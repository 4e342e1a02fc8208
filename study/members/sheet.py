"""A batch of redeem codes as a workbook (xlsx), to be handed out."""

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell

from study.members import texts
from study.members.batch import Batch
from study.members.codes import shown

_HEADS = ("序号", "兑换码", "发给成员的话", "会员时长", "兑换期限", "批号", "备注")
_WIDTHS = {"A": 6, "B": 24, "C": 36, "D": 12, "E": 14, "F": 8, "G": 30}


def workbook(batch: Batch, codes: tuple[str, ...]) -> bytes:
    """A workbook with a line for each code."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("兑换码")
    sheet.freeze_panes = "A2"
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.append(list(_HEADS))
    until = str(batch.valid_until) if batch.valid_until else "长期"
    rest = (texts.length(batch.term), until, batch.number)
    for place, code in enumerate(codes, 1):
        said = f"/学习 兑换 {shown(code)}"
        sheet.append([place, shown(code), said, *rest, _plain(sheet, batch.note)])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _plain(sheet: Any, text: str) -> Cell:
    """A cell of text: what looks like a formula is none."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    return cell
