"""What people read when they look something up."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from plugins._chat.texts import LONGEST_WORD, short
from study.materials.citation import cited, dated, number_of, spoken_on
from study.materials.paragraph import Paragraph
from study.phrases.wordings import joined
from study.search.query import Query
from study.search.snippet import snippet
from study.services.answering import Answer
from study.services.history import Items
from study.services.lookup import How, Lookup
from study.services.opening import Opened

HOW_TO_LOOK_UP = (
    "请写上要查的词，如：/学习 查 四个自信。几个词用空格隔开，加年份、#标签、《标题》可以缩小范围"
)
HOW_TO_OPEN = "请写上资料号和段落，如：/学习 原文 M0012 3"
TOO_LONG = "要查的太长了（最多80字、8个词）。整句整段的引文请用：/学习 核对 原句"

_PAGE = 900
_SNIPPETS = (84, 64, 44, 24)
"""Characters of a snippet: as many as fit on a page, which long titles may fill."""
_LONGEST_ITEMS = 120
_MOST_TITLES = 10
_QUOTES = '“”"＂「」『』'
_TOLD = {
    How.WORDS: "没有整句，拆开查",
    How.ANYWHERE: "所限的年份、标题或标签里没有，不限时",
    How.NEARLY: "没有整句，最接近的，按",
}
_NEIGHBOUR = 90
_MARKS = "①②③④⑤⑥⑦⑧⑨"


def page(found: Lookup, items: Items | None = None) -> str:
    """A page of what was found, grouped by material, hits in 【】; the items of a formulation
    that was looked up come first."""
    text = ""
    for length in _SNIPPETS:
        text = _page(found, items, length)
        if len(text) <= _PAGE:
            break
    return text


def _page(found: Lookup, items: Items | None, length: int) -> str:
    told = [_items(items)] if items else []
    groups = _groups(found.answer, length)
    return "\n".join([_heading(found), *told, *groups, "", _ways_on(found.answer)])


def _items(known: Items) -> str:
    text = joined(known.items)
    if len(text) > _LONGEST_ITEMS:
        text = f"共{len(known.items)}项，看 /学习 沿革 {known.name}"
    if known.said:
        source = f"词典：{dated(known.said.since)}，{known.said.source}"
    else:
        one = known.stands
        source = cited(one.title, one.spoken_on, one.material, one.paragraph) if one else ""
    return f"◆ {known.name}：{text}（{source}）"


def _heading(found: Lookup) -> str:
    answer = found.answer
    pages = f"（第{answer.page}/{answer.pages}页）" if answer.pages > 1 else ""
    return "🔍 " + "：".join(filter(None, [_how(found), _counts(answer)])) + pages


def _how(found: Lookup) -> str:
    """What was looked for, where that is not what was typed."""
    query = found.answer.query
    words = "、".join(short(term.text.strip(_QUOTES)) for term in query.terms)
    narrowed = _years(query.years) if query.years else ""
    narrowed += "".join(f"《{short(title)}》" for title in query.titles)
    narrowed += "".join(f"#{short(tag)} " for tag in query.tags)
    if found.how is How.LITERALLY:
        return f"{narrowed}{words}" if len(words) <= 3 * LONGEST_WORD else narrowed
    return f"{_TOLD[found.how]} {narrowed}{words}"


def _years(years: tuple[int, int]) -> str:
    first, last = years
    return f"{first}年 " if first == last else f"{first}—{last}年 "


def _counts(answer: Answer) -> str:
    """How many paragraphs of how many materials; of very many, how many are listed."""
    if answer.is_more:
        return f"{answer.total}处以上，列出最相关的{answer.listed}处"
    if not answer.total:
        return f"{answer.beside}处，{answer.materials}份资料（有一个词只在资料的标题里）"
    listed = "" if answer.listed == answer.total else f"，列出最相关的{answer.listed}处"
    beside = f"，另有{answer.beside}处有一个词只在标题里" if answer.beside else ""
    return f"{answer.total}处，{answer.materials}份资料{listed}{beside}"


def _groups(answer: Answer, length: int) -> list[str]:
    """The hits under the titles of their materials."""
    lines: list[str] = []
    numbered = zip(_MARKS, answer.hits, strict=False)
    for _, group in groupby(numbered, key=lambda pair: pair[1].material):
        members = list(group)
        first = members[0][1]
        lines += ["", f"《{first.title}》{spoken_on(first.spoken_on)}{number_of(first.material)}"]
        lines += [
            f"{mark} 第{hit.paragraph}段　{snippet(hit.text, hit.forms, length)}"
            for mark, hit in members
        ]
    return lines


def _ways_on(answer: Answer) -> str:
    further = "下一页：回 下一页　" if answer.page < answer.pages else ""
    return f"{further}看上下文：回 看1"


def shortcuts(answer: Answer) -> dict[str, str]:
    """What a bare word means after a page: 下一页, 上一页, a page's number, 看1."""
    lookup = f"/学习 查 {answer.query.text}"
    pages = range(1, answer.pages + 1)
    found = {str(number): f"{lookup} 第{number}页" for number in pages}
    found |= {"下一页": found[str(min(answer.page + 1, answer.pages))]}
    found |= {"上一页": found[str(max(answer.page - 1, 1))]}
    for place, hit in enumerate(answer.hits, start=1):
        found[f"看{place}"] = f"/学习 原文 {number_of(hit.material)} {hit.paragraph}"
    return found


