"""The glossary of formulations (提法): what each says, since when, and where that can be checked.

The project ships one, and a group may add a file of the same format: its mistakes are told in
words that its author can act on. The comment at the head of the shipped file explains the format.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, cast

from study.search.folding import fold

MOST_BYTES = 1_000_000
MOST_FORMULATIONS = 5_000
LONGEST_TEXT = 300
_MOST_DOTS = 20
"""In one line: tomllib takes the square of the time for a key of that many parts (a.a.a…)."""

_Table = dict[str, Any]
_FORMULATION_KEYS = {"name", "aliases", "field", "wording"}
_WORDING_KEYS = {"since", "source", "items", "note"}
_SINCE = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
_LINE = re.compile(r"at line (\d+)")
_DIGITS = {"两": 2} | {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}
_NUMERAL = "〇零一二两三四五六七八九十百千"
_COUNT = re.compile(
    rf"(?<![第几数{_NUMERAL}])"
    r"([二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
    rf"(?:个|项|条|种|类|篇|方面|(?<!一)(?:步|级|位|大(?![{_NUMERAL}]|$)))"
)
"""A numeral that counts items, by the measure word behind it; not 进一步, 三重一大, 一大二公."""


class BadGlossary(Exception):
    """A glossary that cannot be used: `where` it is wrong and `why`, both in Chinese."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(where, why)
        self.where, self.why = where, why

    def __str__(self) -> str:
        return f"{self.where}：{self.why}"


@dataclass(frozen=True, slots=True)
class Wording:
    """How a formulation was put at one time.

    `since` is ISO 8601 as precise as is known (2016, 2016-01, 2016-01-29), `source` the public
    occasion or document; `items` stand in the order of the source, none where it has none.
    """

    since: str
    source: str
    items: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Formulation:
    """A formulation, the other names that mean the same, and its wordings from old to new."""

    name: str
    aliases: tuple[str, ...]
    field: str
    wordings: tuple[Wording, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)


def parse(text: str) -> list[Formulation]:
    """The formulations of a glossary in TOML, in its order. Raises BadGlossary.

    No two of them share a name or an alias, compared in search form.
    """
    table = _read(text)
    _refuse_unknown(table, {"formulation"}, "文件")
    entries = _tables(table, "formulation", "文件")
    if len(entries) > MOST_FORMULATIONS:
        raise BadGlossary("文件", f"提法超过 {MOST_FORMULATIONS} 条，请拆开或删减")
    formulations = [_formulation(entry, number) for number, entry in enumerate(entries, start=1)]
    _refuse_doubles(formulations)
    return formulations


def merge(base: Iterable[Formulation], extra: Iterable[Formulation]) -> list[Formulation]:
    """`base` with `extra` behind it; what `extra` names anew is taken out of `base`.

    A base formulation whose name `extra` uses is replaced; of the others, an alias that `extra`
    uses is dropped, so that a name still leads to one formulation.
    """
    added = list(extra)
    taken = {fold(name) for one in added for name in one.names}
    kept = [
        replace(one, aliases=tuple(alias for alias in one.aliases if fold(alias) not in taken))
        for one in base
        if fold(one.name) not in taken
    ]
    return kept + added


def _read(text: str) -> _Table:
    _refuse_excess(text)
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError as error:
        raise BadGlossary("文件", "方括号或花括号套得太深") from error
    except ValueError as error:
        line = _LINE.search(str(error))
        where = f"第 {line[1]} 行" if line else "文件"
        why = (
            "不合 TOML 的写法，请检查引号、等号、逗号和方括号是不是半角、成对，同一项是不是写了两遍"
        )
        raise BadGlossary(where, why) from error


def _refuse_excess(text: str) -> None:
    """Refuse what would take long to read."""
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise BadGlossary("文件", "超过 1 MB，请拆开或删减")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS and not line.lstrip().startswith("#"):
            raise BadGlossary(f"第 {number} 行", "英文句点太多，省略号请写“……”")


def _formulation(entry: _Table, number: int) -> Formulation:
    name = _text(entry, "name", f"第 {number} 条")
    where = f"第 {number} 条“{name}”"
    _refuse_unknown(entry, _FORMULATION_KEYS, where)
    wordings = tuple(
        _wording(one, f"{where}的第 {position} 个表述")
        for position, one in enumerate(_tables(entry, "wording", where), start=1)
    )
    _refuse_miscount(name, wordings, where)
    _refuse_disorder(wordings, where)
    return Formulation(
        name, _texts(entry, "aliases", where), _text(entry, "field", where), wordings
    )


