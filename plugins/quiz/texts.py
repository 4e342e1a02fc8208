"""What people read of a quiz as a whole."""

from collections.abc import Mapping, Sequence
from datetime import date

from fsrs import Rating

from study.memory.grades import grade, usual_seconds
from study.quiz.attempt import Attempt, Occasion
from study.quiz.player import called, told_apart
from study.quiz.posed import Question
from study.quiz.session import Ending, Plan, Session

BEGINNING = "这里刚开始一次测验，题马上就来"
NOTHING_RUNS = "现在没有在答题。开始：/学习 测验"
NOT_YOURS = "只有发起的人和群管理员能停。没人作答的话，两题后自己会停"
TOO_MANY = "现在答题的群太多，请过几分钟再开始"
PRIVATE_ONLY = "复习和错题在私聊里做：请私聊我发 /学习 复习 或 /学习 错题"
NOTHING_DUE = "现在没有要复习的题。想练新题：/学习 测验"
NOTHING_MISSED = "没有错题。想练新题：/学习 测验"

_UNANSWERED_ALONE = "🏁 连着两题没有作答，先到这里"
_MOST_PLAYERS = 10
_MOST_MISSED = 12
_ENDINGS = {
    Ending.FINISHED: "🏁 测验结束",
    Ending.UNANSWERED: "🏁 连着两题没人作答，先到这里",
    Ending.STOPPED: "🏁 停了",
    Ending.UNSENT: "🏁 消息发不出去，先到这里",
    Ending.NOTHING_LEFT: "🏁 这个范围的题出完了",
    Ending.INTERRUPTED: "🏁 我刚才断线了，抱歉，这次先到这里",
    Ending.FAILED: "🏁 我这边出了点问题，抱歉，先到这里",
}
_REVIEWED = {Ending.FINISHED: "🏁 这一轮复习完了", Ending.NOTHING_LEFT: "🏁 要复习的都复习完了"}
_REPLAYED = {Ending.FINISHED: "🏁 这一轮错题做完了", Ending.NOTHING_LEFT: "🏁 错题都做过一遍了"}
_GRADES = {
    Rating.Again: "答错",
    Rating.Hard: "答对，费了点劲",
    Rating.Good: "答对",
    Rating.Easy: "很快答对",
}


def running(plan: Plan, how: str) -> str:
    """A quiz runs in this chat already; `how` says how to answer ('' between two questions)."""
    first = "上一次的题还没答完" if plan.is_alone else "本群正在答题"
    return f"{first}，{how or '请稍等'}；停止请发 /学习 停"


def place(plan: Plan, number: int) -> str:
    """第2/5题; of missed ones nobody knows how many there will be."""
    return f"第{number}题" if plan.occasion is Occasion.REPLAY else f"第{number}/{plan.rounds}题"


def ended(
    session: Session, ending: Ending, scores: Mapping[str, int], names: Mapping[str, str]
) -> str:
    """Why it ended, the points, and what was not got right."""
    plan = session.plan
    special = {Occasion.REVIEW: _REVIEWED, Occasion.REPLAY: _REPLAYED}.get(plan.occasion, {})
    heading = special.get(ending) or _ENDINGS[ending]
    if plan.is_alone and ending is Ending.UNANSWERED:
        heading = _UNANSWERED_ALONE
    if not session.counted:
        return heading
    if not plan.is_alone:
        return "\n".join([heading, *_board(scores, names), *_told("没人答对的", session.missed)])
    wrong = [number for number in session.missed if number not in session.unanswered]
    lines = [
        heading,
        f"答对 {session.counted - len(session.missed)}/{session.counted}",
        *_told("没答对的", wrong),
        *_told("没有作答的", session.unanswered),
    ]
    return "\n".join([*lines, *(["重做没答对的：/学习 错题"] if wrong else [])])


def _told(what: str, numbers: Sequence[int]) -> list[str]:
    told = "、".join(f"Q{number}" for number in numbers[:_MOST_MISSED])
    more = f"等{len(numbers)}题" if len(numbers) > _MOST_MISSED else ""
    return [f"{what}：{told}{more}"] if numbers else []


def _board(scores: Mapping[str, int], names: Mapping[str, str]) -> list[str]:
    """The best players; who has as many points has the same place."""
    points = sorted(scores.items(), key=lambda pair: -pair[1])
    scored = [(person, own) for person, own in points if own > 0]
    apart = told_apart({person: names.get(person) or called("", person) for person in scores})
    lines = [
        f"{1 + sum(other > own for _, other in scored)}. {apart[person]} {own}分"
        for person, own in scored[:_MOST_PLAYERS]
    ]
    more = [f"……共{len(scored)}人得分"] if len(scored) > _MOST_PLAYERS else []
    return [*lines, *more] or ["这次没有人得分"]


def resumed(was_open: bool, scores: Mapping[str, int], names: Mapping[str, str]) -> str:
    """A restart came between, and the quiz goes on."""
    void = "刚才那题作废，" if was_open else ""
    board = _board(scores, names) if any(scores.values()) else []
    return "\n".join([f"我刚才断线了，抱歉，{void}分数都在，接着来。", *board])


def graded(question: Question, attempt: Attempt, day: date, today: date) -> str:
    """How a review went, and when the question comes again."""
    usual = usual_seconds(question.kind, len(question.stem), sum(map(len, question.answer)))
    rating = grade(
        is_right=attempt.is_right,
        hinted=attempt.hinted,
        seconds=attempt.seconds,
        kind=question.kind,
        usual=usual,
    )
    days = (day - today).days
    when = "今天稍后" if days <= 0 else "明天" if days == 1 else f"{days}天后"
    return f"{_GRADES[rating]} → 下次：{when}"
