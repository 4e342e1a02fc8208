"""What a file of questions came to."""

from dataclasses import dataclass

from study.banks.item import Item
from study.banks.problem import Problem


@dataclass(frozen=True, slots=True)
class Recognised:
    """A column of a file (its head, or its letter) and what it was taken for."""

    head: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Bank:
    """The questions of a file that can be asked, and those that cannot, in the file's order."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    columns: tuple[Recognised, ...]
