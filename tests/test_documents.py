"""What README, CONTRIBUTING and .env.example say is true."""

import re
import shlex
import subprocess
import sys

import pytest
from click.testing import CliRunner

from plugins._chat.call import Role
from plugins._chat.table import Found, Menu, menu_of, parse
from study.cli.main import main
from study.settings import ROOT

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")


def shell_commands(text: str) -> list[str]:
    """The lines of the console blocks."""
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


def study_commands() -> list[str]:
    """The commands of this program that a console block shows."""
    prefix = "python3 -m study "
    return [line for line in shell_commands(README + CONTRIBUTING) if line.startswith(prefix)]


@pytest.mark.parametrize("line", sorted(set(study_commands())))
def test_every_shell_command_exists_with_its_options(line: str) -> None:
    _, _, _, command, *arguments = shlex.split(line)
    known = main.commands[command]
    options = {name for one in known.params for name in one.opts}
    assert {word for word in arguments if word.startswith("--")} <= options
    assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0


def test_every_command_of_the_program_stands_in_the_readme() -> None:
    shown = {shlex.split(line)[3] for line in study_commands()}
    assert shown == set(main.commands)


def test_every_room_of_the_house_is_shown() -> None:
    rooms = {path.parent.name for path in (ROOT / "study").glob("*/__init__.py")}
    assert rooms <= set(re.findall(r"`study/(\w+)/`", CONTRIBUTING))


def test_every_chat_command_of_the_readme_exists_and_the_reverse() -> None:
    table = README.split("## 能做什么")[1].split("\n## ")[0]
    shown = re.findall(r"`(/学习[^`]*)`", table)
    words = set()
    for usage in shown:
        parsed = parse(re.sub(r"\\?\[.*", "", usage), {"/"})
        assert isinstance(parsed, (Found, Menu)), usage
        if isinstance(parsed, Found):
            words.add(parsed.command.word)
    assert words == {one.word for one in menu_of("学习", Role.ADMIN, in_group=False)}


def test_files_that_the_documents_name_are_there() -> None:
    for text in (README, CONTRIBUTING):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (ROOT / target).exists(), target


def test_every_setting_is_explained() -> None:
    explained = set(re.findall(r"^#? ?([A-Z_]+)=", EXAMPLE, re.MULTILINE))
    code = "".join(path.read_text("utf-8") for path in (ROOT / "study").rglob("settings.py"))
    wanted = {"HOST", "PORT", "SUPERUSERS", "ONEBOT_ACCESS_TOKEN", "COMMAND_START"}
    assert wanted | set(re.findall(r'"(STUDY_[A-Z_]+)"', code)) <= explained


def test_the_example_settings_are_good_settings() -> None:
    from dotenv import dotenv_values

    from study.settings import read_settings

    settings = read_settings(dotenv_values(ROOT / ".env.example"), ROOT)
    assert settings.database == ROOT / "data" / "study.db"
    assert settings == read_settings({}, ROOT)


def test_the_lists_for_pip_are_those_of_the_lock() -> None:
    locked = dict(
        re.findall(r'^name = "([^"]+)"\nversion = "([^"]+)"', (ROOT / "uv.lock").read_text(), re.M)
    )
    for name in ("requirements.txt", "requirements-dev.txt"):
        pinned = re.findall(
            r"^([\w.\-]+)(?:\[\w+\])?==([^\s;\\]+)", (ROOT / name).read_text(), re.M
        )
        assert len(pinned) > 10
        assert {package: locked[package] for package, _ in pinned} == dict(pinned)


def test_ci_runs_what_the_readme_tells_a_contributor() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert "python3 -m study test" in lines
    assert "python3 -m study test" in study_commands()


def test_nothing_is_imported_before_the_environment_is_there() -> None:
    script = "import sys; from study import bootstrap; print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "click" not in done.stdout
