"""What admins read when they work on cases."""

from collections.abc import Mapping

from study.reports.moves import Refused, Why
from study.reports.state import State
from study.reports.texts import DECISIONS, STATES, WITHHELD
from study.services.deciding import Denied, Fault
from study.services.rewarding import Given

PRIVATE_ONLY = "/案 只在私聊里用，请私聊我"
NO_NUMBER = "请写案号，如 /案 看 JB-7K3Q9。所有案件：/案 列表"
MISTYPED = "案号打错了：应是 JB- 加5个字符，没有 0、O、1、I、L。请对照 /案 列表 再发"
NO_SUCH_CASE = "没有这个案号。所有案件：/案 列表"
OVERTAKEN = "刚才另有人动了这件，请再看一遍再定"
BY_ANOTHER = "这件和另一件连在一起，要由另一位管理员来办，请他领取"
_EXAMPLES = {
    "成立": "截图与店铺一致",
    "不成立": "截图里看不出在卖资料",
    "撤销": "截图是拼出来的",
    "补充": "在哪个群、什么时候看到的？",
    "记": "和上周那件像是同一家",
}
NO_MAIN = "请写和哪一件重复：/案 重复 JB-7K3Q9 JB-主案 [理由]"
WRONG_MAIN: Mapping[Fault, str] = {
    Fault.NONE_SUCH: "主案的案号不存在。请对照 /案 列表",
    Fault.ITSELF: "不能和自己重复。请写另一件的案号",
    Fault.WITHDRAWN: "那一件已被举报人撤回，不能当主案",
    Fault.REJECTED: "那一件判了不成立，不能当主案。这一件也不成立就用 /案 不成立",
    Fault.REPEATS: "那一件自己也是重复的。请写它的主案（/案 看 可查）",
    Fault.LATER: (
        "那一件比这件晚报。奖励归先报全的：要并就把那一件并到这件；"
        "确实是那一件先报全，在主案号后面写 报全：/案 重复 JB-7K3Q9 JB-主案 报全 [理由]"
    ),
    Fault.IS_MAIN: "已有别的举报并到这一件，它不能再并走。不成立请用 /案 不成立，理由里说明",
}


def shortcuts(number: str) -> dict[str, str]:
    """What can be answered where a case was spoken of."""
    return {word: f"/案 {word} {number}" for word in ("看", "证据", "领取")}


def no_reason(word: str, number: str) -> str:
    """Whoever decides says why; `word` is the command."""
    return f"请在案号后面写理由，举报人会看到。如：/案 {word} {number} {_EXAMPLES[word]}"


def no_words(word: str, number: str) -> str:
    """There is nothing to ask or to note; `word` is the command."""
    return f"请在案号后面写要说的话。如：/案 {word} {number} {_EXAMPLES[word]}"


def refused(number: str, error: Refused) -> str:
    """Why an admin cannot do that with a case."""
    state = error.state
    match error.why:
        case Why.INVOLVED:
            return "这件是你自己举报的，请另一位管理员来看、来办"
        case Why.NOT_NOW if state is State.RECEIVED:
            return f"{number} 还没有人领取。先领取：/案 领取 {number}"
        case Why.NOT_HANDLER:
            whose = f"在 {error.handler} 手上。要接手" if error.handler else "没有人在办。先领取"
            return f"{number} {whose}：/案 领取 {number}"
        case Why.IN_HAND:
            return f"{number} 已经在你手上"
        case Why.OWN_DECISION:
            return "申诉针对的正是你的决定，要另一位管理员来复核"
        case Why.NOT_YOURS:
            return "你已经不是管理员，不能办案"
        case _:
            return f"{number} 现在是“{STATES[state]}”，不能这样做。能做什么：/案 看 {number}"


def earlier_open(this: str, number: str, *, is_sure: bool) -> str:
    """An earlier case about the same thing waits."""
    if is_sure:
        return f"先处理更早的 {number}：它可能举报的是同一件事，先报全的那件才有奖励。回 看 就看它"
    return (
        f"更早的 {number} 里有相近的截图。是同一件事就先处理它；"
        f"只是看着像：/案 成立 {this} 另案 理由。回 看 就看它"
    )


def reported_back(number: str) -> str:
    """The reporter is reported himself."""
    return f"先处理更早的 {number}：这位举报人在那一件里被举报。回 看 就看它"


def confirmed_before(this: str, number: str) -> str:
    """A case about the same thing is confirmed."""
    return (
        f"{number} 已成立，和这一件有相同的线索。是同一件事：/案 重复 {this} {number}；"
        f"确实是另一次倒卖：/案 成立 {this} 另案 理由。回 看 就看那一件"
    )


def taken(number: str, before: str) -> str:
    """A case is in the admin's hands."""
    from_whom = f"（原来在 {before} 手上）" if before else ""
    return f"{number} 由你来办{from_whom}。回 看 看内容，回 证据 看证据"


def asked(number: str) -> str:
    """The reporter is asked."""
    return f"{number} 已转为“需补充”，问题会私聊发给举报人。等不到答复也可以直接判定"


def noted(number: str) -> str:
    """A note is kept."""
    return f"已记在 {number} 里，举报人看不到"


def confirmed(number: str, given: Given) -> str:
    """A case is confirmed, and what it brought."""
    if given.withheld:
        return f"✅ {number} 成立。没有奖励：{WITHHELD[given.withheld]}。结果会私聊告诉举报人"
    return f"✅ {number} 成立，举报人的会员加一年，到 {given.until}。结果会私聊告诉他"


def rejected(number: str, denied: Denied) -> str:
    """A case is not confirmed, or the appeal in it."""
    told = "理由会私聊告诉举报人"
    if denied.was_appeal:
        return f"{number} 申诉驳回，维持“{DECISIONS[denied.decision]}”，到此终结。{told}"
    until = denied.appeal_until
    may = f"（他可在{until.month}月{until.day}日{until:%H:%M}前申诉）" if until else ""
    return f"{number} 判为不成立{may}。{told}"


def repeated(number: str, main: str) -> str:
    """A case repeats another one."""
    return f"{number} 判为重复，主案 {main}。会私聊告诉举报人是重复，不告诉他主案号"


def overturned(number: str, *, was_rewarded: bool) -> str:
    """A confirmation is taken back."""
    back = "，奖励的会员一年已收回" if was_rewarded else "，本来就没有奖励"
    return f"{number} 已撤销{back}。理由会私聊告诉举报人"


def no_such_piece(number: str, count: int) -> str:
    """There is no piece of that place."""
    if not count:
        return f"{number} 没有证据"
    return f"{number} 有 {count} 件证据。看第2件：/案 证据 {number} 2"
