"""/学习 我的, /学习 排行, /学习 隐身."""

from nonebot.log import logger

from plugins._chat.call import Call, Refusal, Reply
from plugins._chat.table import Command, register
from plugins.progress import texts
from study.memory.points import Period
from study.memory.progress import Progress
from study.services import board
from study.services.membership import held
from study.services.picturing import picture
from study.services.progress import progress

_PERIODS = {
    "": Period.WEEK,
    **dict.fromkeys(("周", "本周", "星期", "周榜", "这周"), Period.WEEK),
    **dict.fromkeys(("月", "本月", "月榜", "这个月"), Period.MONTH),
    **dict.fromkeys(("总", "全部", "总榜", "所有"), Period.ALL),
}
_WANTED = {
    "": None,
    **dict.fromkeys(("开", "开启", "打开", "on"), True),
    **dict.fromkeys(("关", "关闭", "取消", "退出", "off"), False),
}


async def mine(call: Call) -> Reply:
    """What somebody has learnt: everything in private, how much where others read."""
    found = await progress(call.database, call.reader, call.person, call.now, call.timezone)
    if call.group is not None:
        return Reply(texts.in_group(found) if found.studied else texts.NOTHING_YET)
    membership = (await held(call.database, call.person)).membership
    member = texts.member(membership.ends_after(call.now.astimezone(call.timezone).date()))
    if not found.studied:
        return Reply(f"{texts.NOTHING_YET}\n{member}")
    drawn = await _drawn(found)
    text = texts.beside_picture(found) if drawn else texts.mine(found)
    return Reply(f"{text}\n{member}", (drawn,) if drawn else ())


async def _drawn(found: Progress) -> bytes | None:
    """The picture, None where there is none; the text says the same."""
    try:
        return await picture(found)
    except RuntimeError as error:  # what typst raises
        logger.warning(f"the picture of somebody's progress was not drawn: {error}")
        return None


async def ranking(call: Call) -> Reply:
    """The board of a group."""
    if call.group is None:
        return Reply(texts.BOARD_IN_GROUPS)
    if call.rest not in _PERIODS:
        raise Refusal(texts.HOW_TO_RANK)
    period = _PERIODS[call.rest]
    found = await board.board(
        call.database, call.chat, call.person, period, call.now, call.timezone
    )
    return Reply(texts.board(found))


async def hide(call: Call) -> Reply:
    """Step off all boards, or on again."""
    if call.rest.casefold() not in _WANTED:
        raise Refusal(texts.HOW_TO_HIDE)
    wanted = _WANTED[call.rest.casefold()]
    hidden = await board.hide(call.database, call.person, wanted, call.now)
    return Reply(texts.HIDDEN if hidden else texts.SHOWN)


for word, handler, usage, summary, aliases, place in (
    ("我的", mine, "/学习 我的", "连续天数、正确率、今天该复习多少", ("进度", "统计"), 34),
    ("排行", ranking, "/学习 排行 [周|月|总]", "本群积分排行", ("排行榜",), 35),
    ("隐身", hide, "/学习 隐身", "不在排行里列出我", (), 36),
):
    register(Command("学习", word, handler, usage, summary, aliases, takes_rest=True, place=place))
