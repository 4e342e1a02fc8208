import pytest

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats import pdf
from study.materials.formats.running import without_running
from study.materials.source import Line
from tests.materials.formats.file_builders import fixtures, pdf_of


def _texts(data: bytes) -> list[str]:
    return [line.text.strip() for line in pdf.read(data).lines]


def test_lines_come_in_order_with_a_blank_one_between_pages() -> None:
    data = pdf_of([["在会议上的讲话", "同志们："], ["今天的会议很重要。"]])
    assert _texts(data) == ["在会议上的讲话", "同志们：", "", "今天的会议很重要。"]
    assert all(line == Line(line.text) for line in pdf.read(data).lines)


def test_properties_that_say_something_are_kept() -> None:
    title = "讲话".encode("utf-16-be").hex()
    info = f"/Title<feff{title}>/Author(Administrator)/CreationDate(D:20240305081500+08'00')"
    assert pdf.read(pdf_of([["正文"]], info)).properties == {"title": "讲话", "date": "2024-03-05"}


def test_fonts_that_do_not_tell_their_characters_give_no_text() -> None:
    with pytest.raises(UnreadableFile) as caught:
        pdf.read(pdf_of([["\ue001\ue002\ue003\ue004 abc"]]))
    assert caught.value.reason is Unreadable.NO_TEXT


@pytest.mark.parametrize("cut", [0.3, 0.5, 0.95])
def test_a_file_cut_off_is_damaged(cut: float) -> None:
    data = pdf_of([["第一页的文字"] * 20] * 5)
    with pytest.raises(UnreadableFile) as caught:
        pdf.read(data[: int(len(data) * cut)])
    assert caught.value.reason is Unreadable.DAMAGED


def test_padding_after_the_end_does_no_harm() -> None:
    assert _texts(pdf_of([["正文"]]) + b"\0" * 10_000) == ["正文"]


def test_radicals_that_stand_for_characters_are_put_right() -> None:
    assert pdf._clean("⼀、⼯作⽬标\ufffe") == "一、工作目标"


def test_running_headers_and_footers_are_dropped_with_their_numbers() -> None:
    words = "春夏秋冬晨昏"
    pages = [["学习资料 仅供内部", w, f"第 {i} 页 共 6 页"] for i, w in enumerate(words, 1)]
    assert without_running(pages) == [[word] for word in words]


def test_a_header_may_be_missing_from_some_pages() -> None:
    pages = [["标题", "甲"], ["页眉", "乙"], ["页眉", "丙"], ["页眉", "丁"], []]
    assert without_running(pages) == [["标题", "甲"], ["乙"], ["丙"], ["丁"], []]


def test_lines_shared_by_few_pages_are_text() -> None:
    few = [["页眉", "甲"], ["页眉", "乙"], ["页眉", "丙"]]
    half = [["页眉", "甲"], ["页眉", "乙"], ["戊", "丙"], ["己", "丁"]]
    assert without_running(few) == few
    assert without_running(half) == half


def test_the_civil_code_is_read_whole() -> None:
    file = fixtures("office_cjk") / "weilueluo__民法典.pdf"
    text = "".join(_texts(file.read_bytes()))
    assert "第一千二百六十条" in text
    assert "第一条 为了保护民事主体的合法权益" in text
