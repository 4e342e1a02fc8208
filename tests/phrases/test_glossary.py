"""The glossary that ships says what it promises, and a wrong one is refused with its reason."""

import re
from datetime import date

import pytest

from study.phrases.glossary import (
    LONGEST_TEXT,
    MOST_BYTES,
    MOST_FORMULATIONS,
    BadGlossary,
    Formulation,
    Wording,
    merge,
    parse,
)
from study.search.folding import fold
from study.settings import ROOT
from tests.corpus import corpus_files, needs_corpus, outlined

SHIPPED = (ROOT / "data" / "glossary.toml").read_text("utf-8")
FORMULATIONS = parse(SHIPPED)
GOOD = """\
[[formulation]]
name = "四个意识"
aliases = ["“四个意识”要求"]
field = "党的建设"
[[formulation.wording]]
since = "2016-01-29"
source = "中共中央政治局会议"
items = ["政治意识", "大局意识", "核心意识", "看齐意识"]
"""
FOUR = Formulation(
    "四个意识",
    ("“四个意识”要求",),
    "党的建设",
    (
        Wording(
            "2016-01-29", "中共中央政治局会议", ("政治意识", "大局意识", "核心意识", "看齐意识")
        ),
    ),
)


def named(name: str, *items: str, aliases: tuple[str, ...] = ()) -> Formulation:
    return Formulation(name, aliases, "党的建设", (Wording("2016", "党章", items),))


def written(one: Formulation) -> str:
    """`one` as a glossary has it."""
    rows = ["[[formulation]]", f'name = "{one.name}"', f'field = "{one.field}"']
    rows += [f"aliases = {list(one.aliases)}"]
    for wording in one.wordings:
        rows += ["[[formulation.wording]]", f'since = "{wording.since}"']
        rows += [f'source = "{wording.source}"', f"items = {list(wording.items)}"]
    return "\n".join(rows) + "\n"


def refusal(text: str) -> str:
    with pytest.raises(BadGlossary) as refused:
        parse(text)
    assert str(refused.value) == f"{refused.value.where}：{refused.value.why}"
    return str(refused.value)


def test_a_formulation_is_read() -> None:
    assert parse(GOOD) == [FOUR]
    assert parse("\ufeff" + GOOD.replace("\n", "\r\n")) == [FOUR]
    assert parse(GOOD + 'note = "首次公开提出"\n')[0].wordings[0].note == "首次公开提出"


def test_aliases_items_and_note_may_be_left_out() -> None:
    rows = [row for row in GOOD.splitlines() if not row.startswith(("aliases", "items"))]
    [one] = parse("\n".join(rows))
    assert (one.aliases, one.wordings[0].items, one.wordings[0].note) == ((), (), "")


