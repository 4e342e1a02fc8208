"""Marks of a picture: places that look the same in a copy that was cropped, scaled or saved anew.

A mark is a window of three characters' length in a line of text, around a place where ink is
densest or thinnest. Its key has the signs of the window's low frequencies (the scheme of pHash).
What has no text, a photo, has marks of fixed windows instead: it is known again only as a whole.
"""

# Stubs of Pillow speak of numpy, which is not here.
# pyright: reportUnknownMemberType=false

import math
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import mul

from PIL import Image

from study.evidence.lines import Box, levelled
from study.evidence.pictures import grey

_PIXELS = 3_000_000
_TALL = 16
"""Pixels of the height of a line in which marks are looked for."""
_HALF = 24
"""Half the width of a window."""
_ACROSS, _DOWN = 12, 4
"""Samples of a window."""
_FREQUENCIES = [(u, v) for v in range(3) for u in range(8) if (u, v) != (0, 0)]
KEY_BITS = len(_FREQUENCIES)
_WAVES = [
    [
        math.cos(math.pi * u * (x + 0.5) / _ACROSS) * math.cos(math.pi * v * (y + 0.5) / _DOWN)
        for y in range(_DOWN)
        for x in range(_ACROSS)
    ]
    for u, v in _FREQUENCIES
]
_BLUR = [math.exp(-((place / 2) ** 2) / 2) for place in range(-6, 7)]
_WEAK = 4
MOST_MARKS = 600
_MOST_SEEN = 6_000
"""Marks from which those are chosen: a page full of text has no more."""
_FEWEST = 10
"""Marks below which the picture is taken for a photo."""
_PHOTO = 768
"""The length of a photo's longer side, in pixels of its own."""
_PACKED = struct.Struct(f">HHHI{_WEAK}B")
_SPREAD = 0x9E3779B1
"""Fibonacci hashing: which keys are the first must not depend on what they mean."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a picture whose usual line has the height of study.evidence.lines.

    `tall` is the height of its own line. `weak` are the bits of `key` that are the least certain,
    the weakest first.
    """

    x: int
    y: int
    tall: int
    key: int
    weak: tuple[int, ...]


def marks_of(content: bytes) -> tuple[Mark, ...]:
    """The marks of a picture, at most MOST_MARKS. Raises DamagedPicture, TooManyPixels."""
    picture = grey(content, _PIXELS)
    level, boxes = levelled(picture)
    downwards = sorted(boxes, key=lambda box: box.top)
    marks = list(islice((mark for box in downwards for mark in _in_line(level, box)), _MOST_SEEN))
    if len(marks) < _FEWEST:
        marks = list(_in_photo(picture))
    # The same ones in a copy, whatever was cut off.
    marks.sort(key=lambda mark: mark.key * _SPREAD & 0xFFFFFFFF)
    return tuple(marks[:MOST_MARKS])


def packed(marks: Iterable[Mark]) -> bytes:
    """Marks as they are stored."""
    return b"".join(_PACKED.pack(mark.x, mark.y, mark.tall, mark.key, *mark.weak) for mark in marks)


def unpacked(stored: bytes) -> tuple[Mark, ...]:
    """Stored marks as they were."""
    rows = _PACKED.iter_unpack(stored)
    return tuple(Mark(x, y, tall, key, tuple(weak)) for x, y, tall, key, *weak in rows)


def _in_line(picture: Image.Image, box: Box) -> Iterator[Mark]:
    scale = box.height / _TALL
    width = round((box.right - box.left) / scale)
    way = Image.Resampling.BOX if scale > 1 else Image.Resampling.BICUBIC
    edges = (box.left, box.top, box.right, box.bottom)
    strip = _ink(picture.resize((width, _TALL), way, edges))
    for place in _extremes(strip.resize((width, 1), Image.Resampling.BOX).tobytes()):
        if _HALF <= place <= width - _HALF:
            window = (place - _HALF, 0, place + _HALF, _TALL)
            x, y = box.left + place * scale, (box.top + box.bottom) / 2
            yield _mark(strip, window, (x, y, box.height))


def _in_photo(picture: Image.Image) -> Iterator[Mark]:
    """Windows over a whole picture, large ones and small ones."""
    scale = _PHOTO / max(picture.size)
    for parts in (2, 3, 4):
        wide, tall = picture.width / parts, picture.height / parts
        for row in range(parts):
            for column in range(parts):
                left, top = column * wide, row * tall
                place = ((left + wide / 2) * scale, (top + tall / 2) * scale, tall * scale)
                yield _mark(picture, (left, top, left + wide, top + tall), place)


def _ink(strip: Image.Image) -> Image.Image:
    """How far each pixel is from the background, be it light or dark."""
    counts = strip.histogram()
    ground = max(range(256), key=lambda level: sum(counts[max(0, level - 3) : level + 4]))
    return strip.point([abs(level - ground) for level in range(256)])


def _extremes(columns: bytes) -> Iterator[float]:
    """Where ink is densest and thinnest along a line, to parts of a pixel."""
    reach = len(_BLUR) // 2
    wide = bytes(reach) + columns + bytes(reach)
    smooth = [sum(map(mul, _BLUR, wide[start:])) for start in range(len(columns))]
    for place in range(1, len(smooth) - 1):
        left, here, right = smooth[place - 1 : place + 2]
        if left < here >= right or left > here <= right:
            bend = left - 2 * here + right
            yield place + 0.5 + (0.5 * (left - right) / bend if bend else 0.0)


def _mark(
    picture: Image.Image,
    window: tuple[float, float, float, float],
    place: tuple[float, float, float],
) -> Mark:
    samples = picture.resize((_ACROSS, _DOWN), Image.Resampling.BOX, window).tobytes()
    waves = [sum(map(mul, wave, samples)) for wave in _WAVES]
    weak = sorted(range(KEY_BITS), key=lambda bit: abs(waves[bit]))[:_WEAK]
    x, y, tall = (min(round(one), 65_535) for one in place)
    return Mark(x, y, max(1, tall), _key(waves), tuple(weak))


def _key(waves: Sequence[float]) -> int:
    return sum((wave > 0) << bit for bit, wave in enumerate(waves))
