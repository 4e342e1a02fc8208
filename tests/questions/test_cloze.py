"""From a blank to a question."""

from study.phrases.key_phrase import Kind as PhraseKind
from study.questions import swapped
from study.questions.cloze import Led, best_blanks, blanks, chosen, forms, led, rated
from study.questions.likely import Candidate
from study.questions.passages import Passage
from study.questions.question import Kind
from study.questions.slots import Text, shelf
from study.questions.target import Sort
from study.questions.targets import Known
from study.questions.worth import Evidence

TEXT = "全党要坚定道路自信、理论自信、制度自信、文化自信，保持政治定力。"
ITEMS = ("道路自信", "理论自信", "制度自信", "文化自信")
FOUR = Known("四个自信", PhraseKind.ENUMERATION, "原文列出4项", ITEMS)
OFTEN = Evidence(said=9, told=9, around=9, clinging=0.0, times=9, sayers=5, users=5)
ONCE = Evidence(said=1, told=1, around=1, clinging=0.0, times=1)
WRONG = [Candidate("民族自信", material=5), Candidate("历史自信"), Candidate("战略自信")]
NOWHERE, EVERYWHERE = shelf([]), shelf([Text(one, None, TEXT) for one in "甲乙丙"])


def all_rated(evidence: Evidence, year: int = 2020, title: str = ""):
    found = blanks([Passage(3, 0, TEXT)], [FOUR], title)
    items = [one for one in found if one.target.sort is Sort.ITEM]
    return rated(items, [evidence] * len(items), ITEMS[:2], year)


def test_the_question_is_the_passage_with_a_blank() -> None:
    [draft] = forms(all_rated(OFTEN)[0], WRONG[:1], Led.TO_IT)
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


def test_what_recurs_is_worth_more_and_a_few_of_a_passage_are_enough() -> None:
    known, new = all_rated(OFTEN), all_rated(ONCE)
    assert known[0].score > new[0].score
    assert "库里有9段这样说" in known[0].reasons
    taken = [one.blank.target.text for one, _ in chosen(known, EVERYWHERE)]
    assert taken == ["道路自信", "理论自信", "制度自信"]
    assert [one.text for one in best_blanks(known)] == list(ITEMS[:3])
    assert chosen(new, NOWHERE) == []


def test_of_old_texts_only_what_the_glossary_has() -> None:
    old = [one.blank.target.text for one in all_rated(OFTEN, year=1957) if one.is_asked]
    assert old == list(ITEMS[:2])


def test_what_the_title_tells_is_not_asked() -> None:
    asked = [one.blank.target.text for one in all_rated(OFTEN, title="论文化自信")]
    assert "文化自信" not in asked


def test_one_form_of_a_blank_typed_only_where_one_answer_comes_to_mind() -> None:
    one = all_rated(OFTEN)[0]
    assert led(one, EVERYWHERE) is Led.TO_NOTHING_ELSE
    assert led(one, NOWHERE) is Led.TO_IT
    choice, typed = forms(one, WRONG, Led.TO_NOTHING_ELSE)
    assert (choice.made.kind, typed.made.kind) == (Kind.CHOICE, Kind.TYPED)
    assert choice.about == typed.about != ""
    assert [each.text for each in typed.made.choices] == ["道路自信"]
    assert forms(one, WRONG, Led.NOWHERE) == []


def test_a_statement_as_it_stands_or_with_a_wrong_choice_in_it() -> None:
    drafts = [swapped.drafts(one, WRONG) for one in all_rated(OFTEN)]
    for each in drafts:
        made = each[0].made
        assert made.kind is Kind.TRUTH
        right = next(one.text for one in made.choices if one.is_right)
        assert right == ("对" if made.stem == TEXT else "错")
        if right == "错":
            # A member's words are in no statement; each of the others is tried.
            assert [draft.made.stem.count("自信") for draft in each] == [4, 4]
            assert all(draft.doubts for draft in each)
    assert swapped.drafts(all_rated(OFTEN)[0], []) == []
