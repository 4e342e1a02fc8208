"""Who reads what: every standing in every kind of chat against every command.

A library with members' materials must answer whoever may not read them exactly as a library that
never had them: no word, no count, no suggestion may differ.
"""

import itertools
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from nonebug import App

from plugins._chat.call import Role
from plugins._chat.table import menu_of
from study.members.entitlement import GroupKind
from study.members.term import of_iso
from study.questions.question import Choice, Kind
from study.quiz.attempt import Occasion
from study.quiz.choosing import Played
from study.quiz.scope import Scope
from study.services.administering import set_group
from study.services.drawing import draw
from study.services.importing import Intake
from study.storage import grants, questions
from study.storage.database import Database, open_database
from study.storage.questions import New
from study.storage.vault import Vault
from tests.dialogue import Chat
from tests.library import MONDAY, SPEECH, add

MATERIALS = {
    # name: dated, published, a formulation of its own, a word of its own
    "新": ("2026年9月1日", "2026-09-02", "三个坚守", "金星湖"),
    "边内": ("2023年11月23日", "2023-11-24", "四个深耕", "银杏坡"),
    "边外": ("2023年11月22日", "2023-11-23", "五个厚植", "铜陵渡"),
    "年份": ("2023年", "2023-12-01", "六个夯实", "铁门槛"),
    "旧文新发": ("2015年3月1日", "2026-02-01", "七个提振", "锡林郭"),
    "空档所发": ("2014年3月1日", "2025-12-20", "八个贯通", "铅笔巷"),
}
WORDS = "一二三四五六七八"
# Terms from a day on, as a person got them; Monday 23 November 2026 is today.
PEOPLE: dict[str, tuple[tuple[str, str], ...]] = {
    "谁也不是": (),
    "昨天到期": (("2025-11-22", "P1Y"),),
    "今天到期": (("2025-11-23", "P1Y"),),
    "正在会员": (("2026-01-15", "P1Y"),),
    "今天加入": (("2026-11-23", "P1Y"),),
    "昨天加入": (("2026-11-22", "P365D"),),
    "断过再续": (("2024-06-01", "P1Y"), ("2026-01-10", "P1Y")),
    "被减到没有": (("2026-01-15", "P1Y"), ("2026-11-01", "-P2Y")),
}
ALL = frozenset(MATERIALS)
IN_PRIVATE: dict[str, frozenset[str]] = {
    "谁也不是": frozenset(),
    "昨天到期": frozenset(),
    "今天到期": ALL,
    # What is known by its year alone counts as its first day.
    "正在会员": ALL - {"空档所发", "年份"},
    "今天加入": frozenset({"新", "边内"}),
    "昨天加入": frozenset({"新", "边内", "边外"}),
    "断过再续": ALL - {"空档所发"},
    "被减到没有": frozenset(),
}
IN_MEMBERS_GROUP = frozenset({"新", "边内"})


def items(phrase: str, word: str) -> str:
    named = "、".join(f"{word}{one}" for one in "东西南北中上下左"[: WORDS.index(phrase[0]) + 1])
    return f"要在{word}做到{phrase}，即{named}，把每一件事情办成办好办出实效，让群众看得见摸得着。"


def a_speech(name: str) -> str:
    dated, _, phrase, word = MATERIALS[name]
    body = f"{word}的经验说明，{items(phrase, word)}"
    return (
        f"在{word}现场会上的讲话\n（{dated}）\n同志们：\n一、认识要深\n{body}\n"
        f"{word}的干部群众要把学习抓在经常，把调查研究做在前面，把责任落实到每一个岗位。\n谢谢大家！"
    )


async def a_question(database: Database, name: str, material: int) -> None:
    """A question about a material: invented speeches give few by themselves."""
    _, _, phrase, word = MATERIALS[name]
    choices = (Choice(phrase, True), *(Choice(f"{word}{one}", False) for one in "甲乙丙"))
    new = New(
        Kind.CHOICE, f"要在{word}做到____。", choices, (phrase,), items(phrase, word), phrase, 1.0, (),
        name, 0.5, material, 3,
    )  # fmt: skip
    async with database.transaction() as transaction:
        assert await questions.put(transaction, new)


