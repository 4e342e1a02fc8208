"""Whatever a file was made to do, reading it ends in questions or in a clear refusal, and soon."""

import io
import json
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from study.banks.bounded import read_bank
from study.banks.errors import BankError, NoQuestions
from study.banks.texts import refusal
from study.materials.errors import Unreadable, UnreadableFile
from study.settings import ROOT
from tests.banks.files import ROWS, csv, xlsx
from tests.materials.formats.file_builders import fixtures

_RELATIONS = (
    '<Relationships xmlns="r"><Relationship Id="r1" Type="{}" Target="{}"/></Relationships>'
)


def outcome(name: str, data: bytes) -> str:
    """What a person reads, '' where the file was read."""
    try:
        read_bank(name, data, {})
    except (UnreadableFile, BankError) as error:
        return refusal(error)
    return ""


def workbook(sheet: str, book: str = "<sheet r:id='r1'/>", strings: str = "") -> bytes:
    """A workbook of parts as they are given."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _RELATIONS.format("x/officeDocument", "xl/workbook.xml"))
        archive.writestr(
            "xl/workbook.xml", f"<workbook xmlns:r='q'><sheets>{book}</sheets></workbook>"
        )
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS.format("x/worksheet", "s.xml"))
        archive.writestr("xl/s.xml", sheet)
        archive.writestr("xl/sharedStrings.xml", strings or "<sst/>")
    return content.getvalue()


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ('<!DOCTYPE a [<!ENTITY a "aa">]><worksheet/>', "损坏了"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>', "损坏了"),
        ("<worksheet><sheetData><row>", "损坏了"),
        ("<worksheet>" + " " * 200_000_000 + "</worksheet>", "展开后过大"),
        ("<worksheet><row r='1048576'><c r='XFD1048576'><v>1</v></c></row></worksheet>", "没有找到题目"),
        ("<row>" * 1_000_000 + "</row>" * 1_000_000, ""),
    ],
)  # fmt: skip
def test_a_workbook_made_to_do_harm(sheet: str, expected: str) -> None:
    said = outcome("题库.xlsx", workbook(sheet))
    assert said
    assert expected in said


def test_the_same_sheet_many_times_is_counted() -> None:
    rows = "".join(f"<row>{cell('A1', '题干')}{cell('B1', '答案')}</row>" for _ in range(3_000))
    data = workbook(f"<worksheet>{rows}</worksheet>", "<sheet r:id='r1'/>" * 500)
    assert "超过 20000 题" in outcome("题库.xlsx", data)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("题库.xlsx", b"", "是空的"),
        ("题库.xlsx", b"x" * (20 * 1024 * 1024 + 1), "超过 20 MB"),
        ("题库.xlsx", b"not a zip", "损坏了"),
        ("题库.csv", b"PK\x03\x04", "损坏了"),
        ("题库.xls", b"\xd0\xcf\x11\xe0", "旧版"),
        ("~$题库.xlsx", b"x", "临时锁文件"),
        ("题库.pdf", b"%PDF-", "不能是 pdf 格式"),
        ("题库", b"x", "格式"),
        ("题库.json", b"[" * 200_000, "太复杂"),
        ("题库.json", b"[" + b"{}," * 6_000_000 + b"{}]", "太复杂"),
        ("题库.json", b'{"a": 1', "损坏了"),
        ("题库.json", b'[{"a": ' + b"9" * 5_000 + b"}]", "损坏了"),
        ("题库.csv", bytes(range(256)) * 4_000, "编码"),
        ("题库.csv", b"\n\n", "是空的"),
        ("题库.csv", "题干,答案\n".encode() + b'"' + b"x" * 1_000_000, "损坏了"),
    ],
)
def test_files_that_are_no_banks(name: str, data: bytes, expected: str) -> None:
    assert expected in outcome(name, data)


@pytest.mark.parametrize(
    "row",
    [
        {"题干": "（" * 2_000, "选项": "A. 甲 B. 乙", "答案": "A"},
        {"题干": "_ " * 1_200, "选项": "A" + " " * 50_000 + "B" + " " * 50_000, "答案": "A"},
        {"题干": "<a" * 1_200, "选项": "A. <b" * 10_000 + " B. <", "答案": "A" + " ," * 10_000},
        {"题干": "1." * 1_000, "选项": "A. " * 5_000, "答案": "A. " * 5_000},
    ],
)
def test_no_pattern_takes_for_ever(row: dict[str, str]) -> None:
    assert outcome("题库.json", json.dumps([row] * 20, ensure_ascii=False).encode()) == ""


_MEASURED = """
import sys, time
from study.banks.child import main
main()
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
sys.stderr.write(f"{time.process_time()} {peak}")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_file_at_the_limit_is_read_with_what_there_is() -> None:
    heads = ("题干", "选项A", "选项B", "选项C", "选项D", "答案")
    rows = [(f"{number}号会议（ ）", "甲", "乙", "丙", "丁", "A") for number in range(20_000)]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, "csv", "{}"],
        input=csv(heads, *rows),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert len(json.loads(done.stdout)["items"]) == 20_000
    seconds, kilobytes = done.stderr.split()  # The child's own: other tests run beside it.
    assert float(seconds) < 5
    assert int(kilobytes) < 150 * 1024


def test_every_hostile_file_ends_as_it_should() -> None:
    files = [path for path in sorted(fixtures("hostile").iterdir())
             if path.suffix in (".xlsx", ".docx")]  # fmt: skip
    with ThreadPoolExecutor(2) as pool:
        said = dict(zip(files, pool.map(_read, files), strict=True))
    assert all(said.values())
    for path, words in said.items():
        assert ("password" in path.name and "no_password" not in path.name) <= (
            "加密" in words or "损坏" in words
        ), path


def _read(path: Path) -> str:
    return outcome(path.name, path.read_bytes())


def test_a_bank_comes_through_the_child_unchanged() -> None:
    heads = ("题型", "题干", "选项A", "选项B", "选项C", "答案", "解析")
    bank = read_bank("甲/题库.XLSX", xlsx(heads, *ROWS), {})
    assert bank == read_bank("题库.csv", csv(heads, *ROWS), {})
    assert len(bank.items) == 4
    assert len(bank.problems) == 1
    with pytest.raises(NoQuestions):
        read_bank("题库.csv", csv(("甲", "乙")), {})


def test_a_file_wrapped_for_a_password_is_named() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableFile) as caught:
        read_bank("题库.xlsx", data, {})
    assert caught.value.reason is Unreadable.ENCRYPTED
