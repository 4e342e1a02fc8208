"""What the cards in a message say: shared links, recommended people and groups."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

_TOLD = (
    *("prompt", "title", "desc", "summary", "text", "tag", "name", "nickname", "content"),
    *("jumpurl", "url", "qqdocurl", "musicurl", "contact"),
)
"""Where the implementations' cards have what a person reads, and the links behind it."""
_IN_XML = re.compile(r'\b(?:brief|url|title|summary)="([^"]*)"|>([^<>]+)<')
_LONGEST = 2_000
_MOST_LINES = 30
_DEEPEST = 8


def text_of(kind: str, data: Mapping[str, Any]) -> str:
    """What a json, xml, share or contact segment says, a line each; '' for nothing."""
    match kind:
        case "json":
            lines = list(_in_json(str(data.get("data", ""))))
        case "xml":
            found = _IN_XML.finditer(str(data.get("data", "")))
            lines = [unescape(match[1] or match[2]) for match in found]
        case "share":
            lines = [str(data.get(key, "")) for key in ("title", "content", "url")]
        case "contact":
            who = "群" if data.get("type") == "group" else "QQ"
            lines = [f"推荐名片：{who} {data.get('id', '')}"]
        case _:
            lines = []
    shown = dict.fromkeys(line.strip()[:_LONGEST] for line in lines if line.strip())
    return "\n".join(list(shown)[:_MOST_LINES])


def forwarded_in(data: Mapping[str, Any]) -> str:
    """The number of the merged forward that a json card stands for, '' for other cards."""
    card = _parsed(str(data.get("data", "")))
    if not isinstance(card, dict) or card.get("app") != "com.tencent.multimsg":
        return ""
    meta = card.get("meta")
    detail = meta.get("detail") if isinstance(meta, dict) else None
    return str(detail.get("resid") or "") if isinstance(detail, dict) else ""


def _in_json(text: str) -> Iterator[str]:
    return _told(_parsed(text), "", 0)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _told(value: object, key: str, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _told(inner, str(name), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _told(inner, key, depth + 1)
    elif isinstance(value, str) and key.casefold() in _TOLD:
        yield value
