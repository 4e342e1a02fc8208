"""What could stand in a blank, and what could not."""

import pytest

from study.phrases.glossary import parse
from study.phrases.key_phrase import KeyPhrase, Kind
from study.questions.likely import likely, stock
from study.questions.offers import terms
from study.questions.shape import is_alike
from study.questions.slots import Text, shelf
from study.questions.target import Sort, Target
from tests.questions.listing import GLOSSARY

OTHER = "搞好植树造林，做好外交工作。"


def wrong(stem: str, target: Target, *paragraphs: str, known: tuple[str, ...]) -> list[str]:
    """The wrong choices in a library with `paragraphs`, each twice, whose terms are `known`."""
    text = "\n".join([*paragraphs, *paragraphs, *[OTHER] * 20])
    phrases = [KeyPhrase(1, 0, one, Kind.SET_PHRASE, "常用") for one in known * 2]
    there = stock(terms(phrases, parse(GLOSSARY)), shelf([Text("甲", None, text)]))
    passage = stem.replace("____", target.text)
    return [one.text for one in likely(target, passage, there)]


def blank(stem: str, text: str, sort: Sort = Sort.PHRASE, *siblings: str) -> Target:
    return Target(stem.index("____"), text, sort, "", siblings)


def test_a_term_of_its_field_that_stands_in_the_same_slot() -> None:
    stem = "扎实推进____，加强作风建设。"
    found = wrong(
        stem,
        blank(stem, "反腐败斗争"),
        "推进反腐败斗争，推进政务公开，推进天然林保护。反腐败斗争与政务公开。",
        "推进植树造林，推进的是政务公开吗。",
        known=("反腐败斗争", "政务公开", "植树造林"),
    )
    assert found == ["政务公开"]


def test_what_is_called_the_same_by_its_end_and_told_of_the_same_things() -> None:
    stem = "让农民工子女平等接受____。"
    found = wrong(
        stem,
        blank(stem, "义务教育"),
        "办好学前教育、特殊教育，普及义务教育。",
        "加强国防教育。",
        known=("义务教育", "学前教育", "特殊教育", "国防教育"),
    )
    assert set(found) == {"学前教育", "特殊教育"}


def test_nothing_that_the_passage_tells_or_that_repeats_what_stands_behind() -> None:
    stem = "坚定不移走____发展路子，办好学前教育。"
    found = wrong(
        stem,
        blank(stem, "绿色低碳"),
        "走绿色低碳发展路子，走创新发展发展路子，走学前教育发展路子，走节约集约发展路子。",
        known=("绿色低碳", "创新发展", "学前教育", "节约集约"),
    )
    assert found == ["节约集约"]


def test_no_virtue_among_evils() -> None:
    stem = "坚决克服____。"
    found = wrong(
        stem,
        blank(stem, "官僚主义"),
        "克服官僚主义，克服形式主义，克服集体主义的缺失。克服集体主义！",
        known=("官僚主义", "形式主义", "集体主义"),
    )
    assert found == ["形式主义"]


def test_an_item_is_like_the_others_of_its_run() -> None:
    stem = "树立____、大局意识、看齐意识。"
    target = blank(stem, "政治意识", Sort.ITEM, "大局意识", "看齐意识")
    found = wrong(
        stem,
        target,
        "政治意识、大局意识、责任意识、法治观念。",
        known=("责任意识", "法治观念", "大局意识"),
    )
    assert found == ["责任意识"]


def test_labels_only_of_one_family() -> None:
    stem = "牢固树立“____”，自觉看齐。"
    target = blank(stem, "四个意识", Sort.NUMERAL)
    found = wrong(stem, target, "树立四个意识，协调推进四个全面。", "三个一百行动", known=())
    assert found == ["四个全面"]


def test_another_number_in_a_law() -> None:
    target = Target(5, "三日", Sort.NUMBER, "")
    there = stock({}, shelf([]), ["三日", "七日", "二年"])
    assert [one.text for one in likely(target, "应当在查明后三日内解除。", there)] == ["七日"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("高质量发展", "高质量的发展", True),
        ("小康社会", "全面小康社会", True),
        ("道路自信", "理论自信", False),
        ("创新", "创业", False),
    ],
)
def test_what_may_mean_the_same(one: str, other: str, alike: bool) -> None:
    assert is_alike(one, other) is alike
