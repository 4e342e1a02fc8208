"""A number that matters, changed for one as likely: 任期五年 → 任期三年.

The number of a formulation is never changed: nobody takes 九项规定 for real.
"""

import re
from collections.abc import Collection, Iterator

from study.questions.change import Change
from study.questions.frames import numbers

_LADDERS = tuple(
    ladder.split()
    for ladder in (
        "一个月 二个月 三个月 六个月",
        "一年 二年 三年 五年 十年 十五年 二十年",
        "三日 五日 七日 十日 十五日 三十日 六十日",
        "十四周岁 十六周岁 十八周岁",
        "十二小时 二十四小时 四十八小时",
        "十分之一 五分之一 三分之一 二分之一 三分之二 四分之三",
    )
)
"""The terms, ages and shares that laws know."""
_SUBJECT = re.compile(
    r"(?![在对因自被尚如经依按以前该其逾未当])[\u4e00-\u9fff、]{0,16}(?:人|官|员|者|机关|委员会|代表|大会|会议|公民"
    r"|法院|检察院|政府|主席|部门|组织|合同|国家|子女|法人|任期|期间|权)"
    r"，?(?:应当?|可以|由|不得|必须|须|有权|自|每届|对|每|任|占|为)"
)
"""A sentence of a law that says of whom it speaks."""


def restated(statement: str) -> Iterator[Change]:
    """Terms, shares and ages in a sentence of a law that says of whom it speaks."""
    if not _SUBJECT.match(statement):
        return
    for target in numbers(statement):
        for ladder in _LADDERS:
            for other in _beside(target.text, ladder):
                if other not in statement:
                    yield Change(target.start, target.text, other, "", target.reason, 1.3)


def _beside(one: str, ladder: Collection[str]) -> list[str]:
    """What stands beside a number on a ladder."""
    steps = list(ladder)
    if one not in steps:
        return []
    place = steps.index(one)
    return [*steps[place + 1 : place + 2], *steps[max(0, place - 1) : place]]
