"""What must be true of the database and the vault after all crashes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from benchmarks.crash_actors import Stage, Story
from study.sealing.key_file import load_keyring
from study.storage import audit
from study.storage.database import Database, open_database
from study.storage.vault import Vault


async def violations(folder: Path, stage: Stage, sent: set[str]) -> list[str]:
    """What is not as it must be; `sent` are the SHA-256 of all pictures that were served."""
    database = await open_database(folder / "study.db")
    vault = Vault(folder / "evidence", load_keyring(folder / "study.key"))
    try:
        return [
            *await _receipts(database, vault, stage.stories),
            *await _evidence(database, vault, sent | set(map(_said, stage.stories))),
            *await _rewards(database, stage.confirmed),
            *await _chain(database),
        ]
    finally:
        await database.close()


def _said(story: Story) -> str:
    """What becomes evidence when somebody says it again after a crash: who sells, in step two."""
    return hashlib.sha256(story.suspect.encode()).hexdigest()


async def _receipts(database: Database, vault: Vault, stories: Iterable[Story]) -> list[str]:
    """Every receipt that was shown is one whole case, and nobody has two."""
    wrong: list[str] = []
    for story in stories:
        rows = await database.read(
            "select number, suspect, circumstances, (select count(*) from evidence"
            " where case_id = resale_case.id) as pieces from resale_case where reporter = ?",
            (str(story.person),),
        )
        numbers = {row["number"] for row in rows}
        if not story.receipts <= numbers:
            wrong.append(f"{story.person}：回执 {story.receipts}，案件 {numbers}")
        if len(rows) > 1:
            wrong.append(f"{story.person}：一份举报成了 {numbers}")
        for row in rows:
            told = (story.suspect.encode(), story.circumstances.encode())
            if tuple(map(vault.keyring.unseal, (row["suspect"], row["circumstances"]))) != told:
                wrong.append(f"{row['number']}：内容不对")
            if row["pieces"] < max(1, story.told):
                wrong.append(f"{row['number']}：说收到 {story.told} 件，只有 {row['pieces']} 件")
    return wrong


async def _evidence(database: Database, vault: Vault, sent: set[str]) -> list[str]:
    """Every piece can be read, is what was sent, and belongs to a case or a draft that exists."""
    wrong: list[str] = []
    for row in await database.read("select digest, case_id, drafter from evidence"):
        content = await vault.get(row["digest"])
        if hashlib.sha256(content).hexdigest() != row["digest"] or row["digest"] not in sent:
            wrong.append(f"证据 {row['digest'][:8]} 不是发来的内容")
    for row in await database.read(
        "select drafter from evidence where drafter <> ''"
        " and not exists (select 1 from report_draft where person = drafter and receipt = '')"
    ):
        wrong.append(f"证据留在 {row['drafter']} 名下，没有草稿")
    return wrong


async def _rewards(database: Database, shown: set[str]) -> list[str]:
    """Each confirmed case has one reward with its year, no other case has one, and what admins
    were shown to be confirmed is."""
    rows = await database.read(
        "select number, decision, (select count(*) from reward join membership_grant g"
        " on g.id = grant_id where case_id = resale_case.id and reward.reversed_at = ''"
        " and g.reversed_at = '' and g.reference = number and g.person = reporter"
        " and g.term = 'P1Y') as rewards, (select count(*) from reward"
        " where case_id = resale_case.id) as given from resale_case"
    )
    wrong = [
        f"{row['number']}：{row['decision'] or '未决定'}，奖励 {row['rewards']} 个"
        for row in rows
        if row["rewards"] != (row["decision"] == "confirmed") or row["rewards"] != row["given"]
    ]
    confirmed = {row["number"] for row in rows if row["decision"] == "confirmed"}
    wrong += [f"{number}：说成立了，其实没有" for number in sorted(shown - confirmed)]
    [(grants,)] = [tuple(row) for row in await database.read(
        "select count(*) from membership_grant where source = 'reward'"
    )]  # fmt: skip
    return wrong if grants == len(confirmed) else [*wrong, f"成立 {len(confirmed)}，会员 {grants}"]


async def _chain(database: Database) -> list[str]:
    verdict = await audit.verify(database)
    return [] if verdict.broken is None else [f"审计链在第 {verdict.broken} 行断了"]
