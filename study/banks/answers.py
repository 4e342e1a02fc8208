"""Which options an answer means: by letters, or in words."""

import re
import unicodedata
from collections.abc import Sequence

from study.banks.options import LETTERS, normal
from study.banks.problem import Broken, Fault
from study.banks.row import Labelled
from study.banks.tidy import plain, tidy

_INTRODUCED = re.compile(
    r"^[【\[(（]?(?:正确|参考|标准)?(?:答案|选项)[】\])）]?\s*[是为]?\s*[:：]?\s*|^选\s*(?=[A-Za-z])"
)
_NONE = frozenset(
    {"", "?", "略", "无", "-", "--", "—", "/", "暂无", "null", "none", "nan", "见解析"}
)
_APART = re.compile(r"[\s.,，、;；/|和及与&+]+")
_BETWEEN = (re.compile(r"[\n;；|]+"), re.compile(r"[、，,]+"))
_LETTERS = re.compile(r"[A-J]+")
_RIGHT = frozenset("对 正确 √ ✓ ✔ ☑ 是 t true y yes right r ○ 对的 正确的".split())
_WRONG = frozenset("错 错误 × ✗ ✘ ╳ x 否 f false n no wrong w 不对 不正确 错的 错误的".split())


def said(answer: str) -> str:
    """An answer without 答案： and the like; '' where it says that there is none."""
    text = "\n".join(filter(None, map(tidy, answer.splitlines())))
    text = _INTRODUCED.sub("", text).strip()
    return "" if unicodedata.normalize("NFKC", text).casefold() in _NONE else text


def truth_of(text: str) -> bool | None:
    """Whether a word says that something is right, None if it says neither."""
    word = unicodedata.normalize("NFKC", text).casefold().strip(" 。.()[]")
    return True if word in _RIGHT else False if word in _WRONG else None


def chosen(answer: str, options: Sequence[Labelled]) -> tuple[int, ...]:
    """The places of the options that `answer` means, in the order in which it names them.

    Raises Broken (NO_SUCH_OPTION, ANSWERS_DIFFER, ONLY_A_NUMBER, UNKNOWN_ANSWER).
    """
    if same := [place for place, one in enumerate(options) if one.text == answer]:
        return (same[0],)
    found = _by_labels(answer, options) or _by_labelled_words(answer, options)
    found = found or _by_words(answer, options)
    if not found:
        number = normal(answer).isdecimal()
        raise Broken(Fault.ONLY_A_NUMBER if number else Fault.UNKNOWN_ANSWER, answer)
    return tuple(dict.fromkeys(found))


def _worded(words: str, options: Sequence[Labelled]) -> int | None:
    """The only option of these words."""
    said = plain(words)
    places = [place for place, one in enumerate(options) if plain(one.text) == said]
    return places[0] if len(places) == 1 else None


def _by_labels(answer: str, options: Sequence[Labelled]) -> list[int]:
    places = {one.label: place for place, one in enumerate(options)}
    if all(label.isdecimal() for label in places):  # 选项1, 选项2 … are also called A, B …
        places |= dict(zip(LETTERS, range(len(options)), strict=False))
    tokens = [normal(token) for token in _APART.split(answer) if token]
    if all(token in places for token in tokens):
        return [places[token] for token in tokens]
    together = "".join(tokens)
    if all(letter in places for letter in together):
        return [places[letter] for letter in together]
    if _LETTERS.fullmatch(together):
        missing = "".join(letter for letter in together if letter not in places)
        raise Broken(Fault.NO_SUCH_OPTION, missing)
    return []


def _by_labelled_words(answer: str, options: Sequence[Labelled]) -> list[int]:
    """A.甲、B.乙: letter and words of each, which must not contradict each other."""
    pieces = re.split(r"(?:^|(?<=[\s、，,；;。”]))([A-ZＡ-Ｚ])\s*[.．、:：]\s*", answer)
    places = {one.label: place for place, one in enumerate(options)}
    found: list[int] = []
    for label, words in zip(pieces[1::2], pieces[2::2], strict=True):
        place = places.get(normal(label))
        if place is None:
            raise Broken(Fault.NO_SUCH_OPTION, normal(label))
        if plain(words) != plain(options[place].text):
            raise Broken(Fault.ANSWERS_DIFFER, tidy(answer))
        found.append(place)
    return found if not pieces[0].strip() else []


def _by_words(answer: str, options: Sequence[Labelled]) -> list[int]:
    whole = _worded(answer, options)
    if whole is not None:
        return [whole]
    for pattern in _BETWEEN:
        pieces = [piece for piece in pattern.split(answer) if piece.strip()]
        found = [_worded(piece, options) for piece in pieces]
        if len(pieces) > 1 and None not in found:
            return [place for place in found if place is not None]
    return []


def accepted(answer: str) -> tuple[str, ...]:
    """What may be typed, where ；, / or a line parts one way to say it from another."""
    pieces = [piece.strip() for piece in re.split(r"[\n;；|]|(?<!\d)/|/(?!\d)", answer)]
    return tuple(dict.fromkeys(filter(None, pieces)))
