from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.formats.charset import decode
from tests.materials.formats.file_builders import fixtures

SPEECH = "同志们：今天的会议很重要，我讲三点意见。一是提高认识，二是压实责任，三是狠抓落实。\n"
TRADITIONAL = "維基一詞，出焉白話維基。典肇乎庚辰年十二月廿一，收各方語言二百五十，合逾七百萬目。\n"


def _level(leads: range, trails: list[int], codec: str) -> list[str]:
    cells = (bytes((lead, trail)) for lead in leads for trail in trails)
    return [c for cell in cells if (c := cell.decode(codec, "ignore"))]


_SIMPLIFIED = _level(range(0xB0, 0xD8), [*range(0xA1, 0xFF)], "gb2312")
_TRADITIONAL = _level(range(0xA4, 0xC6), [*range(0x40, 0x7F), *range(0xA1, 0xFF)], "big5")


def _texts(characters: list[str]) -> st.SearchStrategy[str]:
    """Forty different everyday characters and more, with a mark or a line end after every sixth."""
    plain = st.lists(st.sampled_from(characters), min_size=40, max_size=400, unique=True)
    marks = st.lists(st.sampled_from(["，", "。", "\n", "2024", "、"]), min_size=1, max_size=20)
    return st.builds(_punctuated, plain, marks)


def _punctuated(characters: list[str], marks: list[str]) -> str:
    clauses = ("".join(characters[i : i + 6]) for i in range(0, len(characters), 6))
    return "".join(clause + mark for clause, mark in zip(clauses, cycle(marks), strict=False))


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "hz"]
)
@settings(deadline=None, max_examples=20)
@given(text=_texts(_SIMPLIFIED))
def test_simplified_text_comes_back_whatever_the_charset(codec: str, text: str) -> None:
    assert decode(text.encode(codec))[0] == text


@pytest.mark.parametrize("codec", ["utf-8", "big5", "cp950", "utf-16-le", "utf-16-be"])
@settings(deadline=None, max_examples=20)
@given(text=_texts(_TRADITIONAL))
def test_traditional_text_comes_back_whatever_the_charset(codec: str, text: str) -> None:
    assert decode(text.encode(codec))[0] == text


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("hz", "hz"),
    ],
)
def test_the_charset_is_named(codec: str, named: str) -> None:
    assert decode(SPEECH.encode(codec)) == (SPEECH, named)


@pytest.mark.parametrize("text", ["在会议上的讲话", "学习贯彻二十大精神", "三、抓落实"])
@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be", "utf-8", "hz"])
def test_even_a_single_title_is_enough(codec: str, text: str) -> None:
    assert decode(text.encode(codec))[0] == text


def test_traditional_characters_in_a_mainland_charset_are_not_taken_for_big5() -> None:
    assert decode(TRADITIONAL.encode("gb18030")) == (TRADITIONAL, "gb18030")


def test_hong_kongs_additions_to_big5_are_known() -> None:
    text = "呢幾日都幾開心，大家都話佢哋嘅嘢好正，唔該晒咁多位嚟睇我哋喺度寫嘅文章。"
    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")


def test_text_that_is_ascii_for_longer_than_the_sample_is_still_seen() -> None:
    text = "<!-- padding -->\n" * 8_000 + SPEECH
    assert decode(text.encode("gb18030")) == (text, "gb18030")


def test_a_few_tildes_do_not_make_hz() -> None:
    assert decode(b"if x: ~{ y }\n")[1] == "utf-8"


def test_stray_nuls_do_not_make_utf_16() -> None:
    assert decode(("\0" * 3 + SPEECH).encode())[1] == "utf-8"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_only_the_invalid_bytes_of_a_faulty_file_are_lost(codec: str) -> None:
    half = (SPEECH * 10).encode(codec)
    text, _ = decode(half + b"\xff" + half)
    assert text == SPEECH * 10 + "\ufffd" + SPEECH * 10


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le", "utf-16", "big5"])
def test_a_file_cut_inside_a_character_loses_that_character_only(codec: str) -> None:
    whole = TRADITIONAL if codec == "big5" else SPEECH
    text, _ = decode((whole * 3).rstrip().encode(codec)[:-1])
    assert text == (whole * 3).rstrip()[:-1] + "\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        "Déjà vu : où est passé l'été ? Hélas, là-bas, près du chêne.".encode("latin-1"),
        "Привет, как дела? Сегодня хорошая погода.".encode("cp1251"),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200, 256)) * 20,
    ],
)
def test_what_is_no_chinese_charset_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(data)
    assert caught.value.reason is Unreadable.UNKNOWN_CHARSET


@settings(deadline=None, max_examples=200)
@given(data=st.binary(max_size=400))
def test_random_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UnreadableFile:
        return
    text.encode()


def test_every_real_file_is_decoded_as_its_name_says() -> None:
    codecs = {
        "Big5": "cp950",  # As Windows writes it; only a few symbols differ from the standard.
        "GB2312": "gb18030",
        "UTF-16BE": "utf-16-be",
        "UTF-16LE": "utf-16-le",
        "UTF-16": "utf-16",
        "utf-8-sig": "utf-8-sig",
    }
    wrong = []
    for file in sorted((fixtures("encodings") / "chardet").iterdir()):
        data, declared = file.read_bytes(), file.name.partition("__")[0]
        if declared in codecs and decode(data)[0] != data.decode(codecs[declared]):
            wrong.append(file.name)
    assert wrong == []


def test_taiwans_other_charset_gives_the_same_text_as_big5() -> None:
    folder = fixtures("encodings") / "chardet"
    text, name = decode((folder / "EUC-TW___ude_euc-tw1.txt").read_bytes())
    assert (text, name) == (decode((folder / "Big5___ude_1.txt").read_bytes())[0], "euc_tw")


def test_one_report_in_six_charsets_is_one_text() -> None:
    folder = fixtures("encodings")
    texts = {decode(file.read_bytes())[0] for file in folder.glob("gwr2017.*")}
    lengths = sorted(map(len, texts))
    assert len(list(folder.glob("gwr2017.*"))) == 6
    assert all("各位代表" in text and "\ufffd" not in text for text in texts)
    assert lengths[0] > 0.98 * lengths[-1]
