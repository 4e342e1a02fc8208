"""What stands beside a blank: by it a right answer is known, and a wrong one is found out."""

import re
from dataclasses import dataclass

from study.questions.target import Target

_SIGN = re.compile(r"[，。；：！？,;:!?…—（）()《》\n]")
_NEAR, _WIDE = 6, 10
_LEAST = 4
"""Characters beside a blank below which the neighbouring clauses are looked at as well."""


@dataclass(frozen=True, slots=True)
class Context:
    """The characters on either side of a blank: `left` and `right` to the signs of its clause or
    to the sixth, `far_left` and `far_right` across signs."""

    left: str
    right: str
    far_left: str
    far_right: str

    def said(self, text: str) -> str:
        """What the clause says with `text` in the blank.

        Where next to nothing stands beside it, with what stands behind the signs.
        """
        if len(self.left) + len(self.right) >= _LEAST:
            return self.left + text + self.right
        return self.far_left[-_NEAR:] + text + self.far_right[:_NEAR]

    def told(self, text: str) -> str:
        """A longer stretch with `text` in the blank: whether it recurs tells a formulation."""
        return self.far_left + text + self.far_right


def context(passage: str, target: Target) -> Context:
    """The context of a target in its passage."""
    before, after = passage[: target.start], passage[target.finish :]
    left = _SIGN.split(before)[-1]
    right = _SIGN.split(after)[0]
    return Context(left[-_NEAR:], right[:_NEAR], before[-_WIDE:], after[:_WIDE])
