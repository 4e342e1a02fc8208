"""What somebody wrote, without what is not seen."""

import unicodedata


def tidy(text: str) -> str:
    """A text in half-width signs and without invisible ones; lines stay lines."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        one for one in plain if one == "\n" or unicodedata.category(one) not in ("Cc", "Cf")
    )
