"""Why a whole file of questions was not taken.

    BankError
    ├── Folder             it is no file
    ├── NoQuestions        nothing in the file looks like questions with answers
    ├── TooManyQuestions   more than are taken at once
    ├── UnknownColumn      a column that was named is not there, or has no such meaning
    └── DuplicateBank      the same file was taken in before

A file that cannot be read at all is an `UnreadableFile` of `study.materials.errors`. Errors carry
data; what a person reads about them stands in `texts.py`.
"""


class BankError(Exception):
    """Base of everything that keeps a file of questions out of the library."""


class Folder(BankError):
    """A folder was named where a file is wanted."""


class NoQuestions(BankError):
    """No columns or lines that could be questions; `heads` are those that were found."""

    def __init__(self, heads: tuple[str, ...] = ()) -> None:
        super().__init__(heads)
        self.heads = heads


class TooManyQuestions(BankError):
    """More questions than `bound`."""

    def __init__(self, bound: int) -> None:
        super().__init__(bound)
        self.bound = bound


class UnknownColumn(BankError):
    """A column that was named on the command line and cannot be used."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class DuplicateBank(BankError):
    """The same file was taken in before, under `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
