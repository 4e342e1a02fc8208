"""A case, its evidence and the list of cases, as admins read them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from study.evidence.piece import Form
from study.reports.moves import Action
from study.reports.rivals import Alike, Common, is_rival
from study.reports.state import Decision, State
from study.reports.texts import DECISIONS, STATES, standing
from study.services.evidence import Shown
from study.services.reading_cases import Line, Page, Reporter, Said, View

_FORMS = {Form.PICTURE: "图片", Form.FILE: "文件", Form.FORWARD: "合并转发", Form.TEXT: "文字"}
_COMMON = {
    Common.CONTENT: "同一证据",
    Common.PICTURE: "相近截图",
    Common.LINK: "同一链接",
    Common.QQ: "同一QQ",
    Common.GROUP: "同一群",
    Common.TEXT: "同样文字",
    Common.SKETCH: "相近文字",
    Common.NAME: "同一名字",
}
_KINDS = {
    "received": "举报",
    "taken": "领取",
    "asked": "要求补充",
    "supplement": "举报人补充",
    "decided": "判定",
    "withdrawn": "举报人撤回",
    "appealed": "举报人申诉",
    "overturned": "撤销",
    "note": "备注",
    "reward": "奖励",
    "emptied": "证据到期删除",
    "reopened": "主案没有成立，重新核实",
}
_ACTIONS = {
    Action.TAKE: "领取",
    Action.ASK: "补充",
    Action.CONFIRM: "成立",
    Action.REJECT: "不成立",
    Action.DUPLICATE: "重复",
    Action.OVERTURN: "撤销",
    Action.NOTE: "记",
}
_MOST_ALIKE = 8
_MOST_OTHERS = 10
_LONGEST_SAID = 3000


def listed(page: Page, viewer: str, asked: int) -> str:
    """A page of the list; one behind the last was `asked` for where that is greater."""
    if not page.lines:
        return "还没有举报"
    lines = [f"{place}. {_line(line, viewer)}" for place, line in enumerate(page.lines, start=1)]
    more = "，回 下一页 接着看" if page.number < page.of else ""
    return "\n".join(
        [
            *(["后面没有了，这是最后一页"] if asked > page.of else []),
            f"📁 未结 {page.opened} 件（第{page.number}/{page.of}页）",
            *lines,
            f"回 看1 看第1件{more}",
        ]
    )


def _line(line: Line, viewer: str) -> str:
    words = [line.number, standing(line.state, line.decision)]
    if not line.is_closed:
        words += [f"{'⏰' if line.is_overdue else ''}等{_waited(line.waited)}"]
    if line.is_own:
        words += ["你举报的"]
    elif line.is_closed:
        words += ["你判的"] if line.decided_by == viewer else []
    elif line.handler:
        words += ["你在办" if line.handler == viewer else f"{line.handler} 在办"]
    else:
        words += ["没人办"]
    return "　".join(words)


def _waited(hours: int) -> str:
    if hours >= 24:
        return f"{hours // 24}天{hours % 24}小时"
    return f"{hours}小时" if hours else "了不到1小时"


def view(one: View, viewer: str, timezone: ZoneInfo) -> str:
    """Everything about a case."""
    parts = [
        f"📁 {_line(one.line, viewer)}",
        f"主案：{one.main}" if one.main else "",
        f"举报人：{one.reporter.person}",
        f"被举报：{one.suspect or '（已到期删除）'}",
        f"时间地点：{one.circumstances or '（已到期删除）'}",
        _evidence(one.evidence, timezone),
        "经过：\n" + "\n".join(_said(said, timezone) for said in one.history),
        _reporter(one.reporter),
        _alike(one.alike),
        f"能做：{_possible(one)}",
    ]
    return "\n".join(part for part in parts if part)


def evidence(number: str, pieces: Sequence[Shown], timezone: ZoneInfo) -> str:
    """The list of evidence, over the pieces themselves."""
    how = f"\n单独看一件、取文件：/案 证据 {number} 第几件" if pieces else ""
    return f"📁 {number}\n{_evidence(pieces, timezone)}{how}"


def piece(number: str, place: int, one: Shown, timezone: ZoneInfo) -> str:
    """What one piece of evidence is, over the piece itself."""
    return f"📁 {number} 第{place}件：{_piece(one, timezone)}"


def pictures(places: Sequence[int]) -> str:
    """Which pieces the pictures below are."""
    named = "、".join(map(str, places))
    return f"🖼 下面的图片依次是第{named}件" if len(places) > 1 else f"🖼 下面的图片是第{named}件"


def emptied(place: int) -> str:
    """A piece whose content is no longer there."""
    return f"第{place}件已过保存期删除"


def said(place: int, content: bytes) -> str:
    """A piece of evidence that is text."""
    text = content.decode("utf-8", "replace")
    more = f"\n（共{len(text)}字，只显示前{_LONGEST_SAID}字）" if len(text) > _LONGEST_SAID else ""
    return f"【第{place}件】\n{text[:_LONGEST_SAID]}{more}"


def _evidence(pieces: Sequence[Shown], timezone: ZoneInfo) -> str:
    if not pieces:
        return "证据：没有"
    lines = [f"{place}. {_piece(one, timezone)}" for place, one in enumerate(pieces, start=1)]
    return "\n".join([f"证据 {len(pieces)} 件：", *lines])


def _piece(piece: Shown, timezone: ZoneInfo) -> str:
    form = _FORMS[piece.form]
    kind = piece.kind if piece.form in (Form.PICTURE, Form.FILE) else ""
    gone = "已到期删除" if piece.deleted_at else ""
    words = [form + kind, _size(piece.size), _time(piece.at, timezone), piece.name, gone]
    return " ".join(word for word in words if word)


def _size(size: int) -> str:
    return f"{size / 1024**2:.1f}MB" if size >= 1024**2 else f"{max(1, size // 1024)}KB"


def _time(at: datetime, timezone: ZoneInfo) -> str:
    return f"{at.astimezone(timezone):%m-%d %H:%M}"


def _said(one: Said, timezone: ZoneInfo) -> str:
    who = "系统" if one.person == "system" else one.person
    what = _KINDS[one.kind]
    if one.kind == "decided":
        what = _decided(one)
    if one.kind == "taken" and one.text:
        return f"{_time(one.at, timezone)} {who} 从 {one.text} 接手"
    text = f"：{one.text}" if one.text else ""
    return f"{_time(one.at, timezone)} {who} {what}{text}"


def _decided(one: Said) -> str:
    if one.state is not State.FINAL:
        return f"判定（{STATES[one.state]}）"
    if one.decision is Decision.CONFIRMED:
        return "判定：申诉成立，改判成立"
    return f"判定：申诉驳回，维持“{DECISIONS[one.decision]}”"


def _reporter(one: Reporter) -> str:
    others = [f"{number} {standing(state, decision)}" for number, state, decision in one.others]
    more = f" 等共{len(others)}件" if len(others) > _MOST_OTHERS else ""
    is_only_mentioned = one.is_mentioned and not one.is_suspect
    lines = [
        f"他的其他举报：{'、'.join(others[:_MOST_OTHERS])}{more}" if others else "他第一次举报",
        f"一年内已奖励 {one.rewards} 次" if one.rewards else "",
        "⚠ 被举报的号码里有他自己，成立也没有奖励" if one.is_suspect else "",
        "⚠ 说明或证据里出现了他自己的号码，看看是不是他在卖" if is_only_mentioned else "",
        "⚠ 他在一件成立的举报里被举报，成立也没有奖励" if one.is_reseller else "",
    ]
    return "\n".join(line for line in lines if line)


def _alike(alike: Sequence[Alike]) -> str:
    if not alike:
        return "没有发现可能重复的举报"
    lines = [
        f"{one.number} {standing(one.state, one.decision)}："
        + "、".join(_COMMON[common] for common in one.common)
        for one in sorted(alike, key=lambda one: not is_rival(one))[:_MOST_ALIKE]
    ]
    more = f"（共{len(alike)}件，只列最像的）" if len(alike) > _MOST_ALIKE else ""
    return "\n".join([f"可能重复{more}：", *lines])


def _possible(one: View) -> str:
    return "、".join(f"/案 {_ACTIONS[action]}" for action in one.possible if action in _ACTIONS)
