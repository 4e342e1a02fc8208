"""What people read about their own data."""

from collections.abc import Sequence
from datetime import date

PRIVATELY = "这是你自己的数据，请私聊我再发一次"
EXPORTED = (
    "你的数据都在下面的文件里（JSON，用记事本就能打开）。\n"
    "不在里面的：别人举报了谁（包括有没有举报你）、管理员的内部备注、资料和提法的原文，"
    "你交的证据本身（只列名字、大小和 SHA256）。"
)
QUIZ_RUNS = "这里有一场测验还没完。先发 /学习 停，再发 /学习 忘记我"


def file_name(day: date) -> str:
    """What the file is called."""
    return f"我的数据-{day:%Y%m%d}.json"


def ask(staying: Sequence[str]) -> str:
    """What goes and what stays, before anything is done."""
    return "\n".join(
        [
            "会删掉：作答和积分、复习的记忆、报错、隐身和称呼，私聊里的摘录、订阅和测验，"
            "没交的举报和证据，发给你的通知，申诉期已过的举报的证据。",
            *_stays("会留下：", staying),
            "删了不能恢复；想留一份先发 /学习 导出。确定要删，十分钟内回：确认",
        ]
    )


def forgotten(count: int, staying: Sequence[str]) -> str:
    """What was done, and what is still there."""
    nothing = "别的没有可删的。" if staying else "没有存过你的数据。"
    done = f"已删掉 {count} 条。" if count else nothing
    return "\n".join([done, *_stays("还留着：", staying)])


def _stays(head: str, staying: Sequence[str]) -> list[str]:
    return [head, *(f"· {one}" for one in staying)] if staying else []
