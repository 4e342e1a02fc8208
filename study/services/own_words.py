"""What is stored in signs, in the words of people who read their own data."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from study.evidence.piece import Form
from study.members import texts as members
from study.members.term import of_iso
from study.reports import texts as reports

_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
_NOTICES = {
    "waiting": "还没发",
    "sending": "正在发",
    "sent": "已发",
    "kept": "没送到，留着给你看",
    "shown": "你看过了",
    "unknown": "不知道送到没有",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "状态": {**reports.STATES, **_NOTICES},
    "结论": {**reports.DECISIONS},
    "类别": {
        "received": "受理",
        "asked": "要求补充",
        "supplement": "补充",
        "decided": "判定",
        "withdrawn": "撤回",
        "appealed": "申诉",
        "overturned": "撤销原来的判定",
        "emptied": "证据到期删除",
        "reopened": "重新核实",
    },
    "方式": {"race": "抢答", "open": "不抢答", "review": "复习"},
    "来源": {"code": "兑换码", "reward": "举报奖励", "admin": "管理员"},
    "形式": {Form.PICTURE: "图片", Form.FILE: "文件", Form.FORWARD: "聊天记录", Form.TEXT: "文字"},
}


def told(name: str, value: Any, timezone: ZoneInfo) -> Any:
    """The value of a column that is called `name`; what has no other words stays."""
    if not isinstance(value, str):
        return value
    if _STAMP.fullmatch(value):
        return f"{datetime.fromisoformat(value).astimezone(timezone):%Y-%m-%d %H:%M:%S}"
    if name == "时长":
        return _length(value)
    if name == "会话":
        return "私聊" if value.startswith("person:") else value.replace("group:", "群 ")
    return _WORDS.get(name, {}).get(value, value)


def _length(stored: str) -> str:
    term = of_iso(stored)
    return f"{'减' if members.is_taken(term) else '加'}{members.length(term)}"
