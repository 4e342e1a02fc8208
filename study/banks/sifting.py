"""What of a bank is new to the library."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from study.banks.bank import Bank, Recognised
from study.banks.item import Item
from study.banks.problem import Problem
from study.questions.identity import identity
from study.questions.question import Kind


@dataclass(frozen=True, slots=True)
class Sifted:
    """The questions of a file, by what becomes of them: `fresh` ones are taken in, `repeated` ones
    stood in the file before, `known` ones are in the library. `digests` are those of `fresh`."""

    fresh: tuple[Item, ...]
    digests: tuple[str, ...]
    repeated: tuple[Item, ...]
    known: tuple[Item, ...]
    problems: tuple[Problem, ...]
    columns: tuple[Recognised, ...]

    @property
    def kinds(self) -> Counter[Kind]:
        """How many fresh questions there are of each kind."""
        return Counter(one.kind for one in self.fresh)


def digests_of(bank: Bank) -> list[str]:
    """By what each question of a bank is known again."""
    return [identity(one.kind, one.stem, one.choices) for one in bank.items]


def sift(bank: Bank, digests: Collection[str], known: Collection[str]) -> Sifted:
    """Sort the questions of a bank, whose `digests` are given, by those that are `known`."""
    fresh: dict[str, Item] = {}
    repeated: list[Item] = []
    there: list[Item] = []
    for one, by in zip(bank.items, digests, strict=True):
        if by in fresh:
            repeated.append(one)
        elif by in known:
            there.append(one)
        else:
            fresh[by] = one
    return Sifted(
        tuple(fresh.values()),
        tuple(fresh),
        tuple(repeated),
        tuple(there),
        bank.problems,
        bank.columns,
    )
