"""The index made anew, beside the one in use."""

from dataclasses import replace
from pathlib import Path

from study.members.entitlement import EVERYTHING
from study.search.query import parse
from study.services import finding
from study.services.reindexing import reindex
from study.storage import search
from study.storage.database import Database
from study.storage.index_check import index_findings
from tests.library import SPEECH, add, lexicon


async def made_anew(database: Database) -> list[tuple[int, int]]:
    return [step async for step in reindex(database, lexicon())]


def wrong(database: Database) -> list[str]:
    return [finding.what for finding in index_findings(database.path)]


async def exists(database: Database, word: str) -> bool:
    return await finding.exists(database, parse(word), window=EVERYTHING)


async def words(database: Database) -> dict[str, int]:
    return {row[0]: row[1] for row in await database.read("select text, paragraphs from word")}


async def test_it_is_what_importing_made(database: Database) -> None:
    for place in range(45):
        await add(database, SPEECH.replace("作风", f"第{place}项"))
    before = await words(database)
    assert wrong(database) == []
    assert await made_anew(database) == [(20, 45), (40, 45), (45, 45)]
    assert wrong(database) == []
    assert await words(database) == before
    assert await exists(database, "第44项建设")


async def test_a_library_from_before_there_was_an_index(database: Database) -> None:
    await add(database)
    async with database.transaction() as transaction:
        [entry] = await search.entries(transaction, [1])
        await search.take_out(transaction, entry)
        await transaction.write("delete from word")
        await transaction.write("update paragraph set section = 0")
    assert not await search.is_complete(database)
    assert wrong(database) == ["资料不在索引里，请运行 reindex"]
    assert not await exists(database, "钉钉子精神")
    await made_anew(database)
    assert await search.is_complete(database)
    assert await exists(database, "钉钉子精神")
    sections = await database.read("select number, section from paragraph")
    assert [row[1] for row in sections] == [0, 0, 2, 2, 0, 5, 5]


async def test_what_comes_or_changes_meanwhile_is_in_it(database: Database) -> None:
    await add(database)
    await add(database, SPEECH.replace("作风", "家风"))
    steps = reindex(database, lexicon())
    await anext(steps)
    async with database.transaction() as transaction:
        [before] = await search.entries(transaction, [1])
        await search.take_out(transaction, before)
        await transaction.write("update material set title = '修订稿' where id = 1")
        await search.put(transaction, replace(before, title="修订稿"))
    await add(database, SPEECH.replace("作风", "学风"))
    assert [step async for step in steps] == []
    assert wrong(database) == []
    assert await exists(database, "学风建设")


async def test_interrupted_it_leaves_the_old_one(database: Database) -> None:
    await add(database)
    steps = reindex(database, lexicon())
    await anext(steps)
    await steps.aclose()
    assert wrong(database) == []
    assert await exists(database, "钉钉子精神")
    await made_anew(database)
    assert wrong(database) == []


async def test_an_index_that_says_something_else_is_noticed(
    database: Database, tmp_path: Path
) -> None:
    await add(database)
    async with database.transaction() as transaction:
        await transaction.write(
            "update paragraph set text = replace(text, '作风', '学风') where number = 3"
        )
    assert wrong(database) == ["索引与原文不符，请运行 reindex"]
