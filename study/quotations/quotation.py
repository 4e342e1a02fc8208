"""What is taken as a quotation to check."""

from study.quotations.errors import TooLong, TooShort
from study.quotations.text import Text, text_of

SHORTEST = 8
"""Characters in search form: with fewer, nearly everything stands somewhere."""
LONGEST = 2000
"""Characters, signs and all."""


def quotation(verbatim: str) -> Text:
    """A quotation as it was sent. Raises TooShort and TooLong."""
    if len(verbatim) > LONGEST:
        raise TooLong(len(verbatim), LONGEST)
    quoted = text_of(*verbatim.split("\n"))
    # Some single characters are long in search form.
    if len(quoted.folded) > LONGEST:
        raise TooLong(len(quoted.folded), LONGEST)
    if len(quoted.folded) < SHORTEST:
        raise TooShort(len(quoted.folded), SHORTEST)
    return quoted
