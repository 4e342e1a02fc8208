"""A report from its first word to its receipt, as the database keeps it."""

import asyncio
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from study.evidence.piece import Form, Piece
from study.reports.draft import Does, Problem, Step
from study.reports.limits import Limit
from study.reports.moves import Refused
from study.reports.state import State
from study.services import drafting, evidence, following_cases, reporting
from study.services.drafting import NothingBegun, OtherDraft, OwnNumber
from study.services.reporting import Incomplete, LimitReached, Office
from study.storage import drafts
from study.storage.database import Database, open_database
from study.storage.vault import Missing, Vault
from tests.library import MONDAY

REPORTER = "30001"
QUOTA = 1_000_000
OFFICE = Office({"10001"}, ("账号年龄未知",), Random(5).choice)
SAID = "昨晚八点在闲鱼看到的"


async def write(
    database: Database, vault: Vault, *said: str, person: str = REPORTER, proof: str = "三元一份"
) -> None:
    """Begin a report, and say something up to its summary."""
    await drafting.begin(database, vault, person, MONDAY)
    for text in said or ("QQ 12345678", "好了", SAID):
        if text == "好了":
            await prove(database, vault, proof + person, person)
        await drafting.say(database, vault, person, text, MONDAY)


async def prove(
    database: Database, vault: Vault, words: str, person: str = REPORTER
) -> evidence.Stored:
    piece = Piece(Form.TEXT, "", words.encode())
    return await evidence.add_evidence(database, vault, person, piece, MONDAY, QUOTA)


async def hand_in(database: Database, vault: Vault, person: str = REPORTER) -> str:
    return (await reporting.submit(database, vault, person, OFFICE, MONDAY)).number


async def test_a_draft_becomes_a_case_with_everything_in_it(
    database: Database, vault: Vault
) -> None:
    await write(database, vault)
    number = await hand_in(database, vault)
    [row] = await database.read(
        "select id, reporter, state, suspect, circumstances from resale_case"
    )
    assert (row["reporter"], row["state"]) == (REPORTER, "received")
    assert vault.keyring.unseal_text(row["suspect"]) == "QQ 12345678"
    assert vault.keyring.unseal_text(row["circumstances"]) == SAID
    [piece] = await evidence.of_case(database, vault, row["id"])
    assert await evidence.content(vault, piece) == f"三元一份{REPORTER}".encode()
    notes = await database.read("select text from case_entry where kind = 'note'")
    assert [vault.keyring.unseal_text(note["text"]) for note in notes] == ["账号年龄未知"]
    assert number.startswith("JB-")


async def test_nothing_that_was_said_is_readable_in_the_database(
    database: Database, vault: Vault, tmp_path: Path
) -> None:
    await write(database, vault)
    await hand_in(database, vault)
    await write(database, vault, "QQ 87654321", "好了", "微信群里")
    await database.read("pragma wal_checkpoint(truncate)")
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())  # noqa: ASYNC240
    for words in ("QQ 12345678", "12345678", SAID, "三元一份", "87654321", "微信群里"):
        assert words.encode() not in stored


async def test_submitting_twice_gives_one_case_and_one_number(
    database: Database, vault: Vault
) -> None:
    await write(database, vault)
    other = await open_database(database.path)
    numbers = await asyncio.gather(
        *(hand_in(one, vault) for one in (database, other, database, other, database))
    )
    await other.close()
    assert len(set(numbers)) == 1
    assert await hand_in(database, vault) == numbers[0]
    assert (await database.read("select count(*) from resale_case"))[0][0] == 1


async def test_after_a_receipt_the_next_report_is_a_new_one(
    database: Database, vault: Vault
) -> None:
    await write(database, vault)
    first = await hand_in(database, vault)
    writing = await drafting.begin(database, vault, REPORTER, MONDAY)
    assert (writing.draft.step, writing.forms, writing.receipt) == (Step.SUSPECT, (), "")
    with pytest.raises(Incomplete) as caught:
        await hand_in(database, vault)
    assert caught.value.lacking is Problem.NO_SUSPECT
    await write(database, vault, proof="另一份")
    assert await hand_in(database, vault) != first


async def test_without_evidence_nothing_is_submitted(database: Database, vault: Vault) -> None:
    with pytest.raises(NothingBegun):
        await hand_in(database, vault)
    await write(database, vault, "QQ 12345678")
    heard, _ = await drafting.say(database, vault, REPORTER, "好了", MONDAY)
    assert heard.problem is Problem.NO_EVIDENCE
    with pytest.raises(Incomplete):
        await hand_in(database, vault)


async def test_a_limit_leaves_the_draft_as_it_is(database: Database, vault: Vault) -> None:
    for place in range(3):
        await write(database, vault, proof=f"第{place}份")
        await hand_in(database, vault)
    await write(database, vault, proof="第四份")
    with pytest.raises(LimitReached) as caught:
        await hand_in(database, vault)
    assert caught.value.limit is Limit.OPEN
    writing = await drafting.written(database, vault, REPORTER)
    assert (writing.draft.step, len(writing.forms)) == (Step.SUMMARY, 1)


