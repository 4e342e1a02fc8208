"""Lookups miss nothing: what stands in a paragraph is found, and nothing else, whatever happened
to the library before."""

import random
from dataclasses import replace

import pytest

from study.members.entitlement import EVERYTHING, NOTHING, Window
from study.search.folding import fold
from study.search.matching import holds
from study.search.query import Query, Term, parse
from study.services.finding import exists, find, places_of, titled
from study.services.importing import Intake
from study.services.reindexing import reindex
from study.storage import search
from study.storage.database import Database
from tests.library import add, lexicon

Place = tuple[int, int]


async def found(database: Database, query: Query, *, window: Window = EVERYTHING) -> list[Place]:
    return [
        (one.material, one.paragraph)
        async for batch in find(database, query, window=window)
        for one in batch
    ]


async def paragraphs(database: Database) -> dict[Place, str]:
    rows = await database.read(
        "select material_id, number, text from paragraph join material on id = material_id"
        " where status = 'published'"
    )
    return {(row[0], row[1]): row[2] for row in rows}


def asked(*forms: str) -> Query:
    return Query(tuple(Term(form, (form,)) for form in forms))


def speech(rng: random.Random) -> str:
    words = "坚持 四个意识 改革 开放 发展 高质量 5.5% 2026年 ＧＤＰ 乡村振兴 的 了 人民 ，。 、 “党”".split()
    lines = ["".join(rng.choices(words, k=rng.randint(5, 40))) + "。" for _ in range(6)]
    return f"在第{rng.random()}次会议上的讲话\n（{rng.randint(1990, 2026)}年3月5日）\n" + "\n".join(
        lines
    )


async def test_every_string_is_found_and_nothing_else_after_any_publishing(
    database: Database,
) -> None:
    rng = random.Random(7)
    for step in range(60):
        await change(database, rng, step)
        if step % 6 == 5:
            await compare(database, rng)


async def change(database: Database, rng: random.Random, step: int) -> None:
    """Publish a material, withdraw or bring back one, or give one another title."""
    numbers = [row[0] for row in await database.read("select id from material")]
    kind = rng.choice(("publish", "withdraw", "bring back", "title")) if step > 5 else "publish"
    if kind == "publish":
        await add(database, speech(rng), intake=Intake(rng.choice(("free", "member"))))
        return
    number = rng.choice(numbers)
    async with database.transaction() as transaction:
        if kind == "title":
            [before] = await search.entries(transaction, [number])
            after = before.title + "（修订稿）"
            await search.take_out(transaction, before)
            await transaction.write("update material set title = ? where id = ?", (after, number))
            await search.put(transaction, replace(before, title=after))
        else:
            status = "withdrawn" if kind == "withdraw" else "published"
            await transaction.write("update material set status = ? where id = ?", (status, number))


async def compare(database: Database, rng: random.Random) -> None:
    texts = await paragraphs(database)
    for text in rng.choices(list(texts.values()), k=20):
        folded = fold(text)
        start, size = rng.randrange(len(folded)), rng.randint(1, 12)
        forms = [folded[start : start + size]]
        if rng.random() < 0.3:
            other = rng.randrange(len(folded))
            forms.append(folded[other : other + 3])
        hits = await found(database, asked(*forms))
        assert set(hits) >= {place for place, one in texts.items() if all(f in one for f in forms)}
        assert set(hits) == {place for place, one in texts.items() if holds(one, asked(*forms))}
        assert len(hits) == len(set(hits))
        places = await places_of(database, asked(*forms), window=EVERYTHING, most=10_000)
        assert {(one.material, one.paragraph) for one in places} == set(hits)


@pytest.mark.parametrize(
    "text",
    ["NEAR(发展 改革)", "发展*", '"发展', "-发展 改革", "发展 AND", "发展' or 1=1 --", "col:发展",
     "^发展", "发展 {改革}", "的" * 80, "😀发展", "发\u200b展", "\x00发展", "发展\ud800"],
)  # fmt: skip
async def test_no_sign_breaks_a_query(database: Database, text: str) -> None:
    await add(database, speech(random.Random(1)))
    query = parse(text)
    texts = await paragraphs(database)
    wanted = {place for place, one in texts.items() if holds(one, query)}
    assert set(await found(database, query)) == wanted


async def test_newest_speech_first_once_it_was_reindexed(database: Database) -> None:
    for day in ("2024年3月5日", "2026年3月5日", "2025年3月5日"):
        await add(
            database,
            f"在会议上的讲话\n（{day}）\n{day}，我们要坚持把高质量发展作为首要任务来抓紧抓好。",
        )
    query = asked("高质量发展")
    assert [number for number, _ in await found(database, query)] == [3, 2, 1]
    async for _ in reindex(database, lexicon()):
        pass
    assert [number for number, _ in await found(database, query)] == [2, 3, 1]


async def test_a_reader_finds_only_what_is_open(database: Database) -> None:
    await add(
        database,
        "在内部会议上的讲话\n我们要坚持把高质量发展作为首要任务来抓紧抓好。",
        intake=Intake("member"),
    )
    assert await found(database, asked("高质量发展"), window=NOTHING) == []
    assert not await exists(database, asked("高质量发展"), window=NOTHING)
    assert not await titled(database, asked("内部会议"), window=NOTHING)
    assert await places_of(database, asked("高质量发展"), window=NOTHING, most=9) == []
    assert len(await found(database, asked("高质量发展"), window=EVERYTHING)) == 1


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("改革 -开放", [(1, 2)]),
        ("2025 改革", [(2, 1)]),
        ("#要闻 改革", [(2, 1)]),
        ("《第二次》 改革", [(2, 1)]),
        ("2019 改革", []),
    ],
)
async def test_what_narrows(database: Database, query: str, wanted: list[Place]) -> None:
    await add(
        database,
        "在第一次会议上的讲话\n（2024年3月5日）\n要坚持改革开放不动摇，把开放的大门越开越大，让大家都有机会。\n要把改革进行到底，让发展成果更多更公平惠及全体人民，走向共同富裕。",
    )
    await add(
        database,
        "在第二次会议上的讲话\n（2025年3月5日）\n要坚持改革开放不动摇，把开放的大门越开越大，让大家都有更多机会。",
        intake=Intake(tags=("要闻",)),
    )
    assert await found(database, parse(query)) == wanted
