"""The piece of a paragraph that shows why it was found."""

from hypothesis import given
from hypothesis import strategies as st

from study.search.matching import spans
from study.search.snippet import CLOSE, CUT, OPEN, snippet

LONG = (
    "要坚持稳字当头。" * 20
    + "增强“四个意识”、坚定“四个自信”，做到“两个维护”。"
    + "要抓好落实。" * 20
)


def test_the_hit_is_marked_in_the_source_s_own_words() -> None:
    assert snippet("增強“四個意識”", ["四个意识"], 80) == "增強“【四個意識】”"
    assert snippet("不忘初心，牢记使命。", ["不忘初心牢记使命"], 80) == "【不忘初心，牢记使命】。"


def test_it_begins_and_ends_at_signs_and_shows_what_is_left_out() -> None:
    shown = snippet(LONG, ["四个自信"], 60)
    assert shown.startswith("…要坚持稳字当头。")
    assert "坚定“【四个自信】”" in shown
    assert shown.endswith("要抓好落实。…")


def test_most_of_the_words_are_in_it() -> None:
    shown = snippet("改革。" + "好" * 200 + "改革开放。", ["改革", "开放"], 30)
    assert "【改革开放】" in shown


@given(st.text("四个意识改革，。", max_size=300), st.sampled_from(["四个", "改", "意识改"]))
def test_it_is_verbatim(text: str, form: str) -> None:
    shown = snippet(text, [form], 40)
    plain = shown.replace(OPEN, "").replace(CLOSE, "").strip(CUT)
    assert plain in text
    assert len(plain) <= max(40, len(form)) + 80
    assert (OPEN in shown) == bool(spans(text, [form]))


def test_a_very_long_paragraph_costs_no_more_than_a_page() -> None:
    text = "的是" * 200_000 + "高质量发展" + "的是" * 200_000
    assert "【高质量发展】" in snippet(text, ["高质量发展"], 40)
    assert snippet(text, ["的", "是"], 40).startswith("【的是")
