"""/学习 目录 [年|标签] [页]."""

import re
import unicodedata

from plugins._chat.call import Call, Refusal, Reply
from plugins._chat.table import Command, register
from plugins.catalogue import texts
from study.services.catalogue import catalogue

_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_PAGE = re.compile(r"第?(\d{1,3})页?")


async def contents(call: Call) -> Reply:
    """A page of the catalogue, narrowed by a year or a tag."""
    year, tag, page = "", "", 1
    for word in call.words:
        plain = unicodedata.normalize("NFKC", word)
        if match := _YEAR.fullmatch(plain):
            year = match[1]
        elif match := _PAGE.fullmatch(plain):
            page = max(1, int(match[1]))
        else:
            tag = word.lstrip("#＃")
    found = await catalogue(call.database, window=call.window, year=year, tag=tag, page=page)
    if not found.total:
        raise Refusal(texts.nothing(year, tag, found))
    return Reply(texts.page(found, year, tag))


register(
    Command(
        "学习",
        "目录",
        contents,
        "/学习 目录 [年|标签] [页]",
        "资料目录",
        ("资料",),
        takes_rest=True,
        place=20,
    )
)
