import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import language, read, read_bytes
from tests.materials.formats.file_builders import body, docx_of, p, pdf_of, zipped

SPEECH = "同志们：今天的会议很重要，我讲三点意见。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def _refusal(name: str, data: bytes) -> tuple[Unreadable, str]:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(name, data)
    return caught.value.reason, caught.value.kind


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("讲话.txt", SPEECH.encode()),
        ("讲话.TXT", SPEECH.encode("gb18030")),
        ("讲话.md", SPEECH.encode()),
        ("讲话.markdown", (SPEECH + "\n\n" + "\n".join(["抓落实" * 30] * 400)).encode()),
        ("C:\\资料\\讲话.docx", docx_of(body(p(SPEECH)))),
        ("dir/讲话.pdf", pdf_of([[SPEECH]])),
    ],
)
def test_every_accepted_format_gives_its_text(name: str, data: bytes) -> None:
    assert read_bytes(name, data).lines[0].text.strip() == SPEECH


def test_a_path_is_read_like_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "讲话.txt"
    file.write_text(SPEECH, encoding="utf-16")
    assert read(file) == read_bytes("讲话.txt", file.read_bytes())


@pytest.mark.parametrize(
    ("name", "reason", "kind"),
    [
        ("~$讲话.docx", Unreadable.LOCK_FILE, "docx"),
        (".~讲话.docx", Unreadable.LOCK_FILE, "docx"),
        ("讲话.doc", Unreadable.OLD_WORD, "doc"),
        ("讲话.DOC", Unreadable.OLD_WORD, "doc"),
        ("表.xlsx", Unreadable.UNSUPPORTED, "xlsx"),
        ("讲话", Unreadable.UNSUPPORTED, ""),
        ("讲话.", Unreadable.UNSUPPORTED, ""),
        ("讲话.x\ny", Unreadable.UNSUPPORTED, "xy"),
        ("讲话.docx.exe", Unreadable.UNSUPPORTED, "exe"),
        ("讲话." + "长" * 200, Unreadable.UNSUPPORTED, "长" * 12),
    ],
)
def test_the_name_alone_can_be_enough_to_refuse(name: str, reason: Unreadable, kind: str) -> None:
    assert _refusal(name, SPEECH.encode()) == (reason, kind)


@pytest.mark.parametrize(
    ("name", "data", "reason", "kind"),
    [
        ("a.txt", docx_of(body("")), Unreadable.UNSUPPORTED, "内容是 docx 的 txt"),
        ("a.md", zipped({"a": "b"}), Unreadable.UNSUPPORTED, "内容是 zip 的 md"),
        ("a.txt", pdf_of([[SPEECH]]), Unreadable.UNSUPPORTED, "内容是 pdf 的 txt"),
        ("a.docx", pdf_of([[SPEECH]]), Unreadable.UNSUPPORTED, "内容是 pdf 的 docx"),
        ("a.pdf", docx_of(body("")), Unreadable.UNSUPPORTED, "内容是 docx 的 pdf"),
        ("a.txt", b"{\\rtf1 a}", Unreadable.UNSUPPORTED, "内容是 rtf 的 txt"),
        ("a.txt", OLE, Unreadable.OLD_WORD, "txt"),
        ("a.docx", OLE, Unreadable.OLD_WORD, "docx"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), Unreadable.ENCRYPTED, "docx"),
        ("a.docx", SPEECH.encode(), Unreadable.DAMAGED, "docx"),
        ("a.pdf", SPEECH.encode(), Unreadable.DAMAGED, "pdf"),
        ("a.pdf", b"%PDF-1.7\n", Unreadable.DAMAGED, "pdf"),
        ("a.txt", b"", Unreadable.EMPTY, "txt"),
        ("a.docx", b"", Unreadable.EMPTY, "docx"),
        ("a.txt", b" \n", Unreadable.EMPTY, "txt"),
        ("a.txt", b" " * (20 * 1024 * 1024 + 1), Unreadable.TOO_LARGE, "txt"),
        ("a.txt", b"Ladies and gentlemen", Unreadable.NOT_CHINESE, "txt"),
        ("a.txt", "三五个字".encode(), Unreadable.NOT_CHINESE, "txt"),
        ("a.txt", "憲法は、国民の権利を守るもので、大切です。".encode(), Unreadable.NOT_CHINESE, "txt"),
        ("a.txt", bytes(range(256)), Unreadable.UNKNOWN_CHARSET, "txt"),
        ("a.docx", docx_of(body(p("test"))), Unreadable.NO_TEXT, "docx"),
        ("a.docx", docx_of(body(p("Ladies and gentlemen"))), Unreadable.NOT_CHINESE, "docx"),
        ("a.pdf", pdf_of([[]]), Unreadable.NO_TEXT, "pdf"),
    ],
)  # fmt: skip
def test_every_refusal_says_why(name: str, data: bytes, reason: Unreadable, kind: str) -> None:
    assert _refusal(name, data) == (reason, kind)


def test_a_text_about_pdf_is_text() -> None:
    assert read_bytes("a.txt", f"{SPEECH} %PDF-1.4".encode()).lines


def test_a_few_kana_in_a_chinese_text_do_no_harm() -> None:
    assert language.missing(SPEECH * 3 + "「ありがとう」") is None


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "讲话.txt"
    os.mkfifo(pipe)
    found: dict[str, UnreadableFile] = {}
    for path in (
        pipe,
        tmp_path,
        Path("/dev/zero"),
        tmp_path / "无.txt",
        Path("a\0.txt"),
        pipe / "x.txt",
    ):
        with pytest.raises(UnreadableFile) as caught:
            read(path)
        found[str(path)] = caught.value
    assert [(error.reason, error.kind) for error in found.values()] == [
        (Unreadable.UNSUPPORTED, "特殊文件"),
        (Unreadable.UNSUPPORTED, "文件夹"),
        (Unreadable.UNSUPPORTED, "特殊文件"),
        (Unreadable.ABSENT, ""),
        (Unreadable.ABSENT, ""),
        (Unreadable.ABSENT, ""),
    ]


def test_a_file_that_may_not_be_read_is_forbidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "讲话.txt"
    file.write_text(SPEECH, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError  # The tests may run as root, whom no mode stops.

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFile) as caught:
        read(file)
    assert caught.value.reason is Unreadable.FORBIDDEN


def test_a_name_that_is_no_valid_text_is_no_obstacle(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xbd\xb2\xbb\xb0.txt")
    file.write_text(SPEECH, encoding="utf-8")
    assert read(file).lines[0].text == SPEECH


@settings(deadline=None, max_examples=200)
@given(data=st.binary(max_size=300), kind=st.sampled_from(["txt", "md"]))
def test_random_bytes_are_read_or_refused(data: bytes, kind: str) -> None:
    try:
        source = read_bytes(f"a.{kind}", data)
    except UnreadableFile:
        return
    assert not any("\n" in line.text or "\0" in line.text for line in source.lines)
