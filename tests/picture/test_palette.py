"""The colours of the picture, as colour-blind people and grey prints show them."""

from itertools import pairwise

import pytest

from study.picture import palette

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
SIGHTS = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str, sight: str = "all colours") -> float:
    red, green, blue = (
        min(1, max(0, sum(weight * part for weight, part in zip(row, linear(colour), strict=True))))
        for row in SIGHTS[sight]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightness(colour: str, sight: str) -> float:
    """L* of CIELAB, 0 … 100."""
    level = luminance(colour, sight)
    return 116 * level ** (1 / 3) - 16 if level > 0.008856 else 903.3 * level


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it, 1 … 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sight", SIGHTS)
def test_each_step_of_the_calendar_is_clearly_darker(sight: str) -> None:
    for lighter, darker in pairwise(palette.CALENDAR):
        assert lightness(lighter, sight) - lightness(darker, sight) >= 10, (lighter, darker)


@pytest.mark.parametrize("sight", SIGHTS)
def test_bars_stand_out(sight: str) -> None:
    for colour in (palette.BAR, palette.TODAY):
        assert lightness(palette.BAR_BEHIND, sight) - lightness(colour, sight) >= 30


def test_words_can_be_read() -> None:
    assert contrast(palette.INK, "#FFFFFF") >= 7
    assert contrast(palette.PALE_INK, "#FFFFFF") >= 4.5
