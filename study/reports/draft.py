"""What somebody has begun to report, and what a text in private does to it.

A report walks through four steps: who sells, evidence, when and where, the summary. What is added
to a case has one step, in which everything is said. Pictures and files are not texts: they are
evidence in every step.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from study.evidence.links import suspect_traits
from study.reports.words import Word, word_of

LONGEST_SUSPECT = 500
LONGEST_CIRCUMSTANCES = 1_000
"""Characters."""


class Step(StrEnum):
    """Where a draft stands; the values are stored."""

    SUSPECT = "suspect"
    EVIDENCE = "evidence"
    CIRCUMSTANCES = "circumstances"
    SUMMARY = "summary"


STEPS = tuple(Step)
"""In their order."""


class Asked(StrEnum):
    """What somebody was asked to confirm, so that one word does not throw everything away."""

    NOTHING = ""
    CANCEL = "cancel"
    RESTART = "restart"


class Does(StrEnum):
    """What is to be done after a text."""

    GO = "go"
    """Say the step in which the draft now is."""
    ASK = "ask"
    """Ask whether everything shall go."""
    EVIDENCE = "evidence"
    """The text is a piece of evidence."""
    SUBMIT = "submit"
    CANCEL = "cancel"
    RESTART = "restart"


class Problem(StrEnum):
    """Why a draft did not move as somebody wanted."""

    NOTHING = ""
    NO_SUSPECT = "no suspect"
    NO_EVIDENCE = "no evidence"
    NO_CIRCUMSTANCES = "no circumstances"
    TOO_LONG = "too long"
    FIRST_STEP = "first step"
    NOT_UNDERSTOOD = "not understood"
    NOT_SUBMITTED = "not submitted"
    """The summary was answered as if there were a next step."""
    NOT_SEEN = "not seen"
    """It is complete, but its summary was not looked at after the last change."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that is being written; `case_number` is '' or the case that it adds to."""

    case_number: str = ""
    step: Step = Step.SUSPECT
    suspect: str = ""
    circumstances: str = ""
    asked: Asked = Asked.NOTHING


@dataclass(frozen=True, slots=True)
class Heard:
    """What a text came to: the draft afterwards, what to do, and what is wrong."""

    draft: Draft
    does: Does
    problem: Problem = Problem.NOTHING


def new_draft(case_number: str = "") -> Draft:
    """A draft with nothing in it."""
    return Draft(case_number, Step.EVIDENCE if case_number else Step.SUSPECT)


def is_empty(draft: Draft, pieces: int) -> bool:
    """Whether nothing was entered; `pieces` of evidence are kept beside the draft."""
    return not (draft.suspect or draft.circumstances or pieces)


def missing(draft: Draft, pieces: int) -> Problem:
    """The first thing without which it cannot be submitted, NOTHING when it is complete."""
    if draft.case_number:
        return Problem.NOTHING if draft.circumstances or pieces else Problem.NO_EVIDENCE
    if not draft.suspect:
        return Problem.NO_SUSPECT
    if not pieces:
        return Problem.NO_EVIDENCE
    return Problem.NOTHING if draft.circumstances else Problem.NO_CIRCUMSTANCES


def hear(draft: Draft, text: str, pieces: int, *, is_caption: bool = False) -> Heard:
    """What a text of its writer does to a draft; `is_caption` where pictures or files came with
    it."""
    word = word_of(text)
    if draft.asked is not Asked.NOTHING:
        answered = _answered(draft, word)
        if answered is not None:
            return answered
        draft = replace(draft, asked=Asked.NOTHING)
    match word:
        case Word.CANCEL:
            return _once_more(draft, pieces, Asked.CANCEL)
        case Word.RESTART:
            return _once_more(draft, pieces, Asked.RESTART)
        case Word.BACK:
            return _back(draft)
        case Word.SUBMIT:
            return _submitted(draft, pieces)
        case Word.DONE if _answers_a_question(draft, text, pieces):
            return _written(draft, text.strip())
        case Word.DONE | Word.YES if draft.step is not Step.SUMMARY:
            return _done(draft, pieces)
        case Word.YES:
            return _submitted(draft, pieces)
        case Word.DONE:
            return Heard(draft, Does.GO, Problem.NOT_SUBMITTED)
        case Word.NO:
            return Heard(draft, Does.GO, Problem.NOT_UNDERSTOOD)
        case None if is_caption and _is_about_evidence(draft, text):
            return Heard(draft, Does.EVIDENCE)
        case None:
            return _written(draft, text.strip())


