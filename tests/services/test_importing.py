"""Taking materials in: duplicates, versions, samples, and all or nothing."""

from pathlib import Path

import pytest

from study.materials.errors import DuplicateMaterial
from study.members.entitlement import EVERYTHING
from study.services.catalogue import catalogue
from study.services.importing import Intake, Taken, draft_of_file, load_samples, look_over, take_in
from study.settings import SAMPLES
from study.storage import materials
from study.storage.database import Database
from tests.library import MONDAY, SPEECH, a_draft, add, lexicon


async def test_the_same_words_in_another_layout_are_a_duplicate(database: Database) -> None:
    number = await add(database)
    again = SPEECH.replace("，", ",").replace("2026年9月18日", "2025年1月1日")
    banner = f"仅供学习 禁止外传\n会员群：1234567\n\n{again}"
    for text in (SPEECH, again, banner):
        [outcome] = await take_in(database, [a_draft(text)], Intake(), MONDAY, lexicon())
        assert isinstance(outcome, DuplicateMaterial)
        assert outcome.number == number
    assert await materials.count(database) == 1


async def test_two_copies_in_one_batch_are_one_material(database: Database) -> None:
    outcomes = await take_in(database, [a_draft(), a_draft()], Intake(), MONDAY, lexicon())
    assert [type(one) for one in outcomes] == [Taken, DuplicateMaterial]


async def test_another_version_is_taken_and_named(database: Database) -> None:
    number = await add(database)
    version = SPEECH.replace("谢谢大家！", "会后要抓紧传达学习，认真贯彻落实。")
    [looked] = await look_over(database, [a_draft(version)])
    assert isinstance(looked, Taken)
    assert looked.number == 0
    [outcome] = await take_in(database, [a_draft(version)], Intake(), MONDAY, lexicon())
    assert isinstance(outcome, Taken)
    [alike] = outcome.alike
    assert (alike.number, alike.title) == (number, "在全市作风建设推进会上的讲话")
    assert 0.4 < alike.share < 1


async def test_a_different_speech_is_no_version(database: Database) -> None:
    await add(database)
    text = (SAMPLES / "调查研究是谋事之基.txt").read_text("utf-8")
    [looked] = await look_over(database, [a_draft(text)])
    assert isinstance(looked, Taken)
    assert looked.alike == ()


async def test_what_was_cut_is_kept_with_the_material(database: Database) -> None:
    number = await add(database, f"仅供学习 禁止外传\n会员群：1234567\n\n{SPEECH}")
    rows = await database.read(
        "select reason, text from cut where material_id = ? order by line", (number,)
    )
    assert [tuple(row) for row in rows] == [
        ("分发者的横幅", "仅供学习 禁止外传"),
        ("分发者的横幅", "会员群：1234567"),
    ]


async def test_samples_are_for_an_empty_library_and_go_with_the_first_real_material(
    database: Database,
) -> None:
    assert await load_samples(database, SAMPLES, MONDAY, lexicon()) == 8
    assert await load_samples(database, SAMPLES, MONDAY, lexicon()) == 0
    assert await materials.count_readable(database, window=EVERYTHING) == 8
    number = await add(database)
    listed = await catalogue(database, window=EVERYTHING)
    assert [one.number for one in listed.materials] == [number]


async def test_a_batch_that_fails_stores_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(materials, "tag", broken)
    with pytest.raises(RuntimeError):
        await take_in(database, [a_draft()], Intake(), MONDAY, lexicon())
    assert await materials.count(database) == 0
    assert await database.read("select 1 from paragraph union select 1 from excerpt") == []


def test_every_sample_reads_as_it_should() -> None:
    files = sorted(SAMPLES.iterdir())
    assert len(files) == 8
    for path in files:
        one = draft_of_file(path, ())
        assert one.front.title == Path(path.name).stem, path.name
        assert one.front.spoken_on
        assert len(one.excerpts) >= 5
