"""Formulations by their frame: 以____为核心, ____是引领发展的第一动力, 把____作为____.

A frame is anchored on both sides by its own words or a sign, so that what it holds is whole.
"""

import re
from collections.abc import Iterator

from study.phrases.patterns import any_of
from study.questions.target import Sort, Target

_ROLES = any_of(
    """
    核心 中心 主线 根本 目标 目的 导向 主体 重点 动力 支撑 保障 基础 主题 抓手 引领 突破口 统领 己任
    先导 主导 前提 纽带 依托 底线 宗旨 指导 纲领 本 纲 荣 耻 特征 标志 主题 载体 龙头 内容 要求 途径
    基石 灵魂 指引 基本路径 主要内容 出发点 落脚点 着力点 切入点 主攻方向 战略基点 根本动力 指导思想
    """.split()
)
_CALLED = any_of(
    """
    根本目的 根本任务 根本方向 根本保证 根本要求 根本动力 根本原则 根本宗旨 根本途径 根本力量 总目标
    总任务 总依据 总布局 总要求 总基调 主线 主题 主要矛盾 首要任务 中心任务 本质 本质特征 本质要求
    本质属性 核心 灵魂 宗旨 精髓 关键 关键在 基本路线 基本方略 基本国策 基本方针 基本原则 最高纲领
    奋斗目标 战略目标 战略任务 最大优势 实质 目的 基础 前提 生命线
    """.split()
)
_NAMED = any_of(
    """
    方针 原则 理念 战略 思想 精神 宗旨 道路 基本国策 指导方针 总基调 方略 制度 体制 机制 格局 体系
    路线 要求
    """.split()
)
_VERBS = any_of(
    """
    坚持 实现 实施 坚定不移走 高举 弘扬 践行 贯彻 构建 树立 维护 铸牢 筑牢 打好 打赢 夺取 建成 建设
    推动 推进 深化 完善 健全 巩固 发扬 倡导 反对 实行 增强 提高 促进 保障 培育 发展 加强 形成 营造
    履行 行使
    """.split()
)
_IN = r"[^，。；：！？“”‘’（）《》\d]"
_END = r"(?=[，。；！？：]|$)"
_BEGIN = r"(?:(?<=[，。；：！？、])|^)"
_LED = r"(?:(?<=[，。；：！？、要须断实入面力极快续步会能以持施进])|^)"
"""Where a verb begins a clause, or follows what leads to it: 要, 必须, 不断, 深入, 大力."""
_STILL = "(?:始终|仍然|依然|永远|历来|从来|已经|就|都|也|才)?"
_TURNS = "(?:转向|进入|成为|体现|谱写|开创|迈向|走向|转化为|归结为|转变为|上升为)"
_NOUN = r"[^，。；：！？、的和与及而“”‘’（）《》\d]"
_WITHIN = rf"(?:{_IN}{{2,20}}?)"
_LOOSE = re.compile(
    r"^(?:重要|积极|主要|重大|巨大|必要|迫切|突出|显著|良好|有利|坚实|坚强|强大|宝贵|有力|取得|进行|开展|得到|作出|有了|特别|尤其|主要|首先|同样|其中|这|那|它|其|他|我|你|此|该|各|和(?![平谐睦])|与(?!时)|及|的|地|得|了|着|过|等|一切|一个|一些|有些|不|是|就|都|也|还|要|能)"
    r"|(?:的|地|得|了|着|过|和|与|及|等|在|对|为|正|则|都|才|就|也|又|乃|还|便|特别|尤其|仅仅|仍然|依然|永远|始终|主要|本身|确实|不仅|不但|既|[上下中里内来去]|指出|强调|提到|提出|认为|表明)$|[了着过]|我们|他们|自己|同志"
)
_FRAMES = (
    (
        re.compile(rf"{_CALLED}(?:就是|在于|是)(?P<subject>{_IN}{{2,14}}?){_END}"),
        "目的、任务、本质一类的论断",
    ),
    (
        re.compile(rf"以(?P<subject>{_WITHIN})为(?P<role>{_ROLES})(?=[，。；、的和]|$)"),
        "“以……为……”的表述",
    ),
    (
        re.compile(rf"[把将](?P<subject>{_WITHIN})作为(?P<role>{_IN}{{2,14}}?){_END}"),
        "“把……作为……”的表述",
    ),
    (
        re.compile(
            rf"{_BEGIN}(?P<subject>{_IN}{{2,14}}?){_STILL}是(?:[^，。；：]{{2,30}}的)?"
            rf"(?P<verdict>{_NOUN}{{2,8}}){_END}"
        ),
        "“……是……”的论断",
    ),
    (
        re.compile(rf"{_BEGIN}(?P<subject>{_IN}{{2,14}}?){_STILL}是[^，。；：]{{6,40}}{_END}"),
        "“……是……”的论断",
    ),
    (
        re.compile(rf"是(?P<subject>{_NOUN}{{2,10}})的(?:{_CALLED}){_END}"),
        "目的、任务、本质一类的论断",
    ),
    (
        re.compile(rf"[^，。；：！？、]{{4,}}的(?P<verdict>{_NOUN}{{2,8}}){_END}"),
        "一句话落在这个词上",
    ),
    (
        re.compile(rf"走(?P<object>{_IN}{{2,12}}?)(?:的)?道路{_END}"),
        "走什么道路",
    ),
    (
        re.compile(rf"{_TURNS}(?P<object>{_NOUN}{{4,12}}){_END}"),
        "转向、成为的东西",
    ),
    (
        re.compile(
            rf"(?:由|从)(?P<role>{_IN}{{2,8}}?)(?:向|转向|转变为|变为|到)(?P<subject>{_IN}{{2,10}}?)(?:转变|转型|跨越|迈进|转化){_END}"
        ),
        "“从……向……”的表述",
    ),
    (
        re.compile(
            rf"{_LED}{_VERBS}(?P<object>[^，。；：！？“”‘’（）《》\d、]{{2,12}}?)的(?:{_NAMED}){_END}"
        ),
        "原文称之为方针、原则一类",
    ),
    (
        re.compile(rf"{_LED}{_VERBS}(?P<object>[^，。；：！？“”‘’（）《》\d、]{{4,12}}?){_END}"),
        "动词的宾语，提法的主干",
    ),
)
_SORTS = {
    "subject": Sort.SUBJECT,
    "role": Sort.ROLE,
    "verdict": Sort.VERDICT,
    "object": Sort.OBJECT,
}
_NUMBER = re.compile(
    r"(?P<number>[一二两三四五六七八九十]+分之[一二两三四五六七八九十]+|(?:[二三四五六七八九]?十)?[一二三四五六七八九十](?:年|日|个月|周岁|小时))"
    r"(?=以上|以下|以内|内|的|，|。|；|届满|前)"
)

_GOING_ON = tuple("第百千万零〇一二三四五六七八九十月")
"""What stands before a piece of a number or of a date."""


def framed(text: str) -> Iterator[Target]:
    """What stands in the frames of a passage."""
    for pattern, reason in _FRAMES:
        for found in pattern.finditer(text):
            for group, sort in _SORTS.items():
                held = found.groupdict().get(group)
                if held and not _LOOSE.search(held) and "同志" not in found.group():
                    yield Target(found.start(group), held, sort, reason)


def numbers(text: str) -> Iterator[Target]:
    """The terms, shares and ages in an article of a law."""
    for found in _NUMBER.finditer(text):
        if not text[: found.start()].endswith(_GOING_ON):
            yield Target(found.start(), found.group(), Sort.NUMBER, "法条里的期限、比例或年龄")
