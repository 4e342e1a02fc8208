"""Passages that can stand alone: verbatim runs of whole sentences from one paragraph.

A passage is taken only when a reader who has never seen the document understands it: it does
not lean on what stood before (因此, 他, 这一…), is not half of an enumeration, no greeting,
thanks, agenda or table row. The three functions named `…_objection` say which
rule refuses a sentence or a run, so that each refusal can be checked; `worth` orders the rest.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from study.materials.marks import begins_with_ordinal, is_article, mark_length
from study.materials.outline import Paragraph
from study.materials.sentences import Span, is_balanced, sentences

SHORTEST = 40
LONGEST = 180
"""Characters of a passage."""
LEAST_WORTH = 1.5
"""Passages below are lists of measures and figures: true, but nothing to keep in mind."""

_BLANK = " \t\u3000"
_BEFORE_POINT = "。；，：！？;,:“ \u3000"

_LEANING = re.compile(
    r"[”’）》\"]?(?:一方面|另一方面|另外|此外|因此|所以|因而|于是|从而|但是|但|然而|不过|可是|而且|而|并且|并|同时|与此同时"
    r"|还|也|又|再|则|却|就|才|都|仍|更|即|既|且|或|及|其|这|那|此|该|他|她|它|上述|以上|以下|下面|前面|前者|后者|两者|二者|三者|双方"
    r"|对此|为此|由此|在此|据此|如此|至此|因之|总之|综上|可见|换言之|换句话说|也就是|就是|具体|比如|例如|譬如|诸如|如[，：]"
    r"|特别是|尤其|甚至|反之|否则|相反|反过来|不仅如此|除此|除了|正因|正是|只有这样|只有如此|到那时|那时|当时|同样|同年|随后|随着|接着"
    r"|后来|然后|之后|最终|最后|结果|原因|目的是|目标是|重点是|主要是|关键|核心是|其中|有的|有些|有人|一些|某些|少数|个别|大多数|多数|各项|相关"
    r"|以此|借此|凡此|尽管|虽然|即使|如果说|不但|当然|诚然|的确|事实上|实际上|显然|当中|期间|过程中|这里|那里|有关|各自|分别|一律|一并|依次"
    r"|今年|去年|明年|前年|上年|本届|这届|目前|现在|当前|今天|昨天|明天|近日|最近|近期|不久前|几年来|一年来|五年来|三年来|多年来|过去|刚刚|下一步|下半年|上半年|年内"
    r"|我讲|我们说|我说|我想|大家知道|如前所述|如上所述|是(?!非))"
)
_POINTING = re.compile(
    r"^[^，。；：！？]{0,14}(?:这(?!里有)|那些|那种|上述|前述|该|此(?!次|生)|它们?|他们?|她们?|前款|前条|本款|本条|上款)"
)
_OUTSIDE = re.compile(
    r"前款|前条|上一款|如上|上述|前述|见附件|附件|如图|见图|下表|上表|如下|详见|第[一二三四五六七八九十百]+(?:条|款|项)|本法第|依照前|以下[几各]"
    r"|上面[所讲]|前面(?:所|讲|说|已)|刚才|已经说过|讲到过|以上(?:一系列|各|几|这|述)|这[次回场届趟]|[此本]次|这(?:几|[一二三四五六七八九十]{1,2})年|这段时间|他们|她们|他[的在是说]|它[的在是]"
)
_CEREMONY = re.compile(
    r"各位(?:代表|委员|同志|来宾|领导|朋友)|同志们|朋友们|女士们|先生们|你们好|谢谢|感谢|致以|祝愿|祝贺|祝大家|拜年|问候|敬意|欢迎|慰问|哀悼|悼念"
    r"|请予审议|请.{0,8}(?:审议|审查|审批|批评指正|提出意见)|(?:现在|下面|今天)，?(?:我|由我)|我(?:代表|受|向大会|宣布)|报告(?:工作|如下|完)"
    r"|讲(?:几|[一二三四五六])点|(?:几|[一二三四五六])点(?:意见|要求|希望|看法|体会)|大会(?:主题|的议程)|会议(?:的)?(?:主要)?任务是|万岁|此致|敬礼|通知如下|现将|印发给"
    r"|(?:这次|本次|今天的?)(?:会议|大会)|在(?:这里|座)|摄影|记者|责任编辑|电话|邮箱|网址|http|www"
)
_LEAD_IN = re.compile(r"[：:][”’）》]?[。！]?$|(?:如下|以下[^。]{0,12}|主要(?:有|是|包括))[。：]$")
_POINT = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2}(?:是|要|则|者|方面|来)|第[一二三四五六七八九十]{1,2}[，,、]|首先[，,]|其次[，,]|再次[，,]|最后[，,])"
)
_FRAGMENT = re.compile(r"[—\-·•●■◆▪○*＊①-⑳\d０-９（(【《]|[^\u3400-\u9fff“‘「《]")
_RELATIVE_TIME = re.compile(
    r"今年|去年|明年|前年|目前|当前|近年来|上年|[一三五]年来|本届|今后|过去"
)
_DUTY = re.compile(
    r"必须|要|坚持|坚定|始终|切实|着力|不断|深入|推动|加强|完善|健全|落实|牢固|树立|发展|人民|群众|责任|担当|创新|改革|作风|实践|理论|精神|制度"
)
_DIGITS = re.compile(r"[\d０-９.．%％]+|[〇一二三四五六七八九十百千万亿]{3,}")
_REPORTED = re.compile(
    r"(?:完成|增长|达到|突破|新增|下降|提高|累计|实现)[^，。；]{0,14}(?:\d|[０-９]|百分之|[万亿]元)"
)
_STUB = re.compile(r"(?:^|(?<=[。！？]))[^。！？]{1,11}[。！？]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of paragraph `paragraph`, verbatim from `start`; a higher `score` is better."""

    paragraph: int
    start: int
    text: str
    score: float


