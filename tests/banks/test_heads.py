"""What columns hold, by their heads."""

import pytest

from study.banks.heads import meaning_of


@pytest.mark.parametrize(
    ("heads", "meanings"),
    [
        ("题型 题干 正确答案 选项数 A B 难易度", "题型 题干 答案 - 选项A 选项B -"),
        ("题目类型（必填） 试题题干（必填） 答案解析 选项A 分数", "题型 题干 解析 选项A -"),
        ("序号 试题类型 试题内容 备选答案A 标准答案 试题解析", "- 题型 题干 选项A 答案 解析"),
        ("问题 选项1 选项二 正确选项 备注", "题干 选项1 选项2 答案 -"),
        ("Question Option_A OptionB Correct_Answer Explanation", "题干 选项A 选项B 答案 解析"),
        ("question_number question_type options error_count", "- 题型 选项 -"),
        ("题目ID 试题编码 正确率 知识点 章节", "- - - - -"),
    ],
)
def test_meanings(heads: str, meanings: str) -> None:
    found = [meaning_of(head) for head in heads.split()]
    assert [one.name if one else "-" for one in found] == meanings.split()


def test_a_long_cell_is_no_head() -> None:
    assert meaning_of("题目" * 30) is None
