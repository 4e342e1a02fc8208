"""The steps of a report, as texts of its writer move it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.reports.draft import (
    Asked,
    Does,
    Draft,
    Problem,
    Step,
    hear,
    is_empty,
    missing,
    new_draft,
)
from study.reports.words import Word, word_of

FULL = Draft("", Step.SUMMARY, "QQ 12345", "闲鱼，11月")
SUPPLEMENT = new_draft("JB-7K3Q9")


@pytest.mark.parametrize(
    ("word", "written"),
    [
        (
            Word.DONE,
            "好了 好了。 好啦！ 完了 没有了 没了~ 发完了！！ 就这些了 下一步 OK 【好了】 ｏｋ",
        ),
        (Word.SUBMIT, "提交 “提交” 提交吧 确认提交。 提交！ 我要提交"),
        (Word.BACK, "上一步 上一步。 返回 退回"),
        (Word.CANCEL, "取消 取消吧 算了 不举报了"),
        (Word.RESTART, "重来 重新开始 重填"),
        (Word.YES, "是 是的 确定 对"),
        (Word.NO, "不 否 不是 不取消"),
    ],
)
def test_words_are_understood_with_signs_and_in_variants(word: Word, written: str) -> None:
    for one in written.split():
        assert word_of(one) is word, one


@pytest.mark.parametrize(
    "said", ["", "？？", "他说好了就发货", "QQ 12345", "不清楚", "提交给管理员的截图", "好友"]
)
def test_what_says_something_is_no_word(said: str) -> None:
    assert word_of(said) is None


def test_a_report_walks_through_its_steps() -> None:
    draft = hear(new_draft(), "QQ 12345", 0).draft
    assert (draft.step, draft.suspect) == (Step.EVIDENCE, "QQ 12345")
    assert hear(draft, "他在群里说：三十一份", 0).does is Does.EVIDENCE
    draft = hear(draft, "好了", 1).draft
    assert draft.step is Step.CIRCUMSTANCES
    draft = hear(draft, " 昨晚，闲鱼 ", 1).draft
    assert (draft.step, draft.circumstances) == (Step.SUMMARY, "昨晚，闲鱼")
    assert hear(draft, "提交。", 1).does is Does.SUBMIT


def test_nothing_can_be_left_out() -> None:
    lacking = [
        (new_draft(), 1, Problem.NO_SUSPECT, Step.SUSPECT),
        (Draft(step=Step.SUMMARY, suspect="不清楚"), 0, Problem.NO_EVIDENCE, Step.EVIDENCE),
        (Draft(step=Step.EVIDENCE, suspect="x"), 1, Problem.NO_CIRCUMSTANCES, Step.CIRCUMSTANCES),
    ]
    for draft, pieces, problem, step in lacking:
        heard = hear(draft, "提交", pieces)
        assert (heard.does, heard.problem, heard.draft.step) == (Does.GO, problem, step)
    assert hear(new_draft(), "下一步", 0).problem is Problem.NO_SUSPECT
    assert hear(Draft(step=Step.EVIDENCE), "好了", 0).problem is Problem.NO_EVIDENCE
    assert hear(Draft(step=Step.CIRCUMSTANCES), "好了", 1).problem is Problem.NO_CIRCUMSTANCES


def test_what_is_written_can_be_kept_or_replaced() -> None:
    draft = hear(FULL, "上一步", 1).draft
    assert draft.step is Step.CIRCUMSTANCES
    assert hear(draft, "不改", 1).draft == FULL
    assert hear(draft, "微信群", 1).draft.circumstances == "微信群"
    draft = hear(hear(draft, "上一步", 1).draft, "上一步", 1).draft
    assert draft.step is Step.SUSPECT
    assert hear(draft, "上一步", 1).problem is Problem.FIRST_STEP
    assert hear(draft, "下一步", 1).draft.suspect == "QQ 12345"


def test_a_summary_is_seen_before_it_is_submitted() -> None:
    draft = hear(hear(FULL, "上一步", 1).draft, "上一步", 1).draft
    heard = hear(draft, "提交", 1)
    assert (heard.does, heard.problem) == (Does.GO, Problem.NOT_SEEN)
    assert heard.draft.step is Step.SUMMARY
    assert hear(heard.draft, "确定", 1).does is Does.SUBMIT
    assert hear(heard.draft, "没问题", 1).does is Does.SUBMIT
    assert hear(heard.draft, "好了", 1).problem is Problem.NOT_SUBMITTED
    assert hear(heard.draft, "还有一句", 1).problem is Problem.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("word", "asked", "does"),
    [("取消", Asked.CANCEL, Does.CANCEL), ("重来", Asked.RESTART, Does.RESTART)],
)
def test_everything_is_thrown_away_only_when_asked_twice(
    word: str, asked: Asked, does: Does
) -> None:
    assert hear(new_draft(), word, 0).does is does
    for step in Step:
        heard = hear(Draft("", step, "x", "y"), word, 2)
        assert (heard.does, heard.draft.asked) == (Does.ASK, asked)
        assert hear(heard.draft, word, 2).does is does
        assert hear(heard.draft, "是的", 2).does is does
        kept = hear(heard.draft, "不", 2)
        assert (kept.does, kept.draft.asked, kept.draft.step) == (Does.GO, Asked.NOTHING, step)
    heard = hear(Draft(step=Step.EVIDENCE, suspect="x"), word, 0)
    assert hear(heard.draft, "他的原话", 0).does is Does.EVIDENCE
    assert hear(heard.draft, "他的原话", 0).draft.asked is Asked.NOTHING


def test_words_beside_pictures_answer_nothing_but_who_sells() -> None:
    for draft in (Draft(step=Step.CIRCUMSTANCES), FULL, new_draft(), Draft(step=Step.EVIDENCE)):
        heard = hear(draft, "这是三样", 3, is_caption=True)
        assert (heard.does, heard.draft) == (Does.EVIDENCE, draft)
    heard = hear(new_draft(), "QQ 12345678", 1, is_caption=True)
    assert heard.draft.suspect == "QQ 12345678"
    assert hear(Draft(step=Step.EVIDENCE), "好了", 1, is_caption=True).does is Does.GO
    assert hear(SUPPLEMENT, "这是三样", 1, is_caption=True).draft.circumstances == "这是三样"


def test_long_texts_are_not_taken() -> None:
    for draft, length in (
        (new_draft(), 500),
        (Draft(step=Step.CIRCUMSTANCES), 1_000),
        (SUPPLEMENT, 1_000),
    ):
        assert hear(draft, "长" * length, 0).problem is Problem.NOTHING
        heard = hear(draft, "长" * (length + 1), 0)
        assert (heard.problem, heard.draft) == (Problem.TOO_LONG, draft)


def test_a_supplement_has_one_step_in_which_texts_are_words() -> None:
    draft = hear(hear(SUPPLEMENT, "是11月20日", 0).draft, "在闲鱼", 0).draft
    assert draft.circumstances == "是11月20日\n在闲鱼"
    assert hear(draft, "上一步", 0).problem is Problem.FIRST_STEP
    assert hear(draft, "好了", 0).problem is Problem.NOT_SEEN
    assert hear(draft, "提交", 0).does is Does.SUBMIT
    assert hear(SUPPLEMENT, "没有", 0).draft.circumstances == "没有"
    assert hear(draft, "没有", 0).problem is Problem.NOT_SEEN
    assert hear(SUPPLEMENT, "提交", 0).problem is Problem.NO_EVIDENCE
    assert hear(SUPPLEMENT, "提交", 1).does is Does.SUBMIT


_SAID = st.one_of(
    st.sampled_from("好了 提交 上一步 取消 重来 是 不 不清楚".split()), st.text(max_size=8)
)


@given(st.lists(_SAID, max_size=30), st.sampled_from(["", "JB-7K3Q9"]))
def test_whatever_is_said_only_what_is_complete_is_submitted(said: list[str], case: str) -> None:
    draft, pieces = new_draft(case), 0
    for text in said:
        heard = hear(draft, text, pieces)
        if heard.does in (Does.SUBMIT, Does.CANCEL, Does.RESTART):
            is_whole = missing(draft, pieces) is Problem.NOTHING
            assert is_whole if heard.does is Does.SUBMIT else True
            assert heard.does is Does.SUBMIT or draft.asked or is_empty(draft, pieces)
            draft, pieces = new_draft(case), 0
            continue
        pieces += heard.does is Does.EVIDENCE
        draft = heard.draft
        assert draft.case_number == case
        assert not case or draft.step is Step.EVIDENCE
