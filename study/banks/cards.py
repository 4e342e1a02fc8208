"""Questions as cards for Anki (apkg)."""

import hashlib
import html
import importlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from study.banks import shown
from study.banks.kinds import NAMES
from study.banks.options import LETTERS
from study.materials.citation import number_of
from study.questions.identity import identity
from study.questions.question import Choice, Kind
from study.quiz.posed import Option, Question

_MODEL = 1_714_203_871
"""Anki knows model, deck and notes again by their numbers: these must never change."""
_DECK = 1_714_203_872
_CSS = ".card { font-size: 20px; line-height: 1.6; text-align: left; } .source { color: #666; }"


_genanki: Any = importlib.import_module("genanki")  # It has no types.


def write_deck(questions: Sequence[Question], path: Path, now: datetime) -> None:
    """Write a deck to `path`. What is taken into Anki again is brought up to date, not doubled."""
    model = _genanki.Model(
        _MODEL,
        "学习群题目",
        fields=[{"name": "问题"}, {"name": "答案"}, {"name": "出处"}],
        templates=[
            {
                "name": "题目",
                "qfmt": "{{问题}}",
                "afmt": "{{FrontSide}}<hr id=answer>{{答案}}<p class=source>{{出处}}</p>",
            }
        ],
        css=_CSS,
    )
    deck = _genanki.Deck(_DECK, "学习群题库")
    for one in questions:
        deck.add_note(_note(one, model))
    _genanki.Package(deck).write_to_file(str(path), timestamp=now.timestamp())


def _note(one: Question, model: Any) -> Any:
    options = shown.on_card(one)
    source = "\n".join(filter(None, (one.quote, shown.source(one))))
    fields = [_front(one, options), _back(one, options), _lines(source)]
    return _genanki.Note(model, fields, tags=_tags(one), guid=_guid(one))


def _front(one: Question, options: Sequence[Option]) -> str:
    lettered = zip(LETTERS, options, strict=False)
    lines = (f"{letter}. {option.text}" for letter, option in lettered)
    return _lines("\n".join([f"【{NAMES[one.kind]}】{one.stem}", *lines]))


def _back(one: Question, options: Sequence[Option]) -> str:
    letters = "" if one.kind is Kind.ORDER else shown.letters(options)
    return _lines("\n".join(filter(None, (letters, *(option.text for option in one.right)))))


def _tags(one: Question) -> list[str]:
    """Kind and source. A tag of Anki holds no blank."""
    source = number_of(one.material) if one.material is not None else f"题库::{one.bank}"
    return [f"题型::{NAMES[one.kind]}", "_".join(source.split())]


def _guid(one: Question) -> str:
    choices = [Choice(option.text, option.is_right) for option in one.choices]
    return hashlib.sha256(identity(one.kind, one.stem, choices).encode()).hexdigest()[:20]


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
