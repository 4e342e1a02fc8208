"""What of a bank is new to the library."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from study.banks.bank import Bank, Recognised
from study.banks.claims import Claimed, Claims, claimed
from study.banks.item import Item
from study.banks.problem import Fault, Problem
from study.questions.identity import asked, identity
from study.questions.question import Kind
from study.quiz.posed import Question


@dataclass(frozen=True, slots=True)
class Library:
    """What the library has to do with a bank: the identities of the bank's questions that it knows,
    and what it claims where it asks the same."""

    identities: Collection[str]
    claims: Claims


@dataclass(frozen=True, slots=True)
class Sifted:
    """The questions of a file, by what becomes of them: `fresh` ones are taken in, `repeated` ones
    stood in the file before, `known` ones are in the library. `identities` are those of `fresh`."""

    fresh: tuple[Item, ...]
    identities: tuple[str, ...]
    repeated: tuple[Item, ...]
    known: tuple[Item, ...]
    problems: tuple[Problem, ...]
    columns: tuple[Recognised, ...]

    @property
    def kinds(self) -> Counter[Kind]:
        """How many fresh questions there are of each kind."""
        return Counter(one.kind for one in self.fresh)


def identities_of(bank: Bank) -> list[tuple[str, str]]:
    """By what each question of a bank is known again: as it is asked, and as it stands in the file,
    for the library makes stems that a file would be cleaned of."""
    return [
        (identity(one.kind, one.stem, one.choices), identity(one.kind, one.written, one.choices))
        for one in bank.items
    ]


def stems_of(bank: Bank) -> set[str]:
    """The search forms of what a bank asks, in both forms."""
    return {asked(stem) for one in bank.items for stem in (one.stem, one.written)}


def library(
    identities: Collection[str], questions: Iterable[Question], before: Sequence[tuple[str, Sifted]]
) -> Library:
    """The library by the `identities` that it knows and the `questions` that ask the same, with the
    banks, each with its name, that would be taken in `before`."""
    claims = Claims()
    for one in questions:
        claims.add(_claimed(one), f"Q{one.number} {_answer(one)}")
    for name, bank in before:
        for one in bank.fresh:
            claims.add(_claimed(one), f"{_answer(one)}（“{name}”）")
    there = {identity for _, bank in before for identity in bank.identities}
    return Library(there.union(identities), claims)


def _claimed(one: Question | Item) -> Claimed:
    return claimed(one.kind, one.stem, one.choices)


def _answer(one: Question | Item) -> str:
    sign = "→" if one.kind is Kind.ORDER else "、"
    return sign.join(choice.text for choice in one.choices if choice.is_right)


def sift(bank: Bank, identities: Iterable[tuple[str, str]], library: Library) -> Sifted:
    """Sort the questions of a bank, whose `identities_of` are given, by what the library has."""
    fresh: dict[str, Item] = {}
    repeated: list[Item] = []
    known: list[Item] = []
    problems = list(bank.problems)
    for one, (own, written) in zip(bank.items, identities, strict=True):
        if own in fresh:
            repeated.append(one)
        elif own in library.identities or written in library.identities:
            known.append(one)
        elif (other := _otherwise(one, library.claims)) is not None:
            problems.append(Problem(one.place, Fault.ANSWERED_OTHERWISE, other))
        else:
            fresh[own] = one
    return Sifted(
        tuple(fresh.values()),
        tuple(fresh),
        tuple(repeated),
        tuple(known),
        tuple(problems),
        bank.columns,
    )


def _otherwise(one: Item, claims: Claims) -> str | None:
    """The question of the library that has another answer."""
    found = (
        claims.against(claimed(one.kind, stem, one.choices)) for stem in (one.stem, one.written)
    )
    return next((who for who in found if who is not None), None)