def _wording(entry: _Table, where: str) -> Wording:
    _refuse_unknown(entry, _WORDING_KEYS, where)
    since = _text(entry, "since", where)
    if not _is_date(since):
        raise BadGlossary(where, f"“{since}”不是日期，写成 2016、2016-01 或 2016-01-29 这样")
    note = _text(entry, "note", where) if "note" in entry else ""
    return Wording(since, _text(entry, "source", where), _texts(entry, "items", where), note)


def _is_date(since: str) -> bool:
    try:
        date.fromisoformat((since + "-01-01")[:10])
    except ValueError:
        return False
    return bool(_SINCE.fullmatch(since))


def _text(table: _Table, key: str, where: str) -> str:
    """The text under `key`, which must be there."""
    if key not in table:
        raise BadGlossary(where, f"缺少 {key}")
    return _said(table[key], f"{key} ", where)


def _texts(table: _Table, key: str, where: str) -> tuple[str, ...]:
    """The texts under `key`, none when it is absent."""
    values = table.get(key, [])
    if not isinstance(values, list):
        raise BadGlossary(where, f'{key} 要写成列表，如 {key} = ["……", "……"]')
    texts = cast("list[object]", values)
    return tuple(_said(text, f"{key} 的每一项", where) for text in texts)


def _said(value: object, what: str, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadGlossary(where, f"{what}要写成引号里的文字，不能空着")
    if len(value) > LONGEST_TEXT:
        raise BadGlossary(where, f"{what}超过 {LONGEST_TEXT} 字，请写短些")
    return value.strip()


def _tables(table: _Table, key: str, where: str) -> list[_Table]:
    """The tables under [[key]], of which there must be one."""
    values = table.get(key, [])
    if not isinstance(values, list):
        raise BadGlossary(where, f"{key} 要写成双方括号的一段，以 [[……{key}]] 开头")
    entries = cast("list[object]", values)
    if not entries:
        raise BadGlossary(where, f"缺少 {key}，至少要有一段")
    tables: list[_Table] = [entry for entry in entries if isinstance(entry, dict)]
    if len(tables) < len(entries):
        raise BadGlossary(where, f"{key} 要写成双方括号的一段，以 [[……{key}]] 开头")
    return tables


def _refuse_unknown(table: _Table, known: set[str], where: str) -> None:
    if unknown := sorted(table.keys() - known):
        raise BadGlossary(
            where, f"不认识“{unknown[0][:20]}”，这里能写的是 {'、'.join(sorted(known))}"
        )


def _refuse_miscount(name: str, wordings: Iterable[Wording], where: str) -> None:
    """Refuse items that are not as many as `name` says; a lone 一个 or 一级 says nothing.

    Three and eight (三大纪律八项注意) make eleven, eight and eight (八个坚持、八个反对) perhaps
    eight pairs.
    """
    counts = [_value(numeral) for numeral in _COUNT.findall(name)]
    if max(counts, default=1) == 1:
        return
    right = {sum(counts), *counts} if len(set(counts)) == 1 else {sum(counts)}
    for wording in wordings:
        if wording.items and len(wording.items) not in right:
            said, given = sum(counts), len(wording.items)
            why = f"名称里的数目是 {said}，{wording.since} 的分项却有 {given} 项"
            raise BadGlossary(where, why)


def _value(numeral: str) -> int:
    """A numeral below 100.

    >>> _value("十四"), _value("二十"), _value("两")
    (14, 20, 2)
    """
    tens, ten, ones = numeral.rpartition("十")
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)


def _refuse_disorder(wordings: Iterable[Wording], where: str) -> None:
    for earlier, later in pairwise(wording.since for wording in wordings):
        known = min(len(earlier), len(later))
        if earlier[:known] > later[:known]:
            raise BadGlossary(where, f"表述要按时间先后排，{later} 应在 {earlier} 前面")


def _refuse_doubles(formulations: Iterable[Formulation]) -> None:
    owners: dict[str, int] = {}
    for number, one in enumerate(formulations, start=1):
        for name in one.names:
            form = fold(name)
            where = f"第 {number} 条“{one.name}”"
            if not form:
                raise BadGlossary(where, f"名称“{name}”里没有文字")
            if form in owners:
                raise BadGlossary(where, f"名称“{name}”在第 {owners[form]} 条里已经有了")
            owners[form] = number