@pytest.mark.parametrize("said", ["30001", "QQ：30001，还有 12345678", "扣扣３０００１"])
async def test_nobody_reports_himself(database: Database, vault: Vault, said: str) -> None:
    await drafting.begin(database, vault, REPORTER, MONDAY)
    with pytest.raises(OwnNumber):
        await drafting.say(database, vault, REPORTER, said, MONDAY)
    assert (await drafting.written(database, vault, REPORTER)).draft.suspect == ""


async def test_a_supplement_goes_into_its_case(database: Database, vault: Vault) -> None:
    await write(database, vault)
    number = await hand_in(database, vault)
    await drafting.begin(database, vault, REPORTER, MONDAY, number)
    with pytest.raises(Incomplete):
        await hand_in(database, vault)
    await drafting.say(database, vault, REPORTER, "是11月20日", MONDAY)
    await prove(database, vault, "再一份")
    receipt = await reporting.submit(database, vault, REPORTER, OFFICE, MONDAY)
    assert (receipt.number, receipt.is_supplement) == (number, True)
    assert await reporting.submit(database, vault, REPORTER, OFFICE, MONDAY) == receipt
    assert len(await database.read("select 1 from evidence where case_id is not null")) == 2
    [entry] = await database.read("select text from case_entry where kind = 'supplement'")
    assert vault.keyring.unseal_text(entry["text"]) == "是11月20日"


async def test_a_closed_case_takes_nothing_more_and_the_words_are_kept(
    database: Database, vault: Vault
) -> None:
    await write(database, vault)
    number = await hand_in(database, vault)
    await drafting.begin(database, vault, REPORTER, MONDAY, number)
    await drafting.say(database, vault, REPORTER, "是11月20日", MONDAY)
    await following_cases.withdraw(database, vault.keyring, REPORTER, number, (), MONDAY)
    with pytest.raises(Refused) as caught:
        await hand_in(database, vault)
    assert caught.value.state is State.WITHDRAWN
    assert (await drafting.written(database, vault, REPORTER)).draft.circumstances == "是11月20日"


async def test_one_thing_is_written_at_a_time(database: Database, vault: Vault) -> None:
    await write(database, vault)
    number = await hand_in(database, vault)
    await drafting.begin(database, vault, REPORTER, MONDAY)
    await drafting.begin(database, vault, REPORTER, MONDAY, number)  # nothing was entered
    await drafting.say(database, vault, REPORTER, "是11月20日", MONDAY)
    with pytest.raises(OtherDraft) as caught:
        await drafting.begin(database, vault, REPORTER, MONDAY)
    assert caught.value.case_number == number


async def test_cancelling_and_beginning_again_delete_what_was_sent(
    database: Database, vault: Vault
) -> None:
    for word, does in (("重来", Does.RESTART), ("取消", Does.CANCEL)):
        await write(database, vault, "QQ 12345678")
        stored = await prove(database, vault, "三元一份")
        await drafting.say(database, vault, REPORTER, word, MONDAY)
        heard, _ = await drafting.say(database, vault, REPORTER, word, MONDAY)
        assert heard.does is does
        with pytest.raises(Missing):
            await vault.get(stored.digest)
    assert await drafting.find(database, vault, REPORTER) is None


async def test_drafts_are_kept_for_seven_days(database: Database, vault: Vault) -> None:
    await write(database, vault, "QQ 12345678")
    stored = await prove(database, vault, "三元一份")
    week = timedelta(days=7)
    assert await drafting.clear_old_drafts(database, vault, MONDAY + week) == 0
    assert await drafting.in_hand(database) == [REPORTER]
    assert await drafting.clear_old_drafts(database, vault, MONDAY + week + timedelta(hours=1)) == 1
    assert await drafting.find(database, vault, REPORTER) is None
    with pytest.raises(Missing):
        await vault.get(stored.digest)


async def test_a_draft_with_which_its_writer_goes_on_is_not_cleared(
    database: Database, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(database, vault)
    later, found = MONDAY + timedelta(days=8), drafts.untouched

    async def untouched(source: Database, since: str) -> list[str]:
        old = await found(source, since)
        await drafting.begin(database, vault, REPORTER, later)
        return old

    monkeypatch.setattr(drafts, "untouched", untouched)
    assert await drafting.clear_old_drafts(database, vault, later) == 0
    writing = await drafting.written(database, vault, REPORTER)
    assert (writing.draft.suspect, writing.forms) == ("QQ 12345678", (Form.TEXT,))


async def test_a_draft_that_is_put_aside_is_not_in_hand_until_it_goes_on(
    database: Database, vault: Vault
) -> None:
    await write(database, vault, "QQ 12345678")
    await drafting.put_aside(database, REPORTER)
    assert await drafting.in_hand(database) == []
    writing = await drafting.begin(database, vault, REPORTER, MONDAY)
    assert writing.draft.suspect == "QQ 12345678"
    assert await drafting.in_hand(database) == [REPORTER]
