"""What people read about their progress."""

from collections.abc import Iterable
from datetime import date, timedelta

from plugins._chat.texts import short
from study.members.texts import until
from study.memory.points import DAILY, Period, Standing
from study.memory.progress import LATEST, Progress
from study.memory.record import Score
from study.memory.topics import Topic
from study.quiz.player import called, told_apart
from study.services.board import Board

NOTHING_YET = "还没有作答记录。发 /学习 测验 答几题，这里就有了"
BOARD_IN_GROUPS = "排行是各群自己的，请在群里发 /学习 排行。要隐身在这里发 /学习 隐身 就行"
HOW_TO_RANK = "写法：/学习 排行 周、/学习 排行 月 或 /学习 排行 总"
HOW_TO_HIDE = "写法：/学习 隐身 开 或 /学习 隐身 关，只发 /学习 隐身 就换一下"
HIDDEN = "已隐身：各群的排行都不再列出你，积分照记。恢复：/学习 隐身 关"
SHOWN = "已取消隐身：有积分就会列在排行里。隐身：/学习 隐身 开"

_NAMED = {Period.WEEK: "本周", Period.MONTH: "本月", Period.ALL: "全部"}
_WEEKDAYS = "一二三四五六日"
_MOST_TOPICS = 6


def mine(one: Progress) -> str:
    """Everything about somebody's progress, for nobody else to read."""
    lines = [
        "📈 我的学习",
        f"连续{one.streak}天，共{one.studied}天",
        f"本周 {_score(one.week)}",
        f"累计 {_score(one.total)}",
        _due(one),
        _forecast(one),
        _topics(one.topics),
    ]
    return "\n".join(filter(None, lines))


def beside_picture(one: Progress) -> str:
    """What stands beside the picture."""
    return f"📈 我的学习\n连续{one.streak}天，累计 {_score(one.total)}\n{_due(one)}"


def member(ends: date | None) -> str:
    """Until when somebody is a member, None for one who is not."""
    return f"会员{until(ends)}" if ends else "不是会员，开通：/学习 会员"


def in_group(one: Progress) -> str:
    """What others may read too: how much was answered, not how well."""
    return (
        f"📈 连续{one.streak}天，本周答{one.week.answers}题，累计答{one.total.answers}题\n"
        "正确率和复习请私聊我：/学习 我的、/学习 复习"
    )


def _score(score: Score) -> str:
    if not score.answers:
        return "没有作答"
    return f"答{score.answers}题，对{score.right}题（{score.percent}%）"


def _due(one: Progress) -> str:
    due, planned = one.forecast[0], one.planned
    if not due:
        return "今天没有到期的复习"
    if planned == due:
        return f"今天到期{due}题：/学习 复习"
    if planned:
        return f"到期{due}题，今天还安排{planned}题，其余顺延：/学习 复习"
    return f"今天的复习做满了，还有{due}题顺延"


def _forecast(one: Progress) -> str:
    days = [
        f"{_weekday(one.today + timedelta(days=ahead))} {count}"
        for ahead, count in enumerate(one.forecast[1:], start=1)
        if count
    ]
    return f"往后到期：{'，'.join(days)}" if days else ""


def _weekday(day: date) -> str:
    return f"周{_WEEKDAYS[day.weekday()]}"


def _topics(topics: Iterable[Topic]) -> str:
    shown = [
        f"{short(one.name)} {one.score.percent}%（{one.score.right}/{one.score.answers}）"
        for one in list(topics)[:_MOST_TOPICS]
    ]
    return f"分类（最近{LATEST}题）：{'，'.join(shown)}" if shown else ""


def board(found: Board) -> str:
    """The first places of a group, and the asker's own below when he is not among them."""
    named = _NAMED[found.period]
    lines = [f"🏆 {named}排行"]
    names = {one.person: called(found.names.get(one.person, ""), one.person) for one in found.top}
    apart = told_apart(names)
    lines += [_standing(one, apart[one.person]) for one in found.top]
    if not found.top:
        lines.append(f"{named}还没有人得分。发 /学习 测验 开始")
    if found.is_hidden:
        lines.append("（你已隐身，没有列出。恢复：/学习 隐身 关）")
    elif found.own and found.own not in found.top:
        lines.append(f"……\n{found.own.place}. 你　{found.own.points}分")
    elif found.top and not found.own:
        lines.append(f"你{named}还没有得分")
    lines.append(f"每人每天最多记{DAILY}分。换时段：/学习 排行 周|月|总")
    return "\n".join(lines)


def _standing(one: Standing, name: str) -> str:
    medal = {1: "🥇", 2: "🥈", 3: "🥉"}.get(one.place, f"{one.place}.")
    return f"{medal} {name}　{one.points}分"
