"""How enumerations are asked for, in Chinese."""

from collections.abc import Sequence

from study.phrases.wordings import joined
from study.questions.enumeration import GAP, Enumeration


def which(one: Enumeration) -> str:
    """Which of several belong."""
    if one.frame:
        return f"{_said(one)}，省略处包括下列哪几项？（多选）"
    return f"{_when(one)}下列各项中，哪些属于“{one.name}”的内容？（多选）"


def which_not(one: Enumeration) -> str:
    """Which one does not belong."""
    if one.frame:
        return f"{_said(one)}，下列哪一项不在省略处所列之中？"
    return f"{_when(one)}下列哪一项不属于“{one.name}”的内容？"


def in_order(one: Enumeration) -> str:
    """In what order they stand."""
    if one.frame:
        return f"{_said(one)}，省略处的{one.count}项，请按原文的顺序排列。"
    return f"“{one.name}”的{one.count}项内容，请按通行的表述顺序排列。"


def all_of(one: Enumeration) -> str:
    """What they all are."""
    if one.frame:
        return f"{_said(one)}，省略处是哪{one.count}项？"
    return f"{_when(one)}“{one.name}”的{one.count}项内容分别是什么？"


def missing(one: Enumeration, others: Sequence[str]) -> str:
    """Which one there is beside `others`."""
    if one.frame:
        return f"{_said(one)}，省略处除“{joined(others)}”外，还有哪一项？"
    return f"{_when(one)}“{one.name}”除“{joined(others)}”外，还有哪一项？"


def called(one: Enumeration) -> str:
    """What name they have."""
    return f"“{joined(one.items)}”合称什么？"


def claim(one: Enumeration, items: Sequence[str]) -> str:
    """That its name stands for these items."""
    return f"{_when(one)}“{one.name}”是指{joined(items)}。"


def filled(one: Enumeration, items: Sequence[str]) -> str:
    """The words that ask for them, with items in the gap."""
    return one.frame.replace(GAP, joined(items)) + "。"


def _when(one: Enumeration) -> str:
    return f"{one.then}年时，" if one.then else ""


def _said(one: Enumeration) -> str:
    return f"文中“{_requoted(one.frame)}”"


def _requoted(text: str) -> str:
    """Quotation marks within quotation marks."""
    return text.replace("“", "‘").replace("”", "’")
