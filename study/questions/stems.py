"""How enumerations are asked for, in Chinese."""

from study.questions.enumeration import Enumeration


def which(one: Enumeration, year: int) -> str:
    """Which of several belong."""
    if one.frame:
        return f"{_said(one, year)}省略处列出的有哪些？（多选）"
    return f"下列各项中，哪些属于“{one.name}”的内容？（多选）"


def which_not(one: Enumeration, year: int) -> str:
    """Which one does not belong."""
    if one.frame:
        return f"{_said(one, year)}下列哪一项不在省略处所列之中？"
    return f"下列哪一项不属于“{one.name}”的内容？"


def in_order(one: Enumeration, year: int) -> str:
    """In what order they stand."""
    if one.frame:
        return f"{_said(one, year)}省略处的{one.count}项，请按原文的顺序排列。"
    return f"“{one.name}”的{one.count}项内容，请按通行的表述顺序排列。"


def all_of(one: Enumeration, year: int) -> str:
    """What they all are."""
    if one.frame:
        return f"{_said(one, year)}省略处是哪{one.count}项？"
    return f"“{one.name}”的{one.count}项内容分别是什么？"


def _said(one: Enumeration, year: int) -> str:
    when = f"{year}年的资料中说：" if year else "资料中说："
    return f"{when}“{_requoted(one.frame)}”"


def _requoted(text: str) -> str:
    """Quotation marks within quotation marks."""
    return text.replace("“", "‘").replace("”", "’")
