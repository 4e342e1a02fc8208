"""Comparing a quotation with texts, without a library."""

from study.quotations.asked import asked_for
from study.quotations.comparison import Comparison
from study.quotations.quotation import quotation
from study.quotations.stretch import Stretch
from study.quotations.verdict import Kind, Part, Verdict


def material(number: int, spoken_on: str, *paragraphs: str, title: str = "讲话") -> Stretch:
    return Stretch(number, f"{title}{number}", spoken_on, 1, paragraphs)


def compare(text: str, *stretches: Stretch, asked: str = "") -> Verdict:
    comparison = Comparison(quotation(text))
    for stretch in stretches:
        comparison.take_in(stretch)
    steps = comparison.outcome(asked_for(asked, "", ""))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value.verdict


def only(verdict: Verdict, kind: Kind) -> Part:
    """The only part of a verdict, which is of this kind."""
    assert [part.kind for part in verdict.parts] == [kind]
    return verdict.parts[0]


def told(part: Part) -> list[tuple[Kind, str, str]]:
    return [(one.kind, one.quoted.text, one.sourced.text) for one in part.differences]
