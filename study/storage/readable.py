"""Who may read a row: the conditions that every query of materials and questions carries.

What they ask for is a `Window` of `study.members.entitlement`; nothing else decides.
"""

import json

from study.members.entitlement import Window
from study.storage.database import Value

OPEN_TO = (
    "(access = 'free' or dated_on >= ? or exists (select 1 from json_each(?) run"
    " where published_at >= run.value ->> 0 and published_at < run.value ->> 1))"
)
"""The condition under which a material is within a window; its values are `window_values`."""

READABLE = f"status = 'published' and {OPEN_TO}"
"""The condition under which a material may be read; its values are `window_values`."""

OPEN = (
    f"(+q.material_id in (select id from material where {READABLE})"
    " or +q.bank_id in (select id from question_bank where access = 'free' or ?))"
)
"""The condition under which a question `q` is open; its values are `open_values`.

The plus keeps SQLite from gathering every question of every material before it looks further."""


def window_values(window: Window) -> tuple[Value, ...]:
    """What OPEN_TO and READABLE ask for."""
    return window.since, json.dumps(window.published)


def open_values(window: Window) -> tuple[Value, ...]:
    """What OPEN asks for. A bank has no date: it is open where anything of the members' part is."""
    return *window_values(window), not window.is_empty
