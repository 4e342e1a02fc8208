"""The banks that people made: all of them come in, but for rows that are broken."""

from collections import Counter
from pathlib import Path

from study.banks.bank import Bank
from study.banks.problem import Fault
from study.banks.reading import parse
from study.questions.question import Kind
from tests.corpus import CORPUS, needs_corpus

pytestmark = needs_corpus


def bank(path: Path) -> Bank:
    return parse(path.suffix.removeprefix("."), path.read_bytes(), {})


def all_banks() -> dict[str, Bank]:
    folder = CORPUS / "question_banks"
    return {path.name: bank(path) for path in sorted(folder.rglob("*.*"))}


def test_nearly_every_question_comes_in() -> None:
    found = all_banks()
    taken = sum(len(one.items) for one in found.values())
    broken = Counter(problem.fault for one in found.values() for problem in one.problems)
    assert taken >= 0.99 * (taken + broken.total())
    # Looked at one by one: options that stand twice, answers that are no option, two answers.
    assert set(broken) == {Fault.SAME_OPTIONS, Fault.NO_SUCH_OPTION, Fault.CONTRADICTS}


def test_every_question_can_be_asked() -> None:
    for name, one in all_banks().items():
        for item in one.items:
            assert item.stem == item.stem.strip(), name
            assert not item.stem.startswith(("1.", "一、", "【", "（）")), (name, item.stem)
            rights = [choice.is_right for choice in item.choices]
            assert any(rights), (name, item.stem)
            if item.kind is Kind.CHOICE:
                assert rights.count(True) == 1, (name, item.stem)
                assert len(rights) > 1, (name, item.stem)


def test_the_same_bank_as_json_and_as_a_document() -> None:
    folder = CORPUS / "question_banks"
    table, document = bank(folder / "maogai_tryloess.json"), bank(folder / "maogai_tryloess.docx")
    assert len(table.items) == len(document.items) == 219
    assert sum(a.answer == b.answer for a, b in zip(table.items, document.items, strict=True)) > 210
    same = [a.stem == b.stem for a, b in zip(table.items, document.items, strict=True)]
    assert sum(same) > 215