def nothing(
    query: Query,
    near: Sequence[str],
    known: Items | None = None,
    titles: Mapping[int, str] | None = None,
) -> str:
    """No paragraph has the words; the titles that do, what the glossary says of them, or what
    may have been meant."""
    words = query.text
    what = f"没查到“{words}”" if len(words) <= LONGEST_WORD else "没查到"
    if titles:
        shown = "\n".join(
            f"{number_of(number)}《{title}》"
            for number, title in list(titles.items())[:_MOST_TITLES]
        )
        open_it = f"/学习 原文 {number_of(next(iter(titles)))}"
        return f"正文里{what}，标题里有的是：\n{shown}\n看正文：{open_it}"
    if known:
        return f"资料库里{what}，词典里有：\n{_items(known)}"
    if not near:
        return f"{what}。换个说法、少写几个字试试，或看目录：/学习 目录"
    if len(near) == 1:
        return f"{what}，是不是：{near[0]}？直接回1"
    numbered = " ".join(f"{place}.{term}" for place, term in enumerate(near, start=1))
    return f"{what}，是不是：{numbered}？直接回数字"


def runs(near: Sequence[str]) -> dict[str, str]:
    """What a bare number means after a suggestion."""
    return {str(place): f"/学习 查 {term}" for place, term in enumerate(near, start=1)}


def opened(one: Opened) -> str:
    """A paragraph in full, with its heading and the beginnings of its neighbours."""
    source = cited(
        one.material.title, one.material.spoken_on, one.material.number, one.paragraph.number
    )
    heading = (
        f"【{one.heading}】\n"
        if one.heading and one.before and one.heading != one.before.text
        else ""
    )
    parts = [
        f"{heading}（上一段）{_beginning(one.before)}" if one.before else "",
        one.paragraph.text,
        f"（下一段）{_beginning(one.after)}" if one.after else "",
    ]
    text = "\n\n".join(filter(None, parts))
    return f"📄 第{one.paragraph.number}/{one.paragraphs}段\n\n{text}\n\n——{source}\n{_steps(one)}"


def ways_on(one: Opened) -> dict[str, str]:
    """What a bare word means after a paragraph: 上一段, 下一段."""
    base = f"/学习 原文 {number_of(one.material.number)}"
    found: dict[str, str] = {}
    if one.before:
        found["上一段"] = f"{base} {one.before.number}"
    if one.after:
        found["下一段"] = f"{base} {one.after.number}"
    return found


def not_open(number: int, paragraph: int) -> str:
    """No such paragraph."""
    return f"没有 {number_of(number)} 第{paragraph}段。看目录：/学习 目录"


def _steps(one: Opened) -> str:
    steps = [word for word, part in (("上一段", one.before), ("下一段", one.after)) if part]
    return f"接着看：回 {' 或 '.join(steps)}" if steps else ""


def _beginning(paragraph: Paragraph) -> str:
    text = paragraph.text
    return text if len(text) <= _NEIGHBOUR else text[:_NEIGHBOUR] + "…"
