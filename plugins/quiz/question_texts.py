"""What people read of a question: itself, its hint, and what was right."""

from collections.abc import Mapping, Sequence

from study.materials.citation import cited, spoken_on
from study.questions.question import Kind
from study.quiz.posed import Option, Posed, Question
from study.quiz.round import Round

LETTERS = "ABCDEFGHIJ"

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
    return "\n".join([heading, posed.question.stem, *options, _how(asked)])


def _from(one: Question) -> str:
    """Which document asks: “我省” and “五年来” are then understood."""
    if one.material is None:
        return ""
    title = one.title if len(one.title) <= _TITLE else one.title[:_TITLE] + "…"
    return f"\n出自《{title}》{spoken_on(one.spoken_on) if one.spoken_on else ''}"


def _how(asked: Round) -> str:
    options = len(asked.asked.posed.options)
    last = LETTERS[max(options - 1, 0)]
    match asked.asked.kind:
        case Kind.CHOICE:
            return f"发 A–{last} 作答"
        case Kind.TYPED:
            return "发答案作答" if asked.asked.is_alone else "发答案作答；拿不准就写“答 ……”"
        case Kind.TRUTH:
            return "发 对 或 错"
        case Kind.SEVERAL:
            return f"对的可能不止一个，字母写在一起发，如 A{last}"
        case Kind.ORDER:
            return f"按顺序发全部字母，如 {LETTERS[:options][::-1]}"
        case Kind.TOGETHER:
            return f"共{len(asked.asked.posed.question.right)}项，大家一起说，先说出一项得1分"


def hint(posed: Posed) -> str:
    """Half of the time is over: how long the answer is, and how it begins."""
    word = posed.question.right[0].text.strip("“”‘’《》「」")
    return f"💡 提示：{len(word)}个字，第一个是“{word[0]}”"


def claimed(done: Round, points: Mapping[str, int], names: Mapping[str, str]) -> str:
    """What was named of an enumeration lately, and how much is left."""
    told = "、".join(f"{names[person]} +{own}" for person, own in points.items())
    left = len(done.asked.posed.question.right) - len(done.named)
    return f"✅ {told}，还差{left}项"


def reveal(done: Round, names: Mapping[str, str], remark: str, room: int) -> str:
    """What came of a question, the answer, and where it stands, in at most `room` characters as
    far as the quotation can be cut."""
    posed = done.asked.posed
    told = [_result(done, names), _wrong(done, names), f"答案：{_answer(posed)}"]
    source = [_source(posed.question), f"题有误：/报错 Q{posed.question.number}"]
    text = ""
    for length in _QUOTES:
        quoted = [_quote(posed.question, length)] if length else []
        text = "\n".join(filter(None, [*told, *quoted, *source, remark]))
        if len(text) <= room:
            break
    return text


def _result(done: Round, names: Mapping[str, str]) -> str:
    right = [attempt for attempt in done.attempts if attempt.is_right]
    if done.asked.kind is Kind.TOGETHER:
        points: dict[str, int] = {}
        for one in right:
            points[one.person] = points.get(one.person, 0) + one.credit
        told = _people([f"{names[person]} {credit}" for person, credit in points.items()])
        whole = len(done.asked.posed.question.right)
        return f"🤝 说出 {len(done.named)}/{whole} 项" + (f"：{told}" if told else "")
    if done.asked.is_alone and done.attempts:
        return "✅ 答对了" if right else "❌ 没答对"
    if done.winner:
        return f"✅ {names[done.winner.person]} 抢到，{max(done.winner.seconds, 0.1):.1f}秒"
    if right:
        return f"✅ {len(right)}人答对：{_people([names[one.person] for one in right])}"
    return "⌛ 没有人答对" if done.attempts else "⌛ 没有人作答"


def _wrong(done: Round, names: Mapping[str, str]) -> str:
    wrong = [names[one.person] for one in done.attempts if not one.is_right]
    return f"没答对：{_people(wrong)}" if wrong and not done.asked.is_alone else ""


def _people(names: Sequence[str]) -> str:
    more = f" 等{len(names)}人" if len(names) > _MOST_PEOPLE else ""
    return "、".join(names[:_MOST_PEOPLE]) + more


def _answer(posed: Posed) -> str:
    """The right options with their letters, the right order, or the words themselves."""
    told = "、".join(posed.question.answer)
    right = [one for one in posed.options if one.is_right]
    match posed.question.kind:
        case Kind.CHOICE:
            # Of “哪一项不属于” the answer is a stranger; told are the items that do belong.
            is_stranger = posed.question.material and right[0].text not in posed.question.answer
            items = f"；原文的各项：{told}" if is_stranger else ""
            return f"{_letters(posed, right)}. {right[0].text}{items}"
        case Kind.TRUTH:
            said = right[0].text
            return f"错，原文是“{told}”" if said == "错" and told != said else said
        case Kind.SEVERAL:
            shown = sorted(right, key=posed.options.index)
            return f"{_letters(posed, shown)}（{'、'.join(one.text for one in shown)}）"
        case Kind.ORDER:
            ordered = sorted(right, key=lambda one: one.position)
            return f"{_letters(posed, ordered)}（{'→'.join(one.text for one in ordered)}）"
        case _:
            return told or posed.question.right[0].text


def _letters(posed: Posed, options: Sequence[Option]) -> str:
    return "".join(LETTERS[posed.options.index(one)] for one in options)


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
