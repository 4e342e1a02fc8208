"""How a message finds its command."""

import pytest

from plugins._chat.call import Call, Reply, Role
from plugins._chat.table import Command, Found, Menu, Unknown, is_ours, menu_of, parse, register

STARTS = {"/"}


async def handler(call: Call) -> Reply:
    return Reply("")


@pytest.mark.parametrize(
    "text",
    [
        "/学习 今日",
        "/学习今日",
        "／学习　今日",
        " /学习  今日 ",
        "/ 学习 今日",
        "／学习\n今日",
        "/学习 今天",
    ],
)
def test_all_spellings_are_one_command(text: str) -> None:
    found = parse(text, STARTS)
    assert isinstance(found, Found)
    assert found.command.word == "今日"


def test_what_follows_a_command_is_kept_as_it_was_written() -> None:
    found = parse("/学习目录2026 乡村　振兴", STARTS)
    assert isinstance(found, Found)
    assert (found.command.word, found.rest) == ("目录", "2026 乡村　振兴")


def test_a_word_glued_to_the_root_is_no_other_command() -> None:
    found = parse("/学习班", STARTS)
    assert found == Unknown("学习", "班", ())


def test_the_root_alone_is_the_menu() -> None:
    assert parse("/学习", STARTS) == Menu("学习")


@pytest.mark.parametrize("text", ["学习 今日", "今天/学习", "", "/", "/复习 今日", "、学习 今日"])
def test_other_talk_is_none_of_ours(text: str) -> None:
    assert parse(text, STARTS) is None
    assert not is_ours(text, STARTS)


def test_the_start_sign_can_be_set() -> None:
    assert is_ours("!学习 今日", {"!", "。"})
    assert is_ours("！学习 今日", {"!", "。"})
    assert not is_ours("/学习 今日", {"!", "。"})


def test_a_command_for_admins_is_in_nobody_elses_menu() -> None:
    for command in menu_of("学习", Role.MEMBER, in_group=True):
        assert command.role == command.group_role == Role.MEMBER


@pytest.mark.parametrize("word", ["今日", "更多", "继续"])
def test_two_commands_cannot_have_one_name(word: str) -> None:
    with pytest.raises(ValueError, match=word):
        register(Command("学习", word, handler, "", ""))
