"""What people read about excerpts."""

from datetime import date, datetime

from study.materials.citation import cited
from study.services.daily import Further
from study.storage.materials import Passage

NEXT_STEPS = "往下读：/学习 更多　看目录：/学习 目录"
EMPTY = "资料库里还没有能读的资料。管理员收录后就能用了"
NO_SUCH_DAY = "没有这一天。写成 11-20 或 2026-11-20 就行"
NOT_YET = "这一天还没到。今天的摘录：/学习 今日"
NO_SUBSCRIPTION = "这里没有订阅每日摘录，不用退订"
UNSUBSCRIBED = "已退订，不再每天推送。想看随时发 /学习 今日"
HOW_TO_SUBSCRIBE = "请写上时间，如：/学习 订阅 07:30，只在工作日推送就写 /学习 订阅 07:30 工作日"

_WEEKDAYS = "一二三四五六日"


def today(passage: Passage, day: date) -> str:
    """The excerpt of the day with its source and the next steps."""
    return f"{excerpt('今日摘录', passage, day)}\n\n{NEXT_STEPS}"


def earlier(passage: Passage, day: date) -> str:
    """The excerpt that was shown on an earlier day."""
    return excerpt("当日摘录", passage, day)


def excerpt(heading: str, passage: Passage, day: date) -> str:
    """An excerpt, verbatim, with its source."""
    source = cited(passage.title, passage.spoken_on, passage.material, passage.paragraph)
    return f"📖 {heading} · {long_date(day)}\n\n{passage.text}\n\n——{source}"


def none_shown(day: date, today: date) -> str:
    """A day on which this chat had no excerpt; another year is said."""
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{long_date(day)}，这里没有出过摘录。今天的：/学习 今日"


def further(one: Further) -> str:
    """The next passage of today's material, with its place in it."""
    reach, material = one.reach, one.source
    headings = "".join(f"【{heading}】\n" for heading in reach.headings)
    return (
        f"📖 接着读（第{reach.last}/{one.paragraphs}段）\n\n{headings}{reach.text}\n\n"
        f"——{cited(material.title, material.spoken_on, material.material, reach.first, reach.last)}"
        "\n\n" + ("（这份资料读完了）" if one.is_last else "往下读：/学习 更多")
    )


def end_of_material(passage: Passage) -> str:
    """Nothing is left to read on."""
    return f"《{passage.title}》读完了。明天换一段；看目录：/学习 目录"


def no_longer_readable(passage: Passage) -> str:
    """The material of today's excerpt was withdrawn."""
    return f"《{passage.title}》已撤回，不能往下读了。看目录：/学习 目录"


def long_date(day: date) -> str:
    """A day with its weekday: 11月23日 周一."""
    return f"{day.month}月{day.day}日 周{_WEEKDAYS[day.weekday()]}"


def subscribed(time: str, working_days: bool, moment: datetime) -> str:
    """The daily push is ordered; when the next one comes."""
    days = "每个工作日" if working_days else "每天"
    return (
        f"已订阅：{days} {time} 推送摘录，下一次是 {long_date(moment.date())} {moment:%H:%M}。"
        "\n不要了：/学习 退订"
    )
