"""Runs of items that are formulations by their form alone, without a head that names them.

ENUMERATION: three or more items with one noun in common (道路自信、理论自信、制度自信). SLOGAN:
phrases of one length and one frame (产业兴市、作风兴市; 抓重点、补短板; 立党为公、执政为民).
"""

import re
from collections.abc import Iterator, Sequence

from study.materials.marks import begins_with_ordinal
from study.phrases.coordination import Run, shared_places, shared_prefix, shared_suffix
from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.vocabulary import ACTS, GRAMMAR, is_concrete
from study.phrases.worded import Worded

_THINGS = frozenset(
    "省市县区乡镇村州路桥港站厂校院所馆店队组室厅局部委办会员工人民者家生师长兵户车船机器品料物粮油"
    "菜果药钢铁煤电矿业费税金款险债券元年月日时期次级类种个的权法书证犯罪剂山河江湖海岛站点园田地学"
)
_THING_ENDS = tuple(
    """
    公司 银行 大学 学院 工业 部门 地区 企业 人员 项目 产品 单位 机关 委员会 组织 团体 协会 市场
    设施 设备 材料 资金 收入 支出 计划 规定 问题 方面 领域 行业 事业 工作 情况 条件 措施 技术 服务
    活动 管理 生产 系统 网络 工程 平台 中心 同胞 线路 县城 劳动 都市圈 规划 学校 分子 势力 国家
    城市 职工 队伍 基地 产业 机构 部队 高铁 机场
    """.split()
)
"""What items have in common when they are things: a list, not a formulation."""
_QUALITIES = frozenset("化性型力好事感观度制治")
"""Suffixes that make a quality or a process of a word."""
_RAISING = frozenset("兴富惠助")
"""Verbs that make a slogan of what would be a common noun: 产业兴市、作风兴市."""
_MADE = ("化", "性", "型")
_FIGURE = re.compile(r"\d")
_NAMED = re.compile(
    r"(?:的|这一|基本|新|发展|战略|优良|总体|文明)*"
    r"(?:理念|方针|原则|要求|宗旨|方略|布局|道路|传统|作风|精神|经验|思想|路线|格局|总目标|总要求|政治局面)"
    r"(?![^，。；、]{0,2}[性上下])"
)
_TROUBLE = re.compile(r"的(?:问题|行为|企业|情况|现象|地方|结果|单位|人[，。]|，)")
_ALONE = "，。；：！？”的"
"""What stands behind slogans that are whole."""


def parallels(
    paragraph: Worded, found: Sequence[Run], by_comma: Sequence[Run]
) -> Iterator[KeyPhrase]:
    """The enumerations and slogans among the runs of `paragraph`: `found`, joined by 、, and
    `by_comma`, which are slogans or nothing."""
    for run in (*found, *by_comma):
        if len(run.items) == 2 and len(run.items[0]) != len(run.items[1]):
            continue  # Two are never an enumeration, and slogans have one length.
        text = paragraph.text[run.start : run.finish]
        if _is_list(run, text):
            continue
        if (reason := _enumeration_reason(run)) and "、" in text:
            yield KeyPhrase(
                paragraph.number, run.start, text, Kind.ENUMERATION, reason, items=run.items
            )
        elif reason := _slogan_reason(run) or (_quadruple_reason(run) if "、" in text else ""):
            yield KeyPhrase(paragraph.number, run.start, text, Kind.SLOGAN, reason)


def _is_list(run: Run, text: str) -> bool:
    """Whether it is a list of examples, figures or points, or the rest of a longer one."""
    return (
        run.is_open
        or run.before.endswith(("和", "与", "及"))
        or begins_with_ordinal(run.items[0])
        or bool(_FIGURE.search(text))
    )


def _enumeration_reason(run: Run) -> str:
    """Why three items or more belong together; '' when they do not."""
    sizes = [len(item) for item in run.items]
    if len(sizes) < 3 or len(set(run.items)) < len(sizes) or min(sizes) < 2:
        return ""
    if max(sizes) - min(sizes) <= 2 and (named := _NAMED.match(run.after)):
        return f"{len(sizes)}项并列，后面说明它们是“{named.group().lstrip('的')}”"
    suffix = shared_suffix(run.items)
    if len(set(sizes)) == 1 and suffix[:1] in _RAISING:
        return ""
    noun = len(suffix) >= 2 and min(sizes) > len(suffix) and not _is_thing(suffix)
    if noun or (suffix in _MADE and max(sizes) <= 6):
        return f"{len(sizes)}项并列，同以“{suffix}”结尾"
    return ""


def _slogan_reason(run: Run) -> str:
    """Why the items are slogans of one frame; '' when they are not."""
    items, size = run.items, len(run.items[0])
    if len(set(items)) < len(items) or {*map(len, items)} != {size} or not 2 <= size <= 12:
        return ""
    if len(items) >= 3 and size == 3 and all(item[0] in ACTS for item in items):
        return f"{len(items)}个短语句式相同：动词加宾语"
    shared = shared_places(items)
    framed = _frames_two(items, shared) if len(items) == 2 else _frames(items, shared)
    return f"{len(items)}个短语字数相同，同位同用“{shared}”" if framed else ""


def _frames_two(items: tuple[str, ...], shared: str) -> bool:
    """Whether two phrases have a frame of grammar: 立党为公、执政为民."""
    if len(items[0]) < 4 or GRAMMAR.isdisjoint(shared):
        return False
    return not shared_suffix(items) and len(shared_prefix(items)) < 2


def _frames(items: tuple[str, ...], shared: str) -> bool:
    """Whether several have more in common than what things are called."""
    if not shared:
        return False
    suffix = shared_suffix(items)
    framed = shared != suffix or len(suffix) > 1 or suffix in _QUALITIES
    return framed and not _is_thing(suffix)


def _quadruple_reason(run: Run) -> str:
    """Why phrases of four characters without a common one are slogans: they stand by themselves
    or qualify a noun, and name no things."""
    items = run.items
    if len(items) < 3 or len(set(items)) < len(items) or {*map(len, items)} != {4}:
        return ""
    if run.after[:1] not in _ALONE or _TROUBLE.match(run.after):
        return ""
    return "" if any(map(is_concrete, items)) else f"{len(items)}个四字短语并列"


def _is_thing(suffix: str) -> bool:
    return suffix in _THINGS or suffix.endswith(_THING_ENDS)
