"""What a file says about itself, without what a program put there by itself."""

import re
from collections.abc import Mapping

_TRIVIAL_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b.*"
    r"|(?:word|powerpoint) (?:document|文档|演示文稿|presentation)"
    r"|(?:untitled|document|doc|无标题|未命名|新建.*文档|文档|标题|题目|title|null|none)[\s\d()（）]*"
    r"|.*\.(?:docx?|dotx?m?|wps|wpt|pdf|txt|rtf|tmp|html?)|https?:.*|[\W\d_]*",
    re.IGNORECASE | re.DOTALL,
)
_TRIVIAL_AUTHOR = re.compile(
    r"python-docx|un-named|unknown|anonymous|apache poi|openxml.*"
    r"|microsoft.*|微软.*|windows.*|wps.*"
    r"|(?:administrator|admin|users?|owner|author|作者|用户|管理员)[\s\d]*"
    r"|(?:lenovo|hp|dell|asus|acer|pc)[\s\d]*"
    r"|[\W\d_]*",
    re.IGNORECASE | re.DOTALL,
)
# The day the template of python-docx was made; documents made with it do not say their own.
_TRIVIAL_DATES = ("2013-12-23",)
_DATE = re.compile(r"(?:D:)?((?:19[89]|20\d)\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])")


def telling(title: str | None, author: str | None, created: str | None) -> Mapping[str, str]:
    """The properties worth keeping: `title`, `author`, and `date` as YYYY-MM-DD.

    `created` may be a W3C date (docx) or a PDF date (D:YYYYMMDD…).
    """
    title, author = _tidy(title), _tidy(author)
    day = _DATE.match(created or "")
    date = "-".join(day.groups()) if day else ""
    found = {
        "title": "" if _TRIVIAL_TITLE.fullmatch(title) else title,
        "author": "" if _TRIVIAL_AUTHOR.fullmatch(author) else author,
        "date": "" if date in _TRIVIAL_DATES else date,
    }
    return {key: value for key, value in found.items() if value}


def _tidy(value: str | None) -> str:
    printable = (c if c.isprintable() else " " for c in value or "")
    return " ".join("".join(printable).split())[:200]