async def fill(path: Path, names: frozenset[str]) -> dict[str, str]:
    """Put the members' materials of these names into a library; their names by number."""
    database = await open_database(path)
    numbers = {f"M{await add(database, SPEECH):04}": "免费"}
    for name in MATERIALS:
        if name in names:
            at = datetime.fromisoformat(MATERIALS[name][1]).replace(tzinfo=UTC)
            number = await add(database, a_speech(name), at, Intake("member", ("内部",)))
            await a_question(database, name, number)
            numbers[f"M{number:04}"] = name
    await database.close()
    return numbers


class Shelf:
    """Libraries that are filled once, to copy."""

    def __init__(self, folder: Path, empty: Path) -> None:
        self.folder, self.empty = folder, empty
        self.made: dict[frozenset[str], tuple[Path, dict[str, str]]] = {}

    async def copy(self, names: frozenset[str], path: Path) -> dict[str, str]:
        """Put a library of these materials at a path; their names by number."""
        if names not in self.made:
            source = Path(shutil.copyfile(self.empty, self.folder / f"{len(self.made)}.db"))
            self.made[names] = source, await fill(source, names)
        source, numbers = self.made[names]
        shutil.copyfile(source, path)
        return numbers


@pytest.fixture(scope="module")
def shelf(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("shelf"), empty)


@dataclass
class Library:
    chat: Chat
    database: Database
    numbers: dict[str, str]

    async def answer(self, text: str, person: int) -> str:
        """An answer, with the names of materials in the place of their numbers."""
        answer = await self.chat.says(text, person=person)
        return re.sub(r"M\d{4}", lambda match: self.numbers.get(match[0], match[0]), answer)

    def number(self, name: str) -> str:
        return next(number for number, one in self.numbers.items() if one == name)


class Libraries:
    """The library with everything, and for each set of materials one that has only those."""

    def __init__(
        self, app: App, shelf: Shelf, folder: Path, vault: Vault, patch: pytest.MonkeyPatch
    ) -> None:
        self.app, self.shelf, self.folder = app, shelf, folder
        self.vault, self.patch = vault, patch
        self.made: dict[frozenset[str], Library] = {}

    async def of(self, names: frozenset[str]) -> Library:
        if names not in self.made:
            path = self.folder / f"{len(self.made)}.db"
            numbers = await self.shelf.copy(names, path)
            self.made[names] = Library(Chat(self.app), await open_database(path), numbers)
        return self.made[names]

    def use(self, library: Library) -> None:
        from plugins._chat import dispatch, limits
        from plugins._chat import library as of_process

        self.patch.setattr(of_process, "database", lambda: library.database)
        self.patch.setattr(of_process, "vault", lambda: self.vault)
        self.patch.setattr(dispatch, "present", lambda: MONDAY)
        self.patch.setattr(dispatch, "_limit", limits.PersonLimit())


@pytest.fixture
async def libraries(
    app: App, shelf: Shelf, tmp_path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Libraries]:
    made = Libraries(app, shelf, tmp_path, vault, monkeypatch)
    yield made
    for one in made.made.values():
        await one.database.close()


async def grant(database: Database, person: int, terms: tuple[tuple[str, str], ...]) -> None:
    async with database.transaction() as transaction:
        for day, term in terms:
            new = grants.New(
                str(person), of_iso(term), "admin", "", "", "1", date.fromisoformat(day), day
            )
            await grants.add(transaction, new)


SETTINGS = list(itertools.product(PEOPLE, (None, *GroupKind)))


