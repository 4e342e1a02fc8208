"""Whatever a file was made to do, reading it ends in text or in a clear refusal, and soon."""

import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import child, read, read_bytes
from study.materials.source import Source
from tests.materials.formats.file_builders import (
    body,
    docx_of,
    fixtures,
    p,
    pdf_of,
    unpacked_docx_of,
    zipped,
)

SPEECH = "同志们：今天的会议很重要，我讲三点意见。"


def _reason(name: str, data: bytes) -> Unreadable | None:
    try:
        read_bytes(name, data)
    except UnreadableFile as error:
        return error.reason
    return None


def _with_doctype(doctype: str, content: str) -> bytes:
    return docx_of(f"<!DOCTYPE w [{doctype}]>" + body(p(SPEECH) + content))


def _laughs() -> bytes:
    entities = '<!ENTITY a0 "哈">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)
    )
    return _with_doctype(entities, p("<w:r><w:t>&a9;</w:t></w:r>"))


def _laughs_in_an_attribute() -> bytes:
    entities = '<!ENTITY a0 "哈">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)
    )
    return _with_doctype(entities, '<w:p w:x="&a9;"/>')


def _quadratic() -> bytes:
    return _with_doctype(
        f'<!ENTITY a "{"长" * 50_000}">', p(f"<w:r><w:t>{'&a;' * 20_000}</w:t></w:r>")
    )


def _deep() -> bytes:
    return unpacked_docx_of(body("<w:p>" * 1_000_000 + "</w:p>" * 1_000_000))


def _deep_controls() -> bytes:
    return unpacked_docx_of(body("<w:sdtContent>" * 300_000 + "</w:sdtContent>" * 300_000))


def _zip_bomb() -> bytes:
    return docx_of(body(p(SPEECH)), styles="<a>" + " " * 90_000_000 + "</a>")


def _many_entries() -> bytes:
    return zipped({"word/document.xml": body(p(SPEECH))} | {f"word/{i}": "" for i in range(2_000)})


def _lying_bomb() -> bytes:
    """A bomb whose directory says that it is small."""
    data = _zip_bomb()
    size = len("<a>" + " " * 90_000_000 + "</a>")
    return data.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little"))


def _endless_text() -> bytes:
    return unpacked_docx_of(body(p("长篇大论" * 200) * 8_000))


def _pdf_bomb() -> bytes:
    """A page whose content is a gigabyte of drawing, packed into a megabyte."""
    packed = zlib.compress(b"BT ET " * 40_000_000, 9)
    plain = pdf_of([[SPEECH]])
    head, _, rest = plain.partition(b"6 0 obj\n")
    _, _, tail = rest.partition(b"endobj\n")
    length = f"6 0 obj\n<</Length {len(packed)}/Filter/FlateDecode>>\nstream\n".encode()
    return head + length + packed + b"\nendstream\nendobj\n" + tail


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (_laughs, {Unreadable.DAMAGED}),
        (_laughs_in_an_attribute, {Unreadable.DAMAGED}),
        (_quadratic, {Unreadable.DAMAGED}),
        (_deep, {Unreadable.DAMAGED, Unreadable.TOO_DEMANDING}),
        (_deep_controls, {Unreadable.DAMAGED, Unreadable.TOO_DEMANDING}),
        (_zip_bomb, {Unreadable.TOO_DEMANDING}),
        (_many_entries, {Unreadable.TOO_DEMANDING}),
        (_lying_bomb, {Unreadable.DAMAGED, Unreadable.TOO_DEMANDING}),
        (_endless_text, {Unreadable.TOO_DEMANDING}),
    ],
)
def test_a_hostile_document_is_refused_in_time(
    make: Callable[[], bytes], expected: set[Unreadable]
) -> None:
    data = make()
    start = time.monotonic()
    assert _reason("讲话.docx", data) in expected
    assert time.monotonic() - start < 6


