"""Quotations with one known mistake, made from real documents; the same for the same seed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from rapidfuzz import fuzz

from study.materials.paragraph import Paragraph
from study.materials.sentences import sentences
from study.quotations.verdict import Kind
from study.search.folding import fold

_CLAUSE = re.compile(r"[^，。；：！？]*[，。；：！？]+[”’）》]*")
_ENUMERATION = re.compile(r"[^，。；：！？、]+(?:、[^，。；：！？、]+){2,}")
_NUMBER = re.compile(r"\d|[二三四五六七八九](?=[个项大是、])")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_TRIES = 4000


@dataclass(frozen=True, slots=True)
class Work:
    """A document to quote from; `folded` is all of it in search form."""

    title: str
    year: str
    paragraphs: tuple[Paragraph, ...]
    folded: str

    @property
    def prose(self) -> list[Paragraph]:
        """Its body text."""
        return [part for part in self.paragraphs if part.level == 0]


@dataclass(frozen=True, slots=True)
class Misquotation:
    """`text` is to be told as `kind`; each of `origins` must be among what its parts name.
    `elsewhere` is the wording of another year that was put in."""

    text: str
    kind: Kind
    origins: tuple[str, ...]
    elsewhere: str = ""


Maker = Callable[[Random, Sequence[Work]], Misquotation | None]


def misquotations(
    seed: int, quoted: Sequence[Work], library: Sequence[Work], each: int
) -> Iterator[Misquotation]:
    """`each` of every kind from `quoted`, part of `library`; none that really stands there."""
    everything = "\n".join(work.folded for work in library)
    for maker in (_wrong, _dropped, _reordered, _of_another_year, _stitched):
        random = Random(f"{seed} {maker.__name__}")
        made: set[str] = set()
        for _ in range(_TRIES * each):
            if len(made) == each:
                break
            one = maker(random, quoted)
            if one and one.text not in made and fold(one.text) not in everything:
                made.add(one.text)
                yield one


def passage(random: Random, work: Work, least: int, most: int) -> str:
    """Neighbouring clauses of a paragraph, '' when the one that was drawn has none so long."""
    paragraph = random.choice(work.prose).text if work.prose else ""
    clauses = _CLAUSE.findall(paragraph)
    if not clauses:
        return ""
    start = random.randrange(len(clauses))
    size, text = random.randint(least, most), ""
    for clause in clauses[start:]:
        if len(text) >= least and len(text) + len(clause) > size:
            break
        text += clause
    return text if least <= len(text) <= most else ""


def with_wrong_characters(random: Random, text: str, count: int) -> str:
    """`text` with one number or `count` characters changed, none of them next to another."""
    numbers = [match.start() for match in _NUMBER.finditer(text)]
    if numbers and random.random() < 0.5:
        return _changed(text, random.choice(numbers), random)
    places = [match.start() for match in _CHINESE.finditer(text)]
    for place in random.sample(places[:: 2 if count > 1 else 1], count):
        text = _changed(text, place, random)
    return text


def _changed(text: str, place: int, random: Random) -> str:
    old = text[place]
    pool = "123456789" if old.isdecimal() else "二三四五六七八九"
    if old not in "123456789二三四五六七八九0":
        pool = "新大强高实促国民业和合理化建发工作全要深加提"
    new = random.choice([one for one in pool if one != old])
    return text[:place] + new + text[place + 1 :]


def _wrong(random: Random, works: Sequence[Work]) -> Misquotation | None:
    text = passage(random, random.choice(works), *random.choice([(9, 20), (20, 80), (80, 400)]))
    if len(fold(text)) < 8 or len(_CHINESE.findall(text)) < 8:
        return None
    wrong = with_wrong_characters(random, text, 1 + random.randrange(1 + len(text) // 40) % 3)
    return Misquotation(wrong, Kind.WORDING, (text,))


def _dropped(random: Random, works: Sequence[Work]) -> Misquotation | None:
    text = passage(random, random.choice(works), 30, 300)
    found = _items(random, text)
    if not found:
        return None
    start, items, sign = found
    gone = random.randrange(1, len(items) - 1)
    kept = [item for index, item in enumerate(items) if index != gone]
    return _replaced(text, start, items, kept, sign, Kind.MISSING)


def _reordered(random: Random, works: Sequence[Work]) -> Misquotation | None:
    text = passage(random, random.choice(works), 30, 300)
    found = _items(random, text)
    if not found or len(found[1]) < 4:
        return None
    start, items, sign = found
    one, other = random.sample(range(1, len(items) - 1), 2)
    if fold(items[one]) == fold(items[other]) or min(len(items[one]), len(items[other])) < 2:
        return None
    changed = list(items)
    changed[one], changed[other] = items[other], items[one]
    return _replaced(text, start, items, changed, sign, Kind.ORDER)


def _items(random: Random, text: str) -> tuple[int, list[str], str] | None:
    """Where the items of an enumeration or the clauses of a passage begin, they, and their
    sign."""
    lists = list(_ENUMERATION.finditer(text))
    if lists and random.random() < 0.7:
        match = random.choice(lists)
        return match.start(), match.group().split("、"), "、"
    clauses = _CLAUSE.findall(text)
    return (0, clauses, "") if len(clauses) >= 4 else None


def _replaced(
    text: str, start: int, items: list[str], changed: list[str], sign: str, kind: Kind
) -> Misquotation | None:
    old, new = sign.join(items), sign.join(changed)
    if len(fold(text)) < 8 + len(fold(old)) - len(fold(new)):
        return None
    return Misquotation(text[:start] + new + text[start + len(old) :], kind, (text,))


def _of_another_year(random: Random, works: Sequence[Work]) -> Misquotation | None:
    work, other = random.sample(works, 2)
    text = passage(random, work, 60, 300)
    if not text or not work.year or not other.year or work.year == other.year:
        return None
    for clause in random.sample(clauses := _CLAUSE.findall(text), len(clauses)):
        at = text.index(clause)
        own = next((one.text for one in sentences(text) if clause in one.text), "")
        for paragraph in other.prose:
            twin = _twin(clause, own, paragraph.text)
            if twin and fold(twin) not in work.folded:
                new = text[:at] + twin + text[at + len(clause) :]
                if _is_nearer(new, work.folded, fold(paragraph.text)):
                    return Misquotation(new, Kind.OTHER_YEAR, (text,), twin)
    return None


def _is_nearer(text: str, source: str, other: str) -> bool:
    """Whether a mixture of two wordings is still more of the one than of the other."""
    return fuzz.partial_ratio(fold(text), source) > fuzz.partial_ratio(fold(text), other) + 2


def _twin(clause: str, own: str, paragraph: str) -> str:
    """The clause of a sentence parallel to `own` that words `clause` otherwise."""
    if len(clause) < 10 or not own or fuzz.partial_ratio(clause, paragraph) < 70:
        return ""
    for sentence in sentences(paragraph):
        if fuzz.ratio(fold(sentence.text), fold(own)) < 60:
            continue
        for twin in _CLAUSE.findall(sentence.text):
            likeness = fuzz.ratio(fold(clause), fold(twin))
            if len(fold(twin)) >= 8 and 60 <= likeness < 100 and twin[-1] == clause[-1]:
                return twin
    return ""


def _stitched(random: Random, works: Sequence[Work]) -> Misquotation | None:
    work, other = random.choice(works), random.choice(works)
    one, two = passage(random, work, 20, 150), passage(random, other, 20, 150)
    if not one or not two or (work is other and not _are_distant(work, one, two)):
        return None
    if max(len(_CHINESE.findall(text)) < 16 for text in (one, two)):
        return None
    wrong = with_wrong_characters(random, two, 1)
    text = one + wrong if random.random() < 0.5 else wrong + one
    return Misquotation(text, Kind.STITCHED, (one, two))


def _are_distant(work: Work, one: str, two: str) -> bool:
    places = [
        next(part.number for part in work.paragraphs if text in part.text) for text in (one, two)
    ]
    return abs(places[0] - places[1]) > 5
