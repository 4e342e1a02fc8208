"""What people read about a quotation."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from study.materials.citation import cited, dated
from study.materials.sentences import Span
from study.quotations.asked import Asked
from study.quotations.errors import TooLong, TooShort
from study.quotations.marking import marked
from study.quotations.verdict import Difference, Form, Kind, Part, Place, Source, Verdict

HOW_TO_CHECK = (
    "请把要核对的原句贴在后面，如：/学习 核对 增强“四个意识”、坚定“四个自信”、做到“两个维护”\n"
    "指定年份或资料就写在前面：/学习 核对 2026 原句"
)

_KINDS = {
    Kind.SAME: "✅ 一致",
    Kind.WORDING: "⚠️ 个别字不同",
    Kind.MISSING: "⚠️ 缺项",
    Kind.EXTRA: "⚠️ 多项",
    Kind.LEFT_OUT: "⚠️ 缺漏",
    Kind.ADDED: "⚠️ 多出",
    Kind.ORDER: "⚠️ 顺序不同",
    Kind.NUMERALS: "⚠️ 只有数字写法不同",
    Kind.OTHER_YEAR: "⚠️ 另一年份的表述",
    Kind.STITCHED: "⚠️ 由几处拼成",
    Kind.UNSURE: "❓ 拿不准",
    Kind.NOT_FOUND: "❌ 未收录",
}
_FORMS = {
    Form.EXACT: "",
    Form.SIGNS: "（只有标点不同）",
    Form.LETTERS: "（只有繁简、全半角或标点不同）",
}
_LONGEST = 400
"""Characters of either side that are shown; more only around the differences."""
_AROUND = 30
_MOST_PARTS = 6
_MOST_ALSO = 3
_NUMBERS = "①②③④⑤⑥"


def verdict(found: Verdict) -> str:
    """What is right and what is not in a quotation, part by part, and whether that is where it was
    said to be from."""
    name = _named(found.asked)
    if found.is_from_elsewhere and found.kind is Kind.SAME:
        form = _FORMS[found.parts[0].form] or "一字不差"
        said = f"⚠️ 这段话不在{name}的资料里；下面这份{form.strip('（）')}："
        return "\n".join([said, *_part(found.parts[0]).split("\n")[1:]])
    if found.is_from_elsewhere:
        return f"{name}的资料里没有这段话，下面是最接近的：\n{_parts(found)}"
    if not found.asked_found:
        return f"没有{name}的资料，在全部资料里核对：\n{_parts(found)}"
    return _parts(found)


def _named(asked: Asked) -> str:
    """Years and title as people say them."""
    title = f"《{asked.title}》" if asked.title else ""
    if not asked.first:
        return title
    years = asked.first if asked.first == asked.last else f"{asked.first}–{asked.last}"
    return f"{years}年{title}"


def _parts(found: Verdict) -> str:
    if len(found.parts) == 1:
        # With the signs around it, which belong to no part.
        return _part(replace(found.parts[0], quoted=Span(0, found.text)))
    parts = found.parts[:_MOST_PARTS]
    numbered = zip(_NUMBERS, parts, strict=False)
    shown = [f"{sign} {_part(part, partly=True)}" for sign, part in numbered]
    rest = len(found.parts) - len(parts)
    more = [f"后面还有{rest}处，请分段核对"] if rest else []
    return "\n\n".join([f"{_KINDS[Kind.STITCHED]}，共{len(found.parts)}处：", *shown, *more])


def _part(part: Part, *, partly: bool = False) -> str:
    """One part: its kind, both sides with the differences in 【】, the sources."""
    lines = [_KINDS[part.kind] + (_FORMS[part.form] if part.kind is Kind.SAME else "")]
    if partly and part.kind in (Kind.SAME, Kind.NOT_FOUND):
        lines[0] += f"：{_shortened(part.quoted.text)}"
    if part.source is None:
        lines.append("资料库里没有找到这段话，不能说对错")
    elif part.kind is not Kind.SAME or part.differences:
        lines += _sides(part, part.source)
        if part.kind is not Kind.UNSURE:
            said = dict.fromkeys(line for one in part.differences if (line := _explained(one)))
            lines += list(said)[:_MOST_ALSO]
        if part.elsewhere is None:
            lines += _worded_so(part.differences)
    if part.source:
        lines.append(f"——{_cited(part.source.place)}")
    return "\n".join([*lines, *_further(part)])


def _sides(part: Part, source: Source) -> list[str]:
    """The quotation and its source with the differences in 【】, long ones around these only."""
    start = part.quoted.start
    quoted = [(one.quoted.start - start, one.quoted.finish - start) for one in part.differences]
    sourced = [(one.sourced.start, one.sourced.finish) for one in part.differences]
    return [
        f"你写：{_marked(part.quoted.text, quoted)}",
        f"原文：{_marked(source.text, sourced)}",
    ]


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with its spans in 【】, 【缺】 where one is empty; without what is far from any."""
    *pieces, tail = marked(text, spans)
    around = min(_AROUND, _LONGEST // (2 * len(pieces) + 1))
    pieces[::2] = [_between(piece, around, index > 0) for index, piece in enumerate(pieces[::2])]
    pieces[1::2] = [_within(piece) for piece in pieces[1::2]]
    return "".join([*pieces, _tail(tail, around, bool(pieces))])


def _between(text: str, around: int, is_inner: bool) -> str:
    """What stands before a difference."""
    if len(text) <= 4 * around:
        return text
    return (text[:around] if is_inner else "") + "…" + text[-around:]


def _within(piece: str) -> str:
    """A difference; of a long one its two ends."""
    if len(piece) <= 4 * _AROUND:
        return piece
    return piece[:_AROUND] + "…" + piece[-_AROUND:]


def _tail(text: str, around: int, is_behind: bool) -> str:
    """What stands behind the last difference, or all where there is none."""
    most = 2 * around if is_behind else _LONGEST
    return text if len(text) <= most else text[:most] + "…"


def _explained(one: Difference) -> str:
    """What a difference is, where 【】 alone do not tell."""
    match one.kind:
        case Kind.MISSING | Kind.LEFT_OUT:
            return f"缺：{_shortened(one.sourced.text)}"
        case Kind.EXTRA | Kind.ADDED:
            return f"多：{_shortened(one.quoted.text)}"
        case _:
            return ""


def _worded_so(differences: Iterable[Difference]) -> list[str]:
    """The materials of other years that have the quotation's wording, a line for each."""
    found: dict[str, list[str]] = {}
    for one in differences:
        if one.elsewhere:
            found.setdefault(_cited(one.elsewhere.place), []).append(one.elsewhere.text)
    return [
        f"这样写的是 {place}：" + "…".join(map(_shortened, dict.fromkeys(wordings)))
        for place, wordings in list(found.items())[:_MOST_ALSO]
    ]


def _further(part: Part) -> list[str]:
    """Other sources: the same text, rivals, another year's, a newer wording."""
    lines: list[str] = []
    if part.elsewhere:
        lines.append(f"一字不差的是 {_cited(part.elsewhere.place)}")
    if part.rivals:
        rivals = [
            f"{_cited(one.place)}：{_shortened(one.text)}" for one in part.rivals[:_MOST_ALSO]
        ]
        lines += ["同样接近、写法不同的还有：", *rivals]
    if part.also:
        lines.append(_also(part.also, "同样的话" if part.kind is Kind.SAME else "原文"))
    if part.newer:
        newer = part.newer
        lines.append(f"较新的写法（{dated(newer.place.spoken_on)}）：{_shortened(newer.text, 90)}")
        lines.append(f"——{_cited(newer.place)}")
    return lines


def _also(places: Sequence[Place], what: str) -> str:
    """The other places with the same text; of many, the first and the last."""
    if len(places) <= _MOST_ALSO:
        return f"{what}还见于：" + "；".join(map(_cited, places))
    first, last = places[0], places[-1]
    return f"{what}还见于{len(places)}处，最早 {_cited(first)}，最近 {_cited(last)}"


def _cited(one: Place) -> str:
    return cited(one.title, one.spoken_on, one.material, one.first, one.last)


def _shortened(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[:most] + "…"


def too_short(error: TooShort) -> str:
    """Too few characters to be found again."""
    return f"太短了（{error.length}字），至少{error.bound}个字才能核对。查词语用：/学习 查 词语"


def too_long(error: TooLong) -> str:
    """More than is checked at once."""
    return f"太长了（{error.length}字），一次最多核对{error.bound}字。请分段核对"
