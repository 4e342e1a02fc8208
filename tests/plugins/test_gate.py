"""What is let in: chatter and floods end before anything is built for them."""

from typing import Any

import nonebot
import pytest

from plugins._chat.gate import is_wanted, without_quote
from plugins._chat.limits import IN_FLIGHT, Once, PersonLimit

STARTS = {"/"}
TEXT = {"type": "text", "data": {"text": " /学习 今日"}}
REPLY = {"type": "reply", "data": {"id": "5"}}
AT_BOT = {"type": "at", "data": {"qq": "10000"}}
AT_OTHER = {"type": "at", "data": {"qq": "30001"}}
TALK = {"type": "text", "data": {"text": "大家都学习了吗"}}


def silent(chat: str, person: str, text: str) -> bool:
    """Nothing was asked that anybody could answer."""
    return False


def message(content: Any, kind: str = "group") -> dict[str, Any]:
    return {"post_type": "message", "message_type": kind, "self_id": 10000, "message": content}


@pytest.mark.parametrize(
    "content",
    [[TEXT], [REPLY, AT_BOT, TEXT], [AT_OTHER, TEXT], [AT_BOT, TALK], " /学习", "[CQ:reply,id=5] /学习",
     "[CQ:at,qq=10000] 你好"],
)  # fmt: skip
def test_what_is_said_to_the_bot_is_let_in(content: Any) -> None:
    assert is_wanted(message(content), STARTS, silent)


@pytest.mark.parametrize(
    "content",
    [[TALK], [TALK, TEXT], [AT_OTHER, TALK], [REPLY], [], None, 5, "大家好", "[CQ:at,qq=30001] 你好",
     [{"type": "text"}], ["/学习"]],
)  # fmt: skip
def test_chatter_is_not(content: Any) -> None:
    assert not is_wanted(message(content), STARTS, silent)


def test_what_answers_the_bot_is_let_in_from_whom_it_asked() -> None:
    def asked(chat: str, person: str, text: str) -> bool:
        return (chat, person, text) == ("group:20000", "30001", "下一页")

    answer = message([{"type": "text", "data": {"text": "下一页"}}])
    assert is_wanted(answer | {"group_id": 20000, "user_id": 30001}, STARTS, asked)
    assert not is_wanted(answer | {"group_id": 20000, "user_id": 30002}, STARTS, asked)
    assert not is_wanted(answer | {"group_id": 20001, "user_id": 30001}, STARTS, asked)


def test_private_messages_notices_and_connections_are_let_in_heartbeats_are_not() -> None:
    assert is_wanted(message([TALK], "private"), STARTS, silent)
    assert is_wanted({"post_type": "notice"}, STARTS, silent)
    assert is_wanted({"post_type": "meta_event", "meta_event_type": "lifecycle"}, STARTS, silent)
    assert not is_wanted(
        {"post_type": "meta_event", "meta_event_type": "heartbeat"}, STARTS, silent
    )
    assert not is_wanted({"post_type": "message_sent"}, STARTS, silent)


def test_a_quote_is_taken_off() -> None:
    assert without_quote(message([REPLY, TEXT]))["message"] == [TEXT]
    assert without_quote(message("[CQ:reply,id=5]/学习"))["message"] == "/学习"


def test_more_than_can_be_answered_is_shed_and_counted() -> None:
    from plugins._chat.adapter import Adapter

    adapter = nonebot.get_adapter(Adapter)
    event = message([TEXT]) | {
        "time": 1, "sub_type": "normal", "message_id": 1, "user_id": 1, "group_id": 2,
        "raw_message": "", "font": 0, "sender": {},
    }  # fmt: skip
    before, adapter.tasks = adapter.tasks, set(range(IN_FLIGHT))  # type: ignore[arg-type]
    try:
        shed = adapter.shed
        assert adapter.json_to_event(event) is None
        assert adapter.shed == shed + 1
        adapter.tasks.pop()
        assert adapter.json_to_event(event) is not None
    finally:
        adapter.tasks = before


def test_a_person_may_burst_and_then_send_one_in_a_second() -> None:
    limit = PersonLimit()
    assert [limit.admits("a", 0.0) for _ in range(21)] == [True] * 20 + [False]
    assert limit.admits("b", 0.0)
    assert limit.admits("a", 1.0)
    assert not limit.admits("a", 1.5)
    assert [limit.admits("a", 60.0) for _ in range(21)].count(True) == 20


def test_somebody_is_told_once_in_a_while() -> None:
    once = Once(seconds=20)
    told = [once.may_tell("a", second) for second in (0, 5, 19, 20, 21, 40)]
    assert told == [True, False, False, True, False, True]


def test_what_is_remembered_of_people_is_bounded() -> None:
    limit, once = PersonLimit(), Once()
    for number in range(10_500):
        limit.admits(str(number), 0.0)
        once.may_tell(str(number), 0.0)
    assert len(limit._buckets) == len(once._told) == 10_000
