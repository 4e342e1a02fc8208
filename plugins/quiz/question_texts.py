"""What people read of a question: itself, its hint, and what was right."""

from collections.abc import Mapping, Sequence

from plugins.quiz.answer_texts import LETTERS, answer
from study.materials.citation import cited, spoken_on
from study.questions.question import Kind
from study.quiz.posed import Posed, Question
from study.quiz.round import Round

JUST_SUSPENDED = "这题刚被停用，不计分"

_NAMES = {
    Kind.CHOICE: "单选",
    Kind.TYPED: "填空",
    Kind.TRUTH: "判断",
    Kind.SEVERAL: "多选",
    Kind.ORDER: "排序",
    Kind.TOGETHER: "合力题",
}
_TITLE = 40
"""Characters of a title above a question; below the answer it stands whole."""
_QUOTES = (160, 100, 60, 0)
"""Characters of a quotation: as many as leave room for what follows."""
_MOST_PEOPLE = 5


def question(place: str, asked: Round) -> str:
    """A question with its options and how to answer. `place` is 第2/5题."""
    posed = asked.asked.posed
    heading = f"{place} · {_NAMES[posed.question.kind]}（{asked.seconds:.0f}秒）"
    heading += _from(posed.question)
    shown = posed.options if posed.question.kind is not Kind.TRUTH else ()
    options = [f"{letter}. {one.text}" for letter, one in zip(LETTERS, shown, strict=False)]
    return "\n".join([heading, posed.question.stem, *options, how_to_answer(asked)])


def _from(one: Question) -> str:
    """Which document asks: “我省” and “五年来” are then understood."""
    if one.material is None:
        return ""
    title = one.title if len(one.title) <= _TITLE else one.title[:_TITLE] + "…"
    return f"\n出自《{title}》{spoken_on(one.spoken_on) if one.spoken_on else ''}"


def how_to_answer(asked: Round) -> str:
    """What to send. No example: in letters it could be the answer, or rule one out."""
    options = len(asked.asked.posed.options)
    match asked.asked.kind:
        case Kind.CHOICE:
            return f"发 A–{LETTERS[options - 1]} 作答"
        case Kind.TYPED:
            return "发答案作答" if asked.asked.is_alone else "发答案作答；拿不准就写“答 ……”"
        case Kind.TRUTH:
            return "发 对 或 错"
        case Kind.SEVERAL:
            return "对的可能不止一个，把对的字母写在一起发"
        case Kind.ORDER:
            return f"把{options}个字母按先后顺序写在一起发"
        case Kind.TOGETHER:
            items = len(asked.asked.posed.question.right)
            return f"共{items}项，大家一起说，一条消息说一项，先说出一项得1分"


def unclear(asked: Round) -> str:
    """A message of a person alone was no answer: what to send instead."""
    return f"{how_to_answer(asked)}；不会就发 跳过；不做了发 /学习 停"


def hint(posed: Posed) -> str:
    """Half of the time is over: how long the answer is, and how it begins."""
    word = posed.question.right[0].text.strip("“”‘’《》「」")
    return f"💡 提示：{len(word)}个字，第一个是“{word[0]}”"


def claimed(done: Round, points: Mapping[str, int], names: Mapping[str, str]) -> str:
    """What was named of an enumeration lately, and how much is left."""
    told = "、".join(f"{names[person]} +{own}" for person, own in points.items())
    left = len(done.asked.posed.question.right) - len(done.named)
    return f"✅ {told}，还差{left}项"


def reveal(
    done: Round, names: Mapping[str, str], remark: str, room: int, *, is_void: bool = False
) -> str:
    """What came of a question, the answer, and where it stands, in at most `room` characters as
    far as the quotation can be cut. Of one that counts for nothing (`is_void`) nothing came."""
    posed = done.asked.posed
    came = [] if is_void else [_result(done, names), _wrong(done, names)]
    told = [*came, f"答案：{answer(posed.question, posed.options)}"]
    return _fitting(told, posed.question, remark, room)


def void(posed: Posed, apology: str, room: int) -> str:
    """An apology for a question that counts for nothing, and its answer."""
    told = [apology, f"刚才那题的答案：{answer(posed.question, posed.options)}"]
    return _fitting(told, posed.question, "", room)


def _fitting(told: Sequence[str], one: Question, remark: str, room: int) -> str:
    source = [_source(one), f"题有误：/报错 Q{one.number}"]
    text = ""
    for length in _QUOTES:
        quoted = [_quote(one, length)] if length else []
        text = "\n".join(filter(None, [*told, *quoted, *source, remark]))
        if len(text) <= room:
            break
    return text


def _result(done: Round, names: Mapping[str, str]) -> str:
    right = [attempt for attempt in done.attempts if attempt.is_right]
    if not done.attempts:
        return "⌛ 你没有作答" if done.asked.is_alone else "⌛ 没有人作答"
    if done.asked.is_alone:
        return "✅ 答对了" if right else "⏭ 跳过，算没答对" if done.is_given_up else "❌ 没答对"
    if done.asked.kind is Kind.TOGETHER:
        points: dict[str, int] = {}
        for one in right:
            points[one.person] = points.get(one.person, 0) + one.credit
        told = _people([f"{names[person]} {credit}" for person, credit in points.items()])
        whole = len(done.asked.posed.question.right)
        return f"🤝 说出 {len(done.named)}/{whole} 项：{told}"
    if done.winner:
        return f"✅ {names[done.winner.person]} 抢到，{max(done.winner.seconds, 0.1):.1f}秒"
    if right:
        return f"✅ {len(right)}人答对：{_people([names[one.person] for one in right])}"
    return "⌛ 没有人答对"


def _wrong(done: Round, names: Mapping[str, str]) -> str:
    wrong = [names[one.person] for one in done.attempts if not one.is_right]
    return f"没答对：{_people(wrong)}" if wrong and not done.asked.is_alone else ""


def _people(names: Sequence[str]) -> str:
    more = f" 等{len(names)}人" if len(names) > _MOST_PEOPLE else ""
    return "、".join(names[:_MOST_PEOPLE]) + more


def _quote(one: Question, length: int) -> str:
    """The sentence of the source, of a long one the part around the answer."""
    text = one.quote
    if len(text) > length:
        found = text.find(one.answer[0]) if one.answer else 0
        start = max(0, min(max(found, 0) - length // 4, len(text) - length))
        finish = start + length
        text = ("……" if start else "") + text[start:finish] + ("……" if finish < len(text) else "")
    return f"{'解析' if one.material is None else '原文'}：{text}" if text else ""


def _source(one: Question) -> str:
    if one.material is None or one.paragraph is None:
        return f"出自题库“{one.bank}”" if one.bank else ""
    return f"——{cited(one.title, one.spoken_on, one.material, one.paragraph)}"