def open_to(name: str, kind: GroupKind | None) -> frozenset[str]:
    """What is open to somebody of PEOPLE in private or in a group."""
    if kind is None:
        return IN_PRIVATE[name]
    is_member = bool(IN_PRIVATE[name])
    return IN_MEMBERS_GROUP if kind is GroupKind.MEMBER and is_member else frozenset()


def questions_about(name: str) -> list[str]:
    """What somebody might send to learn of a material."""
    dated, _, phrase, word = MATERIALS[name]
    sentence = items(phrase, word).rstrip("。")
    return [
        f"/学习 查 {word}",
        f"/学习 查 {word[:2]}",
        f"/学习 查 {phrase}",
        f"/学习 查 《在{word}现场会上的讲话》",
        f"/学习 查 {dated[:4]} 经验说明",
        "/学习 查 #内部 经验",
        f"/学习 沿革 {phrase}",
        f"/学习 沿革 {phrase[0]}个",
        f"/学习 核对 {sentence}",
        f"/学习 核对 {sentence.replace('办成', '做成')}",
        f"/学习 核对 {dated[:4]}年 {sentence}",
        f"/学习 目录 {dated[:4]}",
        f"/学习 测验 3 {word}",
        f"/学习 测验 3 《在{word}现场会上的讲话》",
        "/学习 测验 3 #内部",
    ]


EVERYWHERE = [
    "/学习",
    "/学习 今日",
    "/学习 更多",
    "/学习 更多",
    "/学习 昨日",
    "/学习 查 干部",
    "/学习 查 群众",
    "/学习 查 经验说明",
    "/学习 查 在经尝",
    "/学习 目录",
    "/学习 目录 内部",
    "/学习 沿革 四个意识",
    "/学习 测验 3 #内部",
    "/学习 复习",
    "/学习 错题",
    "/学习 我的",
    "/学习 排行",
]
NOT_ABOUT_MATERIALS = {
    # Commands that show nothing of materials, or what was shown already.
    *("停", "隐身", "订阅", "退订", "会员", "兑换", "导出", "忘记我", "原文"),
}


def test_every_command_is_walked() -> None:
    asked = {text.split()[1] for text in [*EVERYWHERE, *questions_about("新")] if " " in text}
    words = {one.word for one in menu_of("学习", Role.MEMBER, in_group=False)}
    assert words == asked | NOT_ABOUT_MATERIALS


@pytest.mark.parametrize("kind", [None, GroupKind.FREE, GroupKind.MEMBER])
async def test_nobody_learns_of_what_is_closed_to_him(
    libraries: Libraries, kind: GroupKind | None
) -> None:
    full = await libraries.of(ALL)
    for place, name in enumerate(PEOPLE):
        opened = open_to(name, kind)
        if opened == ALL:
            continue
        bare = await libraries.of(opened)
        person, group = 50_000 + place, None if kind is None else 90_000 + place
        replies: list[list[str]] = []
        asked = [*EVERYWHERE, *(one for name in MATERIALS for one in questions_about(name))]
        for library in (full, bare):
            libraries.use(library)
            await grant(library.database, person, PEOPLE[name])
            if kind is not None:
                await set_group(library.database, str(group), kind, "1", MONDAY)
            library.chat.group = group
            replies.append([])
            for text in asked:
                libraries.use(library)  # with a fresh limit
                replies[-1].append(await library.answer(text, person))
                if text.startswith("/学习 测验"):
                    await stop_quizzes()
        for text, with_all, without in zip(asked, *replies, strict=True):
            assert with_all == without, f"{name} in {kind}: {text}"
        for other in ALL - opened:
            word = MATERIALS[other][3]
            told = [
                reply
                for text, reply in zip(asked, replies[0], strict=True)
                if (f"{word}东" in reply or f"{word}的经验" in reply) and word not in text
            ]
            assert not told, f"{name} in {kind}: {other}"


async def stop_quizzes() -> None:
    from plugins.quiz import plays

    await plays.stop()
    plays._plays.clear()
    database = plays.library.database()
    async with database.transaction() as transaction:
        await transaction.write("update quiz set ended_at = '-' where ended_at = ''")


