"""`python -m study codes`."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from study.cli.main import main
from study.members.codes import is_code, typed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STUDY_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def study(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["codes", *arguments])


def test_codes_go_into_a_file_for_its_owner_only(folder: Path) -> None:
    done = study("10", "365天", "--to", "出.xlsx", "--valid", "90天", "--note", "秋季班")
    assert done.exit_code == 0, done.output
    assert "第1批：10个兑换码已写到 出.xlsx" in done.output
    assert (folder / "出.xlsx").stat().st_mode & 0o777 == 0o600
    book = openpyxl.load_workbook(folder / "出.xlsx")
    assert book.active is not None
    codes = [typed(str(row[1].value)) for row in list(book.active.iter_rows())[1:]]
    assert len(set(codes)) == 10
    assert all(is_code(code) for code in codes)
    assert not any(code in done.output for code in codes)
    assert "第1批  365天×10  已兑换0 可用10 作废0" in study("--list").output


def test_a_file_is_never_overwritten_and_then_nothing_is_made(folder: Path) -> None:
    (folder / "出.xlsx").write_bytes(b"mine")
    done = study("10", "1年", "--to", "出.xlsx")
    assert done.exit_code == 1
    assert "已经存在，不覆盖" in done.output
    assert (folder / "出.xlsx").read_bytes() == b"mine"
    assert study("--list").output == "还没有兑换码\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("10", "1年"), "写法：python3 -m study codes 10 365天 --to 兑换码.xlsx"),
        (("10", "很久", "--to", "a.xlsx"), "时长写成 365天、6个月、1年 的样子"),
        (("10", "11年", "--to", "a.xlsx"), "时长最短1天，最长10年"),
        (("10", "1年", "--to", "a.csv"), "文件名要以 .xlsx 结尾"),
        (("1001", "1年", "--to", "a.xlsx"), "个数 写得不对：要一个 1 到 1000 的整数"),
        (("十", "1年", "--to", "a.xlsx"), "个数 写得不对：要一个 1 到 1000 的整数"),
    ],
)
def test_what_an_operator_can_get_wrong(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = study(*arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_a_folder_that_is_not_there(folder: Path) -> None:
    assert study("1", "1年", "--to", "没有/出.xlsx").exit_code == 1
    assert study("--list").output == "还没有兑换码\n"
