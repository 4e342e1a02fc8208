"""Setting a card: typst with Noto Sans SC, both of the optional extra `picture`."""

import json
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Compiler

_PIXELS_PER_INCH = 144
_FONTS = "pylopdf_fonts_zh_cn"


def can_draw() -> bool:
    """Whether the extra is installed."""
    return all(find_spec(name) for name in ("typst", _FONTS))


def draw(card: dict[str, Any]) -> bytes:
    """The picture of a card (see `study.picture.card`), PNG. Takes a while, and lets other threads
    run; to be called by one thread at a time."""
    template = _template()
    said = {"card": json.dumps(card, ensure_ascii=False)}
    drawn = _compiler().compile(template, format="png", ppi=_PIXELS_PER_INCH, sys_inputs=said)
    assert isinstance(drawn, bytes)  # noqa: S101 - the page is as high as it must be: there is one
    return drawn


@cache
def _compiler() -> "Compiler":
    import typst

    found = find_spec(_FONTS)
    folder = str(Path(found.origin).parent) if found and found.origin else "."
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
    return typst.Compiler(_template(), font_paths=fonts)


@cache
def _template() -> bytes:
    return (files("study.picture") / "card.typ").read_bytes()