@pytest.mark.parametrize(("name", "kind"), [one for one in SETTINGS if one[1] != GroupKind.MUTED])
async def test_what_is_open_is_found_and_named(
    libraries: Libraries, name: str, kind: GroupKind | None
) -> None:
    full = await libraries.of(ALL)
    libraries.use(full)
    full.chat.group = None if kind is None else 90_000
    await grant(full.database, 50_000, PEOPLE[name])
    if kind is not None:
        await set_group(full.database, "90000", kind, "1", MONDAY)
    for material, (dated, _, phrase, word) in MATERIALS.items():
        is_open = material in open_to(name, kind)
        libraries.use(full)
        found = await full.answer(f"/学习 查 {phrase}", 50_000)
        assert (f"《在{word}现场会上的讲话》" in found) == is_open, material
        opened = await full.answer(f"/学习 原文 {full.number(material)} 3", 50_000)
        if is_open:
            assert opened.startswith("会员资料在群里只放摘录") if kind else word in opened
        else:
            year = dated[:4]
            assert opened == (
                f"这份是{year}年的会员资料，会员在有效期内可看。开通和可看范围：/学习 会员"
            )


async def test_stems_choices_and_answers_come_from_what_is_open(libraries: Libraries) -> None:
    from plugins._chat.standings import reader_of

    full = await libraries.of(ALL)
    libraries.use(full)
    seen: set[str] = set()
    for place, (name, kind) in enumerate(SETTINGS):
        person, group = 60_000 + place, 80_000 + place
        await grant(full.database, person, PEOPLE[name])
        if kind is not None:
            await set_group(full.database, str(group), kind, "1", MONDAY)
        chat = f"person:{person}" if kind is None else f"group:{group}"
        reader = await reader_of(chat, str(person), MONDAY)
        allowed = open_to(name, kind)
        for turn in range(40):
            posed = await draw(
                full.database, reader, Scope(), Played(), Occasion.OPEN, MONDAY, Random(turn)
            )
            if posed is None:
                break
            shown = repr(posed)
            names = {other for other in ALL if MATERIALS[other][3] in shown}
            assert names <= allowed, f"{name} in {kind}: {shown}"
            seen |= names
    assert seen == ALL, "questions of some members' materials were never drawn"


async def test_a_muted_group_is_not_answered_but_for_admins(libraries: Libraries) -> None:
    from tests.dialogue import ADMIN

    full = await libraries.of(frozenset())
    libraries.use(full)
    full.chat.group = 90_000
    await set_group(full.database, "90000", GroupKind.MUTED, "1", MONDAY)
    await full.chat.passes_over("/学习 今日")
    assert "今日摘录" in await full.chat.says("/学习 今日", person=ADMIN)


async def test_a_members_group_reads_no_further_than_excerpts(libraries: Libraries) -> None:
    full = await libraries.of(frozenset({"新"}))
    libraries.use(full)
    async with full.database.transaction() as transaction:
        await transaction.write("update material set status = 'withdrawn' where access = 'free'")
    await grant(full.database, 50_000, PEOPLE["正在会员"])
    await set_group(full.database, "90000", GroupKind.MEMBER, "1", MONDAY)
    full.chat.group = 90_000
    assert "金星湖" in await full.answer("/学习 今日", 50_000)
    assert (await full.answer("/学习 更多", 50_000)).startswith("会员资料在群里只放摘录。")
    opened = await full.answer(f"/学习 原文 {full.number('新')} 3", 50_000)
    assert opened == "会员资料在群里只放摘录。会员往下读，请私聊我发：/学习 原文 新 3"
    assert (await full.answer("/学习 今日", 50_001)).startswith("这份是会员资料")
    assert (await full.answer("/学习 更多", 50_001)).startswith("这份是会员资料")
    full.chat.group = None
    assert "金星湖" in await full.answer("/学习 今日", 50_000)
