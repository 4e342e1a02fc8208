"""Whether there is Chinese text in what was read."""

import re

from study.materials.errors import Unreadable

# Without the extensions: a speech needs none of them, and garbled files are full of them.
_IDEOGRAPHS = "\u3007\u4e00-\u9fff"
_TEN_IDEOGRAPHS = re.compile(f"(?:[{_IDEOGRAPHS}][^{_IDEOGRAPHS}]*+){{10}}")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEXT_TO_NOTHING = 10


def missing(text: str) -> Unreadable | None:
    """None if `text` is Chinese, else NO_TEXT (hardly a letter in it) or NOT_CHINESE.

    Chinese is text of at least ten ideographs with not more than 10% kana.
    """
    if _TEN_IDEOGRAPHS.search(text) is None:
        return Unreadable.NO_TEXT if _letters(text) < _NEXT_TO_NOTHING else Unreadable.NOT_CHINESE
    kana = len(_KANA.findall(text))
    return Unreadable.NOT_CHINESE if kana and kana > 0.1 * _letters(text) else None


def _letters(text: str) -> int:
    return sum(map(len, _LETTERS.findall(text)))
