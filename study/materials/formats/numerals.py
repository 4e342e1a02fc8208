"""The numerals of Word's automatic numbering."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def numeral(number: int, form: str) -> str:
    """`number` in a number format of Word (the value of w:numFmt); decimal if it is unknown."""
    write = _FORMS.get(form)
    return write(number) if write and 0 < number < 10_000 else str(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "千百十") -> str:
    """Up to 9,999, as counted aloud: 一百零五, 十二, 二十."""
    text = ""
    for unit, digit in zip((*units, ""), f"{number:04}", strict=True):
        if digit != "0":
            text += digits[int(digit)] + unit
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    # 十二, not 一十二; but 壹拾贰 on cheques and in law.
    return text.removeprefix("一") if 10 <= number < 20 and digits is _DIGITS else text


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL_DIGITS, "仟佰拾")


def _positional(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """a to z, then aa, bb …"""
    repeat, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeat + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


_circled = _of("".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260)))))
_COUNTING = (
    *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
    *("taiwaneseCounting", "taiwaneseCountingThousand"),
)
_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_COUNTING, _chinese),
    "chineseLegalSimplified": _legal,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _of("".join(map(chr, range(0x2474, 0x2488)))),
    "decimalEnclosedFullstop": _of("".join(map(chr, range(0x2488, 0x249C)))),
    "ideographEnclosedCircle": _of("".join(map(chr, range(0x3280, 0x328A)))),
    "decimalFullWidth": lambda number: "".join(chr(0xFEE0 + ord(d)) for d in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(0xFEE0 + ord(d)) for d in str(number)),
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda number: "",
}
