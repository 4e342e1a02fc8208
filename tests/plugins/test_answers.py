"""What is offered as an answer before anything is built of a message."""

from typing import Any

import pytest

from plugins._chat import answers
from plugins._chat.answers import Said, take
from plugins._chat.gate import whole_text
from plugins._chat.shortcuts import Shortcuts

STARTS = {"/"}
REPLY = {"type": "reply", "data": {"id": "5"}}
AT_BOT = {"type": "at", "data": {"qq": "10000"}}
AT_OTHER = {"type": "at", "data": {"qq": "30001"}}
FACE = {"type": "face", "data": {"id": "1"}}


def text(words: str) -> dict[str, Any]:
    return {"type": "text", "data": {"text": words}}


def message(content: Any, **more: Any) -> dict[str, Any]:
    return {
        "post_type": "message", "message_type": "group", "sub_type": "normal", "self_id": 10000,
        "group_id": 20000, "user_id": 30001, "message": content,
        "sender": {"nickname": "小明", "card": "一班小明"}, **more,
    }  # fmt: skip


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Said]:
    """What was offered; A is taken."""
    found: list[Said] = []

    def taker(said: Said) -> bool:
        found.append(said)
        return said.text == "A"

    monkeypatch.setattr(answers, "_takers", [taker])
    return found


@pytest.mark.parametrize(
    "content",
    [[text("A")], [text(" A\n")], [REPLY, AT_BOT, text(" A")], [text("A"), text("")], "A", " A ",
     "[CQ:reply,id=5][CQ:at,qq=10000] A"],
)  # fmt: skip
def test_a_message_that_is_all_text_is(content: Any, heard: list[Said]) -> None:
    assert take(message(content), STARTS, 7.5)
    assert heard == [Said("10000", "group:20000", "30001", "一班小明", "A", 7.5)]


@pytest.mark.parametrize(
    "content",
    [[text("/学习 停")], [text(" ／学习 停")], [AT_OTHER, text("A")], [text("A"), FACE], [], None, 5, ["A"], [text("")],
     [text("A" * 500)], "[CQ:at,qq=30001] A", "[CQ:face,id=1]A", "A[CQ:image,file=x]", "/学习 停", "[CQ:reply,id=5]"],
)  # fmt: skip
def test_everything_else_is_not(content: Any, heard: list[Said]) -> None:
    assert not take(message(content), STARTS, 7.5)
    assert heard == []


def test_what_nobody_takes_goes_its_way(heard: list[Said]) -> None:
    assert not take(message([text("大家好")]), STARTS, 7.5)
    assert len(heard) == 1
    for other in ({"post_type": "notice"}, message([text("A")], sub_type="anonymous"), {}):
        assert not take(other, STARTS, 7.5)
    assert len(heard) == 1


def test_private_chats_have_a_key_of_their_own(heard: list[Said]) -> None:
    private = message([text("A")], message_type="private", sender={"nickname": "小明"})
    assert take(private, STARTS, 7.5)
    assert (heard[0].chat, heard[0].name) == ("person:30001", "小明")
    assert take(message([text("A")], sender=None), STARTS, 7.5)
    assert heard[1].name == ""


def test_an_error_in_judging_does_not_end_the_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(said: Said) -> bool:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(answers, "_takers", [broken])
    assert not take(message([text("A")]), STARTS, 7.5)


def test_codes_in_a_text_are_read_as_people_typed_them() -> None:
    assert whole_text(message("&#91;A&#93; &amp; B")) == "[A] & B"


def test_what_was_just_offered_is_meant_before_it_is_an_answer(
    heard: list[Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = Shortcuts()
    monkeypatch.setattr(answers, "offered", offered)
    offered.offer("group:20000", "30001", {"A": "/学习 查 四个自信"}, 0.0, keep=False)
    assert not take(message([text("A")]), STARTS, 59.0)
    assert take(message([text("A")]), STARTS, 61.0)
    offered.offer("group:20000", "5", {"A": "/学习 查 四个自信"}, 100.0, keep=False)
    assert take(message([text("A")]), STARTS, 101.0), "it was offered to somebody else"
