"""Formulations that are repeated, called a principle, or named by what they are."""

import pytest

from study.phrases.key_phrase import Kind
from study.phrases.set_phrases import repeated
from tests.phrases.extracting import cut, of_kind

SPEECH = [
    "推动高质量发展，必须解放思想。",
    "全面从严治党永远在路上。",
    "我们要坚持全面从严治党，推动高质量发展。",
    "高质量发展是硬道理，问题是时代的声音。",
    "落实全面从严治党责任，解决发展中的问题。",
    "工作中还有问题，发展是解决问题的办法。",
]


def test_whole_formulations_and_no_fragments() -> None:
    found = repeated([cut()(text) for text in SPEECH])
    assert "高质量发展" in found
    assert (
        not {"质量发展", "从严治党永远", "的问题", "发展", "问题", "推动高质量发展"} & found.keys()
    )
    assert "全面从严治党" in of_kind(Kind.SET_PHRASE, *SPEECH)


def test_what_is_said_once_is_not_repeated() -> None:
    assert repeated([cut()(SPEECH[0])]) == {}


def test_of_the_same_characters_the_more_frequent_cut_tells() -> None:
    taken = ["推进", "生态", "文明建设", "，"]
    named = ["，", "生态文明", "建设", "。"]
    assert repeated([taken, named, named, named, taken]) == {"生态文明建设": "“建设”的名称"}
    assert repeated([named, taken, taken, taken, named]) == {"生态文明建设": "常作“推进”的对象"}


@pytest.mark.parametrize(
    ("text", "formulation"),
    [
        ("坚持稳定压倒一切的方针。", "稳定压倒一切"),
        ("坚持以人民为中心的发展思想。", "以人民为中心"),
        ("必须坚持人民主体地位，依靠人民。", "人民主体地位"),
        ("深入实施科教兴国战略。", "科教兴国战略"),
        ("贯彻总体国家安全观。", "总体国家安全观"),
        ("建设平安中国。", "平安中国"),
        ("弘扬社会主义核心价值观。", "社会主义核心价值观"),
    ],
)
def test_what_stands_once_but_is_named(text: str, formulation: str) -> None:
    assert of_kind(Kind.SET_PHRASE, text) == [formulation]


@pytest.mark.parametrize(
    "text",
    [
        "坚持上述方针。",
        "制定发展战略。",
        "开发战略资源。",
        "各项制度不断完善。",
        "坚持不懈地抓下去。",
    ],
)
def test_a_type_without_a_name(text: str) -> None:
    assert of_kind(Kind.SET_PHRASE, text) == []
