"""What people read about files of questions."""

from collections.abc import Iterable

from study.banks.errors import (
    BankError,
    DuplicateBank,
    Folder,
    NoQuestions,
    TooManyQuestions,
    UnknownColumn,
)
from study.banks.item import Item
from study.banks.options import LETTERS
from study.banks.problem import Fault, Problem
from study.banks.row import Place
from study.banks.understanding import LONGEST_OPTION, LONGEST_STEM, MOST_OPTIONS
from study.materials.errors import Unreadable, UnreadableFile
from study.materials.texts import refusal as refused_material
from study.questions.question import Kind

FORMATS = "xlsx、csv、json、docx"
_UNREADABLE = {
    Unreadable.UNSUPPORTED: "题库不能是 {kind} 格式。能收 " + FORMATS,
    Unreadable.OLD_WORD: "这是旧版 {kind} 文件。请另存为 xlsx 或 docx 再传",
    Unreadable.LOCK_FILE: "这是打开文件时的临时锁文件，不是题库。请传题库那一份",
    Unreadable.TOO_LARGE: "这个文件超过 20 MB。请拆成几份再传",
    Unreadable.TOO_DEMANDING: "这个 {kind} 文件展开后过大或太复杂，没有读。"
    "请只留题目，另存一份再传",
}
_FAULTS = {
    Fault.NO_STEM: "没有题干",
    Fault.LONG_STEM: f"题干有{{}}字，超过{LONGEST_STEM}字",
    Fault.NO_ANSWER: "没有答案",
    Fault.NO_OPTIONS: "没有选项，也看不出是判断题或填空题",
    Fault.ONE_OPTION: "只有一个选项",
    Fault.MANY_OPTIONS: f"有{{}}个选项，超过{MOST_OPTIONS}个",
    Fault.LONG_OPTION: f"选项{{}}超过{LONGEST_OPTION}字",
    Fault.SAME_OPTIONS: "两个选项一样：{}",
    Fault.NO_SUCH_OPTION: "答案里的{}不在选项中",
    Fault.UNKNOWN_ANSWER: "答案和选项对不上：{}",
    Fault.ONLY_A_NUMBER: "答案只写了数字{}，看不出指哪个选项；请写字母或选项的原文",
    Fault.ANSWERS_DIFFER: "两处答案不一致：{}",
    Fault.SEVERAL_ANSWERS: "题型是单选，答案却不止一个：{}",
    Fault.NOT_ALL_IN_ORDER: "排序题的答案没有排完全部选项：{}",
    Fault.NOT_TRUE_OR_FALSE: "判断题的答案看不出是对还是错：{}",
    Fault.SEVERAL_BLANKS: "有{}个空，填空题一题只能有一个空",
    Fault.NEEDS_A_PERSON: "{}：这种题型不能自动判卷",
    Fault.CONTRADICTS: "文件里同一道题有两种答案：{}",
    Fault.ANSWERED_OTHERWISE: "库里同一道题答案不同：{}",
    Fault.NO_QUESTION: "这里只有 {}，不是一道题",
    Fault.UNKNOWN_KEYS: "认不出题干和答案，只有：{}",
    Fault.UNREADABLE_CELL: "有一格读不出原样（{}）。请把这一格改成文本格式",
}
_LONGEST = 30
"""Of a cell no more is repeated."""


def refusal(error: BankError | UnreadableFile) -> str:
    """One sentence on why a file was not taken and what to do next."""
    match error:
        case UnreadableFile():
            kind = error.kind or "文件"
            known = _UNREADABLE.get(error.reason)
            return known.format(kind=kind) if known else refused_material(error)
        case Folder():
            return "这是文件夹，请写文件名"
        case DuplicateBank():
            return f"这个文件已经收过了，就是题库“{error.name}”，没有重复收录"
        case TooManyQuestions():
            return f"这个文件里超过 {error.bound} 题。请拆成几份再传"
        case UnknownColumn():
            return (
                f"不认识“{error.said}”这一列。写法：题干=B，或 选项A=选择一；"
                "左边能写题干、选项、选项A、答案、题型、解析、会员"
            )
        case NoQuestions():
            return _no_questions(error)
        case _:
            return "这个文件没有收"


def _no_questions(error: NoQuestions) -> str:
    if not error.heads:
        return (
            "没有找到题目。表格要有“题干、选项、答案”这样的表头，文档要有题号、A. B. C. 和“答案：”"
        )
    heads = "、".join(map(_short, error.heads[:8]))
    return f"认不出哪一列是题干、哪一列是答案。找到的表头：{heads}。请把表头改成题干、选项、答案"


def problem(one: Problem) -> str:
    """Where a question stands and why it was not taken."""
    return f"{place(one.place)}：{_FAULTS[one.fault].format(_short(one.detail))}"


def place(one: Place) -> str:
    """Where something stands in a file."""
    return f"{one.part} 第{one.number}{one.unit}".strip()


def as_asked(one: Item) -> str:
    """A question of a bank as a member would see it, with its answer."""
    lines = [one.stem]
    if one.kind in (Kind.CHOICE, Kind.SEVERAL):
        lines += [
            f"{letter}. {choice.text}" for letter, choice in zip(LETTERS, one.choices, strict=False)
        ]
        right = (
            letter for letter, choice in zip(LETTERS, one.choices, strict=False) if choice.is_right
        )
        return "\n".join([*lines, f"答案：{''.join(right)}"])
    sign = " → " if one.kind is Kind.ORDER else "；"
    accepted = (choice.text for choice in one.choices if choice.is_right)
    return "\n".join([*lines, f"答案：{sign.join(accepted)}"])


def places(found: Iterable[Place], most: int) -> str:
    """Some places in a row, the first `most` of them."""
    listed = list(found)
    shown = "、".join(place(one) for one in listed[:most])
    return shown + (f" 等{len(listed)}处" if len(listed) > most else "")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
