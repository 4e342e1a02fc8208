"""Long texts in pieces that a group chat takes."""

import re

LONGEST = 900
"""Characters of one message. QQ takes more, but folds it and is quicker to restrict the sender."""

_ENDS = (
    re.compile(r"\n"),
    re.compile(r"[。！？!?]+[”’』」）》】)]*"),
    re.compile(r"[；;，,、：:]"),
)


def split(text: str, longest: int = LONGEST) -> list[str]:
    """`text` in pieces of at most `longest` characters, each marked 第1/3条 when there are more.

    Cut after a line, else after a sentence, else after a clause, else anywhere; the pieces
    without their marks, put together, are `text` without the blanks at the cuts.
    """
    if len(text) <= longest:
        return [text]
    room = longest - len("第99/99条\n")
    pieces: list[str] = []
    rest = text
    while len(rest) > room:
        cut = _cut(rest, room)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    pieces.append(rest)
    pieces = [piece for piece in pieces if piece]
    return [f"第{place}/{len(pieces)}条\n{piece}" for place, piece in enumerate(pieces, start=1)]


def _cut(text: str, room: int) -> int:
    """Where to cut the first piece: after the last end that fits and leaves a fair piece."""
    for end in _ENDS:
        places = [match.end() for match in end.finditer(text, 0, room) if match.end() > room // 3]
        if places:
            return places[-1]
    return room
