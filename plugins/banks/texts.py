"""What admins read about banks of questions."""

from study.banks.preview import preview, taken
from study.services.importing_questions import Outcome

CHOICES = {"入库": "/题库 入库", "会员入库": "/题库 会员入库", "取消": "/题库 取消"}
NOTHING_WAITS = "没有等着收的题库（超过10分钟要重发）。请把文件私聊发给我"
DROPPED = "好，这份题库不收，什么也没有写"
_MOST_PROBLEMS = 20


def looked_over(outcome: Outcome) -> str:
    """What a file comes to, and what can be done with it."""
    shown = preview(outcome.name, outcome.sifted, _MOST_PROBLEMS)
    return f"{shown}\n\n回 入库 收下，回 会员入库 只给会员，回 取消"


def nothing_new(outcome: Outcome) -> str:
    """A file that has no question to take in."""
    return preview(outcome.name, outcome.sifted, _MOST_PROBLEMS) + "\n没有新题可收"


def taken_in(outcome: Outcome, *, member: bool) -> str:
    """What was taken in."""
    return taken(outcome.name, outcome.sifted, member=member)
