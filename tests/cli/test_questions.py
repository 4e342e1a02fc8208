"""`python -m study import-questions | export-questions`, as an operator runs them."""

import contextlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from study.cli.main import main
from tests.banks.files import HEADS, ROWS, csv, word, xlsx


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "题库.xlsx").write_bytes(xlsx(HEADS, *ROWS, ROWS[0]))
    (tmp_path / "别的.csv").write_bytes(csv(("标目", "选项", "键"), ("甲（）", "一|二", "A")))
    (tmp_path / "不是.docx").write_bytes(word("同志们：今天开会。"))
    return tmp_path


def study(folder: Path, *arguments: str) -> Result:
    """Run the command line on a data folder of its own, among the files; within this process:
    starting one takes longer than what it does."""
    with contextlib.chdir(folder):
        done = CliRunner(env={"STUDY_DATA_DIR": str(folder / "data")}).invoke(main, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_a_bank_is_previewed_taken_in_and_told_again(folder: Path) -> None:
    looked = study(folder, "import-questions", "题库.xlsx", "--dry-run")
    assert looked.exit_code == 0
    counts = "4 题（单选 1、填空 1、判断 1、多选 1）"
    left = "；文件里重复 1 题，不能收 1 处\n"
    assert looked.stdout.startswith(f"📋 题库“题库”：能收 {counts}{left}")
    assert "认出的列：题型 → 题型，题干 → 题干，选项A → 选项A" in looked.stdout
    assert "文件里重复的只收一次：第7行" in looked.stdout
    assert "例1（单选）党的宗旨是____。\nA. 全心全意为人民服务\n" in looked.stdout
    assert "第6行：简答题：这种题型不能自动判卷" in looked.stdout
    assert "（试运行，什么也没有写）" in looked.stdout
    done = study(folder, "import-questions", "题库.xlsx", "--report", "报告.txt", "--member")
    assert done.exit_code == 0
    assert f"✅ 收下题库“题库”：{counts}，会员可练{left}" in done.stdout
    assert (folder / "报告.txt").read_text("utf-8") == (
        f"题库“题库”：能收 {counts}{left}"
        "第6行：简答题：这种题型不能自动判卷\n"
        "第7行：文件里前面有同一道题\n"
    )
    again = study(folder, "import-questions", "题库.xlsx")
    assert again.exit_code == 0
    assert again.stdout == "题库.xlsx：这个文件已经收过了，就是题库“题库”，没有重复收录\n"
    assert "✗" not in again.stderr


def test_a_bank_is_called_as_one_likes(folder: Path) -> None:
    done = study(folder, "import-questions", "题库.xlsx", "--name", "毛概期末")
    assert "✅ 收下题库“毛概期末”：4 题" in done.stdout
    assert "导出 4 题" in study(folder, "export-questions", "出.xlsx", "--bank", "毛概期末").stdout
    two = study(folder, "import-questions", "题库.xlsx", "别的.csv", "--name", "毛概期末")
    assert two.exit_code == 2
    assert "--name 一次只能给一个文件起名" in two.stderr


def test_a_folder_is_no_file(folder: Path) -> None:
    (folder / "文件夹").mkdir()
    done = study(folder, "import-questions", "文件夹")
    assert done.exit_code == 1
    assert done.stderr == "✗ 文件夹：这是文件夹，请写文件名\n"


def test_a_dry_run_counts_as_the_import_does(folder: Path) -> None:
    fresh = ("单选题", "国庆节是哪一天？", "10月1日", "7月1日", "", "A", "")
    other = ("单选题", "党的宗旨是（ ）。", "发展经济", "全心全意为人民服务", "", "A", "")
    (folder / "续.csv").write_bytes(csv(HEADS, ROWS[1], fresh, other))
    files = ("题库.xlsx", "续.csv")
    looked = study(folder, "import-questions", *files, "--dry-run")
    done = study(folder, "import-questions", *files)
    counts = "题库“续”：能收 1 题（单选 1）；库里已有 1 题，不能收 1 处\n"
    assert counts in looked.stdout
    assert counts in done.stdout
    assert "第4行：库里同一道题答案不同：全心全意为人民服务（“题库”）" in looked.stdout
    assert "第4行：库里同一道题答案不同：Q1 全心全意为人民服务" in done.stdout


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path) -> None:
    done = study(folder, "import-questions", "不是.docx", "没有.xlsx", "题库.xlsx")
    assert done.exit_code == 1
    assert "✗ 不是.docx：没有找到题目" in done.stderr
    assert "✗ 没有.xlsx：找不到这个文件" in done.stderr
    assert "收下题库“题库”" in done.stdout
    assert "Traceback" not in done.stderr


def test_columns_are_named(folder: Path) -> None:
    bare = study(folder, "import-questions", "别的.csv")
    assert "认不出哪一列是题干、哪一列是答案。找到的表头：标目、选项、键" in bare.stderr
    named = ["--column", "题干=标目", "--column", "答案=C"]
    assert "收下题库“别的”：1 题" in study(folder, "import-questions", "别的.csv", *named).stdout
    wrong = study(folder, "import-questions", "别的.csv", "--column", "题干=没有")
    assert "不认识“没有”这一列" in wrong.stderr
    assert "写成 题干=B 的样子" in study(folder, "import-questions", "x", "--column", "题干").stderr


def test_questions_go_out(folder: Path) -> None:
    assert "没有这样的题" in study(folder, "export-questions", "出.xlsx").stderr
    study(folder, "import-questions", "题库.xlsx", "--member")
    assert "没有这样的题" in study(folder, "export-questions", "出.xlsx").stderr
    assert "导出 4 题到 出.xlsx" in study(folder, "export-questions", "出.xlsx", "--member").stdout
    assert "已经存在，不覆盖" in study(folder, "export-questions", "出.xlsx", "--member").stderr
    word_ = ["--member", "--word", "宗旨", "--bank", "题库"]
    assert "导出 1 题到 出.apkg" in study(folder, "export-questions", "出.apkg", *word_).stdout
    assert "结尾" in study(folder, "export-questions", "出.txt").stderr
