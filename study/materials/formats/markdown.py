"""Markdown: the text as a reader sees it, with the headings' levels."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from study.materials.formats import charset
from study.materials.formats.text import lines
from study.materials.source import Line, Source

_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"(title|date|publish_date|author)[ \t]*:[ \t]*(.+)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.I)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*>")
# Beside Chinese punctuation CommonMark takes these for text, which their author never meant.
_STARS = re.compile(r"\*\*|~~")
_CELL_GAP = "　"


def read(data: bytes) -> Source:
    """The lines of a Markdown file; what stands between --- at its top becomes properties.

    Raises UnreadableFile (UNKNOWN_CHARSET).
    """
    text, name = charset.decode(data)
    text = "\n".join(lines(text))
    front = _FRONT.match(text)
    # Four spaces before a Chinese paragraph are an indent and no code.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    tokens = parser.parse(text[front.end() :] if front else text)
    return Source(
        tuple(_lines(tokens)), charset=name, properties=_properties(front[1] if front else "")
    )


def _properties(front: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in front.splitlines():
        if entry := _ENTRY.fullmatch(line.strip()):
            key = "date" if entry[1] == "publish_date" else entry[1]
            if value := entry[2].strip().strip("\"'").strip():
                found.setdefault(key, value)
    return found


@dataclass(slots=True)
class _Place:
    """Where the walk through the tokens has come to."""

    heading: int | None = None
    ordinal: str = ""
    """The number of a list item whose text has not come yet."""
    cells: list[str] | None = None
    """The cells of the table row that is open."""
    end: int = 0
    """The line of the file where the last block ended."""


def _lines(tokens: list[Token]) -> Iterator[Line]:
    place = _Place()
    for token in tokens:
        yield from _gap(token, place)
        if token.type == "heading_open":
            place.heading = int(token.tag[1:])
        elif token.type == "heading_close":
            place.heading = None
        elif token.type == "list_item_open":
            place.ordinal = f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "tr_open":
            place.cells = []
        elif token.type == "tr_close":
            yield Line(_CELL_GAP.join(filter(None, place.cells or ())), whole=True)
            place.cells = None
        else:
            yield from _block(token, place)


def _gap(token: Token, place: _Place) -> Iterator[Line]:
    """An empty line where the file has one between two blocks."""
    if token.map and token.type in ("inline", "fence", "html_block", "table_open"):
        if token.map[0] > place.end > 0 and place.cells is None:
            yield Line("", whole=True)
        place.end = max(place.end, token.map[1])


def _block(token: Token, place: _Place) -> Iterator[Line]:
    if token.type == "inline":
        text = _STARS.sub("", "".join(_inline(token.children or [])))
    elif token.type == "fence":
        text = token.content
    elif token.type == "html_block":
        text = _TAG.sub("", _BREAK.sub("\n", _COMMENT.sub("", token.content)))
    else:
        return
    if place.cells is not None:
        place.cells.append(" ".join(text.split()))
        return
    found = [line.strip() for line in text.strip().splitlines()]
    for i, line in enumerate(found):
        ordinal, place.ordinal = place.ordinal, ""
        last = i == len(found) - 1
        yield Line(ordinal + line, place.heading, whole=last or place.heading is not None)


def _inline(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if _breaks(token):
            yield "\n"
        elif token.type in ("text", "code_inline", "text_special"):
            yield token.content


def _breaks(token: Token) -> bool:
    if token.type == "html_inline":
        return _BREAK.fullmatch(token.content) is not None
    return token.type in ("softbreak", "hardbreak")
