"""How a formulation changed."""

import pytest

from study.members.entitlement import EVERYTHING, NOTHING
from study.phrases.glossary import Wording, parse
from study.services import glossary
from study.services.glossary import UnknownFormulation
from study.services.history import history
from study.services.importing import Intake
from study.services.reader import Reader
from study.storage.database import Database
from tests.library import MONDAY, add

ALL = Reader("person:1", EVERYTHING)
FREE = Reader("person:2", NOTHING)
THREE = ("道路自信", "理论自信", "制度自信")
FOUR = (*THREE, "文化自信")
GROWN_FILE = """
[[formulation]]
name = "自信"
aliases = ["四个自信", "四自信"]
field = "理论"
[[formulation.wording]]
since = "2012-11-08"
source = "党的十八大报告"
items = ["道路自信", "理论自信", "制度自信"]
[[formulation.wording]]
since = "2016-07-01"
source = "七一讲话"
items = ["道路自信", "理论自信", "制度自信", "文化自信"]
"""
[GROWN] = parse(GROWN_FILE)


def speech(day: str, sentence: str) -> str:
    return f"在会议上的讲话\n（{day}）\n{day}，这次会议强调：{sentence}，把各项工作抓实抓好。"


async def test_each_wording_with_first_and_last_date_and_source(database: Database) -> None:
    await glossary.bring_in_file(database, GROWN_FILE)
    await add(database, speech("2014年5月1日", "坚定道路自信、理论自信、制度自信"))
    await add(database, speech("2018年5月1日", "坚定道路自信、理论自信、制度自信、文化自信"))
    await add(database, speech("2020年5月1日", "坚定道路自信、理论自信、制度自信和文化自信"))
    await add(database, speech("2021年5月1日", "坚定“四个自信”"))
    found = await history(database, ALL, "四自信")
    assert found
    assert found.name == "自信"
    three, four = found.versions
    assert (three.items, three.known) == (THREE, GROWN.wordings[0])
    assert (four.items, four.materials) == (FOUR, 2)
    assert [one.spoken_on for one in four.occurrences] == ["2018-05-01", "2020-05-01"]
    assert found.mentions
    assert found.mentions.last.spoken_on == "2021-05-01"


async def test_members_materials_are_not_told_of(database: Database) -> None:
    await glossary.bring_in_file(database, GROWN_FILE)
    await add(
        database,
        speech("2018年5月1日", "坚定“四个自信”即道路自信、理论自信、制度自信、文化自信"),
        intake=Intake("member"),
    )
    found = await history(database, FREE, "四个自信")
    assert found
    assert found.mentions is None
    assert not any(version.occurrences for version in found.versions)
    assert await history(database, FREE, "各项工作抓实") is None


async def test_unknown_to_all(database: Database) -> None:
    assert await history(database, ALL, "八个没有") is None


async def test_layers_of_the_glossary(database: Database) -> None:
    def toml(name: str, source: str) -> str:
        return (
            f'[[formulation]]\nname = "{name}"\nfield = "党建"\n[[formulation.wording]]\n'
            f'since = "2016"\nsource = "{source}"\nitems = []\n'
        )

    async def source() -> str:
        found = await glossary.entry(database, "党员先锋岗")
        return found.wordings[0].source if found else ""

    await glossary.bring_in_shipped(database, toml("党员先锋岗", "自带"))
    assert await source() == "自带"
    assert await glossary.bring_in_file(database, toml("党员先锋岗", "文件")) == 1
    await glossary.bring_in_shipped(database, toml("党员先锋岗", "自带新版"))
    assert await source() == "文件"
    own = Wording("2016", "管理员", ())
    after, was_there = await glossary.add(database, "党员先锋岗", "", own, "10001", MONDAY)
    assert was_there
    assert after.wordings == (own,)
    later = Wording("2020", "管理员", ("甲", "乙"))
    after, _ = await glossary.add(database, "党员先锋岗", "", later, "10001", MONDAY)
    assert after.wordings == (own, later)
    assert await source() == "管理员"
    await glossary.remove(database, "党员先锋岗", "10001", MONDAY)
    assert await source() == "文件"
    with pytest.raises(UnknownFormulation):
        await glossary.remove(database, "党员先锋岗", "10001", MONDAY)
    acts = await database.read("select person, action, at from audit order by id")
    assert [row[1] for row in acts] == ["词典 加", "词典 加", "词典 删"]