def test_wordings_stand_from_old_to_new() -> None:
    later = GOOD[GOOD.index("[[formulation.w") :].replace("2016-01-29", "2016")
    [one] = parse(GOOD + later)
    assert [wording.since for wording in one.wordings] == ["2016-01-29", "2016"]
    assert refusal(GOOD + later.replace("2016", "2015")) == (
        "第 1 条“四个意识”：表述要按时间先后排，2015 应在 2016-01-29 前面"
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('name = "四个意识"', "", "第 1 条：缺少 name"),
        ('name = "四个意识"', 'name = " "', "第 1 条：name 要写成引号里的文字，不能空着"),
        ('name = "四个意识"', "name = 4", "第 1 条：name 要写成引号里的文字，不能空着"),
        ('name = "四个意识"', 'name = "——"', "第 1 条“——”：名称“——”里没有文字"),
        ('field = "党的建设"', "", "第 1 条“四个意识”：缺少 field"),
        ("field =", "feild =", "第 1 条“四个意识”：不认识“feild”，这里能写的是 aliases、field、name、wording"),
        ("[[formulation]]", "[formulation]", "文件：formulation 要写成双方括号的一段，以 [[……formulation]] 开头"),
        ("[[formulation.wording]]", "[formulation.wording]", "第 1 条“四个意识”：wording 要写成双方括号的一段，以 [[……wording]] 开头"),
        ('aliases = ["“四个意识”要求"]', "[[other]]", "文件：不认识“other”，这里能写的是 formulation"),
        ('aliases = ["“四个意识”要求"]', 'aliases = "四意识"', "第 1 条“四个意识”：aliases 要写成列表，如 aliases = [\"……\", \"……\"]"),
        ('aliases = ["“四个意识”要求"]', 'aliases = ["四个意识"]', "第 1 条“四个意识”：名称“四个意识”在第 1 条里已经有了"),
        ('since = "2016-01-29"', "", "第 1 条“四个意识”的第 1 个表述：缺少 since"),
        ('since = "2016-01-29"', "since = 2016-01-29", "第 1 条“四个意识”的第 1 个表述：since 要写成引号里的文字，不能空着"),
        ('"2016-01-29"', '"2016-02-30"', "第 1 条“四个意识”的第 1 个表述：“2016-02-30”不是日期，写成 2016、2016-01 或 2016-01-29 这样"),
        ('"2016-01-29"', '"2016年"', "第 1 条“四个意识”的第 1 个表述：“2016年”不是日期，写成 2016、2016-01 或 2016-01-29 这样"),
        ('"2016-01-29"', '"2016-01-29-01"', "第 1 条“四个意识”的第 1 个表述：“2016-01-29-01”不是日期，写成 2016、2016-01 或 2016-01-29 这样"),
        ("source =", "sauce =", "第 1 条“四个意识”的第 1 个表述：不认识“sauce”，这里能写的是 items、note、since、source"),
        ('["政治意识", "大局意识", "核心意识", "看齐意识"]', '"政治意识、大局意识"', "第 1 条“四个意识”的第 1 个表述：items 要写成列表，如 items = [\"……\", \"……\"]"),
        ('"大局意识"', "2", "第 1 条“四个意识”的第 1 个表述：items 的每一项要写成引号里的文字，不能空着"),
        ('"大局意识"', '""', "第 1 条“四个意识”的第 1 个表述：items 的每一项要写成引号里的文字，不能空着"),
        ('"大局意识", ', "", "第 1 条“四个意识”：名称里的数目是 4，2016-01-29 的分项却有 3 项"),
        ("党的建设", "党" * (LONGEST_TEXT + 1), "第 1 条“四个意识”：field 超过 300 字，请写短些"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(old: str, new: str, reason: str) -> None:
    assert old in GOOD
    assert refusal(GOOD.replace(old, new)) == reason


def test_what_is_no_toml_is_told_with_its_line() -> None:
    why = "不合 TOML 的写法，请检查引号、等号、逗号和方括号是不是半角、成对，同一项是不是写了两遍"
    assert refusal(GOOD.replace('name = "四个意识"', "name = “四个意识”")) == f"第 2 行：{why}"
    assert refusal(GOOD.replace("field", "name")) == f"第 4 行：{why}"
    assert refusal("提法：四个意识") == f"第 1 行：{why}"
    assert refusal('[[formulation]]\nname = "四') == f"文件：{why}"


def test_a_glossary_without_formulations_is_refused() -> None:
    assert refusal("# 以后再写\n") == "文件：缺少 formulation，至少要有一段"
    assert refusal(GOOD[: GOOD.index("[[formulation.w")]) == (
        "第 1 条“四个意识”：缺少 wording，至少要有一段"
    )


def test_names_that_read_the_same_are_doubles() -> None:
    again = written(named("「四個意識」"))
    assert refusal(GOOD + again) == ("第 2 条“「四個意識」”：名称“「四個意識」”在第 1 条里已经有了")


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("十四个坚持", 14), ("三大纪律八项注意", 11), ("四个革命、一个合作", 5), ("八个坚持、八个反对", 8), ("八个坚持、八个反对", 16),
        ("五位一体", 5), ("五级书记抓乡村振兴", 5), ("三重一大", 4), ("一大二公", 2), ("三个进一步解放", 3), ("四个全面", 0),
        ("第一个百年奋斗目标", 3), ("一个中国原则", 3), ("几十个大项目", 3), ("六稳", 6),
    ],
)  # fmt: skip
def test_the_number_of_a_name_is_that_of_its_items(name: str, items: int) -> None:
    one = named(name, *(f"第{number}项" for number in range(items)))
    assert parse(written(one)) == [one]