def excerpts(paragraphs: Sequence[Paragraph]) -> list[Excerpt]:
    """The passages of a document that can stand alone, in reading order, none overlapping."""
    found: list[Excerpt] = []
    for paragraph in paragraphs:
        if paragraph.level == 0 and len(paragraph.text) >= SHORTEST:
            found += _of_paragraph(paragraph)
    return found


def _of_paragraph(paragraph: Paragraph) -> list[Excerpt]:
    """The best passages of one paragraph that do not overlap."""
    rated = [
        Excerpt(paragraph.number, run.start, run.text, worth(run, paragraph.text))
        for run in passages(paragraph.text)
    ]
    taken: list[Excerpt] = []
    for passage in sorted(rated, key=lambda passage: (-passage.score, passage.start)):
        if passage.score >= LEAST_WORTH and all(_apart(passage, other) for other in taken):
            taken.append(passage)
    return sorted(taken, key=lambda passage: passage.start)


def _apart(one: Excerpt, other: Excerpt) -> bool:
    before, after = sorted((one, other), key=lambda passage: passage.start)
    return before.start + len(before.text) <= after.start


def passages(paragraph: str) -> list[Span]:
    """Every run of neighbouring sentences that has a fitting length and no objection."""
    parts = sentences(paragraph)
    spoilt = [bool(sentence_objection(part.text)) for part in parts]
    points = _points(paragraph)
    runs: list[Span] = []
    for first, opening in enumerate(parts):
        if opening_objection(opening.text.lstrip(_BLANK)):
            continue
        for last in range(first, len(parts)):
            if spoilt[last] or parts[last].finish - opening.start > LONGEST:
                break
            run = _stripped(Span(opening.start, paragraph[opening.start : parts[last].finish]))
            if len(run.text) >= SHORTEST and not run_objection(run, points):
                runs.append(run)
    return runs


def _stripped(span: Span) -> Span:
    text = span.text.lstrip(_BLANK)
    return Span(span.finish - len(text), text.rstrip(_BLANK))


def opening_objection(text: str) -> str:
    """Why a passage cannot begin with the sentence `text`, '' when it can."""
    if (_FRAGMENT.match(text) or mark_length(text)) and not is_article(text):
        return "a fragment"
    if _LEANING.match(text) or _POINTING.match(text) or begins_with_ordinal(text):
        return "leans on what stood before"
    return ""


def sentence_objection(text: str) -> str:
    """Why no passage can hold the sentence `text`, '' when one can."""
    if _OUTSIDE.search(text[mark_length(text) :] if is_article(text) else text):
        return "points outside"
    return "ceremony" if _CEREMONY.search(text) else ""


def run_objection(run: Span, points: Sequence[int]) -> str:
    """Why the sentences of `run` do not stand together, '' when they do.

    `points` are the places in the paragraph where the points of an enumeration begin.
    """
    if _LEAD_IN.search(run.text):
        return "announces what is cut off"
    if points and _breaks_enumeration(run, points):
        return "part of an enumeration"
    if not is_balanced(run.text):
        return "a quotation cut in two"
    return "statistics" if _is_statistics(run.text) else ""


def _points(paragraph: str) -> list[int]:
    """Where the points 一是 二是 三是 of a paragraph begin; clauses only, no words inside."""
    return [
        match.start()
        for match in _POINT.finditer(paragraph)
        if match.start() == 0 or paragraph[match.start() - 1] in _BEFORE_POINT
    ]


def _breaks_enumeration(run: Span, points: Sequence[int]) -> bool:
    """Whether the points of the paragraph stand only in part in `run`, or without their lead."""
    inside = [start for start in points if run.start <= start < run.finish]
    if not inside:
        return False
    return len(inside) < len(points) or len(inside) == 1 or run.start == inside[0]


def _is_statistics(text: str) -> bool:
    digits = sum(map(len, _DIGITS.findall(text)))
    return digits / len(text) > 0.08 or len(_REPORTED.findall(text)) >= 3


def worth(run: Span, paragraph: str) -> float:
    """How much a reader gets out of a passage; only the order means anything."""
    text = run.text
    length = 1 - abs(len(text) - 110) / 110
    opening = 1.2 if not paragraph[: run.start].strip() else 0.0
    closing = 0.4 if run.finish >= len(paragraph.rstrip()) else 0.0
    duty = min(len(_DUTY.findall(text)), 6) * 0.2
    quoted = 0.3 if "“" in text else 0.0
    figures = sum(map(len, _DIGITS.findall(text))) / len(text) * 12
    passing = len(_RELATIVE_TIME.findall(text)) * 0.4
    stubs = len(_STUB.findall(text)) * 0.25
    parallel = 0.3 if _is_parallel(text) else 0.0
    return round(
        length + opening + closing + duty + quoted + parallel - figures - passing - stubs, 3
    )


def _is_parallel(text: str) -> bool:
    """Whether neighbouring clauses are built alike: 产业兴市、作风兴市."""
    clauses = [clause for clause in re.split(r"[，、；。！]", text) if 3 <= len(clause) <= 14]
    return any(
        one != other and len(one) == len(other) and (one[0] == other[0] or one[-2:] == other[-2:])
        for one, other in pairwise(clauses)
    )
