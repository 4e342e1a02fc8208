"""What people read about formulations."""

from collections.abc import Sequence

from study.materials.citation import cited, dated
from study.phrases.glossary import BadGlossary, Formulation, Wording
from study.phrases.wordings import Occurrence, Version, joined
from study.services.history import History, Mentions

HOW_TO_ASK = "请写上一个提法，如：/学习 沿革 四个全面"
TOO_SHORT = "提法至少两个字。查一个字用：/学习 查 字"
TOO_LONG = "提法最多30字。整句整段的引文请用：/学习 核对 原句"
HOW_TO_ADD = (
    "写法：/词典 加 四个意识：政治意识、大局意识、核心意识、看齐意识 2016-01-29"
    " 中共中央政治局会议\n"
    "没有分项的只写名称；日期可以只写到年、月"
)
HOW_TO_SHOW = "写法：/词典 看 四个意识"
HOW_TO_REMOVE = "写法：/词典 删 四个意识"

_MOST_VERSIONS = 8
_LONGEST_ITEMS = 260
_LONGEST_NAME = 10


def history(found: History) -> str:
    """A formulation over time: each wording, when, where, and who says so."""
    shown = found.versions[:_MOST_VERSIONS]
    parts = [f"📜 {found.name}", *(_version(place, one) for place, one in enumerate(shown, 1))]
    if len(found.versions) > len(shown):
        parts.append(f"另有{len(found.versions) - len(shown)}种写法，没有列出")
    parts.append(_mentions(found.mentions))
    return "\n\n".join(parts)


def _version(place: int, one: Version) -> str:
    said = f"词典：{_said(one.known)}" if one.known else ""
    if not one.items:
        return f"{place}. {said}"
    lines = [f"{place}. {_items(one)}", f"　{said}" if said else "", f"　资料库：{_stands(one)}"]
    return "\n".join(filter(None, lines))


def _items(one: Version) -> str:
    """The items; long ones only begun."""
    text = joined(one.items)
    return text if len(text) <= _LONGEST_ITEMS else text[:_LONGEST_ITEMS] + "……"


def _said(known: Wording) -> str:
    note = f"。{known.note.rstrip('。')}" if known.note else ""
    return f"{dated(known.since)}，{known.source}{note}"


def _stands(one: Version) -> str:
    if not one.occurrences:
        return "没有逐项列出的段落"
    first, last = one.dated[0], one.dated[-1]
    if first.material == last.material:
        return f"{one.materials}份资料，{_cited(first)}"
    return (
        f"{one.materials}份资料，{dated(first.spoken_on)}—{dated(last.spoken_on)}；"
        f"最早 {_cited(first)}；最近 {_cited(last)}"
    )


def _mentions(found: Mentions | None) -> str:
    if found is None:
        return "资料库里没有直接用这个名称的段落"
    told = f"{found.materials}份资料{found.paragraphs}处"
    if found.is_more:
        told = f"{found.paragraphs - 1}处以上，只看最新的这些"
    if found.first.material == found.last.material:
        return f"资料库里提到它的：{told}，{_cited(found.first)}"
    return f"资料库里提到它的：{told}；最早 {_cited(found.first)}；最近 {_cited(found.last)}"


def _cited(one: Occurrence) -> str:
    return cited(one.title, one.spoken_on, one.material, one.paragraph)


def nothing(name: str, near: Sequence[str]) -> str:
    """Neither library nor glossary knows the formulation; what may have been meant."""
    what = f"“{name}”" if len(name) <= _LONGEST_NAME else "这个提法"
    if near:
        numbered = " ".join(f"{place}.{one}" for place, one in enumerate(near, start=1))
        return f"资料库和词典里都没有{what}，是不是：{numbered}？直接回数字"
    return f"资料库和词典里都没有{what}。按词句查：/学习 查 词语"


def runs(near: Sequence[str]) -> dict[str, str]:
    """What a bare number means after a suggestion."""
    return {str(place): f"/学习 沿革 {one}" for place, one in enumerate(near, start=1)}


def added(one: Formulation, was_there: bool) -> str:
    """A formulation is in the glossary."""
    verb = "改好了" if was_there else "加上了"
    return f"{verb}：{entry(one)}\n撤回：/词典 删 {one.name}。以后收录的资料会认得它"


def entry(one: Formulation) -> str:
    """A formulation as the glossary has it."""
    aliases = f"（又作 {'、'.join(one.aliases)}）" if one.aliases else ""
    wordings = [
        f"{dated(wording.since)} {wording.source}"
        + (f"：{joined(wording.items)}" if wording.items else "")
        for wording in one.wordings
    ]
    return "\n".join([f"{one.name}{aliases} · {one.field}", *wordings])


def removed(name: str, left: Formulation | None) -> str:
    """What an admin added is taken back; what the glossary still has of that name."""
    still = f"词典里现在是：{entry(left)}" if left else "词典里不再有它"
    return f"撤回了管理员加的“{name}”。{still}"


def not_added(name: str) -> str:
    """No admin added a formulation of that name."""
    return f"管理员没有加过“{name}”，不用撤回"


def wrong(error: BadGlossary) -> str:
    """Why a formulation cannot be added."""
    return f"没有加上：{error.why}。{HOW_TO_ADD}"


def not_in_glossary(name: str) -> str:
    """The glossary has no formulation of that name."""
    return f"词典里没有“{name}”。{HOW_TO_ADD}"
