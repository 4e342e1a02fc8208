"""What a confirmed case brings its reporter: a year of membership, or why not."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

PERIOD = timedelta(days=365)
"""The time within which rewards are counted."""


class Withheld(StrEnum):
    """Why there is no reward; the value is stored."""

    SELF = "self"
    """The reporter is among those whom he reported."""
    RESELLER = "reseller"
    """The reporter is suspected in a case that was confirmed."""
    CAPPED = "capped"
    """He has had as many rewards as one may have in a year."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What decides about a reward: whether the reporter is among the suspects, whether he is one in
    a confirmed case, and how many rewards he had in the last PERIOD and may have."""

    is_suspect: bool
    is_reseller: bool
    had: int
    most: int


def withheld(claim: Claim) -> Withheld | None:
    """Why a reward is not given, None when it is."""
    if claim.is_suspect:
        return Withheld.SELF
    if claim.is_reseller:
        return Withheld.RESELLER
    return Withheld.CAPPED if claim.had >= claim.most else None