@pytest.mark.parametrize(
    ("name", "items"),
    [("十四个坚持", 4), ("三大纪律八项注意", 8), ("一个中心、两个基本点", 2), ("二十条措施", 10), ("五位一体", 4)],
)  # fmt: skip
def test_another_number_of_items_is_refused(name: str, items: int) -> None:
    one = named(name, *(f"第{number}项" for number in range(items)))
    assert refusal(written(one)).startswith(f"第 1 条“{name}”：名称里的数目是 ")


def test_a_glossary_is_bounded() -> None:
    assert refusal("#" * (MOST_BYTES + 1)) == "文件：超过 1 MB，请拆开或删减"
    assert refusal("#" + "提" * (MOST_BYTES // 3 + 1)) == "文件：超过 1 MB，请拆开或删减"
    assert refusal("[[formulation]]\n" * (MOST_FORMULATIONS + 1)) == (
        "文件：提法超过 5000 条，请拆开或删减"
    )


@pytest.mark.parametrize("text", ["a = " + "[" * 500_000, "a = " + "{a = " * 150_000])
def test_what_nests_without_end_is_refused(text: str) -> None:
    assert refusal(text) == "文件：方括号或花括号套得太深"


def test_keys_of_many_parts_are_refused_before_they_are_read() -> None:
    assert refusal("a." * 400_000 + "a = 1") == "第 1 行：英文句点太多，省略号请写“……”"
    assert parse("# " + "." * 60 + "\n" + GOOD) == [FOUR]


def test_a_formulation_of_ones_own_replaces_the_shipped_one() -> None:
    shipped = [named("四个意识", aliases=("四意识",)), named("四风", aliases=("4风", "四种风气"))]
    own = [
        named("“四个意识”", "政治", "大局", "核心", "看齐"),
        named("作风", aliases=("四种风气",)),
    ]
    assert merge(shipped, own) == [named("四风", aliases=("4风",)), *own]
    assert merge(shipped, []) == shipped
    assert merge([], own) == own


def test_a_name_leads_to_one_formulation_after_merging() -> None:
    own = [named("中央八项规定", aliases=("八项规定",)), named("百花齐放", aliases=("双百方针",))]
    names = [fold(name) for one in merge(FORMULATIONS, own) for name in one.names]
    assert len(names) == len(set(names))


def test_the_shipped_glossary_is_broad() -> None:
    assert len(FORMULATIONS) >= 150
    assert len({one.field for one in FORMULATIONS}) >= 10
    assert len([one for one in FORMULATIONS if len(one.wordings) > 1]) >= 20


def test_the_shipped_dates_are_dates_that_have_been() -> None:
    for one in FORMULATIONS:
        for wording in one.wordings:
            day = date.fromisoformat((wording.since + "-01-01")[:10])
            assert date(1900, 1, 1) < day < date(2026, 12, 31), one.name


def test_the_shipped_items_are_as_many_as_short_names_say() -> None:
    """六稳, 四风: a numeral and one character; the parser checks those with a measure word."""
    numerals = {numeral: value for value, numeral in enumerate("二三四五六七八九", start=2)} | {
        "两": 2
    }
    for one in FORMULATIONS:
        if match := re.fullmatch(r"([二三四五六七八九两])[^百个]", one.name):
            for wording in one.wordings:
                assert len(wording.items) in (0, numerals[match[1]]), one.name


def test_the_shipped_items_differ_and_are_clean() -> None:
    for one in FORMULATIONS:
        for wording in one.wordings:
            assert len(set(wording.items)) == len(wording.items), one.name
            for text in (*one.names, wording.source, wording.note, *wording.items):
                assert text == text.strip()
                assert not re.search(r"[,;:!?()\"'\n\t]", text), text
                assert [text.count(mark) for mark in "“（《"] == [
                    text.count(mark) for mark in "”）》"
                ]
            assert not [item for item in wording.items if re.search(r"[。；]", item)], one.name
            assert not wording.note or wording.note.endswith("。")


@needs_corpus
def test_many_of_the_shipped_names_stand_in_real_documents() -> None:
    text = "\n".join(
        fold(paragraph.text) for path in corpus_files() for paragraph in outlined(path).paragraphs
    )
    found = [one for one in FORMULATIONS if any(fold(name) in text for name in one.names)]
    assert len(found) / len(FORMULATIONS) > 0.3
