"""A batch of redeem codes, and what became of each."""

from dataclasses import dataclass
from datetime import date

from study.members.term import Term


@dataclass(frozen=True, slots=True)
class Batch:
    """Codes that were made together. `valid_until` is the last day, None for ever; `made_at` a
    stamp. `amount` of them were made, `redeemed` and `revoked` are no longer to be had."""

    number: int
    term: Term
    amount: int
    valid_until: date | None
    note: str
    made_by: str
    made_at: str
    redeemed: int = 0
    revoked: int = 0

    @property
    def left(self) -> int:
        """Codes that can still be redeemed, as far as the batch is valid."""
        return self.amount - self.redeemed - self.revoked


@dataclass(frozen=True, slots=True)
class Code:
    """A code as it is known after it was handed out; stamps are '' for what never happened."""

    tail: str
    redeemed_by: str
    redeemed_at: str
    revoked_at: str
