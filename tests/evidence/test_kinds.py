"""What is taken for evidence, by its bytes."""

import io
import random
import time
import zipfile
import zlib

import pytest
from PIL import Image

from study.evidence.errors import (
    DamagedPicture,
    Empty,
    EvidenceRefused,
    Forbidden,
    TooLarge,
    TooManyPixels,
    UnknownKind,
)
from study.evidence.kinds import kind_of
from study.evidence.marks import marks_of
from study.evidence.pictures import MOST_PIXELS, grey
from study.evidence.piece import LARGEST_PIECE, shown_name


def picture(kind: str, size: tuple[int, int] = (80, 60), mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, 128).save(file, kind)
    return file.getvalue()


def package(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        *((picture(kind), kind.lower()) for kind in ("JPEG", "PNG", "GIF", "WEBP", "BMP")),
        (b"%PDF-1.7 ...", "pdf"),
        (package("a.txt"), "zip"),
        (package("[Content_Types].xml", "word/document.xml"), "docx"),
        (package("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (package("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (b"Rar!\x1a\x07\x01\x00", "rar"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "7z"),
        (b"\x00\x00\x00\x20ftypisom", "mp4"),
        ("老板在吗，资料多少钱".encode(), "txt"),
        ("老板在吗，资料多少钱，请问一下还有没有".encode("gb18030"), "txt"),
        ("老板在吗，资料多少钱".encode("utf-16"), "txt"),
        (b"BMW for sale, price 300", "txt"),
    ],
)
def test_kinds_by_their_bytes(content: bytes, kind: str) -> None:
    assert kind_of(content, "whatever.exe.jpg") == kind


@pytest.mark.parametrize(
    ("content", "name", "error"),
    [
        (b"", "a.jpg", Empty),
        (b"x" * (LARGEST_PIECE + 1), "a.txt", TooLarge),
        (b"<html><body>hi</body></html>", "photo.jpg", Forbidden),
        (b"\n  <!DOCTYPE html><p>x", "photo.jpg", Forbidden),
        ("\ufeff<SCRIPT>alert(1)</SCRIPT>".encode(), "photo.png", Forbidden),
        (b"hello <script src=x></script>", "a.txt", Forbidden),
        (b'<?xml version="1.0"?><svg onload="x"/>', "a.svg", Forbidden),
        (b"#!/bin/sh\nrm -rf ~", "a.txt", Forbidden),
        (b"@echo off\r\ndel *", "a.txt", Forbidden),
        (b"MZ\x90\x00" + b"\0" * 200, "a.pdf", Forbidden),
        (b"\x7fELF\x02\x01" + b"\0" * 200, "a.jpg", Forbidden),
        (b"print(1)\n", "run.py", Forbidden),
        (b"PK\x03\x04 but no package", "a.docx", UnknownKind),
        (random.Random(1).randbytes(5_000), "a.dat", UnknownKind),
    ],
)
def test_what_is_refused_whatever_its_name(
    content: bytes, name: str, error: type[EvidenceRefused]
) -> None:
    with pytest.raises(error):
        kind_of(content, name)


def test_a_vast_directory_is_not_read() -> None:
    entry = b"PK\x01\x02" + bytes(24) + b"\xff\xff" + bytes(16)
    content = b"PK\x03\x04" + entry * 430_000 + b"PK\x05\x06" + bytes(18)
    begun = time.perf_counter()
    assert kind_of(content, "a.zip") == "zip"
    assert time.perf_counter() - begun < 1


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says to be huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        )

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    packed = zlib.compress(bytes(1_000_000), 9)
    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + bytes([8, 2, 0, 0, 0]))
    return head + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(30_000, 30_000), (8_000, 6_251), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_would_fill_the_memory(size: tuple[int, int]) -> None:
    assert size[0] * size[1] > MOST_PIXELS
    with pytest.raises((TooManyPixels, DamagedPicture)):
        grey(bomb(*size), 1_000_000)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP"])
def test_the_beginning_of_a_picture_is_none(kind: str) -> None:
    file = io.BytesIO()
    dice = random.Random(2)
    Image.frombytes("RGB", (200, 200), dice.randbytes(120_000)).save(file, kind)
    whole = file.getvalue()
    assert grey(whole, 1_000_000).size == (200, 200)
    for part in (20, 100, len(whole) // 2):
        with pytest.raises(DamagedPicture):
            grey(whole[:part], 1_000_000)


def test_damaged_pictures_never_do_worse() -> None:
    dice = random.Random(3)
    for kind in ("JPEG", "PNG", "GIF", "WEBP", "BMP"):
        good = picture(kind)
        for _ in range(60):
            bad = bytearray(good)
            for _ in range(dice.randint(1, 8)):
                bad[dice.randrange(len(bad))] = dice.randrange(256)
            try:
                marks_of(bytes(bad))
            except (DamagedPicture, TooManyPixels):
                continue


def test_pictures_that_move_and_see_through() -> None:
    file = io.BytesIO()
    frames = [Image.new("P", (300, 200), shade) for shade in (0, 1, 2)]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    assert grey(file.getvalue(), 1_000_000).size == (300, 200)
    assert grey(picture("PNG", mode="LA"), 1_000_000).mode == "L"
    assert grey(picture("PNG", (4_000, 3_000)), 1_000_000).size == (1155, 866)


@pytest.mark.parametrize("size", [(1, 1), (1, 5_000), (5_000, 1), (3, 3)])
def test_odd_sizes(size: tuple[int, int]) -> None:
    marks_of(picture("PNG", size))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\截图.png", "截图.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("聊天\n记录\x00\u200b.txt", "聊天记录.txt"),
        ("..", ""),
        ("", ""),
        (".bashrc", "bashrc"),
        ("长" * 200 + ".docx", "长" * 74 + "….docx"),
        ("x" * 200, "x" * 79 + "…"),
    ],
)
def test_names_are_only_shown(name: str, shown: str) -> None:
    assert shown_name(name) == shown
    assert len(shown_name(name)) <= 80
