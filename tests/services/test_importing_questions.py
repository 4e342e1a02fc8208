"""Taking banks in and out of the library."""

import sqlite3
import zipfile
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from study.banks.cards import write_deck
from study.banks.errors import DuplicateBank
from study.banks.sheet import workbook
from study.questions.question import Kind
from study.quiz.posed import Option, Question
from study.services.exporting_questions import exported
from study.services.importing_questions import Outcome, import_questions, look_over
from study.storage.database import Database, open_database
from tests.banks.files import HEADS, ROWS, csv, xlsx
from tests.library import MONDAY

BANK = xlsx(
    HEADS,
    *ROWS,
    ("多选题", "全对的题（ ）", "甲", "乙", "丙", "ABC", "解"),
    ("排序题", "按时间排序", "先", "后", "最后", "CAB", ""),
    ("合力题", "四个自信有哪些？", "道路自信", "理论自信", "制度自信", "ABC", ""),
    ("单选题", "=1+1 等于（ ）", "=2", "+3", "@4", "A", "-"),
)


async def taken(database: Database, content: bytes, access: str = "free") -> Outcome:
    return await import_questions(
        database, "甲/毛概题库.xlsx", content, access, "10001", MONDAY, Random(1), {}
    )


async def digests(database: Database) -> set[str]:
    return {row[0] for row in await database.read("select digest from question")}


async def test_a_bank_is_taken_in_once(database: Database) -> None:
    outcome = await taken(database, BANK)
    assert (outcome.name, len(outcome.sifted.fresh), len(outcome.sifted.problems)) == (
        "毛概题库",
        8,
        1,
    )
    with pytest.raises(DuplicateBank) as caught:
        await taken(database, BANK)
    assert caught.value.name == "毛概题库"
    [row] = await database.read("select action, after from audit")
    assert tuple(row) == ("题库 入库", "毛概题库：8题，free")


async def test_a_look_writes_nothing(database: Database) -> None:
    outcome = await look_over(database, "题库.xlsx", BANK, {})
    assert len(outcome.sifted.fresh) == 8
    assert outcome.number == 0
    assert await digests(database) == set()


async def test_what_is_known_or_repeated_is_told(database: Database) -> None:
    await taken(database, BANK)
    again = (*ROWS[0][:1], "1、党的宗旨是（）", "为自己", "全心全意为人民服务", "", "B", "")
    fresh = ("单选题", "新题（ ）", "甲", "乙", "", "A", "")
    outcome = await taken(database, xlsx(HEADS, again, fresh, fresh))
    assert [one.stem for one in outcome.sifted.fresh] == ["新题____"]
    assert [one.place.number for one in outcome.sifted.repeated] == [4]
    assert [one.place.number for one in outcome.sifted.known] == [2]
    nothing = await import_questions(
        database, "旧.csv", csv(HEADS, ROWS[0]), "free", "1", MONDAY, Random(1), {}
    )
    assert nothing.number == 0


async def test_what_goes_out_comes_in_the_same(database: Database, tmp_path: Path) -> None:
    await taken(database, BANK)
    questions = await exported(database, "", "", everything=False)
    other = await open_database(tmp_path / "other.db")
    try:
        outcome = await taken(other, workbook(questions))
        assert outcome.sifted.problems == ()
        assert await digests(other) == await digests(database)
        again = await exported(other, "", "", everything=False)
    finally:
        await other.close()
    assert [(one.kind, one.stem, one.answer, one.quote) for one in again] == [
        (one.kind, one.stem, one.answer, one.quote) for one in questions
    ]


async def test_members_questions_go_out_only_when_asked_for(database: Database) -> None:
    await taken(database, BANK, "member")
    assert await exported(database, "", "", everything=False) == []
    assert len(await exported(database, "宗旨", "", everything=True)) == 1
    assert len(await exported(database, "", "毛概题库", everything=True)) == 8
    assert await exported(database, "", "别的", everything=True) == []


async def test_no_cell_is_a_formula(database: Database, tmp_path: Path) -> None:
    await taken(database, BANK)
    path = tmp_path / "题.xlsx"
    path.write_bytes(workbook(await exported(database, "等于", "", everything=True)))
    sheet = load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells][1:5] == ["=1+1 等于____", "=2", "+3", "@4"]
    assert all(cell.quotePrefix for cell in cells[1:5])


def cards(path: Path) -> list[tuple[str, str, str]]:
    """Identity, fields and tags of the notes in a deck."""
    with zipfile.ZipFile(path) as archive:
        archive.extract("collection.anki2", path.parent)
    connection = sqlite3.connect(path.parent / "collection.anki2")
    rows = connection.execute("select guid, flds, tags from notes order by id").fetchall()
    connection.close()
    return rows


async def test_cards_are_known_again(database: Database, tmp_path: Path) -> None:
    await taken(database, BANK)
    questions = await exported(database, "", "", everything=False)
    write_deck(questions, tmp_path / "a.apkg", MONDAY)
    write_deck(questions[::-1], tmp_path / "b.apkg", MONDAY)
    first, second = cards(tmp_path / "a.apkg"), cards(tmp_path / "b.apkg")
    assert {row[0] for row in first} == {row[0] for row in second}
    assert len({row[0] for row in first}) == 8
    fields = first[0][1].split("\x1f")
    assert fields == [
        "【单选】党的宗旨是____。<br>A. 全心全意为人民服务<br>B. 发展经济<br>C. 改善民生",
        "A<br>全心全意为人民服务",
        "见党章<br>题库：毛概题库",
    ]
    assert first[0][2].split() == ["题型::单选", "题库::毛概题库"]


def test_a_card_does_not_give_its_answer_away(tmp_path: Path) -> None:
    items = ("第一步", "第二步", "第三步", "第四步")
    options = tuple(Option(place, place, text, True) for place, text in enumerate(items))
    order = Question(1, Kind.ORDER, "排序", options, items, "", "", "", 1.0, "live", bank="题库")
    together = Question(
        2, Kind.TOGETHER, "说出", options, items, "", "", "", 1.0, "live", bank="题 库"
    )
    write_deck([order, together], tmp_path / "a.apkg", MONDAY)
    ordered, named = cards(tmp_path / "a.apkg")
    front, back, _ = ordered[1].split("\x1f")
    assert sorted(front.split("<br>")[1:], key=lambda line: line[3:]) != front.split("<br>")[1:]
    assert back == "<br>".join(items)
    assert named[1].split("\x1f")[0] == "【合力】说出"
    assert named[2].split() == ["题型::合力", "题库::题_库"]
