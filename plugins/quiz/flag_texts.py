"""What people read of questions that members flag."""

from collections.abc import Sequence

from plugins.quiz.answer_texts import answer
from study.materials.citation import cited
from study.questions.question import Kind
from study.quiz.posed import Question
from study.services.flagging import Judgement, Receipt, Waiting

WHERE_THE_NUMBER_IS = "每题公布答案时写着题号 Q…"
HOW_TO_FLAG = f"写法：/报错 Q12 理由（理由可以不写；{WHERE_THE_NUMBER_IS}）"
NOT_ASKED = f"这里没有出过这道题，不能报错。{WHERE_THE_NUMBER_IS}"
STILL_OPEN = "这道题还没公布答案，答完再报"
DELETED = "这道题已经删除了"
ENOUGH_FLAGS = "今天报错已经满5题，明天再来；谢谢你看得这么细"
WAITING_IN_PRIVATE = "待审的题里可能有会员资料，请私聊我发 /题 待审"
NOTHING_WAITS = "没有待审的题"
HOW_TO_JUDGE = "写法：/题 待审、/题 恢复 Q12、/题 删除 Q12"

_MOST_REASONS = 3
_LONGEST_REASON = 60
_LONGEST_STEM = 160
_WAITING_ROOM = 860


def flagged(receipt: Receipt) -> str:
    """What became of a flag."""
    noted = "你已经报过这道题" if receipt.is_again else "记下了，谢谢"
    if receipt.is_again and receipt.is_noted:
        noted += "，新的理由也记下了"
    if receipt.was_suspended:
        return f"{noted}。这题已经停用，不计分，等管理员来看"
    if receipt.is_suspended:
        return f"{noted}。报错的人多，这题已停用，不计分，等管理员来看"
    return f"{noted}。三个人报错就停用，管理员会来看"


def waiting(found: Sequence[Waiting]) -> str:
    """What members flagged, as much as fits in one message."""
    parts: list[str] = []
    for place, one in enumerate(found):
        part = _waiting(one)
        if sum(map(len, parts)) + 2 * len(parts) + len(part) > _WAITING_ROOM and parts:
            parts.append(f"还有{len(found) - place}题，处理完这些再看")
            break
        parts.append(part)
    return "\n\n".join(parts)


def _waiting(one: Waiting) -> str:
    question, flagged = one.question, one.flagged
    state = "已停用" if flagged.state == "suspended" else "在用"
    reasons = [_cut(reason, _LONGEST_REASON) for reason in flagged.reasons if reason]
    said = f"：{'；'.join(reasons[:_MOST_REASONS])}" if reasons else ""
    lines = [
        f"Q{question.number}（{state}，{len(flagged.reasons)}人报错{said}）",
        _cut(question.stem, _LONGEST_STEM),
        f"答案：{_cut(answer(question), _LONGEST_STEM)}",
        _wrong(question),
        f"——{_source(question)}",
        f"/题 恢复 Q{question.number}　/题 删除 Q{question.number}",
    ]
    return "\n".join(filter(None, lines))


def _wrong(question: Question) -> str:
    """The wrong options, where there are any to judge."""
    wrong = "、".join(choice.text for choice in question.choices if not choice.is_right)
    has_options = question.kind not in (Kind.TRUTH, Kind.TYPED)
    return f"错的选项：{_cut(wrong, _LONGEST_STEM)}" if wrong and has_options else ""


def _source(question: Question) -> str:
    if question.material is None or question.paragraph is None:
        return f"题库“{question.bank}”"
    return cited(question.title, question.spoken_on, question.material, question.paragraph)


def judged(number: int, judgement: Judgement) -> str:
    """An admin has decided."""
    if judgement is Judgement.RESTORE:
        return f"Q{number} 恢复使用，报错记录已清。反悔：/题 删除 Q{number}"
    return f"Q{number} 删除了，不再出，也不计分。反悔：/题 恢复 Q{number}"


def unknown_question(number: int) -> str:
    """No question has this number."""
    return f"没有 Q{number} 这道题。{HOW_TO_JUDGE}"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest] + "……"