def _answered(draft: Draft, word: Word | None) -> Heard | None:
    """What an answer to the question whether everything shall go does, None when it is none."""
    calm = replace(draft, asked=Asked.NOTHING)
    is_cancel = draft.asked is Asked.CANCEL
    if word in (Word.YES, Word.CANCEL if is_cancel else Word.RESTART):
        return Heard(calm, Does.CANCEL if is_cancel else Does.RESTART)
    return Heard(calm, Does.GO) if word is Word.NO else None


def _once_more(draft: Draft, pieces: int, asked: Asked) -> Heard:
    if is_empty(draft, pieces):
        return Heard(draft, Does.CANCEL if asked is Asked.CANCEL else Does.RESTART)
    return Heard(replace(draft, asked=asked), Does.ASK)


def _back(draft: Draft) -> Heard:
    place = STEPS.index(draft.step)
    if place == 0 or draft.case_number:
        return Heard(draft, Does.GO, Problem.FIRST_STEP)
    return Heard(replace(draft, step=STEPS[place - 1]), Does.GO)


def _submitted(draft: Draft, pieces: int) -> Heard:
    lacking = missing(draft, pieces)
    if lacking is not Problem.NOTHING:
        return Heard(_at(draft, lacking), Does.GO, lacking)
    if draft.case_number or draft.step is Step.SUMMARY:
        return Heard(draft, Does.SUBMIT)
    return Heard(replace(draft, step=Step.SUMMARY), Does.GO, Problem.NOT_SEEN)


def _at(draft: Draft, lacking: Problem) -> Draft:
    """The draft at the step in which what it lacks is said."""
    steps = {
        Problem.NO_SUSPECT: Step.SUSPECT,
        Problem.NO_EVIDENCE: Step.EVIDENCE,
        Problem.NO_CIRCUMSTANCES: Step.CIRCUMSTANCES,
    }
    return replace(draft, step=steps[lacking])


def _done(draft: Draft, pieces: int) -> Heard:
    """The step is finished: on to the next, unless it has nothing yet."""
    if draft.case_number:
        return Heard(draft, Does.GO, missing(draft, pieces) or Problem.NOT_SEEN)
    lacking = {
        Step.SUSPECT: "" if draft.suspect else Problem.NO_SUSPECT,
        Step.EVIDENCE: "" if pieces else Problem.NO_EVIDENCE,
        Step.CIRCUMSTANCES: "" if draft.circumstances else Problem.NO_CIRCUMSTANCES,
    }[draft.step]
    return Heard(draft, Does.GO, Problem(lacking)) if lacking else Heard(_next(draft), Does.GO)


def _next(draft: Draft) -> Draft:
    return replace(draft, step=STEPS[STEPS.index(draft.step) + 1])


def _answers_a_question(draft: Draft, text: str, pieces: int) -> bool:
    """Whether 没有 is what is to be added: an admin has asked whether there is more."""
    return bool(draft.case_number) and is_empty(draft, pieces) and text.strip().startswith("没")


def _is_about_evidence(draft: Draft, text: str) -> bool:
    """Whether words beside a picture are about it, and no answer to what was asked."""
    if draft.case_number:
        return False
    return draft.step is not Step.SUSPECT or not suspect_traits(text, may_be_name=False)


def _written(draft: Draft, text: str) -> Heard:
    """A text that is no word of the conversation."""
    if draft.case_number:
        return _kept(draft, "\n".join(filter(None, [draft.circumstances, text])), draft.step)
    match draft.step:
        case Step.SUSPECT if len(text) > LONGEST_SUSPECT:
            return Heard(draft, Does.GO, Problem.TOO_LONG)
        case Step.SUSPECT:
            return Heard(_next(replace(draft, suspect=text)), Does.GO)
        case Step.EVIDENCE:
            return Heard(draft, Does.EVIDENCE)
        case Step.CIRCUMSTANCES:
            return _kept(draft, text, Step.SUMMARY)
        case Step.SUMMARY:
            return Heard(draft, Does.GO, Problem.NOT_UNDERSTOOD)


def _kept(draft: Draft, circumstances: str, step: Step) -> Heard:
    if len(circumstances) > LONGEST_CIRCUMSTANCES:
        return Heard(draft, Does.GO, Problem.TOO_LONG)
    return Heard(replace(draft, circumstances=circumstances, step=step), Does.GO)
