"""Files that were looked over and wait for their admin's word."""

from collections import OrderedDict
from datetime import datetime, timedelta

from plugins._chat.files import File

_MOST = 3
"""Files kept at once; they can have twenty megabytes each."""
_KEPT = timedelta(minutes=10)


class Waiting:
    """The last file of each admin. Forgotten after ten minutes and at a restart: it can be sent
    again."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, tuple[File, datetime]] = OrderedDict()

    def put(self, person: str, file: File, now: datetime) -> None:
        """Keep a file in the place of the person's last one."""
        self._files.pop(person, None)
        self._files[person] = (file, now)
        while len(self._files) > _MOST:
            self._files.popitem(last=False)

    def take(self, person: str, now: datetime) -> File | None:
        """The person's file, which then waits no longer; None when there is none."""
        file, since = self._files.pop(person, (None, now))
        return file if now - since <= _KEPT else None
