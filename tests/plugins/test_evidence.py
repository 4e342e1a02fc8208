"""From a message to pieces of evidence, and words about what did not come."""

import base64
import json
from typing import Any

import pytest
from nonebot.adapters.onebot.v11 import ActionFailed, Message, MessageSegment
from nonebug import App

from plugins._chat.fetching import NotFetched, TooLarge
from study.evidence.errors import EvidenceRefused
from study.evidence.piece import Form, Piece


class FakeBot:
    """Answers calls from a table; what is not in it fails."""

    self_id = "10000"

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.asked: list[tuple[str, dict[str, Any]]] = []

    async def call_api(self, action: str, **data: Any) -> Any:
        self.asked.append((action, data))
        answer = self.answers.get(action)
        if callable(answer):
            answer = answer(**data)
        if answer is None:
            raise ActionFailed(retcode=1404)
        return answer


@pytest.fixture
def links(app: App, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is behind links; what is not in it cannot be fetched."""
    from plugins.report import fetch

    known: dict[str, Any] = {}

    async def download(url: str, hosts: object) -> bytes:
        found = known.get(url, NotFetched())
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(fetch, "download_media", download)
    return known


def image(name: str, url: str = "") -> MessageSegment:
    return MessageSegment("image", {"file": name, "url": url})


async def fetched(bot: FakeBot, *segments: MessageSegment) -> tuple[list[Piece], list[str]]:
    from plugins.report.fetch import fetch

    got = await fetch(bot, "20001", Message(list(segments)))  # type: ignore[arg-type]
    return got.pieces, got.failures


async def test_pictures_in_their_order_and_those_that_did_not_come(links: dict[str, Any]) -> None:
    links.update({"http://a/1": b"1", "http://a/3": b"3"})
    shown = [image(str(n), f"http://a/{n}") for n in (1, 2, 3)]
    pieces, failures = await fetched(FakeBot(), MessageSegment.text("看图"), *shown)
    assert pieces == [Piece(Form.PICTURE, "", b"1"), Piece(Form.PICTURE, "", b"3")]
    assert failures == ["图片没收全（2/3），请重发第2张"]
    assert (await fetched(FakeBot(), shown[1]))[1] == ["图片没有取到。请重新发一次"]


async def test_the_implementation_is_asked_for_a_picture_whose_link_is_dead(
    links: dict[str, Any],
) -> None:
    links["http://new/1"] = b"new"
    bot = FakeBot(get_image=lambda file: {"url": "http://new/1"} if file == "a.jpg" else {
        "base64": base64.b64encode(b"packed").decode()
    })  # fmt: skip
    pieces, failures = await fetched(bot, image("a.jpg", "http://dead/1"), image("b.jpg"))
    assert [one.content for one in pieces] == [b"new", b"packed"]
    assert failures == []


async def test_too_large_and_too_many(links: dict[str, Any]) -> None:
    links["http://a/1"] = TooLarge()
    assert await fetched(FakeBot(), image("1", "http://a/1")) == (
        [], ["有图片超过 20 MB，没有收。请截图，或者压小了再发"],
    )  # fmt: skip
    links["http://a/2"] = b"2"
    pieces, failures = await fetched(FakeBot(), *[image("2", "http://a/2")] * 25)
    assert len(pieces) == 20
    assert failures == ["一次最多收 20 件，后面的没有收。请挑要紧的发"]


async def test_paths_in_a_message_are_not_read(links: dict[str, Any]) -> None:
    for place in ("file:///etc/hostname", "/etc/hostname"):
        assert (await fetched(FakeBot(), image(place, place)))[0] == []


async def test_files_videos_and_voices(links: dict[str, Any]) -> None:
    links.update({"http://a/f": b"file", "http://a/v": b"video"})
    bot = FakeBot(get_private_file_url={"url": "http://a/f"})
    pieces, failures = await fetched(
        bot,
        MessageSegment("file", {"file": "../网盘/目录.pdf", "file_id": "x"}),
        MessageSegment("video", {"file": "v.mp4", "url": "http://a/v"}),
        MessageSegment("record", {"file": "r.amr"}),
    )
    assert pieces == [Piece(Form.FILE, "目录.pdf", b"file"), Piece(Form.FILE, "v.mp4", b"video")]
    assert failures == ["语音收不了。请把听到的话打成文字，或者发截图"]
    assert (await fetched(FakeBot(), MessageSegment("file", {"file": "a.pdf", "file_id": "x"})))[
        1
    ] == ["文件“a.pdf”没有取到。请重新发一次"]


def spoken(content: object, key: str = "message") -> dict[str, Any]:
    return {"sender": {"nickname": "小王", "user_id": 30001}, "time": 1795420800, key: content}


TRANSCRIPT = "2026-11-23 16:00:00 小王 (30001)\n资料三百一套〔图片1〕"


@pytest.mark.parametrize(
    "answer",
    [
        {"messages": [spoken([{"type": "text", "data": {"text": "资料三百一套"}}, {"type": "image", "data": {"file": "p", "url": "http://a/p"}}])]},
        {"messages": [spoken("资料三百一套[CQ:image,file=p,url=http://a/p]", "content")]},
        {"message": [{"type": "node", "data": spoken([{"type": "text", "data": {"text": "资料三百一套"}}, {"type": "image", "data": {"file": "p", "url": "http://a/p"}}], "content")}]},
    ],
)  # fmt: skip
async def test_a_merged_forward_in_all_its_shapes(links: dict[str, Any], answer: object) -> None:
    links["http://a/p"] = b"p"
    bot = FakeBot(get_forward_msg=answer)
    pieces, failures = await fetched(bot, MessageSegment("forward", {"id": "f"}))
    assert pieces == [Piece(Form.FORWARD, "", TRANSCRIPT.encode()), Piece(Form.PICTURE, "", b"p")]
    assert failures == []


async def test_a_forward_that_cannot_be_got_is_empty_or_too_deep(links: dict[str, Any]) -> None:
    forward = MessageSegment("forward", {"id": "f"})
    assert await fetched(FakeBot(), forward) == (
        [],
        ["转发的聊天记录没有取到。请再转发一次，或者截图发来"],
    )
    assert (await fetched(FakeBot(get_forward_msg={"messages": []}), forward))[1] == [
        "转发的聊天记录是空的，没有收。请在聊天里截图发来"
    ]
    inside = [{"type": "forward", "data": {"id": "again"}}]
    endless = FakeBot(get_forward_msg={"messages": [spoken(inside)] * 2})
    pieces, failures = await fetched(endless, forward)
    assert len(endless.asked) == 3
    assert len(pieces) == 1
    assert failures == ["转发的聊天记录太长，只收了前面的部分。后面要紧的请截图发来"]
    long = FakeBot(get_forward_msg={"messages": [spoken("一句")] * 150})
    assert (await fetched(long, forward))[0][0].content.decode().count("一句") == 100


@pytest.mark.parametrize("answer", ["x", 3, {"messages": "x"}, {"messages": [None, "x", {"content": 5}, {"data": []}, {"message": [{"type": "image"}]}]}])  # fmt: skip
async def test_senseless_answers_are_no_errors(links: dict[str, Any], answer: object) -> None:
    _, failures = await fetched(
        FakeBot(get_forward_msg=answer, get_image=answer), MessageSegment("forward", {}), image("")
    )
    assert failures


async def test_cards_become_text(links: dict[str, Any]) -> None:
    card = {
        "prompt": "[分享]考公资料",
        "meta": {
            "news": {
                "title": "考公资料 9.9",
                "jumpUrl": "https://m.tb.cn/h.x",
                "preview": "http://a/p",
            }
        },
    }
    pieces, _ = await fetched(
        FakeBot(),
        MessageSegment("json", {"data": json.dumps(card)}),
        MessageSegment("contact", {"type": "group", "id": "778899"}),
        MessageSegment("xml", {"data": '<msg brief="分享" url="https://a.cn/?a=1&amp;b=2"><title>资料</title></msg>'}),
    )  # fmt: skip
    assert [one.content.decode() for one in pieces] == [
        "[分享]考公资料\n考公资料 9.9\nhttps://m.tb.cn/h.x",
        "推荐名片：群 778899",
        "分享\nhttps://a.cn/?a=1&b=2\n资料",
    ]
    hostile = MessageSegment("json", {"data": "[" * 100_000})
    assert await fetched(FakeBot(), hostile) == ([], ["卡片里没有文字和链接，没有收。请截图发来"])


def test_every_refusal_has_its_words(app: App) -> None:
    from plugins.report.evidence_texts import refused
    from study.evidence import errors

    kinds = [
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, EvidenceRefused)
    ]
    for kind in kinds:
        if not kind.__subclasses__():
            assert refused(kind(), Piece(Form.PICTURE, "", b"")).startswith("这张图片")
    assert refused(errors.Forbidden(), Piece(Form.FILE, "a/页面.html", b"")) == (
        "文件“页面.html”是网页、脚本或程序，不能收。请把内容截图发来"
    )
