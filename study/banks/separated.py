"""Tables as text (csv): whatever their charset, parted by commas, semicolons or tabs."""

import csv
import io

from study.banks.tables import WIDEST, Table, check_size
from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import charset

_SIGNS = ",;\t，；|"
_LOOKED_AT = 30
_LONGEST_CELL = 100_000


def read(data: bytes) -> tuple[Table, ...]:
    """The table of a file. Raises UnreadableFile (EMPTY, UNKNOWN_CHARSET, DAMAGED) and
    TooManyQuestions."""
    text, _ = charset.decode(data)
    text = text.replace("\0", "")
    if not text.strip():
        raise UnreadableFile(Unreadable.EMPTY)
    csv.field_size_limit(_LONGEST_CELL)
    sign, text = _sign(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cells[:WIDEST])))
                check_size(len(rows))
            line = (
                reader.line_num + 1
            )  # A cell may go over several lines: a row is where it begins.
    except csv.Error as error:
        raise UnreadableFile(Unreadable.DAMAGED) from error
    return (Table("", tuple(rows)),)


def _sign(text: str) -> tuple[str, str]:
    """The sign between cells, and the text without the line that only names it (sep=;)."""
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return first.strip()[-1], rest
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    return max(_SIGNS, key=lambda sign: _score(lines, sign)), text


def _score(lines: list[str], sign: str) -> tuple[int, int]:
    """In how many lines the sign stands as often as in most lines with it, and how often."""
    counts = [_outside_quotes(line).count(sign) for line in lines]
    found = [count for count in counts if count]
    usual = max(found, key=found.count, default=0)
    return counts.count(usual) if usual else 0, usual


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
