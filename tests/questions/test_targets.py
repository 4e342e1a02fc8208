"""What is blanked, and what is not."""

import pytest

from study.phrases.key_phrase import KeyPhrase, Kind
from study.questions.passages import Passage
from study.questions.target import Sort
from study.questions.targets import Known, known, targets


def found(text: str, *knowns: Known, is_law: bool = False) -> dict[str, Sort]:
    return {one.text: one.sort for one in targets(Passage(1, 0, text, is_law), knowns)}


@pytest.mark.parametrize(
    ("text", "blank", "sort"),
    [
        ("必须坚持以经济建设为中心，把发展抓紧抓实。", "经济建设", Sort.SUBJECT),
        ("必须坚持以经济建设为中心，把发展抓紧抓实。", "中心", Sort.ROLE),
        ("我们把创新作为引领发展的动力，一以贯之抓下去。", "创新", Sort.SUBJECT),
        ("科技是国家强盛的基石，要高度重视，常抓不懈。", "科技", Sort.SUBJECT),
        ("改革的根本目的是增进民生福祉，要让群众受益。", "增进民生福祉", Sort.SUBJECT),
        ("我国经济正从高速增长向高质量发展转变，要看清这个大势。", "高质量发展", Sort.SUBJECT),
    ],
)
def test_what_a_frame_holds(text: str, blank: str, sort: Sort) -> None:
    assert found(text)[blank] is sort


def test_key_phrases_wherever_they_stand() -> None:
    phrase = Known("四个意识", Kind.NUMERAL, "数词")
    assert found("牢固树立“四个意识”，自觉在大局下行动。", phrase) == {
        "四个意识": Sort.NUMERAL,
    }


def test_items_of_an_enumeration_know_the_others() -> None:
    run = known(KeyPhrase(1, 0, "抓重点、补短板、强弱项", Kind.SLOGAN, "句式相同"))
    text = "各地要抓重点、补短板、强弱项，把各项任务落到实处。"
    items = [one for one in targets(Passage(1, 0, text), [run]) if one.sort is Sort.ITEM]
    assert [one.text for one in items] == ["抓重点", "补短板", "强弱项"]
    assert items[0].siblings == ("补短板", "强弱项")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        # It stands again in the rest, or more than half of it does.
        ("绿色发展就是高质量发展，绿色发展的路要坚定走下去。", "绿色发展"),
        ("乡村振兴要全面抓，全面的乡村产业振兴是重中之重。", "乡村振兴"),
        # What is left says nothing.
        ("扎实推进乡村振兴。", "乡村振兴"),
    ],
)
def test_what_the_rest_gives_away_is_not_blanked(text: str, phrase: str) -> None:
    assert phrase not in found(text, Known(phrase, Kind.SET_PHRASE, "常用"))


def test_half_of_a_formulation_is_not_blanked() -> None:
    whole = Known("社会主义核心价值观", Kind.SET_PHRASE, "名称")
    part = Known("社会主义", Kind.SET_PHRASE, "名称")
    text = "用社会主义核心价值观凝聚共识、汇聚力量，形成好风气。"
    assert list(found(text, part, whole)) == ["社会主义核心价值观"]


def test_terms_and_shares_in_laws_only() -> None:
    text = "宪法的修改由全体代表的三分之二以上的多数通过，每届任期五年。"
    assert found(text, is_law=True)["三分之二"] is Sort.NUMBER
    assert "三分之二" not in found(text)
