"""Formulations in which a number stands for items: 四个意识, 六稳, 三去一降一补, 五位一体.

A plain count is none (三个县, 5个百分点). Outside quotation marks a number is believed where what
follows is not counted but an act or a quality (意识, 维护, 坚持), where it sums up a programme
(三大攻坚战), where numbers stand side by side, one to each character (三严三实), or where a number
with a single character is the object of a verb that no count is (做好六稳工作).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.patterns import any_of
from study.phrases.worded import Worded

NUMERALS = "一二两三四五六七八九十"
_VALUES = {sign: value for value, sign in enumerate(NUMERALS.replace("两", ""), 1)} | {"两": 2}


_UNCOUNTED = any_of(
    """
    意识 自信 维护 确立 坚持 必须 全面 结合 统一 明确 务必 毫不动摇 更加注重 转变 优先 认同 离不开
    倡导 增强 服务 带头 过硬 到位 领先 并重 并举 善于 牢牢把握 牢记 深刻认识 衔接 融合 协同 适应
    代表 确保 有利于 统筹 敬畏 革命 反对 不变 不能变 不动摇 不放松 定力 覆盖 统筹兼顾 循环
    """.split()
)
_PROGRAMMES = any_of(
    """
    攻坚战 保卫战 战役 理念 发展理念 战略 规定 规定精神 基本原则 原则 纪律 振兴 变革 高地 法宝
    优势 作风 考验 危险 改造 文明 转型 革命 工程 重大工程 行动 计划 布局 支柱 突破 提升 跨越 注意
    制度 体系 政策 保障
    """.split()
)
_MEASURES = "年月日时分秒元角斤亩吨里米度人次个名条件项位种类家户批届章节款万亿千百点倍号岁天周"
_SINGLE = rf"(?![{_MEASURES}{NUMERALS}])[\u4e00-\u9fff]"
_SEVERAL = f"[两三四五六七八九十][{NUMERALS}]?"
_UNQUOTED = re.compile(
    rf"[{NUMERALS}](?<![第这那每前后各近数几余整全\d{NUMERALS}].)(?:"
    rf"(?<!一)(?P<acts>[{NUMERALS}]?个{_UNCOUNTED})"
    rf"|(?<!一)(?P<sums>[{NUMERALS}]?(?:[大项](?:重大)?{_PROGRAMMES}|位一体))"
    rf"|(?P<aligned>{_SINGLE}(?:[{NUMERALS}]{_SINGLE}){{1,3}}))"
    r"(?![了过着的地得])"
)
_HOLDING = (
    *(
        "坚持",
        "做到",
        "增强",
        "落实",
        "贯彻",
        "推进",
        "建设",
        "共建",
        "践行",
        "开展",
        "实行",
        "反对",
    ),
    *("抓好", "做好", "实现", "围绕", "聚焦", "纠治", "破除"),
)
"""Verbs whose object is a formulation, not a count."""
_HELD = re.compile(
    rf"(?:{'|'.join(_HOLDING)})(?P<held>[双{NUMERALS[1:]}]{_SINGLE})"
    r"(?=[，。；、]|工作|任务|目标|政策|要求|问题)"
)
_REASONS = {
    "held": "数词加单字，作“做好”“落实”一类动词的对象",
    "acts": "数词后面的不是可数的东西，数词代表若干项内容",
    "sums": "数词概括若干项内容",
    "aligned": "数词与单字并列",
}

_ALIGNED = re.compile(rf"(?:[{NUMERALS}双\dN][^{NUMERALS}双\d、，\W]{{1,4}}[、，]?){{2,}}")
_COUNTED = (
    rf"(?:[个项条位种类]?(?:国家|地区|方面|问题|阶段|单位|部门|环节|百分点|小时|星期)"
    rf"|[{_MEASURES}])"
)
_SUMMED = re.compile(rf"(?:双|二|{_SEVERAL})(?!{_COUNTED}$)[^\W\d{NUMERALS}][^。；]{{0,9}}")
_DATED = re.compile(
    r"十[一二三四五六七]?五|[五六七八九][一二三四五六七八九](?!个)|[一二三四五六七八九十]+$"
)
"""Five-year plans and dates: 十四五, 九二共识, 八一."""
_LONGEST = 14


def is_numeral(content: str) -> bool:
    """Whether a formulation in quotation marks stands for as many items as its number says.

    >>> is_numeral("四个意识"), is_numeral("三去一降一补")
    (True, True)
    >>> is_numeral("一把手"), is_numeral("九二共识")
    (False, False)
    """
    if len(content) > _LONGEST or _DATED.match(content):
        return False
    return bool(_ALIGNED.fullmatch(content) or _SUMMED.fullmatch(content))


def counts(formulation: str) -> set[int]:
    """How many items a formulation can stand for: its first number, or all of them together.

    >>> counts("四个自信") == {4}, counts("三去一降一补") == {3, 5}, counts("一县一业")
    (True, True, set())
    """
    numbers = [_value(sign) for sign in re.findall(f"[{NUMERALS}]+", formulation)]
    return {numbers[0], sum(numbers)} if max(numbers, default=0) > 1 else set()


def numerals(paragraph: Worded) -> Iterator[KeyPhrase]:
    """The formulations with numbers that stand in `paragraph` without quotation marks."""
    for pattern in (_UNQUOTED, _HELD):
        for found in pattern.finditer(paragraph.text):
            group = found.lastgroup or ""
            start, text = found.start(), found.group()
            if group == "held":
                start, text = found.start(group), found[group]
            if group != "aligned" or _is_aligned(paragraph, start, text):
                yield KeyPhrase(paragraph.number, start, text, Kind.NUMERAL, _REASONS[group])


def _is_aligned(paragraph: Worded, start: int, text: str) -> bool:
    """Whether it is no repetition, and more than an idiom: not a word of the dictionary
    (一心一意), or the object of a verb that takes formulations (坚持一国两制)."""
    finish = start + len(text)
    pairs = [text[at : at + 2] for at in range(0, len(text), 2)]
    if any(one == other for one, other in pairwise(pairs)):
        return False
    borders = paragraph.borders_within(start, finish)
    whole = borders[:1] == [start] and borders[-1:] == [finish]
    return whole and (len(borders) > 2 or paragraph.text.endswith(_HOLDING, 0, start))


def _value(sign: str) -> int:
    tens, ten, ones = sign.rpartition("十")
    if not ten:
        return _VALUES[sign[-1]]
    return _VALUES.get(tens[-1:], 1) * 10 + _VALUES.get(ones[:1], 0)
