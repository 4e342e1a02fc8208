"""What admins look at: the list, a case, its evidence."""

import unicodedata

from plugins._chat.call import Attachment, Call, Refusal, Reply
from plugins.cases import texts, view_texts
from study.evidence.piece import Form
from study.reports.number import read
from study.services import reading_cases
from study.services.case_moves import Desk
from study.services.evidence import Shown

_AT_ONCE = 10 * 1024 * 1024
"""Bytes of evidence that are sent for one command."""


async def listed(call: Call, desk: Desk) -> Reply:
    """A page of the list."""
    asked = _count(call.rest) or 1
    page = await reading_cases.listed(desk, asked)
    shortcuts = {
        f"看{place}": f"/案 看 {line.number}" for place, line in enumerate(page.lines, start=1)
    }
    shortcuts["下一页"] = f"/案 列表 {page.number + 1}"
    shortcuts["上一页"] = f"/案 列表 {max(1, page.number - 1)}"
    return Reply(view_texts.listed(page, call.person, asked), shortcuts=shortcuts)


async def view(call: Call, desk: Desk) -> Reply:
    """Everything about a case."""
    number, _ = read(call.rest)
    found = await reading_cases.view(desk, number)
    shown = view_texts.view(found, call.person, call.timezone)
    return Reply(shown, shortcuts=texts.shortcuts(number))


async def evidence(call: Call, desk: Desk) -> Reply:
    """The evidence of a case, or one piece of it: files only when they are asked for."""
    number, rest = read(call.rest)
    pieces = await reading_cases.pieces(desk, number)
    wanted = _count(rest)
    if rest and not 1 <= wanted <= len(pieces):
        raise Refusal(texts.no_such_piece(number, len(pieces)))
    chosen = {wanted: pieces[wanted - 1]} if rest else _first(pieces)
    if rest:
        head = view_texts.piece(number, wanted, pieces[wanted - 1], call.timezone)
    else:
        head = view_texts.evidence(number, pieces, call.timezone)
    lines, pictures, files = [head], dict[int, bytes](), list[Attachment]()
    for place, piece in chosen.items():
        content = await reading_cases.content_of(desk, piece)
        if content is None:
            lines.append(view_texts.emptied(place))
        elif piece.form in (Form.TEXT, Form.FORWARD):
            lines.append(view_texts.said(place, content))
        elif piece.form is Form.PICTURE:
            pictures[place] = content
        else:
            files.append(Attachment(piece.name or f"证据{place}.{piece.kind}", content))
    if pictures and not rest:
        lines.append(view_texts.pictures(tuple(pictures)))
    return Reply("\n\n".join(lines), tuple(pictures.values()), files=tuple(files))


def _first(pieces: list[Shown]) -> dict[int, Shown]:
    """The pieces that can be shown at once, by their places: no files, and not too much."""
    chosen: dict[int, Shown] = {}
    size = 0
    for place, piece in enumerate(pieces, start=1):
        size += piece.size
        if piece.form is not Form.FILE and size <= _AT_ONCE:
            chosen[place] = piece
    return chosen


def _count(words: str) -> int:
    """The number that words are, 0 for none: 2, ２, 第2件."""
    plain = unicodedata.normalize("NFKC", words).strip().removeprefix("第").rstrip("页件张份")
    return int(plain) if plain.isdecimal() and len(plain) < 7 else 0
