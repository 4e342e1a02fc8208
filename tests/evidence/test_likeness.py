"""Copies of a screenshot are found; other chats of the same look are not."""

import random
from functools import cache

from PIL import Image, ImageDraw, ImageFilter

from study.evidence.likeness import is_like
from study.evidence.marks import Mark, marks_of, packed, unpacked
from tests.evidence.chats import attacked, png, screenshot

_CHATS = 12
_PHONES = ((720, False), (1080, True), (1440, False))


@cache
def originals() -> list[tuple[Mark, ...]]:
    return [marks_of(png(screenshot(seed))) for seed in range(_CHATS)]


@cache
def copies() -> list[tuple[Mark, ...]]:
    dice = random.Random(11)
    return [marks_of(attacked(screenshot(seed), dice)) for seed in range(_CHATS)]


def test_copies_are_found() -> None:
    found = sum(map(is_like, originals(), copies()))
    back = sum(map(is_like, copies(), originals()))
    assert found >= _CHATS - 1
    assert back >= _CHATS - 1


def test_other_chats_are_not() -> None:
    pairs = [(i, j) for i in range(_CHATS) for j in range(_CHATS) if i != j]
    wrong = [pair for pair in pairs if is_like(originals()[pair[0]], copies()[pair[1]])]
    assert wrong == []


def test_other_phones() -> None:
    looks = [(width, is_dark, seed) for seed in (98, 99) for width, is_dark in _PHONES]
    dice = random.Random(7)
    pictures = [screenshot(seed, width, is_dark=is_dark) for width, is_dark, seed in looks]
    found = [is_like(marks_of(png(one)), marks_of(attacked(one, dice))) for one in pictures]
    assert sum(found) >= len(found) - 1  # About one copy in thirteen is missed.


def photo(seed: int) -> Image.Image:
    """Something without text."""
    dice = random.Random(seed)
    picture = Image.new("RGB", (900, 700), tuple(dice.randint(0, 255) for _ in range(3)))
    draw = ImageDraw.Draw(picture)
    for _ in range(25):
        x, y, size = dice.randint(-100, 900), dice.randint(-100, 700), dice.randint(40, 400)
        draw.ellipse((x, y, x + size, y + size), tuple(dice.randint(0, 255) for _ in range(3)))
    return picture.filter(ImageFilter.GaussianBlur(6))


def test_a_photo_is_known_again_as_a_whole() -> None:
    known = [marks_of(png(photo(seed))) for seed in range(8)]
    for seed, marks in enumerate(known):
        again = marks_of(png(photo(seed).resize((500, 389))))
        assert [is_like(one, again) for one in known] == [one is marks for one in known]


def test_marks_as_they_are_stored() -> None:
    assert unpacked(packed(originals()[0])) == originals()[0]
    assert not is_like((), originals()[0])
    assert not is_like(originals()[0], ())
