"""Files that the person at the terminal sends: a message names them, the bot then asks for them."""

import base64
from dataclasses import dataclass, field
from pathlib import Path

from study.terminal.onebot import ApiCall, Json, succeed

_PICTURES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp"}
_ASKED_FOR = {"get_image", "get_file"}


@dataclass(slots=True)
class Uploads:
    """The files that were sent, by the identifiers they were given."""

    sent: dict[str, Path] = field(default_factory=dict[str, Path])

    def segment(self, named: str) -> Json:
        """The segment for a file by its path. Raises OSError when it cannot be read."""
        path = Path(named).expanduser()
        size = path.stat().st_size
        identifier = f"{len(self.sent) + 1}-{path.name}"
        self.sent[identifier] = path
        kind = "image" if path.suffix.lower() in _PICTURES else "file"
        known_by = {"file": identifier, "file_id": identifier, "name": path.name}
        return {"type": kind, "data": {**known_by, "file_size": str(size)}}

    def answer(self, call: ApiCall) -> Json:
        """What an implementation says to a call: the content of a file that was sent."""
        if call.action not in _ASKED_FOR:
            return succeed(call)
        path = self.sent.get(str(call.params.get("file_id") or call.params.get("file")))
        if path is None:
            return {"status": "failed", "retcode": 1404, "data": None}
        content = base64.b64encode(path.read_bytes()).decode()
        return {"status": "ok", "retcode": 0, "data": {"base64": content}}
