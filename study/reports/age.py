"""Whether somebody has been around long enough to report."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody's account is, and how long he has been in the group of the bot in which he
    is longest, nothing where he is in none; None where nobody can say."""

    account: timedelta | None
    in_group: timedelta | None

    @property
    def is_known(self) -> bool:
        """Whether anything is known."""
        return self.account is not None or self.in_group is not None


def is_too_young(age: Age, least: timedelta) -> bool:
    """Whether somebody is known to be around for less than `least`, by his account and in every
    group. A doubt speaks for who reports: the admin is told that the age is unknown."""
    if age.account is None or age.in_group is None:
        return False
    return age.account < least and age.in_group < least
