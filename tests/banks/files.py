"""Small files of questions, made in memory for the tests."""

import io
import json
from collections.abc import Sequence

import docx
from openpyxl import Workbook

HEADS = ("题型", "题干", "选项A", "选项B", "选项C", "答案", "解析")
ROWS = (
    ("单选题", "党的宗旨是（ ）。", "全心全意为人民服务", "发展经济", "改善民生", "A", "见党章"),
    ("多选题", "下列属于宝剑的有（ ）。", "干将", "莫邪", "青龙", "AB", ""),
    ("判断题", "地球是圆的。（ ）", "", "", "", "对", ""),
    ("填空题", "新中国成立于____年。", "", "", "", "1949；一九四九", ""),
    ("简答题", "简述宗旨。", "", "", "", "要点", ""),
)


def xlsx(*rows: Sequence[str]) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if cell.value is not None else cell.data_type  # No formulas.
    return saved(book)


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def csv(*rows: Sequence[str], sign: str = ",", charset: str = "utf-8") -> bytes:
    """A table as text."""
    return "\r\n".join(sign.join(row) for row in rows).encode(charset)


def jsoned(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def word(*lines: str, table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document of paragraphs, and perhaps a table behind them."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
