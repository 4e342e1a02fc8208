"""From the row of a file to a question that can be asked, or the reason why it cannot."""

from collections.abc import Sequence

from study.banks import answers, stems
from study.banks.item import Item
from study.banks.kinds import kind_of, needs_a_person
from study.banks.problem import Broken, Fault, Problem
from study.banks.row import Labelled, Row
from study.banks.stems import BLANK, Stem
from study.banks.tidy import tidy
from study.questions.question import Choice, Kind

MOST_OPTIONS = 10
LONGEST_STEM = 500
LONGEST_OPTION = 200
_LONGEST_RAW = 5 * LONGEST_STEM
"""A stem with everything around it; longer ones are not even looked at."""
_TRUTH = ("对", "错")


def understood(row: Row) -> Item | Problem:
    """The question of a row. Nothing is guessed: what a row does not say makes it a problem."""
    try:
        return _item(row)
    except Broken as broken:
        return Problem(row.place, broken.fault, broken.detail)


def _item(row: Row) -> Item:
    if row.unreadable:
        raise Broken(Fault.UNREADABLE_CELL, row.unreadable)
    if len(row.stem) > _LONGEST_RAW:
        raise Broken(Fault.LONG_STEM, str(len(row.stem)))
    said = tuple(word for answer in row.answers if (word := answers.said(answer)))
    stem = stems.clean(row.stem, said[0] if said else "")
    words = tidy(row.kind) or stem.kind
    _check_stem(stem)
    if needs_a_person(words):
        raise Broken(Fault.NEEDS_A_PERSON, words[:10])
    if not said and stem.answer:
        said = (stem.answer,)
    if not said:
        raise Broken(Fault.NO_ANSWER)
    options = _checked(row.options)
    kind, choices = _choices(kind_of(words), stem, options, said)
    text = _without_mark(stem.text) if kind is Kind.TRUTH else stem.text
    right = tuple(one.text for one in choices if one.is_right)
    told = right[:1] if kind is Kind.TYPED else right
    return Item(
        row.place,
        kind,
        text,
        choices,
        told,
        tidy(row.explanation),
        written=tidy(row.stem),
        for_members=_is_for_members(row.members),
    )


def _is_for_members(said: str) -> bool:
    """Whatever is said but no: what was meant for members must not go to everybody."""
    return bool(tidy(said)) and answers.truth_of(said) is not False


def _check_stem(stem: Stem) -> None:
    if not stem.text.replace(BLANK, "").strip(" 。.（）()"):
        raise Broken(Fault.NO_STEM)
    if len(stem.text) > LONGEST_STEM:
        raise Broken(Fault.LONG_STEM, str(len(stem.text)))


def _checked(options: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The options that have words."""
    found = tuple(one for one in options if one.text)
    if len(found) > MOST_OPTIONS:
        raise Broken(Fault.MANY_OPTIONS, str(len(found)))
    for one in found:
        if len(one.text) > LONGEST_OPTION:
            raise Broken(Fault.LONG_OPTION, one.label)
    return found


def _choices(
    kind: Kind | None, stem: Stem, options: tuple[Labelled, ...], said: tuple[str, ...]
) -> tuple[Kind, tuple[Choice, ...]]:
    """The kind of a question and its choices, by what the file names it and by what it gives."""
    verdicts = [answers.truth_of(one.text) for one in options]
    if kind is Kind.TRUTH or sorted(map(str, verdicts)) == ["False", "True"]:
        return Kind.TRUTH, _truth(options, said)
    if kind is Kind.TOGETHER:
        return kind, _all_right(options, said)
    if options:
        return _from_options(kind, options, said)
    is_statement = BLANK not in _without_mark(stem.text)
    if kind is None and is_statement and answers.truth_of(said[0]) is not None:
        return Kind.TRUTH, _truth(options, said)
    if kind is Kind.TYPED or (kind is None and BLANK in stem.text):
        return Kind.TYPED, _typed(stem, said)
    raise Broken(Fault.NO_OPTIONS)


def _truth(options: tuple[Labelled, ...], said: tuple[str, ...]) -> tuple[Choice, ...]:
    verdict = answers.truth_of(said[0])
    if verdict is None and len(options) == len(_TRUTH):
        [place, *more] = answers.chosen(said[0], options)
        verdict = None if more else answers.truth_of(options[place].text)
    if verdict is None:
        raise Broken(Fault.NOT_TRUE_OR_FALSE, said[0])
    return Choice(_TRUTH[0], verdict), Choice(_TRUTH[1], not verdict)


def _from_options(
    kind: Kind | None, options: tuple[Labelled, ...], said: tuple[str, ...]
) -> tuple[Kind, tuple[Choice, ...]]:
    if len(options) == 1:
        raise Broken(Fault.ONE_OPTION)
    places = _agreed(options, said, in_order=kind is Kind.ORDER)
    if kind is Kind.ORDER:
        if len(places) != len(options):
            raise Broken(Fault.NOT_ALL_IN_ORDER, said[0])
        return kind, tuple(Choice(options[place].text, True) for place in places)
    if kind is Kind.CHOICE and len(places) > 1:
        raise Broken(Fault.SEVERAL_ANSWERS, said[0])
    several = kind is Kind.SEVERAL or len(places) > 1
    choices = [Choice(one.text, place in places) for place, one in enumerate(options)]
    return Kind.SEVERAL if several else Kind.CHOICE, _distinct(choices)


def _agreed(
    options: tuple[Labelled, ...], said: tuple[str, ...], *, in_order: bool
) -> tuple[int, ...]:
    """The options that the answer names; a second one may be no help, but must not contradict."""
    first = answers.chosen(said[0], options)
    for other in said[1:]:
        try:
            places = answers.chosen(other, options)
        except Broken as broken:
            if broken.fault is Fault.ANSWERS_DIFFER:
                raise
            continue
        if (places if in_order else sorted(places)) != (first if in_order else sorted(first)):
            raise Broken(Fault.ANSWERS_DIFFER, f"{said[0]}，{other}")
    return first


def _distinct(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """The choices, of the same words once. Raises Broken where they are right and wrong."""
    found: dict[str, Choice] = {}
    for one in choices:
        if found.setdefault(one.text, one).is_right is not one.is_right:
            raise Broken(Fault.SAME_OPTIONS, one.text)
    if len(found) < 2:
        raise Broken(Fault.SAME_OPTIONS, choices[0].text)
    return tuple(found.values())


def _typed(stem: Stem, said: tuple[str, ...]) -> tuple[Choice, ...]:
    blanks = stem.text.count(BLANK)
    if blanks > 1:
        raise Broken(Fault.SEVERAL_BLANKS, str(blanks))
    return _pieces(said)


def _all_right(options: tuple[Labelled, ...], said: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(one.text, True) for one in options) or _pieces(said)


def _pieces(said: tuple[str, ...]) -> tuple[Choice, ...]:
    pieces = answers.accepted(said[0])
    if any(len(piece) > LONGEST_OPTION for piece in pieces):
        raise Broken(Fault.LONG_OPTION, "")
    if len(pieces) > MOST_OPTIONS:
        raise Broken(Fault.MANY_OPTIONS, str(len(pieces)))
    return tuple(Choice(piece, True) for piece in pieces)


def _without_mark(stem: str) -> str:
    """A statement without the brackets in which one would put √ or ×."""
    return stem.removeprefix(BLANK).removesuffix(BLANK).strip() if stem.count(BLANK) == 1 else stem
