"""What admins read about redeem codes."""

from datetime import datetime
from zoneinfo import ZoneInfo

from study.members.batch import Batch, Code
from study.members.codes import shown
from study.members.spoken import LONGEST_YEARS
from study.members.term import Term
from study.members.texts import length
from study.services.issuing import (
    MOST,
    CannotRevoke,
    Issued,
    NotToBeHad,
    Revoked,
    UnknownBatch,
    UnknownCode,
    UnknownTail,
)

IN_PRIVATE = "兑换码的事请私聊我办，群里不处理"
HOW_TO_MAKE = (
    "写法：/兑换码 生成 个数 时长 [有效 90天] [备注]，如 /兑换码 生成 10 365天 有效 90天 秋季班"
)
HOW_TO_LOOK = "写法：/兑换码 看 批号。批号用 /兑换码 列表 看"
HOW_TO_REVOKE = "写法：/兑换码 作废 批号、/兑换码 作废 批号 尾号，或 /兑换码 作废 完整的码"
OUT_OF_BOUNDS = f"时长和有效期最短1天，最长{LONGEST_YEARS}年"
WRONG_AMOUNT = f"一批1到{MOST}个，请改个数再发"
NO_BATCHES = "还没有兑换码。生成：/兑换码 生成 10 365天"
NO_MORE_BATCHES = "后面没有了"
NO_MORE_CODES = "这一批后面没有码了"
UNKNOWN_BATCH = "没有这一批。批号用 /兑换码 列表 看"

BATCHES_A_PAGE = 10
CODES_A_PAGE = 25
_MOST_IN_TEXT = 20
"""Codes of a batch that also stand in the message itself."""
_NEXT_PAGE = "回 下一页 看后面的"


def made(one: Issued) -> str:
    """A new batch. The codes are shown here and in the file, and never again."""
    batch = one.batch
    few = batch.amount <= _MOST_IN_TEXT
    what = f"{batch.amount}个兑换码，每个{length(batch.term)}，{_validity(batch)}"
    lines = [
        f"✅ 第{batch.number}批：{what}",
        *([shown(code) for code in one.codes] if few else []),
        "码只给出这一次（库里只留校验值，找不回来），请存好随后发来的表格",
    ]
    return "\n".join(lines)


def file_name(batch: Batch) -> str:
    """The name of the file with the codes."""
    return f"兑换码-第{batch.number}批.xlsx"


def otherwise(one: Issued, valid: Term | None) -> str:
    """What to do when the file does not arrive."""
    batch = one.batch
    if batch.amount <= _MOST_IN_TEXT:
        return "码都在上面那条消息里，请从那里抄下"
    option = f" --valid {length(valid)}" if valid else ""
    command = f"python3 -m study codes {batch.amount} {length(batch.term)}{option} --to 兑换码.xlsx"
    return f"请先发 /兑换码 作废 {batch.number}，再到服务器上生成：{command}"


def batches(found: list[Batch], *, has_more: bool) -> str:
    """The batches, a line each."""
    lines = [_line(one) for one in found]
    return "\n".join(["🎟 兑换码", *lines, *([_NEXT_PAGE] if has_more else [])])


def looked(batch: Batch, codes: list[Code], timezone: ZoneInfo, *, has_more: bool) -> str:
    """A batch and some of its codes by their tails."""
    by = f"{_local(batch.made_at, timezone)} 由 {batch.made_by} 生成"
    lines = [_line(batch), by, *(_code(one, timezone) for one in codes)]
    return "\n".join([*lines, *([_NEXT_PAGE] if has_more else [])])


def revoked(done: Revoked, *, is_batch: bool) -> str:
    """What was revoked."""
    batch = done.batch
    if not done.count:
        return f"第{batch.number}批没有可作废的码：已兑换{batch.redeemed}，早已作废{batch.revoked}"
    what = f"{done.count}个码" if is_batch else "这个码"
    kept = f"。已兑换的{batch.redeemed}个不受影响，要收回用 /会员 撤销" if batch.redeemed else ""
    return f"✅ 第{batch.number}批的{what}已作废，还可用{batch.left}个{kept}"


def not_revoked(error: CannotRevoke) -> str:
    """Why nothing was revoked, and what to do."""
    match error:
        case UnknownBatch():
            return UNKNOWN_BATCH
        case UnknownTail():
            return "这一批没有这个尾号。尾号用 /兑换码 看 批号 看"
        case UnknownCode():
            return "没有这个兑换码。请核对，或用 批号 尾号 来作废"
        case NotToBeHad() if error.redeemed_by:
            person = error.redeemed_by
            return (
                f"这个码已由 {person} 兑换，作废不了。要收回会员：/会员 查 {person}，再 /会员 撤销"
            )
        case NotToBeHad():
            return "这个码早已作废，没有再动"
        case _:
            raise error


def _line(one: Batch) -> str:
    note = f"　{one.note}" if one.note else ""
    return (
        f"第{one.number}批　{length(one.term)}×{one.amount}　已兑换{one.redeemed} 可用{one.left}"
        f" 作废{one.revoked}　{_validity(one)}{note}"
    )


def _validity(one: Batch) -> str:
    return f"{one.valid_until} 前兑换（含当天）" if one.valid_until else "长期可兑换"


def _code(one: Code, timezone: ZoneInfo) -> str:
    if one.redeemed_by:
        return f"尾号{one.tail} {_local(one.redeemed_at, timezone)} 由 {one.redeemed_by} 兑换"
    if one.revoked_at:
        return f"尾号{one.tail} {_local(one.revoked_at, timezone)} 作废"
    return f"尾号{one.tail} 未用"


def _local(stamp: str, timezone: ZoneInfo) -> str:
    return f"{datetime.fromisoformat(stamp).astimezone(timezone):%Y-%m-%d %H:%M}"
