"""Questions in JSON, however they are nested: lists of objects, objects of lists, chapters."""

import json
from collections.abc import Iterator, Mapping
from typing import cast

from study.banks import options
from study.banks.bank import Recognised
from study.banks.errors import UnknownColumn
from study.banks.heads import Meaning, Part, asked, meaning_of
from study.banks.kinds import in_key
from study.banks.options import normal
from study.banks.problem import Fault, Problem
from study.banks.row import Labelled, Place, Row
from study.banks.tables import Read
from study.banks.tidy import tidy
from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import charset

Json = dict[str, object]
_LABELS = frozenset("label key option letter id index no 序号 选项 标号 name 编号".split())
_TEXTS = frozenset(
    "text content value title body name 内容 选项内容 文本 描述 desc description".split()
)
_MARKS = frozenset(
    "correct iscorrect is_correct isright is_right right isanswer is_answer 正确 是否正确".split()
)
_LONGEST_NAME = 20


def read(data: bytes, named: Mapping[str, str]) -> Read:
    """The questions of a file, and those entries of its lists that are none; `named` says of
    meanings (题干) by which keys they go.

    Raises UnreadableFile (EMPTY, UNKNOWN_CHARSET, DAMAGED) and UnknownColumn.
    """
    text, _ = charset.decode(data)
    if not text.strip():
        raise UnreadableFile(Unreadable.EMPTY)
    try:
        content: object = json.loads(text)
        found = list(_records(content, (), {key: asked(word) for word, key in named.items()}))
    except ValueError as error:
        raise UnreadableFile(Unreadable.DAMAGED) from error
    columns = {key: meaning.name for _, keys in found for key, meaning in keys.items()}
    for key in named.values():
        if key not in columns:
            raise UnknownColumn(key)
    rows = tuple(row for row, _ in found)
    recognised = tuple(Recognised(key, meaning) for key, meaning in columns.items())
    return Read(rows, recognised, _heads(content))


Keys = Mapping[str, Meaning]


def _records(
    value: object, path: tuple[str, ...], named: Keys, number: int = 1
) -> Iterator[tuple[Row | Problem, Keys]]:
    """The questions in `value`, each with the keys that were recognised in it, and what is none."""
    if isinstance(value, list):
        for place, item in enumerate(cast(list[object], value), 1):
            inner = (*path, str(place)) if isinstance(item, list) else path
            yield from _records(cast(object, item), inner, named, place)
    elif isinstance(value, dict):
        record = cast(Json, value)
        keys = _keys(record, named)
        if _is_question(record, keys):
            yield _row(record, keys, path, number), keys
        elif inside := list(_inside(record, keys, path, named)):
            yield from inside
        else:
            yield _useless(record, path, number), {}
    else:
        yield _useless(value, path, number), {}


def _useless(value: object, path: tuple[str, ...], number: int) -> Problem:
    """An entry that holds no question: its keys, or itself as it is written."""
    place = Place("/".join(path), number, "题")
    if isinstance(value, dict) and value:
        return Problem(place, Fault.UNKNOWN_KEYS, "、".join(map(tidy, cast(Json, value))))
    return Problem(place, Fault.NO_QUESTION, json.dumps(value, ensure_ascii=False))


def _inside(
    record: Json, keys: Keys, path: tuple[str, ...], named: Keys
) -> Iterator[tuple[Row | Problem, Keys]]:
    if columns := _columns(record, keys):
        yield from _records(columns, path, named)
        return
    titles = (one for one in record.values() if isinstance(one, str) and len(one) <= _LONGEST_NAME)
    title = next(titles, "")
    for key, inner in record.items():
        if isinstance(inner, (list, dict)):
            below = (*path, *filter(None, (title, key)))
            yield from _records(cast(object, inner), below, named)


def _keys(record: Json, named: Keys) -> Keys:
    """What the keys of an object mean, the first of each meaning; answers may be several."""
    found: dict[str, Meaning] = {}
    for key in record:
        meaning = named.get(key) or meaning_of(key)
        if meaning is None or (meaning in found.values() and meaning.part is not Part.ANSWER):
            continue
        if meaning in named.values() and key not in named:
            continue
        found[key] = meaning
    return found


