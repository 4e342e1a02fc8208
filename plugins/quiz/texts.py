"""What people read of a quiz as a whole."""

from collections.abc import Mapping, Sequence
from datetime import date

from fsrs import Rating

from plugins._chat.texts import LONGEST_WORD, short
from study.materials.citation import number_of
from study.memory.grades import grade, usual_seconds
from study.quiz.attempt import Attempt, Occasion
from study.quiz.posed import Question
from study.quiz.scope import Scope
from study.quiz.session import Ending, Plan

RUNNING = "本群正在答题，发A–D作答；停止请发 /学习 停"
RUNNING_ALONE = "上一次的题还没答完，请先作答；不答了请发 /学习 停"
NOTHING_RUNS = "现在没有在答题。开始：/学习 测验"
NOT_YOURS = "只有发起的人和群管理员能停。没人作答的话，两题后自己会停"
TOO_MANY = "现在答题的群太多，请过几分钟再开始"
PRIVATE_ONLY = "复习和错题在私聊里做：请私聊我发 /学习 复习 或 /学习 错题"
NOTHING_DUE = "现在没有要复习的题。想练新题：/学习 测验"
NOTHING_MISSED = "没有没答对的题。想练新题：/学习 测验"
NO_QUESTIONS = (
    "没有能出的题：资料库里还没有题，或者30天内都出过了。指定资料可以重出：/学习 测验 M0012"
)

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


def started(plan: Plan) -> str:
    """A quiz begins."""
    how = "一题答一次"
    if plan.occasion is Occasion.RACE:
        how = "抢答，先答对的得分，答错的这题不能再答"
    elif not plan.is_alone:
        how = "不抢答，时间内答对都得分，以第一次答的为准"
    most = "最多" if plan.occasion is Occasion.REPLAY else ""
    return f"🎯 开始：{most}{plan.rounds}题，每题{plan.seconds}秒，{how}。\n停止：/学习 停"


def place(plan: Plan, number: int) -> str:
    """第2/5题; of missed ones nobody knows how many there will be."""
    return f"第{number}题" if plan.occasion is Occasion.REPLAY else f"第{number}/{plan.rounds}题"


def nothing_about(scope: Scope) -> str:
    """No question is within what was asked for; what to do instead."""
    if scope.is_open:
        return NO_QUESTIONS
    parts = [
        f"“{short(scope.word)}”" if scope.word else "",
        number_of(scope.material) if scope.material is not None else "",
        _years(scope.years) if scope.years else "",
    ]
    look = f"看资料里有没有：/学习 查 {scope.word}" if 0 < len(scope.word) <= LONGEST_WORD else ""
    instead = look or "看目录：/学习 目录"
    return f"没有关于{'、'.join(filter(None, parts))}的题。{instead}　随便来几题：/学习 测验"


def _years(years: tuple[int, int]) -> str:
    first, last = years
    return f"{first}年" if first == last else f"{first}—{last}年"


def ended(
    plan: Plan,
    ending: Ending,
    counted: int,
    missed: Sequence[int],
    scores: Mapping[str, int],
    names: Mapping[str, str],
) -> str:
    """Why it ended, the points, and what nobody got right."""
    special = {Occasion.REVIEW: _REVIEWED, Occasion.REPLAY: _REPLAYED}.get(plan.occasion, {})
    heading = special.get(ending) or _ENDINGS[ending]
    if not counted:
        return heading
    told = [f"答对 {counted - len(missed)}/{counted}"] if plan.is_alone else _board(scores, names)
    numbers = "、".join(f"Q{number}" for number in missed[:_MOST_MISSED])
    more = f"等{len(missed)}题" if len(missed) > _MOST_MISSED else ""
    lost = [f"{'没答对' if plan.is_alone else '没人答对'}的：{numbers}{more}"] if missed else []
    ways = ["重做没答对的：/学习 错题"] if plan.is_alone and missed else []
    return "\n".join([heading, *told, *lost, *ways])


def _board(scores: Mapping[str, int], names: Mapping[str, str]) -> list[str]:
    """The best players; who has as many points has the same place."""
    points = sorted(scores.items(), key=lambda pair: -pair[1])
    scored = [(person, own) for person, own in points if own > 0]
    lines = [
        f"{1 + sum(other > own for _, other in scored)}. {names.get(person, person[-4:])} {own}分"
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
