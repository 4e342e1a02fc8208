"""What is known of somebody: all of it is handed out, and what can go goes."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from study.clock import stamp
from study.services.own_data import QuizRuns, export, forget, staying
from study.storage.database import Database
from study.storage.own_data import ERASED, IMPERSONAL, SECTIONS, STAYS
from study.storage.vault import Missing, Vault
from tests.library import MONDAY
from tests.studying import SHANGHAI

ANNA, BEN = "3000177", "3000188"
PERSONAL = {
    *("person", "drafter", "reporter", "redeemed_by", "set_by", "made_by", "imported_by"),
    *("started_by", "subscribed_by"),
}
"""Columns that hold a person wherever they are."""


def tables(file: sqlite3.Connection) -> list[str]:
    found = file.execute(
        "select name from sqlite_master where type = 'table'"
        " and name not like 'sqlite_%' and name not like 'gram_%'"
    )
    return [row[0] for row in found]


def test_every_table_is_erased_or_stays_for_a_reason_or_tells_of_no_person(
    database: Database,
) -> None:
    with closing(sqlite3.connect(database.path)) as file:
        named = [*ERASED, *STAYS, *IMPERSONAL]
        assert sorted(named) == sorted({*tables(file)}), "say in own_data.py what becomes of it"
        for table in IMPERSONAL:
            columns = {row[1] for row in file.execute(f"pragma table_info({table})")}
            assert not columns & PERSONAL, table


def fill(database: Database, vault: Vault, person: str, number: int) -> None:
    """Put a row about a person into every table that can have one, whatever the rest of it says."""
    sealed = vault.keyring.seal_text(f"words of {person}")
    with closing(sqlite3.connect(database.path)) as file, file:
        file.execute("pragma ignore_check_constraints = on")
        for table in [*ERASED, *STAYS]:
            values: dict[str, object] = {}
            for _, name, kind, _, default, _ in file.execute(f"pragma table_info({table})"):
                if name in PERSONAL:
                    values[name] = person
                elif name == "chat":
                    values[name] = f"person:{person}"
                elif name == "ended_at":
                    values[name] = "2026"
                elif default is None:
                    fitting = {"integer": number, "real": 0.5, "blob": sealed}
                    values[name] = fitting.get(kind.lower(), f"x{number}")
            names, places = ", ".join(values), ", ".join("?" * len(values))
            sql = f"insert into {table} ({names}) values ({places})"  # noqa: S608
            file.execute(sql, tuple(values.values()))


def tables_that_name(database: Database, person: str) -> set[str]:
    with closing(sqlite3.connect(database.path)) as file:
        return {
            table
            for table in tables(file)
            if table != "gram"  # an index without content
            for row in file.execute(f"select * from {table}")  # noqa: S608
            if any(person in str(value) for value in row)
        }


async def test_who_is_forgotten_stands_only_where_it_was_said(
    database: Database, vault: Vault
) -> None:
    for number, person in enumerate((ANNA, BEN), 1):
        fill(database, vault, person, number)
    assert tables_that_name(database, ANNA) == {*ERASED, *STAYS}
    assert len(await staying(database, ANNA)) == len(STAYS)
    assert await forget(database, vault, ANNA, MONDAY) > 10
    assert tables_that_name(database, ANNA) <= {*STAYS}
    assert tables_that_name(database, BEN) == {*ERASED, *STAYS}
    assert await forget(database, vault, ANNA, MONDAY) == 0


async def test_what_a_group_has_stays_there_without_the_name(
    database: Database, vault: Vault
) -> None:
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into subscription values ('group:1', '10000', 450, 0, ?, '2026')", (ANNA,)
        )
    assert await forget(database, vault, ANNA, MONDAY) == 1
    [row] = await database.read("select chat, subscribed_by from subscription")
    assert tuple(row) == ("group:1", "")


async def test_a_quiz_that_runs_is_not_taken_from_under_its_player(
    database: Database, vault: Vault
) -> None:
    fill(database, vault, ANNA, 1)
    with closing(sqlite3.connect(database.path)) as file, file:
        file.execute("update quiz set ended_at = ''")
    with pytest.raises(QuizRuns):
        await forget(database, vault, ANNA, MONDAY)
    assert "attempt" in tables_that_name(database, ANNA)


async def a_case(database: Database, vault: Vault, number: int, days: int, state: str) -> str:
    """A case of Anna's with evidence that ended so many days ago; the evidence's digest."""
    digest = await vault.put(f"evidence {number}".encode())
    sealed = vault.keyring.seal_text("经过")
    closed = stamp(MONDAY - timedelta(days=days)) if days else ""
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into resale_case (id, number, reporter, state, suspect, circumstances,"
            " received_at, moved_at, closed_at) values (?,?,?,?,?,?,'','',?)",
            (number, f"JB-{number}", ANNA, state, sealed, sealed, closed),
        )
        await transaction.write(
            "insert into evidence_file (digest, size, kind, stored_at) values (?, 1, 'txt', '')",
            (digest,),
        )
        await transaction.write(
            "insert into evidence (case_id, form, digest, name, at) values (?, 'text', ?, ?, '')",
            (number, digest, sealed),
        )
    return digest


async def has(vault: Vault, digest: str) -> bool:
    try:
        return bool(await vault.get(digest))
    except Missing:
        return False


async def test_evidence_goes_once_nothing_rests_on_it(database: Database, vault: Vault) -> None:
    old = await a_case(database, vault, 1, 8, "rejected")
    fresh = await a_case(database, vault, 2, 6, "rejected")
    still_open = await a_case(database, vault, 3, 0, "verifying")
    rewarded = await a_case(database, vault, 4, 90, "confirmed")
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into membership_grant (id, person, term, source, reason, granted_by,"
            " granted_on, granted_at) values (1, ?, 'P1Y', 'reward', '', '1', '2026-08-01', '')",
            (ANNA,),
        )
        await transaction.write(
            "insert into reward (case_id, person, grant_id, at) values (4, ?, 1, '')", (ANNA,)
        )
    assert await forget(database, vault, ANNA, MONDAY) == 1
    kept = [await has(vault, one) for one in (old, fresh, still_open, rewarded)]
    assert kept == [False, True, True, True]
    assert any("证据" in one for one in await staying(database, ANNA))


async def test_everything_is_handed_out_in_words_and_nothing_of_others(
    database: Database, vault: Vault
) -> None:
    for number, person in enumerate((ANNA, BEN), 1):
        fill(database, vault, person, number)
    keyring, seal = vault.keyring, vault.keyring.seal_text
    async with database.transaction() as transaction:
        for kind, words in (("note", "内部话"), ("decided", "与 JB-22222 重复")):
            await transaction.write(
                "insert into case_entry (case_id, kind, person, state, text, at)"
                " values (1, ?, '10001', 'received', ?, '')",
                (kind, seal(words)),
            )
        await transaction.write(
            "insert into case_trait (case_id, kind, trait) values (2, 'qq', ?)",
            (keyring.digest("qq", ANNA),),
        )
        await transaction.write("update membership_grant set term = 'P1Y'")
        # The cases of these two are those that `fill` gave them, whose rows have other numbers.
        await transaction.write("update resale_case set number = 'JB-33333' where id = 1")
    text = await export(database, keyring, ANNA, SHANGHAI)
    found = json.loads(text)
    assert {*found} == {*SECTIONS}
    empty = {title for title, rows in found.items() if not rows}
    assert empty == {"举报的证据", "没交的证据"}  # no files were stored
    assert f"words of {ANNA}" in text
    assert BEN not in text
    assert "内部话" not in text
    assert "JB-22222" not in text
    assert "10001" not in text
    assert "与 另一案 重复" in text


async def test_signs_are_said_in_words_and_times_are_local(
    database: Database, vault: Vault
) -> None:
    await a_case(database, vault, 1, 8, "final")
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into membership_grant (person, term, source, reason, granted_by,"
            " granted_on, granted_at) values (?, 'P1Y', 'code', '', '1', '2026-08-01', '')",
            (ANNA,),
        )
        await transaction.write(
            "insert into memory (person, subject, state, stability, difficulty, due,"
            " last_review, missed)"
            " values (?, 'phrase:会员资料里的话', 1, 1, 1, '2026-11-23T16:00:00+00:00', '', '')",
            (ANNA,),
        )
        await transaction.write("update evidence set name = x''")
    text = await export(database, vault.keyring, ANNA, SHANGHAI)
    found = json.loads(text)
    assert found["举报"][0]["状态"] == "终结"
    assert found["举报的证据"][0]["文件名"] == ""
    assert found["举报的证据"][0]["形式"] == "文字"
    assert (found["会员"][0]["时长"], found["会员"][0]["来源"]) == ("加1年", "兑换码")
    assert (found["记忆"][0]["内容"], found["记忆"][0]["到期"]) == (
        "一个提法",
        "2026-11-24 00:00:00",
    )
    assert "会员资料里的话" not in text