def _is_question(record: Json, keys: Keys) -> bool:
    """An object with a stem, and an answer or options; or with a stem in words and nothing else
    inside it."""
    parts = {meaning.part for meaning in keys.values()}
    stem = next((key for key, one in keys.items() if one.part is Part.STEM), None)
    if stem is None or isinstance(record[stem], (list, dict)):
        return False
    flat = not any(isinstance(one, (list, dict)) for one in record.values())
    return bool(parts & {Part.ANSWER, Part.OPTIONS}) or (
        flat and len(record) > 1 and isinstance(record[stem], str)
    )


def _columns(record: Json, keys: Keys) -> list[Json]:
    """The objects of a table that is kept column by column, none where it is no such thing."""
    lists = {key: cast(list[object], record[key]) for key in keys if isinstance(record[key], list)}
    parts = {keys[key].part for key in lists}
    same = len({len(one) for one in lists.values()}) == 1
    if not same or Part.STEM not in parts or not parts & {Part.ANSWER, Part.OPTIONS}:
        return []
    return [dict(zip(lists, cells, strict=True)) for cells in zip(*lists.values(), strict=True)]


def _row(record: Json, keys: Keys, path: tuple[str, ...], number: int) -> Row:
    said: dict[Part, list[str]] = {part: [] for part in Part}
    single: list[Labelled] = []
    packed: tuple[Labelled, ...] = ()
    marked = ""
    for key, meaning in keys.items():
        if meaning.label:
            words = options.without_label(_text(record[key]), meaning.label)
            single.append(Labelled(meaning.label, tidy(words)))
        elif meaning.part is Part.OPTIONS:
            packed, marked = _options(record[key])
        else:
            said[meaning.part].append(_text(record[key]))
    return Row(
        Place("/".join(path), number, "题"),
        stem="".join(said[Part.STEM]),
        options=tuple(single) or packed,
        answers=tuple(filter(None, (*said[Part.ANSWER], marked))),
        kind="".join(said[Part.KIND]) or in_key(path[-1] if path else ""),
        explanation="".join(said[Part.EXPLANATION]),
        members="".join(said[Part.MEMBERS]),
    )


def _options(value: object) -> tuple[tuple[Labelled, ...], str]:
    """Options in any form, and the labels of those that are marked as right ('' for none)."""
    if isinstance(value, dict):
        pairs = cast(Json, value).items()
        found = [Labelled(normal(label), _worded(label, _text(one))) for label, one in pairs]
        return tuple(found), ""
    if isinstance(value, list):
        items = cast(list[object], value)
        if items and all(isinstance(one, dict) for one in items):
            return _marked([cast(Json, one) for one in items])
        return options.labelled([_text(one) for one in items]), ""
    return options.unpacked(_text(value)), ""


def _marked(items: list[Json]) -> tuple[tuple[Labelled, ...], str]:
    found: list[Labelled] = []
    right = ""
    for place, item in enumerate(items):
        label = normal(_first(item, _LABELS) if len(item) > 1 else "")
        label = label if len(label) in (1, 2) else options.LETTERS[place % 26]
        words = [_text(one) for key, one in item.items() if key.casefold() in _TEXTS]
        found.append(Labelled(label, _worded(label, words[0] if words else "")))
        if any(item[key] in (True, 1, "true", "1") for key in item if key.casefold() in _MARKS):
            right += label + "\n"
    return tuple(found), right


def _first(item: Json, names: frozenset[str]) -> str:
    return next((_text(item[key]) for key in item if key.casefold() in names), "")


def _worded(label: str, text: str) -> str:
    return tidy(options.without_label(text, normal(label)))


def _text(value: object) -> str:
    """A value as text: a list by lines, true and false as 正确 and 错误."""
    match value:
        case None:
            return ""
        case bool():
            return "正确" if value else "错误"
        case list():
            return "\n".join(_text(one) for one in cast(list[object], value))
        case dict():
            return "\n".join(_text(one) for one in cast(Json, value).values())
        case _:
            return str(value)


def _heads(content: object) -> tuple[str, ...]:
    """The keys of the first object, to be named where nothing was recognised."""
    while isinstance(content, list) and content:
        content = cast(list[object], content)[0]
    return tuple(cast(Json, content)) if isinstance(content, dict) else ()
