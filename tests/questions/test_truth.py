"""Statements that are true, or changed in one place."""

import pytest

from study.questions.change import Change
from study.questions.counting import restated
from study.questions.crossing import crossed
from study.questions.supply import Supply
from study.questions.truth import drafts
from study.questions.unverified import Unverified
from tests.corpus import corpus_files, needs_corpus, outlined
from tests.phrases.extracting import extracted, paragraphs
from tests.questions.listing import FOUR, OTHERS, library, right


def made_of(*texts: str, supply: Supply | None = None) -> list[Unverified]:
    return drafts(paragraphs(*texts), extracted(*texts), supply or library(OTHERS))


def after(changes: list[Change]) -> list[str]:
    return [change.after for change in changes]


def is_true(draft: Unverified) -> bool:
    return right(draft.made) == {"对"}


SENTENCES = [f"{who}要增强政治意识、大局意识、核心意识和看齐意识，自觉同党中央保持高度一致。"
             for who in ("各级党组织", "广大党员", "领导干部", "基层支部", "青年干部", "离退休干部")]  # fmt: skip


def test_a_statement_stands_as_it_is_or_has_a_stranger_for_an_item() -> None:
    kinds: set[bool] = set()
    for sentence in SENTENCES:
        for draft in made_of(sentence):
            kinds.add(is_true(draft))
            assert draft.made.quote == sentence
            assert (draft.made.stem == sentence) is is_true(draft)
            assert draft.made.answer[0] in sentence
    assert kinds == {True, False}


def test_a_changed_statement_may_stand_nowhere() -> None:
    changed = [draft for one in SENTENCES for draft in made_of(one) if not is_true(draft)]
    for draft in changed:
        [doubt] = draft.doubts
        assert draft.made.stem in doubt.forbidden
        assert draft.about == changed[0].about  # Only one of them is taken.


def test_one_statement_is_made_about_a_formulation() -> None:
    assert len({draft.made.quote for draft in made_of(*SENTENCES)}) == 1


def test_another_stands_apart() -> None:
    between = ["广大干部群众团结一心，艰苦奋斗，各项事业都有了新的发展。"] * 9
    assert len({one.made.quote for one in made_of(SENTENCES[0], *between, SENTENCES[1])}) == 2


def test_a_true_statement_is_put_only_where_it_could_have_been_changed() -> None:
    for sentence in SENTENCES:
        for draft in made_of(sentence):
            [doubt] = draft.doubts
            assert draft.made.stem != sentence or sentence not in doubt.forbidden
            assert doubt.forbidden


def test_nothing_is_put_as_true_that_was_said_before_the_reform() -> None:
    text = "实现四个现代化，科技是关键，教育是基础。"
    assert made_of(text, supply=library(year=1983))
    assert not made_of(text, supply=library(year=1978))


@pytest.mark.parametrize(
    ("statement", "changed"),
    [
        ("要推进科学立法、严格执法、公正司法、全民守法。", "科学执法、严格立法"),
        ("必须坚持立党为公、执政为民。", "立党为民、执政为公"),
        ("办案要以事实为根据，以法律为准绳。", "以事实为准绳，以法律为根据"),
        ("实现四个现代化，科技是关键，教育是基础。", "科技是基础，教育是关键"),
        ("要努力让人民群众病有所医、住有所居。", "病有所居、住有所医"),
    ],
)
def test_halves_of_parallel_pieces_are_exchanged(statement: str, changed: str) -> None:
    known = ["科学立法、严格执法、公正司法、全民守法", "立党为公、执政为民"]
    found = list(crossed(statement, known))
    assert changed in after(found)
    one = next(change for change in found if change.after == changed)
    assert one.before in statement
    assert one.applied(statement) == statement.replace(one.before, changed)


@pytest.mark.parametrize(
    "statement",
    [
        "要坚持道路自信、理论自信。",  # Exchanged, they would be the same two.
        "经济工作是中心，思想工作是经济工作的保证。",  # A piece would speak of itself.
        "有偏差的是极少数，而绝大多数是完全正确的。",  # No subject, no role.
        "稳定出口，增加进口。",  # No formulation.
    ],
)
def test_other_pieces_stay_as_they_are(statement: str) -> None:
    assert not list(crossed(statement, ["道路自信、理论自信"]))


def test_terms_of_laws_are_changed_for_terms_that_laws_know() -> None:
    assert after(list(restated("村民委员会每届任期五年，届满应当及时举行换届选举。"))) == [
        "十年",
        "三年",
    ]
    assert not list(restated("情况复杂的，可以延长三个月，并书面告知申请人。"))


def test_a_law_changes_nothing_that_stands_in_the_sentence() -> None:
    text = "人民法院应当在立案之日起三个月内作出判决，必要时可以延长六个月以内。"
    assert "六个月" not in after(list(restated(text)))


def test_half_of_the_statements_are_changed() -> None:
    counties = "安平和清河东西南北山水林田湖草沙云石金木火土春夏秋冬日月星辰天地长宁永康福泰昌盛兴"
    texts = [f"{county}县各级干部都要记住，科技是关键，教育是基础。" for county in counties]
    made = made_of(*texts)
    assert len(made) == len(counties)
    assert 0.35 < sum(map(is_true, made)) / len(made) < 0.65


@needs_corpus
def test_statements_of_real_texts_are_whole_sentences() -> None:
    for path in corpus_files()[::12]:
        body = outlined(path).paragraphs
        texts = {paragraph.number: paragraph.text for paragraph in body}
        made = drafts(body, extracted(*texts.values()), library(FOUR, OTHERS))
        assert all(one.made.quote in texts[one.made.paragraph] for one in made)
        assert all(one.made.answer[0] in one.made.quote for one in made)
