"""Commands that cannot be understood."""

import re

import pytest
from click.testing import CliRunner

from study.cli.main import main


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("code", "没有 code 这个命令，是不是 codes？\n用法见：study --help"),
        ("做梦", "没有 做梦 这个命令\n用法见：study --help"),
        ("--versio", "没有 --versio 这个选项，是不是 --version？\n用法见：study --help"),
        ("codes --lst", "没有 --lst 这个选项，是不是 --list？\n用法见：study codes --help"),
        ("codes --to", "选项 --to 后面少写或多写了内容\n加 --help 看用法"),
        ("codes --list=1", "选项 --list 后面少写或多写了内容\n加 --help 看用法"),
        ("codes 5 很久", "时长 写得不对：时长写成 365天、6个月、1年 的样子\n用法见：study codes --help"),
        ("backup", "还要写上 文件\n用法见：study backup --help"),
        ("check 一切", "后面多写了内容\n用法见：study check --help"),
        ("audit --since 昨天", "--since 写得不对：要一个日期，如 2026-11-01\n用法见：study audit --help"),
        ("restore 没有.db", "文件 写得不对：要一个已有的文件\n用法见：study restore --help"),
        ("keys 换", "没有 换 这个命令\n用法见：study keys --help"),
        ("export-questions a.txt", "文件名要以 .xlsx 或 .apkg 结尾\n用法见：study export-questions --help"),
    ],
)  # fmt: skip
def test_it_is_said_in_chinese(typed: str, said: str) -> None:
    done = CliRunner().invoke(main, typed.split(), prog_name="study")
    assert (done.exit_code, done.output) == (2, f"错误：{said}\n")


@pytest.mark.parametrize("command", sorted(main.commands))
def test_no_command_answers_a_wrong_option_in_english(command: str) -> None:
    done = CliRunner().invoke(main, [command, "--9"], prog_name="学习")
    assert done.exit_code == 2
    assert re.findall("[A-Za-z]+", done.output.replace(command, "")) == ["help"]
