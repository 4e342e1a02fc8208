"""What is drawn by lot, and yet the same whenever questions are made."""

from hashlib import sha256

from study.search.folding import fold


def lot(text: str) -> int:
    """A number that depends on nothing but the text."""
    return int(sha256(fold(text).encode()).hexdigest()[:8], 16)
