"""What is known of somebody: handing it out to him, and forgetting it.

- `QuizRuns`: a quiz runs in the person's private chat; its questions cannot go from under it
"""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from study.clock import stamp
from study.reports.moves import APPEAL_WITHIN
from study.reports.texts import shown
from study.sealing.keyring import Keyring
from study.services import own_words
from study.services.evidence import discard
from study.services.retention import empty_case
from study.services.unsealing import words_of
from study.storage import evidence, own_data, retention
from study.storage.database import Database
from study.storage.vault import Vault


class QuizRuns(Exception):
    """The quiz must end first."""


async def export(database: Database, keyring: Keyring, person: str, timezone: ZoneInfo) -> str:
    """Everything that is known of a person, as JSON in Chinese, with local times.

    Reports of others against him are no part of it, nor what admins note among themselves.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for title in own_data.SECTIONS:
        rows = await own_data.rows(database, title, person)
        found[title] = [_readable(keyring, dict(row), timezone) for row in rows]
    return json.dumps(found, ensure_ascii=False, indent=1)


def _readable(keyring: Keyring, row: dict[str, Any], timezone: ZoneInfo) -> dict[str, Any]:
    """A row with its seals broken; of other people's cases it does not speak."""
    opened = {
        name: words_of(keyring, value)
        if isinstance(value, bytes)
        else own_words.told(name, value, timezone)
        for name, value in row.items()
    }
    if "编号" in opened and "内容" in opened:
        opened["内容"] = shown(opened["内容"], opened["编号"])
    return opened


async def staying(database: Database, person: str) -> list[str]:
    """What of a person is not erased and why, in sentences for him."""
    return await own_data.staying(database, person)


async def forget(database: Database, vault: Vault, person: str, now: datetime) -> int:
    """Erase what is known of a person but `staying`; return how many rows and cases that was.

    Closed cases lose their evidence once they can no longer be appealed, those that were rewarded
    only at their time: a reward must not outlive what it was given for. Raises QuizRuns.
    """
    async with database.transaction() as transaction:
        if await own_data.plays(transaction, person):
            raise QuizRuns
        digests = await evidence.delete_of_draft(transaction, person)
        count = await own_data.erase(transaction, person) + len(digests)
    await discard(database, vault, digests)
    return count + await _empty_cases(database, vault, person, now)


async def _empty_cases(database: Database, vault: Vault, person: str, now: datetime) -> int:
    before, emptied = stamp(now - APPEAL_WITHIN), 0
    for case in await retention.unrewarded_of(database, person, before):
        async with database.transaction() as transaction:
            emptied += await empty_case(transaction, vault, case, before, now)
    return emptied
