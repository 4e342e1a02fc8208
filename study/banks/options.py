"""Options that stand together in one text: A. 甲 B. 乙 C. 丙."""

import re
import unicodedata
from collections.abc import Sequence

from study.banks.row import Labelled
from study.banks.tidy import tidy

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SIGN = r"\s*[.．、:：)）】\]]\s*"
_BEFORE = r"(?:^|(?<=[\s;；,，。、|/?？!！)）”》_]))[(（【\[]?"
_LABEL = re.compile(rf"\s*[(（【\[]?([A-Za-zＡ-Ｚａ-ｚ①-⑩]|\d{{1,2}}(?!\.\d)){_SIGN}")
_LETTER = re.compile(rf"\s*[(（【\[]?([A-ZＡ-Ｚ]){_SIGN}")
_BETWEEN = (re.compile(r"[\r\n]+"), re.compile(r"\$;\$|\||｜|#{2,}"), re.compile(r"[;；]"))
_ENDS = " ;；\t"


def unpacked(text: str) -> tuple[Labelled, ...]:
    """The options in `text`, by their letters; without letters by lines, | or ；, lettered in their
    order. None where it holds less than two."""
    _, found = split_off(text) if text else ("", ())
    if found:
        return found
    for pattern in _BETWEEN:
        pieces = [piece for piece in pattern.split(text) if piece.strip(_ENDS)]
        if len(pieces) > 1:
            return labelled(pieces)
    return ()


def labelled(texts: Sequence[str]) -> tuple[Labelled, ...]:
    """Options one by one: with the label each one begins with, where all have one and no two the
    same; otherwise lettered in their order."""
    matches = [_LETTER.match(text) for text in texts]
    labels = [normal(match[1]) for match in matches if match]
    if len(labels) == len(texts) == len(set(labels)):
        bodies = [text[match.end() :] for text, match in zip(texts, matches, strict=True) if match]
        return tuple(map(_option, labels, bodies))
    return tuple(map(_option, LETTERS, texts))


def split_off(text: str) -> tuple[str, tuple[Labelled, ...]]:
    """What stands before the options in `text`, and the options: A, then B … each with a sign
    behind it. All of `text` and no options where there are not even two."""
    starts = _letters(text, rf"{_BEFORE}%s{_SIGN}") or _letters(text, rf"[(（]?%s{_SIGN}")
    starts = starts or _letters(text, rf"{_BEFORE}%s\s+")
    if len(starts) < 2:
        return text, ()
    ends = [start for start, _ in starts[1:]] + [len(text)]
    found = [
        _option(letter, text[body:end])
        for letter, (_, body), end in zip(LETTERS, starts, ends, strict=False)
    ]
    return text[: starts[0][0]], tuple(found)


def normal(label: str) -> str:
    """A label as it is compared: ａ → A, ② → 2."""
    return unicodedata.normalize("NFKC", label).upper().strip()


def without_label(text: str, label: str) -> str:
    """`text` without its label, where it begins with it once more; but 1.5 is a number."""
    match = _LABEL.match(text)
    return text[match.end() :] if match and normal(match[1]) == label else text


def _option(label: str, text: str) -> Labelled:
    return Labelled(label, without_label(tidy(text), label).rstrip(_ENDS))


def _letters(text: str, pattern: str) -> list[tuple[int, int]]:
    """Where A, B, C … stand, each after the one before: start of the label, start of the words."""
    found: list[tuple[int, int]] = []
    place = 0
    for letter in LETTERS:
        either = f"[{letter}{chr(ord(letter) + 0xFEE0)}]"
        match = re.compile(pattern % either, re.MULTILINE).search(text, place)
        if match is None:
            break
        found.append((match.start(), match.end()))
        place = match.end()
    return found if len(found) > 1 else []
