"""From a blank to a question."""

from study.phrases.key_phrase import Kind as PhraseKind
from study.questions.cloze import best_blanks, blanks, choice_of, chosen, rated, typed_of
from study.questions.likely import Candidate, stock
from study.questions.passages import Passage
from study.questions.question import Kind
from study.questions.target import Sort
from study.questions.targets import Known
from study.questions.worth import Evidence

TEXT = "全党要坚定道路自信、理论自信、制度自信、文化自信，保持政治定力。"
ITEMS = ("道路自信", "理论自信", "制度自信", "文化自信")
FOUR = Known("四个自信", PhraseKind.ENUMERATION, "原文列出4项", ITEMS)
OFTEN = Evidence(said=9, told=9, around=9, clinging=0.0, times=9)
ONCE = Evidence(said=1, told=1, around=1, clinging=0.0, times=1)


def all_rated(evidence: Evidence):
    found = [one for one in blanks([Passage(3, 0, TEXT)], [FOUR]) if one.target.sort is Sort.ITEM]
    return rated(found, [evidence] * len(found), ITEMS[:2])


def test_the_question_is_the_passage_with_a_blank() -> None:
    one = all_rated(OFTEN)[0]
    shelf = stock([Candidate("民族自信", Sort.ITEM, 2020, material=5)])
    draft = choice_of(one, shelf, [], 2020)
    made = draft.made
    assert made.stem == "全党要坚定____、理论自信、制度自信、文化自信，保持政治定力。"
    assert (made.answer, made.quote, made.paragraph) == (("道路自信",), TEXT, 3)
    assert made.phrase == "四个自信"
    assert [(one.text, one.is_right, one.material) for one in made.choices] == [
        ("道路自信", True, None),
        ("民族自信", False, 5),
    ]
    [doubt] = draft.doubts
    assert doubt.choice == 1
    assert all("民族自信" in text for text in doubt.forbidden)
    assert doubt.apart == (("民族自信", "理论自信", "制度自信"),)


def test_what_recurs_is_worth_more_and_two_of_a_passage_are_enough() -> None:
    known, new = all_rated(OFTEN), all_rated(ONCE)
    assert known[0].score > new[0].score
    assert "库里有9段这样说" in known[0].reasons
    assert [one.blank.target.text for one in chosen(known, 100)] == ["道路自信", "理论自信"]
    assert [one.text for one in best_blanks(known)] == list(ITEMS[:3])


def test_typed_only_where_one_answer_comes_to_mind() -> None:
    draft = typed_of(all_rated(OFTEN)[0])
    assert draft
    assert draft.made.kind is Kind.TYPED
    assert [choice.text for choice in draft.made.choices] == ["道路自信"]
    assert typed_of(all_rated(ONCE)[-1]) is None
