"""Who may import whom, read from the imports themselves."""

import ast
import sys
from pathlib import Path

import pytest

from study.settings import ROOT

RULES = (
    *("materials", "delivery", "search", "phrases", "quotations"),
    *("questions", "quiz", "memory", "picture", "banks"),
    *("members", "sealing", "evidence", "reports"),
)
"""The rooms of pure rules."""
DOMAIN_LIBRARIES = {"pypdfium2", "markdown_it", "chinese_calendar", "pypinyin", "rapidfuzz"}
ROOMS = {
    # A room by its path: the packages beside the standard library that it may use.
    "study/materials": {"study.materials"} | DOMAIN_LIBRARIES,
    "study/delivery": {"study.delivery", "study.materials"} | DOMAIN_LIBRARIES,
    "study/search": {"study.search"} | DOMAIN_LIBRARIES,
    "study/phrases": {"study.phrases", "study.search", "study.materials"},
    "study/quotations": {"study.quotations", "study.search", "study.materials"} | DOMAIN_LIBRARIES,
    "study/questions": {
        "study.questions",
        "study.phrases",
        "study.search",
        "study.materials",
    },
    "study/quiz": {"study.quiz", "study.questions", "study.phrases", "study.search"},
    "study/memory": {"study.memory", "study.quiz", "study.questions", "study.clock", "fsrs"},
    "study/picture": {"study.picture", "study.memory", "typst"},
    "study/banks": {
        "study.banks",
        "study.questions",
        "study.quiz",
        "study.search",
        "study.materials",
        "openpyxl",
    },
    "study/members": {"study.members", "study.clock", "openpyxl"},
    "study/sealing": {"study.sealing", "study.disk", "cryptography"},
    "study/evidence": {"study.evidence", "study.materials", "study.search", "PIL"},
    "study/reports": {"study.reports", "study.members", "study.evidence"},
    "study/storage": {
        "study.storage",
        "study.members",
        "study.sealing",
        "study.evidence",
        "study.reports",
        "study.materials",
        "study.delivery",
        "study.search",
        "study.phrases",
        "study.quotations",
        "study.memory",
        "study.questions",
        "study.quiz",
        "study.clock",
        "study.disk",
        "aiosqlite",
    },
    "study/services": {"study"},
    "study/cli": {"study", "click", "rich"},
    "study/terminal": {"study.terminal", "study.settings", "websockets"},
    "plugins/_chat": {
        "plugins._chat",
        "study",
        "nonebot",
        "loguru",
        "pydantic",
        "starlette",
        "dotenv",
    },
}


def imports(path: Path) -> set[str]:
    """The modules that a file imports, with what it takes from them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] not in sys.stdlib_module_names}


def files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_only_what_it_may(room: str) -> None:
    assert files(room)
    for path in files(room):
        strangers = {name for name in imports(path) if not within(name, ROOMS[room])}
        assert not strangers, f"{path.relative_to(ROOT)}: {strangers}"


def test_nothing_in_study_knows_the_chat_framework() -> None:
    for path in files("study"):
        assert not {name for name in imports(path) if within(name, {"nonebot", "plugins"})}, path


def test_services_are_the_only_callers_of_storage() -> None:
    rooms = (*(f"study/{room}" for room in (*RULES, "terminal")), "plugins")
    types_only = {"study.storage.database.Database", "study.storage.materials.Passage"}
    for path in [path for room in rooms for path in files(room)]:
        if path.relative_to(ROOT).parts[:2] == ("plugins", "_chat"):
            continue  # opens and closes the database
        used = {name for name in imports(path) if within(name, {"study.storage"})}
        assert used <= types_only | {"study.storage.subscriptions.Subscription"}, path


def test_a_feature_uses_no_other_feature() -> None:
    for path in files("plugins"):
        feature = path.relative_to(ROOT / "plugins").parts[0]
        others = {
            name
            for name in imports(path)
            if within(name, {"plugins"})
            and not within(name, {"plugins._chat", f"plugins.{feature}"})
        }
        assert not others, f"{path.relative_to(ROOT)}: {others}"


def test_sql_stands_in_storage_only() -> None:
    for path in [*files("study"), *files("plugins")]:
        if "storage" in path.parts:
            continue
        texts = [
            node.value.lower()
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        for text in texts:
            assert not text.startswith(("select ", "insert into", "update ", "delete from")), path


def test_rules_read_no_clock_and_throw_no_dice() -> None:
    for room in RULES:
        for path in files(f"study/{room}"):
            text = path.read_text("utf-8")
            assert "datetime.now" not in text, path
            assert "import random" not in text, path
            assert "time.time(" not in text, path
