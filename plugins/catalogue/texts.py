"""What people read about the catalogue."""

from plugins._chat.texts import short
from study.materials.citation import number_of
from study.services.catalogue import Page

_ACCESS = {"free": "免费", "member": "会员"}
_MOST_TAGS = 10


def page(found: Page, year: str, tag: str) -> str:
    """One page of the list: number, title, date, free or for members."""
    wanted = "".join(
        f"{word} " for word in (f"{year}年" if year else "", tag and f"#{tag}") if word
    )
    lines = [f"📚 {wanted}目录 共{found.total}份（第{found.number}/{found.pages}页）"]
    for material in found.materials:
        said = material.spoken_on or "日期不详"
        lines.append(
            f"{number_of(material.number)}《{material.title}》{said} {_ACCESS[material.access]}"
        )
    return "\n".join(filter(None, [*lines, _next_steps(found, year, tag)]))


def nothing(year: str, tag: str, found: Page) -> str:
    """No material with this year and tag; which there are."""
    if not (found.years or found.tags):
        return "资料库里还没有能读的资料。管理员收录后就能用了"
    wanted = [f"{year}年" if year else "", f"标签“{short(tag)}”" if tag else ""]
    return f"目录里没有{'、'.join(filter(None, wanted))}的资料。{_narrowing(found)}"


def _next_steps(found: Page, year: str, tag: str) -> str:
    words = " ".join(word for word in ("/学习 目录", year, short(tag)) if word)
    further = f"下一页：{words} {found.number + 1}" if found.number < found.pages else ""
    return "　".join(filter(None, [further, "" if year or tag else _narrowing(found)]))


def _narrowing(found: Page) -> str:
    tags = "、".join(list(found.tags)[:_MOST_TAGS]) + ("等" if len(found.tags) > _MOST_TAGS else "")
    by_year = f"按年看：/学习 目录 {found.years[0]}" if found.years else ""
    return "　".join(filter(None, [by_year, f"标签：{tags}" if tags else ""]))
