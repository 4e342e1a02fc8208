"""How a source is cited: title, date, number, paragraph."""


def number_of(number: int) -> str:
    """A material's number as people write it: M0012."""
    return f"M{number:04}"


def parse_number(text: str) -> int | None:
    """The number in M0012, m12 or 12; None when there is none."""
    digits = text.strip().lstrip("MmＭｍ")
    return int(digits) if digits.isdecimal() and len(digits) <= 6 else None


def spoken_on(iso: str) -> str:
    """A date as precise as it is known, in brackets: （2026年1月27日）, （1954年）."""
    return f"（{dated(iso)}）"


def dated(iso: str) -> str:
    """A date as precise as it is known: 2026年1月27日, 1954年, 日期不详."""
    parts = [str(int(part)) for part in iso.split("-") if part]
    return (
        "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False)) or "日期不详"
    )


def cited(title: str, iso: str, number: int, first: int, last: int | None = None) -> str:
    """《title》（date） · M0012 第3段, or 第3–5段."""
    place = f"{first}" if last in (None, first) else f"{first}–{last}"
    return f"《{title}》{spoken_on(iso)} · {number_of(number)} 第{place}段"
