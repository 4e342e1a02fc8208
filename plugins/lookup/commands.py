"""/学习 查 and /学习 原文."""

from plugins._chat.call import Call, Refusal, Reply
from plugins._chat.table import Command, register
from plugins._chat.texts import excerpts_only, members_only
from plugins.lookup import texts
from study.materials.citation import parse_number
from study.search.query import NothingToFind, Query, QueryTooLong, parse
from study.services.closed import ExcerptsOnly, MembersOnly
from study.services.history import Items, items_of
from study.services.lookup import How, look_up, meant, titled_materials
from study.services.opening import NotOpen, open_paragraph


async def lookup(call: Call) -> Reply:
    """The passages that answer a query, a page at a time."""
    try:
        query = parse(call.rest)
    except NothingToFind:
        raise Refusal(texts.HOW_TO_LOOK_UP) from None
    except QueryTooLong:
        raise Refusal(texts.TOO_LONG) from None
    found = await look_up(call.database, call.reader, query)
    literally = found and found.how is not How.NEARLY
    near = [] if literally else await meant(call.database, call.reader, query)
    items = await _items(call, found.answer.query if found else query)
    if found is None:
        titles = await titled_materials(call.database, call.reader, query)
        raise Refusal(texts.nothing(query, near, items, titles), texts.runs(near))
    parts = [texts.nothing(query, near) if near else "", texts.page(found, items)]
    shortcuts = texts.shortcuts(found.answer) | texts.runs(near)
    return Reply("\n\n".join(filter(None, parts)), shortcuts=shortcuts)


async def _items(call: Call, query: Query) -> Items | None:
    """The items of the formulation that is looked up, if it is one, on the first page."""
    if len(query.terms) != 1 or query.page > 1:
        return None
    [term] = query.terms
    last_year = query.years[1] if query.years else None
    return await items_of(call.database, call.reader, term.forms, last_year)


async def opened(call: Call) -> Reply:
    """A paragraph of a material in its context: M0012 3."""
    number, paragraph = _place(call.words)
    try:
        one = await open_paragraph(call.database, call.reader, number, paragraph)
    except NotOpen:
        raise Refusal(texts.not_open(number, paragraph)) from None
    except ExcerptsOnly as only:
        raise Refusal(excerpts_only(only.material, only.paragraph)) from None
    except MembersOnly as closed:
        raise Refusal(members_only(closed.year)) from None
    return Reply(texts.opened(one), shortcuts=texts.ways_on(one))


def _place(words: list[str]) -> tuple[int, int]:
    """The material's and the paragraph's number. Raises Refusal."""
    number = parse_number(words[0]) if words else None
    digits = "".join(words[1:2]).removeprefix("第").removesuffix("段")
    if number is None or not (digits.isdecimal() or not digits) or len(digits) > 6:
        raise Refusal(texts.HOW_TO_OPEN)
    return number, int(digits or 1)


register(
    Command(
        "学习",
        "查",
        lookup,
        "/学习 查 四个自信 [页]",
        "查词句在哪些资料里",
        ("搜", "查找", "搜索", "检索", "查询"),
        takes_rest=True,
        place=13,
    )
)
register(
    Command(
        "学习",
        "原文",
        opened,
        "/学习 原文 M0012 3",
        "看一段原文和上下文",
        ("打开",),
        takes_rest=True,
        place=14,
    )
)
