"""What is suggested to somebody who found nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study.services.suggesting import MOST, fill_tables, learn, near_terms
from study.storage.database import Database

WORDS = {
    "发展": 40, "未来": 9, "教育": 30, "方法": 5, "法治": 6, "货物": 3, "银行": 4, "GDP": 7, "重点": 8,
    "健康": 5, "工人": 5,
}  # fmt: skip
PHRASES = {
    "四个自信": 9, "四个意识": 9, "两个确立": 6, "老工业基地": 3, "五位一体": 4, "绿水青山": 3, "十四五规划": 5, "2035年远景目标": 2,
    "三严三实": 2, "放管服": 3, "一带一路": 6,
}  # fmt: skip


@pytest.fixture
async def library(database: Database) -> Database:
    async with database.transaction() as transaction:
        await fill_tables(transaction)
        await learn(transaction, WORDS, PHRASES)
    return database


async def anything(text: str) -> bool:
    return True


async def nothing(text: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # the same sound, or nearly
        ("四个自新", "四个自信"), ("四个意思", "四个意识"), ("是个意识", "四个意识"), ("银航", "银行"), ("五位遗体", "五位一体"),
        ("老公业基地", "老工业基地"), ("花展", "发展"), ("全是四个自新的", "全是四个自信的"),
        # the same shape
        ("末来", "未来"), ("贷物", "货物"), ("工入", "工人"), ("三严二实", "三严三实"),
        # missing, added, swapped
        ("四个信", "四个自信"), ("五位一一体", "五位一体"), ("四自个信", "四个自信"), ("展发", "发展"), ("绿水山青", "绿水青山"),
        # letters
        ("sige yishi", "四个意识"), ("sì gè yì shí", "四个意识"), ("SIGEYISHI", "四个意识"), ("sigeyisi", "四个意识"),
        ("sgys", "四个意识"), ("四个yishi", "四个意识"), ("四个ys", "四个意识"), ("fangguanfu", "放管服"), ("lvshuiqingshan", "绿水青山"),
        ("gpd", "GDP"),
        # numbers
        ("4个意识", "四个意识"), ("2个确立", "两个确立"), ("二个确立", "两个确立"), ("145规划", "十四五规划"), ("14五规划", "十四五规划"),
        ("二〇三五年远景目标", "2035年远景目标"),
        # traditional characters
        ("四個自新", "四个自信"),
    ],
)  # fmt: skip
async def test_what_was_meant_comes_first(library: Database, typed: str, meant: str) -> None:
    async def exists(text: str) -> bool:
        return text in {*WORDS, *PHRASES, meant}

    assert (await near_terms(library, typed, exists))[:1] == [meant]


async def test_only_what_this_person_may_read_is_suggested(library: Database) -> None:
    async def exists(text: str) -> bool:
        return text == "四个意识"

    assert await near_terms(library, "四个自新", exists) == []
    assert await near_terms(library, "四个意思", exists) == ["四个意识"]


async def test_what_was_typed_is_not_suggested(library: Database) -> None:
    assert "四个自信" not in await near_terms(library, "四个自信", anything)
    assert "四个自信" not in await near_terms(library, "“四個自信”", anything)


async def test_one_of_several_words_is_replaced(library: Database) -> None:
    async def exists(text: str) -> bool:
        return set(text.split()) <= {"四个自信", "教育"}

    assert await near_terms(library, "四个自新 教育", exists) == ["四个自信 教育"]
    assert await near_terms(library, "教育 四个自新", exists) == ["教育 四个自信"]


async def test_no_more_than_three_and_few_checks(library: Database) -> None:
    async with library.transaction() as transaction:
        await learn(
            transaction, {}, {f"四个自{one}": 2 for one in "新心欣辛薪馨芯鑫星行形型性姓幸杏"}
        )
    asked: list[str] = []

    async def exists(text: str) -> bool:
        asked.append(text)
        return False

    assert len(await near_terms(library, "四个子信", anything)) == MOST
    assert await near_terms(library, "四个子信", exists) == []
    assert len(asked) <= 24


async def test_a_word_may_turn_out_a_key_phrase_and_counts_grow(library: Database) -> None:
    async with library.transaction() as transaction:
        await learn(transaction, {"发展": 2}, {"教育": 5})
    rows = await library.read(
        "select text, times, is_phrase from term where text in ('发展', '教育')"
    )
    assert sorted(map(tuple, rows)) == [("发展", 42, 0), ("教育", 35, 1)]


async def test_numbers_signs_and_single_characters_are_no_terms(database: Database) -> None:
    async with database.transaction() as transaction:
        await learn(transaction, {"2035": 9, "5.8%": 9, "的": 99, "保税+": 2}, {"四" * 25: 1})
    assert await database.read("select text from term") == []


async def test_the_table_of_characters_is_filled_once(library: Database) -> None:
    async with library.transaction() as transaction:
        await fill_tables(transaction)
    [row] = await library.read("select sounds, lookalikes from character where text = '未'")
    assert row["sounds"] == "wei"
    assert "末" in row["lookalikes"]
    assert not await library.read("select 1 from character where text = '個'")


@pytest.mark.parametrize(
    "typed",
    ["", " ", "四", "a", "😀😀😀", "四" * 24, "四" * 5000, "a" * 48, "xian" * 12, "1" * 24, "145" * 8, "%_'\";--", "* OR NEAR(",
     "select * from term", "“”", "፩፪", "\ud83d\ud83d", "\0\0", "行重长乐" * 6, "ü ü"],
)  # fmt: skip
async def test_odd_queries_get_few_suggestions_or_none(library: Database, typed: str) -> None:
    assert len(await near_terms(library, typed, anything)) <= MOST
    assert await near_terms(library, typed, nothing) == []


async def test_an_empty_library_has_nothing_to_suggest(database: Database) -> None:
    assert await near_terms(database, "自新", anything) == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=st.text(max_size=40) | st.text(alphabet="四个自信新意识sgyi14五 ", max_size=30))
async def test_any_text_can_be_typed(library: Database, typed: str) -> None:
    named = await near_terms(library, typed, anything)
    assert len(named) == len(set(named)) <= MOST
