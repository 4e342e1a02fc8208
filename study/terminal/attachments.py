"""Pictures and files that the bot sends, saved where a person can open them."""

import base64
import binascii
import re
from datetime import datetime
from pathlib import Path
from typing import cast

from study.terminal.onebot import Json

_KINDS = {"image": ".png", "file": "", "record": ".amr", "video": ".mp4"}
_UNSAFE = re.compile(r"[^\w.\-]+")


def rendered(segments: list[Json], folder: Path, now: datetime) -> str:
    """A message as a terminal shows it; what is no text is saved to `folder` and named."""
    return "".join(_render(one, folder, f"{now:%H%M%S-%f}") for one in segments)


def _render(segment: Json, folder: Path, stem: str) -> str:
    kind, data = segment["type"], cast(Json, segment.get("data") or {})
    if kind == "text":
        return str(data.get("text", ""))
    if kind == "at":
        return f"@{data.get('qq')} "
    if kind not in _KINDS:
        return f"〔{kind}〕"
    source = str(data.get("file", ""))
    if not source.startswith("base64://"):
        return f"〔{kind}：{source.removeprefix('file://')}〕"
    try:
        content = base64.b64decode(source.removeprefix("base64://"), validate=True)
    except binascii.Error:
        return f"〔{kind}：内容读不出来〕"
    name = _UNSAFE.sub("_", str(data.get("name") or "")) or f"{kind}{_KINDS[kind]}"
    path = folder / f"{stem}-{name}"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return f"〔{kind}，存在 {path}〕"
