"""/学习 沿革, /词典 加, /词典 删, /词典 看."""

import json
import re

from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.table import Command, register
from plugins.formulations import texts
from study.phrases.glossary import BadGlossary, Formulation, parse
from study.search.folding import fold
from study.search.query import Query, Term
from study.services import glossary
from study.services.glossary import UnknownFormulation
from study.services.history import history
from study.services.lookup import meant

_SHORTEST, _LONGEST = 2, 30
_ENTRY = re.compile(
    r"(?P<name>[^\s:：]+)(?:\s*[:：]\s*(?P<items>\S+))?"
    r"\s+(?P<since>\d{4}(?:[-./年]\d{1,2}[月日]?){0,2}[年月日]?)\s+(?P<source>\S.*)"
)


async def changes(call: Call) -> Reply:
    """How a formulation was worded over the years."""
    name = call.rest.strip('“”"「」 ')
    if not fold(name):
        raise Refusal(texts.HOW_TO_ASK)
    if len(fold(name)) < _SHORTEST:
        raise Refusal(texts.TOO_SHORT)
    if len(name) > _LONGEST:
        raise Refusal(texts.TOO_LONG)
    found = await history(call.database, call.reader, name)
    if found is None:
        near = await meant(call.database, call.reader, Query((Term(name, (fold(name),)),)))
        raise Refusal(texts.nothing(name, near), texts.runs(near))
    return Reply(texts.history(found))


async def add(call: Call) -> Reply:
    """Add a formulation to the glossary, or put it in the place of one."""
    one = _formulation(call.rest)
    after, was_there = await glossary.add(
        call.database, one.name, one.field, one.wordings[0], call.person, call.now
    )
    return Reply(texts.added(after, was_there))


async def remove(call: Call) -> Reply:
    """Take back a formulation that an admin added."""
    if not call.rest:
        raise Refusal(texts.HOW_TO_REMOVE)
    try:
        left = await glossary.remove(call.database, call.rest, call.person, call.now)
    except UnknownFormulation:
        raise Refusal(texts.not_added(call.rest)) from None
    return Reply(texts.removed(call.rest, left))


async def show(call: Call) -> Reply:
    """A formulation as the glossary has it."""
    if not fold(call.rest):
        raise Refusal(texts.HOW_TO_SHOW)
    found = await glossary.entry(call.database, call.rest)
    if found is None:
        raise Refusal(texts.not_in_glossary(call.rest))
    return Reply(texts.entry(found))


def _formulation(text: str) -> Formulation:
    """四个X：甲、乙、丙、丁 2026-01-27 出处, by the rules of the glossary file. Raises Refusal."""
    match = _ENTRY.fullmatch(text)
    if match is None:
        raise Refusal(texts.HOW_TO_ADD)
    since = "-".join(part.zfill(2) for part in re.findall(r"\d+", match["since"]))
    items = [item for item in re.split("[、，,；;]", match["items"] or "") if item]
    said = {"since": since, "source": match["source"].strip(), "items": items}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
    name = json.dumps(match["name"], ensure_ascii=False)
    head = f'[[formulation]]\nname = {name}\nfield = "管理员增补"\n[[formulation.wording]]\n'
    try:
        return parse(head + "\n".join(lines))[0]
    except BadGlossary as error:
        raise Refusal(texts.wrong(error)) from error


register(
    Command(
        "学习",
        "沿革",
        changes,
        "/学习 沿革 四个全面",
        "一个提法历年怎么说",
        ("演变",),
        takes_rest=True,
        place=15,
    )
)
for word, handler, usage, summary, aliases in (
    ("加", add, "/词典 加 名称：甲、乙 2026-01-27 出处", "增补或修改一个提法", ("改",)),
    ("删", remove, "/词典 删 名称", "撤回增补的提法", ("撤回",)),
    ("看", show, "/词典 看 名称", "词典里怎么写", ("查",)),
):
    register(
        Command("词典", word, handler, usage, summary, aliases, role=Role.ADMIN, takes_rest=True)
    )