def test_a_document_cannot_make_the_reader_read_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("绝密文件的内容，不可外传。", encoding="utf-8")
    entity = f'<!ENTITY x SYSTEM "{secret.as_uri()}">'
    assert _reason("讲话.docx", _with_doctype(entity, p("<w:r><w:t>&x;</w:t></w:r>"))) is (
        Unreadable.DAMAGED
    )
    external = f'<!DOCTYPE w SYSTEM "{secret.as_uri()}">' + body(p(SPEECH))
    assert _reason("讲话.docx", docx_of(external)) is Unreadable.DAMAGED


def test_a_pdf_bomb_ends_in_time() -> None:
    start = time.monotonic()
    assert _reason("讲话.pdf", _pdf_bomb()) in (
        Unreadable.TOO_DEMANDING,
        Unreadable.DAMAGED,
        Unreadable.NO_TEXT,
    )
    assert time.monotonic() - start < 6


@settings(deadline=None, max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(cut=st.floats(0.01, 0.99), noise=st.binary(min_size=1, max_size=40))
def test_a_document_with_a_hole_in_it_is_read_or_refused(cut: float, noise: bytes) -> None:
    for name, data in (
        ("a.docx", docx_of(body(p(SPEECH) * 30))),
        ("a.pdf", pdf_of([[SPEECH] * 10] * 3)),
    ):
        place = int(len(data) * cut)
        holed = data[:place] + noise + data[place + len(noise) :]
        assert _reason(name, holed) in {*Unreadable, None}


def test_the_child_answers_for_memory_it_does_not_get(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def read(self) -> bytes:
            raise MemoryError

    written: list[bytes] = []

    class Out:
        write = staticmethod(written.append)

    monkeypatch.setattr(child, "_limit", lambda: None)
    monkeypatch.setattr(child.sys, "argv", ["child", "docx"])
    monkeypatch.setattr(child.sys, "stdin", type("In", (), {"buffer": Full()}))
    monkeypatch.setattr(child.sys, "stdout", type("Stdout", (), {"buffer": Out}))
    child.main()
    assert written == [b'{"unreadable": "too demanding"}']


def _outcome(file: Path) -> tuple[str, str, float, Source | None]:
    start = time.monotonic()
    try:
        source = read(file)
    except UnreadableFile as error:
        return file.name, error.reason.name, time.monotonic() - start, None
    return file.name, "READ", time.monotonic() - start, source


def _outcomes(folder: str) -> dict[str, tuple[str, Source | None]]:
    files = sorted(fixtures(folder).iterdir())
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(_outcome, files))
    assert max(seconds for _, _, seconds, _ in outcomes) < 5
    return {name: (reason, source) for name, reason, _, source in outcomes}


def test_every_hostile_file_ends_as_it_should() -> None:
    outcomes = _outcomes("hostile")
    for name, (reason, _) in outcomes.items():
        ending = name.rpartition(".")[2]
        if ending == "doc":
            assert reason == "OLD_WORD", name
        elif ending in ("xlsx", "xml", "zip"):
            assert reason == "UNSUPPORTED", name
        elif "user-password" in name or "both-passwords" in name or "password-is" in name:
            assert reason == "ENCRYPTED", name
        elif "empty-password" in name or "owner-password" in name or "documentProtection" in name:
            assert reason == "NOT_CHINESE", name
        else:
            assert reason in ("DAMAGED", "NO_TEXT", "NOT_CHINESE", "ENCRYPTED", "READ"), name
    read_ = {name for name, (reason, _) in outcomes.items() if reason == "READ"}
    assert read_ == {"py-pdf__issue-914-xmp-data.pdf"}


def test_every_real_office_file_ends_as_it_should() -> None:
    outcomes = _outcomes("office_cjk") | _outcomes("office_misc") | _outcomes("pdf_cjk")
    for name, (reason, source) in outcomes.items():
        if name.endswith(".doc"):
            assert reason == "OLD_WORD", name
        elif "BuffaloWill" in name or ("mozilla" in name and "SimFang" not in name):
            assert reason in ("NO_TEXT", "NOT_CHINESE"), name
        else:
            assert source is not None, name
            assert any(line.text.strip() for line in source.lines), name
