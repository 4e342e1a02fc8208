"""Numbers of people and groups of QQ in what somebody wrote."""

import re
from datetime import date

from study.evidence.trait import Trait

_FEWEST, _MOST = 5, 11
"""Digits of a QQ number."""
_SPELLED = re.compile("[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{5,}")
_SPELLED_DIGITS = str.maketrans("零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖", "00123456789123456789")
_GROUP = r"(?:qq|q|扣扣|扣|企鹅)?[群裙]聊?(?![主里友员内成管中众])(?:号码|号)?"
_PERSON = r"(?:qq|q号|扣扣|企鹅|球球|[群裙][主友员管])(?:号码|号)?"
_LABEL = rf"(?P<group>{_GROUP})|(?P<person>{_PERSON}|(?<![a-z])q(?=\W{{0,3}}\d))"
# 123 456 789 is one number where a label says so; 12345 67890 are two.
_PARTS = r"\d{1,4}(?:(?:[·.,_/-] ?| )\d{1,4}){1,10}(?!\d)"
_APART = rf"(?<=\D){_PARTS}"
_ANY = re.compile(rf"(?<!\d)(?:\d{{{_FEWEST},{_MOST}}}(?!\d)|{_PARTS})")
_MOST_MENTIONED = 2_000
_TOKEN = re.compile(
    rf"{_LABEL}|(?P<mail>\d{{5,11}})@qq\.com|(?P<apart>{_APART})|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<end>[\n。；;])"
)
_COUNTED = re.compile(r"[元块份人条页万%个天年月]|\.\d| ?元")
_AT_ONCE = re.compile(r"[\W号码是为叫]{0,12}")
"""What may stand between a label and its number."""


def numbers(text: str) -> tuple[Trait, ...]:
    """The numbers in a tidy text, as of groups where it says so, else as of people.

    A label counts for the numbers behind it up to the end of the sentence. A number without any is
    left out where it is a day or counts something; one right behind its label is never.
    """
    text = _SPELLED.sub(lambda run: run[0].translate(_SPELLED_DIGITS), text.casefold())
    found: dict[Trait, None] = {}
    label, behind = "", 0
    for token in _TOKEN.finditer(text):
        name, said = str(token.lastgroup), token[0]
        if name in ("group", "person"):
            label, behind = name, token.end()
            continue
        label = "" if name == "end" else label
        is_sure = text.strip() == said or _is_at_once(token, label, behind)
        if number := _number(token, name, label, is_sure=is_sure):
            kind = "group" if label == "group" and name != "mail" else "qq"
            found[Trait(kind, number)] = None
    return tuple(found)


def mentioned(text: str) -> tuple[Trait, ...]:
    """All numbers in a tidy text that may be somebody's, whatever is said of them."""
    text = _SPELLED.sub(lambda run: run[0].translate(_SPELLED_DIGITS), text)
    found = dict.fromkeys(re.sub(r"\D", "", match[0]) for match in _ANY.finditer(text))
    fit = [digits for digits in found if _FEWEST <= len(digits) <= _MOST and digits[0] != "0"]
    return tuple(Trait("mentioned", digits) for digits in fit[:_MOST_MENTIONED])


def _is_at_once(token: re.Match[str], label: str, behind: int) -> bool:
    """Whether a number stands right behind its label, which ends there."""
    return bool(label and _AT_ONCE.fullmatch(token.string, behind, token.start()))


def _number(token: re.Match[str], name: str, label: str, *, is_sure: bool) -> str:
    """The number that a token says, '' for none."""
    digits = re.sub(r"\D", "", token[name])
    if not _FEWEST <= len(digits) <= _MOST or digits[0] == "0":
        return ""
    if name == "mail" or is_sure:
        return digits
    if (name == "number" and "." in token[name]) or _COUNTED.match(token.string, token.end()):
        return ""
    return digits if label or not (name == "apart" or _is_day(digits)) else ""


def _is_day(digits: str) -> bool:
    if len(digits) != len("20261123") or not digits.startswith(("19", "20")):
        return False
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
