"""The lines of text in a picture, found without reading them.

Text is where light and dark change within a pixel or two. Patches of change that touch are one
piece, pieces side by side are a line; what is too high or too short for one is left out.
"""

# Stubs of Pillow speak of numpy, which is not here.
# pyright: reportUnknownMemberType=false

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

HEIGHT = 32
"""Pixels to which the height of the usual line is brought."""
_CONTRAST = 48
_CELL = 4
"""Pixels of a row that are looked at as one."""
_FILLED = 40
"""How much of a cell must be change, of 255."""
_RUN = re.compile(rb"\xff+(?:\x00{1,2}\xff+)*")
_LEAST, _MOST = 8, 120
"""Pixels of a line's height."""
_SHORTEST = 3.2
"""The length of the shortest line, in heights."""
_GAP = 0.8
"""The widest gap within a line, in heights."""
_OVERLAP = 0.6
_MOST_PIECES = 6_000
_BESIDE = 60
"""Lines that a piece is compared with: those that began last."""
_NEAR_ENOUGH = 0.03
_SMALLEST_SCALE, _LARGEST_SCALE = 0.2, 4.0
_MOST_PIXELS = 6_000_000
"""Of a picture that is made larger; a line may then stay lower than HEIGHT."""
_LONGEST_SIDE = 30_000
"""Pixels; nobody has written anything that is longer."""
_MOST_RUNS = 100_000
"""Runs of change that are looked at: a screenshot full of text has a tenth of them."""


@dataclass(slots=True)
class Box:
    """A part of a picture in pixels, the right and lower edges excluded."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        """From top to bottom."""
        return self.bottom - self.top

    def take_in(self, other: "Box") -> None:
        """Become large enough to hold another one too."""
        self.left, self.top = min(self.left, other.left), min(self.top, other.top)
        self.right, self.bottom = max(self.right, other.right), max(self.bottom, other.bottom)


def levelled(picture: Image.Image) -> tuple[Image.Image, list[Box]]:
    """A grey picture scaled so that its usual line has HEIGHT, and its lines; none where there is
    no text."""
    found = lines(picture) if max(picture.size) <= _LONGEST_SIDE else []
    if not found:
        return picture, []
    largest = max(1.0, (_MOST_PIXELS / (picture.width * picture.height)) ** 0.5)
    scale = HEIGHT / _usual_height(found)
    scale = min(max(scale, _SMALLEST_SCALE), _LARGEST_SCALE, largest)
    if abs(scale - 1) <= _NEAR_ENOUGH:
        return picture, found
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    picture = picture.resize(size, Image.Resampling.LANCZOS)
    return picture, lines(picture)


def lines(picture: Image.Image) -> list[Box]:
    """The lines of text in a grey picture."""
    merged: list[Box] = []
    pieces = sorted(_pieces(picture), key=lambda box: (box.left, box.top))
    for piece in pieces[:_MOST_PIECES]:
        beside = (line for line in reversed(merged[-_BESIDE:]) if _is_beside(line, piece))
        line = next(beside, None)
        if line is None:
            merged.append(piece)
        else:
            line.take_in(piece)
    # Change is seen from one pixel outside of the text on.
    boxes = (Box(box.left, box.top + 1, box.right, box.bottom - 1) for box in merged)
    return [
        box
        for box in boxes
        if box.height >= _LEAST and box.right - box.left >= _SHORTEST * box.height
    ]


def _usual_height(boxes: list[Box]) -> int:
    """The height in which most of the text is written."""
    sizes = sorted((box.height, box.right - box.left) for box in boxes)
    half, length = sum(width for _, width in sizes) / 2, 0
    for height, width in sizes:
        length += width
        if length >= half:
            return height
    return sizes[-1][0]


def _is_beside(line: Box, piece: Box) -> bool:
    height = max(line.height, piece.height)
    shared = min(line.bottom, piece.bottom) - max(line.top, piece.top)
    return (
        shared >= _OVERLAP * min(line.height, piece.height)
        and piece.left - line.right <= _GAP * height
        and max(line.bottom, piece.bottom) - min(line.top, piece.top) <= _MOST
    )


def _pieces(picture: Image.Image) -> Iterator[Box]:
    """The patches of change, joined where rows of them touch."""
    boxes: list[Box | None] = []
    before: list[tuple[int, int, int]] = []
    parents: list[int] = []  # One for each run.
    for row, cells in enumerate(_changes(picture)):
        runs: list[tuple[int, int, int]] = []
        start = 0
        for run in _RUN.finditer(cells):
            left, right = run.span()
            while start < len(before) and before[start][1] <= left:
                start += 1
            box = Box(left * _CELL, row, right * _CELL, row + 1)
            runs.append((left, right, _joined(box, before, start, right, parents, boxes)))
        before = runs
        if len(parents) > _MOST_RUNS:
            break
    return (box for box in boxes if box is not None and box.height <= _MOST)


def _joined(
    box: Box, before: list[tuple[int, int, int]], start: int, right: int,
    parents: list[int], boxes: list[Box | None],
) -> int:  # fmt: skip
    """Add a run to the patch that it touches, or begin one; the number of the patch."""
    number = len(parents)
    parents.append(number)
    boxes.append(box)
    for touched in range(start, len(before)):
        left, _, patch = before[touched]
        if left >= right:
            break
        root = _root(parents, patch)
        if root != number:
            other = boxes[root]
            if other is not None:
                box.take_in(other)
            parents[root], boxes[root] = number, None
    return number


def _root(parents: list[int], patch: int) -> int:
    while parents[patch] != patch:
        parents[patch] = parents[parents[patch]]
        patch = parents[patch]
    return patch


def _changes(picture: Image.Image) -> Iterator[bytes]:
    """The rows of a picture, 255 for each cell with change and 0 for the others."""
    change = ImageChops.subtract(
        picture.filter(ImageFilter.MaxFilter(3)), picture.filter(ImageFilter.MinFilter(3))
    ).point([0] * _CONTRAST + [255] * (256 - _CONTRAST))
    width = picture.width // _CELL
    if not width:
        return
    cells = change.resize(
        (width, picture.height), Image.Resampling.BOX, (0, 0, width * _CELL, picture.height)
    ).point([0] * _FILLED + [255] * (256 - _FILLED))
    data = cells.tobytes()
    for start in range(0, len(data), width):
        yield data[start : start + width]
