"""Why a quotation was not checked.

    QuotationError
    ├── TooShort    too few characters to tell where they stand
    └── TooLong     more than is checked at once

Both carry the length and the bound; what a person reads about them stands in `texts.py`.
"""


class QuotationError(Exception):
    """Base of everything that keeps a quotation from being checked."""

    def __init__(self, length: int, bound: int) -> None:
        super().__init__(length, bound)
        self.length = length
        self.bound = bound


class TooShort(QuotationError):
    """Fewer than `bound` letters, digits and characters; signs and blanks do not count."""


class TooLong(QuotationError):
    """More than `bound` characters."""
