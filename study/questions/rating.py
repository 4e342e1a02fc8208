"""What it is worth to know what a text lists.

Most what it names, calls a principle or has of a formulation; then what says what something is to
be like, and what several materials list.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from study.phrases.vocabulary import is_concrete
from study.questions.enumeration import Enumeration
from study.questions.supply import Supply
from study.search.folding import fold

NAMED_AGAIN, NAMED, LISTED = 2.0, 1.6, 1.4
"""Scores: of what the text names or calls something, and others list too; of either."""
_WEIGHTY, _SLOGAN = 4, 4
"""Items, and characters of each, that say so much that they are known without what others say."""
_CALLED = re.compile(
    r"(?:的|这一|基本|新|发展|战略|优良|总体)*"
    r"(?P<what>理念|方针|原则|总体?要求|基本要求|宗旨|方略|布局|道路|(?<=的)传统|作风|精神|路线|总目标|思路|准则"
    r"|总任务)"
    r"(?![^，。；、]{0,2}[性上下])"
)
_QUALIFIED = re.compile(
    r"的(?:[\u4e00-\u9fff]{2,8}?)?(?P<what>制度|体制|机制|体系|格局|局面|关系|社会|风尚|风气|环境|道路|人才|队伍"
    r"|政府|国家|强国|政策|要求|目标|职业道德|精神|能力|原则|方针|品格|办法)(?![\u4e00-\u9fff])"
)


def rated(one: Enumeration, reason: str, after: str, supply: Supply) -> Enumeration:
    """With its score and reasons, 0 for what is not worth knowing; `reason` is that of its key
    phrase, `after` the text behind the items."""
    times = listings(one, supply)
    again = (f"{times}份资料这样列",) if times > 1 else ()
    after = after.removeprefix("”")
    if why := _worth(one, reason, after, supply):
        return replace(one, score=NAMED_AGAIN if again else NAMED, reasons=(why, *again))
    qualifies = _QUALIFIED.match(after) and (is_weighty(one.items) or _is_shared(one, supply))
    if qualifies or (again and not any(map(is_concrete, one.items))):
        return replace(one, score=LISTED, reasons=(f"原文列出{one.count}项", *again))
    return one


def listings(one: Enumeration, supply: Supply) -> int:
    """How often materials list these items and no others."""
    return len(supply.orders.get(frozenset(map(fold, one.items)), ()))


def is_weighty(items: Sequence[str]) -> bool:
    """Whether these are several slogans, each of which says something by itself."""
    return len(items) >= _WEIGHTY and _are_slogans(items)


def _are_slogans(items: Sequence[str]) -> bool:
    return all(len(item) >= _SLOGAN for item in items)


def _is_shared(one: Enumeration, supply: Supply) -> bool:
    """Whether other lists have some of these slogans."""
    return _are_slogans(one.items) and sum(supply.times[fold(item)] > 1 for item in one.items) > 1


def _worth(one: Enumeration, reason: str, after: str, supply: Supply) -> str:
    """Why to know what the text names or calls something, or has of a formulation."""
    if one.name:
        return reason
    if called := _CALLED.match(after):
        return f"原文说这{one.count}项是“{called['what']}”"
    items = set(map(fold, one.items))
    name = next((name for name in supply.formulations if items <= supply.members[name]), "")
    return f"提法表里“{supply.formulations[name].name}”的内容" if name else ""
