"""Closed cases lose their evidence after a time; what was decided stays."""

import os
from datetime import timedelta

import pytest

from study.clock import stamp
from study.services.retention import clean_up
from study.storage import audit, evidence
from study.storage.database import Database
from study.storage.evidence import File
from study.storage.vault import Missing, Vault
from tests.library import MONDAY

DAYS = 180


async def a_case(
    database: Database, vault: Vault, number: str, days: int | None, *said: str
) -> None:
    """A case with evidence that ended so many days ago, or is open."""
    closed = stamp(MONDAY - timedelta(days=days)) if days is not None else ""
    sealed = vault.keyring.seal_text("他在群里卖")
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into resale_case (number, reporter, state, decision, suspect, circumstances,"
            " received_at, moved_at, closed_at) values (?,'30001',?,'',?,?,'','',?)",
            (number, "rejected" if closed else "received", sealed, sealed, closed),
        )
        [row] = await transaction.read("select max(id) as id from resale_case")
        for content in said:
            digest = await vault.put(content.encode())
            await evidence.add_file(transaction, File(digest, 1, "txt", []), "2026")
            name = vault.keyring.seal_text("截图.png")
            await evidence.add(transaction, "30001", "text", digest, name, "2026")
            await evidence.move_to_case(transaction, "30001", row["id"])


async def contents(database: Database, vault: Vault) -> list[str]:
    """What of the evidence can still be read, and that the rows say the same."""
    found = []
    for row in await database.read("select digest, deleted_at from evidence_file"):
        try:
            found.append((await vault.get(row["digest"])).decode())
            assert not row["deleted_at"]
        except Missing:
            assert row["deleted_at"]
    return sorted(found)


async def test_only_what_no_kept_case_has_is_deleted(database: Database, vault: Vault) -> None:
    await a_case(database, vault, "JB-22222", 181, "a", "shared", "with an open one", "drafted")
    await a_case(database, vault, "JB-33333", 179, "b", "shared")
    await a_case(database, vault, "JB-44444", None, "c", "with an open one")
    async with database.transaction() as transaction:
        digest = await vault.put(b"drafted")
        await evidence.add(transaction, "30002", "text", digest, b"", "2026")
    assert await clean_up(database, vault, DAYS, MONDAY) == 1
    kept = ["b", "c", "drafted", "shared", "with an open one"]
    assert await contents(database, vault) == kept
    assert await clean_up(database, vault, DAYS, MONDAY) == 0
    assert await clean_up(database, vault, DAYS, MONDAY + timedelta(days=2)) == 1
    assert await contents(database, vault) == ["c", "drafted", "with an open one"]


async def test_the_decision_stays_and_it_is_written_down(database: Database, vault: Vault) -> None:
    await a_case(database, vault, "JB-22222", 200, "a")
    await clean_up(database, vault, DAYS, MONDAY)
    [case] = await database.read("select * from resale_case")
    assert (case["state"], case["emptied_at"]) == ("rejected", stamp(MONDAY))
    assert vault.keyring.unseal_text(case["circumstances"]) == ""
    assert vault.keyring.unseal_text(case["suspect"]) == "他在群里卖"
    [entry] = await database.read("select kind, person, state from case_entry")
    assert tuple(entry) == ("emptied", "system", "rejected")
    [noted] = [one async for one in audit.entries(database)]
    assert (noted.person, noted.action, noted.before) == ("system", "清空证据 JB-22222", "1 个文件")
    [piece] = await database.read("select name from evidence")
    assert vault.keyring.unseal_text(piece["name"]) == ""


async def test_what_was_told_long_ago_is_forgotten(database: Database, vault: Vault) -> None:
    async with database.transaction() as transaction:
        for state, subject in (("sent", "a"), ("kept", "b"), ("kept", "digest:2026-01-01")):
            await transaction.write(
                "insert into notice (person, subject, text, state, made_at, due_at, settled_at)"
                " values ('1', ?, '', ?, '', '', '2026-01-01')",
                (subject, state),
            )
        await transaction.write("insert into wrong_code (person, at) values ('1', '2026-01-01')")
    await clean_up(database, vault, DAYS, MONDAY)
    assert [row["subject"] for row in await database.read("select subject from notice")] == ["b"]
    assert await database.read("select 1 from wrong_code") == []


async def test_broken_off_in_the_middle_it_is_done_again(
    database: Database, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    await a_case(database, vault, "JB-22222", 200, "a", "b")
    await a_case(database, vault, "JB-33333", 199, "c")
    whole, times = Vault.delete, []

    async def delete(self: Vault, digest: str) -> None:
        await whole(self, digest)
        times.append(digest)
        if len(times) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Vault, "delete", delete)
    with pytest.raises(KeyboardInterrupt):
        await clean_up(database, vault, DAYS, MONDAY)
    assert await clean_up(database, vault, DAYS, MONDAY) == 2
    assert await contents(database, vault) == []
    assert (await audit.verify(database)).count == 2


async def test_files_that_nothing_names_are_swept(database: Database, vault: Vault) -> None:
    await a_case(database, vault, "JB-22222", None, "聊天记录")
    stray, fresh = await vault.put("无主".encode()), await vault.put("刚到".encode())
    old = (MONDAY - timedelta(days=2)).timestamp()
    for path in vault.folder.glob("??/*"):
        if path.name != fresh:
            os.utime(path, (old, old))
    (vault.folder / stray[:2] / f"{stray}.0123").write_bytes(b"half")
    os.utime(vault.folder / stray[:2] / f"{stray}.0123", (old, old))
    await clean_up(database, vault, DAYS, MONDAY)
    left = {path.name for path in vault.folder.glob("??/*")}
    assert stray not in left
    assert fresh in left
    assert len(left) == 2
    assert await contents(database, vault) == ["聊天记录"]


async def test_a_draft_forgotten_before_a_crash_leaves_no_file(
    database: Database, vault: Vault
) -> None:
    await a_case(database, vault, "JB-22222", None, "a")
    async with database.transaction() as transaction:
        digest = await vault.put(b"b")
        await evidence.add_file(transaction, File(digest, 1, "txt", []), "2026")
    await clean_up(database, vault, DAYS, MONDAY)
    assert await contents(database, vault) == ["a"]
    assert len(await database.read("select 1 from evidence_file")) == 1
    assert len(list(vault.folder.glob("??/*"))) == 1


async def test_what_was_taken_back_is_emptied_soon(database: Database, vault: Vault) -> None:
    await a_case(database, vault, "JB-22222", 8, "a")
    await a_case(database, vault, "JB-33333", 8, "b")
    async with database.transaction() as transaction:
        await transaction.write("update resale_case set state = 'withdrawn' where id = 1")
    assert await clean_up(database, vault, DAYS, MONDAY) == 1
    assert await contents(database, vault) == ["b"]


async def test_the_reporters_words_go_wherever_they_stand(database: Database, vault: Vault) -> None:
    await a_case(database, vault, "JB-22222", 200, "a")
    kinds = ("supplement", "appealed", "decided")
    async with database.transaction() as transaction:
        for kind in kinds:
            await transaction.write(
                "insert into case_entry (case_id, kind, person, state, text, at)"
                " values (1, ?, '30001', 'rejected', ?, '')",
                (kind, vault.keyring.seal_text("原话")),
            )
    await clean_up(database, vault, DAYS, MONDAY)
    rows = await database.read("select kind, text from case_entry")
    left = {row["kind"]: vault.keyring.unseal_text(row["text"]) for row in rows}
    assert [left[kind] for kind in kinds] == ["", "", "原话"]
