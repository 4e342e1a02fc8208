"""Taking banks in and out of the library."""

import sqlite3
import zipfile
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from study.banks import preview, texts
from study.banks.cards import write_deck
from study.banks.errors import DuplicateBank
from study.banks.sheet import workbook
from study.members.entitlement import EVERYTHING, NOTHING
from study.questions.question import Choice, Kind
from study.quiz.posed import Option, Question
from study.services.exporting_questions import exported
from study.services.importing_questions import BankFile, Outcome, import_questions, look_over
from study.storage.database import Database, open_database
from study.storage.questions import New, put_new
from tests.banks.files import HEADS, ROWS, csv, xlsx
from tests.library import MONDAY, add
from tests.studying import FOUR

BANK_ROWS = (
    HEADS,
    *ROWS,
    ("多选题", "全对的题（ ）", "甲", "乙", "丙", "ABC", "解"),
    ("排序题", "按时间排序", "先", "后", "最后", "CAB", ""),
    ("合力题", "四个自信有哪些？", "道路自信", "理论自信", "制度自信", "ABC", ""),
    ("单选题", "=1+1 等于（ ）", "=2", "+3", "@4", "A", "-"),
)
BANK = xlsx(*BANK_ROWS)


async def taken(
    database: Database, content: bytes, access: str = "free", name: str = "甲/毛概题库.xlsx"
) -> Outcome:
    file = BankFile(name, content)
    return await import_questions(database, file, access, "10001", MONDAY, Random(1))


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
    outcome = await look_over(database, BankFile("题库.xlsx", BANK))
    assert len(outcome.sifted.fresh) == 8
    assert await digests(database) == set()


async def test_what_is_known_or_repeated_is_told(database: Database) -> None:
    await taken(database, BANK)
    again = (*ROWS[0][:1], "1、党的宗旨是（）", "为自己", "全心全意为人民服务", "", "B", "")
    fresh = ("单选题", "新题（ ）", "甲", "乙", "", "A", "")
    outcome = await taken(database, xlsx(HEADS, again, fresh, fresh))
    assert [one.stem for one in outcome.sifted.fresh] == ["新题____"]
    assert [one.place.number for one in outcome.sifted.repeated] == [4]
    assert [one.place.number for one in outcome.sifted.known] == [2]
    nothing = await taken(database, csv(HEADS, ROWS[0]), name="旧.csv")
    assert nothing.sifted.fresh == ()
    [banks] = await database.read("select count(*) from question_bank")
    assert banks[0] == 2


async def test_what_goes_out_comes_in_the_same(database: Database, tmp_path: Path) -> None:
    await taken(database, BANK)
    questions = (await exported(database, "", "", window=NOTHING)).questions
    other = await open_database(tmp_path / "other.db")
    try:
        outcome = await taken(other, workbook(questions, ()))
        assert outcome.sifted.problems == ()
        assert await digests(other) == await digests(database)
        again = (await exported(other, "", "", window=NOTHING)).questions
    finally:
        await other.close()
    assert [(one.kind, one.stem, one.answer, one.quote) for one in again] == [
        (one.kind, one.stem, one.answer, one.quote) for one in questions
    ]


async def test_what_was_made_is_known_again(database: Database) -> None:
    stem = "下列各项中，哪些属于“四个意识”的内容？（多选）"
    choices = tuple(Choice(text, text != "法治意识") for text in (*FOUR, "法治意识"))
    material = await add(database)
    made = New(
        Kind.SEVERAL, stem, choices, FOUR, "", "", 1, (), "x", 0.5, material=material, paragraph=1
    )
    async with database.transaction() as transaction:
        await put_new(transaction, [made])
    await taken(database, BANK)
    found = await exported(database, "", "", window=EVERYTHING)
    again = await taken(database, workbook(found.questions, found.for_members), name="出.xlsx")
    assert (again.sifted.fresh, again.sifted.problems) == ((), ())
    assert len(again.sifted.known) == len(found.questions) == 9


@pytest.mark.parametrize(("state", "known"), [("suspended", 8), ("deleted", 8), ("retired", 0)])
async def test_what_was_judged_is_known_again(database: Database, state: str, known: int) -> None:
    await taken(database, BANK)
    async with database.transaction() as transaction:
        await transaction.write("update question set state = ?", (state,))
    again = await look_over(database, BankFile("又.csv", csv(*BANK_ROWS)))
    assert len(again.sifted.known) == known


async def test_another_answer_than_in_the_library_is_told(database: Database) -> None:
    head = ("题型", "题干", "选项", "答案")
    stem = "租界地最早在（ ）"
    await taken(database, csv(head, ("单选", stem, "广州|上海|宁波", "B")), name="甲.csv")
    rows = (
        ("单选", "1. 租界地最早在____。", "广州|上海|福州", "A"),
        ("单选", stem, "上海市|福州", "A"),
    )
    outcome = await taken(database, csv(head, *rows), name="乙.csv")
    assert [texts.problem(one) for one in outcome.sifted.problems] == [
        "第2行：库里同一道题答案不同：Q1 上海"
    ]
    assert len(outcome.sifted.fresh) == 1  # Only worded otherwise: nobody calls it wrong.


async def test_what_members_get_stays_theirs(database: Database, tmp_path: Path) -> None:
    await taken(database, BANK, "member")
    await taken(
        database, csv(HEADS, ("单选题", "新题（ ）", "甲", "乙", "", "A", "")), name="新.csv"
    )
    found = await exported(database, "", "", window=EVERYTHING)
    content = workbook(found.questions, found.for_members)
    other = await open_database(tmp_path / "other.db")
    try:
        outcome = await taken(other, content)
        again = await exported(other, "", "", window=EVERYTHING)
        for_all = await exported(other, "", "", window=NOTHING)
        with pytest.raises(DuplicateBank):
            await taken(other, content)
    finally:
        await other.close()
    assert (len(again.questions), len(again.for_members)) == (9, 8)
    assert [one.stem for one in for_all.questions] == ["新题____"]
    said = preview.taken("题", outcome.sifted, member=False)
    assert said.endswith("，其中 8 题会员可练，其余所有人可练")


async def test_members_questions_go_out_only_when_asked_for(database: Database) -> None:
    await taken(database, BANK, "member")
    assert (await exported(database, "", "", window=NOTHING)).questions == []
    assert len((await exported(database, "宗旨", "", window=EVERYTHING)).questions) == 1
    found = await exported(database, "", "毛概题库", window=EVERYTHING)
    assert {one.number for one in found.questions} == found.for_members
    assert len(found.for_members) == 8
    assert (await exported(database, "", "别的", window=EVERYTHING)).questions == []


async def test_no_cell_is_a_formula(database: Database, tmp_path: Path) -> None:
    await taken(database, BANK)
    path = tmp_path / "题.xlsx"
    found = await exported(database, "等于", "", window=EVERYTHING)
    path.write_bytes(workbook(found.questions, found.for_members))
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
    questions = (await exported(database, "", "", window=NOTHING)).questions
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
