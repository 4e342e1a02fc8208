import pytest

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import text
from study.materials.source import Line

SENTENCE = "全面建设社会主义现代化国家"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert text.lines(f"甲{end}乙{end}{end}丙") == ["甲", "乙", "", "丙"]


def test_controls_are_removed_and_nothing_else() -> None:
    odd = "　　甲\u200b乙\ufeff丙 \t丁\xa0戊"
    assert text.lines("\0\x01\x1b\x1c\x1d\x7f" + odd + "\x80\x9f") == [odd]


def test_blank_lines_are_kept() -> None:
    source = text.read(f"{SENTENCE}\n\n{SENTENCE}\n".encode("gb18030"))
    assert source.lines == (Line(SENTENCE), Line(""), Line(SENTENCE))
    assert source.charset == "gb18030"


@pytest.mark.parametrize("data", [b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "　\n".encode()])
def test_a_file_of_blanks_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        text.read(data)
    assert caught.value.reason is Unreadable.EMPTY
