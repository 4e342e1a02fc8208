"""Ways to get a reward that is not due: each is played out, and nobody gets more than is due."""

import pytest

from study.storage import audit
from study.storage.database import Database
from study.storage.vault import Vault
from tests.casework import Office
from tests.cheating import caps, ends, persons, races, twins
from tests.cheating.script import SCRIPTS

PARTS = (caps, ends, persons, races, twins)


async def _sound(office: Office) -> None:
    """What must be so whatever was tried."""
    rows = await office.database.read(
        "select c.decision, count(r.id) as rewards from resale_case c"
        " left join reward r on r.case_id = c.id and r.reversed_at = '' group by c.id"
    )
    assert all(row["rewards"] == (row["decision"] == "confirmed") for row in rows)
    grants = await office.database.read(
        "select count(*) from membership_grant where reversed_at = ''"
    )
    assert grants[0][0] == await office.rewards()
    assert (await audit.verify(office.database)).broken is None


@pytest.mark.parametrize("name", list(SCRIPTS))
async def test_cheating_brings_nothing(name: str, database: Database, vault: Vault) -> None:
    played, due = SCRIPTS[name]
    office = Office(database, vault)
    await played(office)
    assert await office.rewards() == due
    await _sound(office)


def test_there_are_fifty_ways() -> None:
    assert len(PARTS) == 5
    assert len(SCRIPTS) >= 50
