"""Reporting a resale, as the reporter reads it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import nonebot
import pytest

from study.evidence.piece import Form, Piece
from study.reports.age import Age
from study.storage.database import Database
from study.storage.vault import Vault
from study.terminal.onebot import Speaker, message_event
from tests.dialogue import ADMIN, Chat
from tests.playing import Play
from tests.quiz.posing import posed, stored

REPORTER = "30001"
YEARS = Age(timedelta(days=900), timedelta(days=30))
WELCOME = (
    "📮 举报倒卖会员资料，分4步。内容只有管理员能看，卖家不会知道是谁举报的；查实后送你一年会员"
)
STEP_1 = "【第1/4步 · 谁在卖】"
STEP_2 = "【第2/4步 · 证据】"
STEP_3 = "【第3/4步 · 时间和地点】"
STEP_4 = "【第4/4步 · 核对】"


@dataclass
class Outside:
    """What the implementation knows of a person, and what it gives for pictures: their content by
    their link, nothing where they cannot be fetched."""

    age: Age = YEARS
    pictures: dict[str, bytes] = field(default_factory=dict[str, bytes])
    fetched: list[str] = field(default_factory=list[str])


@pytest.fixture
def outside(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    """Private chat, in which pictures are texts by their link."""
    from plugins._chat import talks
    from plugins.report import ages, fetch, talk

    made = Outside()

    async def age_of(*_: object) -> Age:
        return made.age

    async def fetched(_bot: object, _person: str, segments: Any) -> fetch.Fetched:
        names = [one.data["url"] for one in segments if one.type == "image"]
        made.fetched += names
        await asyncio.sleep(0.01)
        got = [made.pictures.get(name, name.encode()) for name in names]
        lost = [place for place, one in enumerate(got, 1) if not one]
        pieces = [Piece(Form.FILE, f"{at}.txt", one) for at, one in enumerate(got) if one]
        failures = [f"图片没收全（{len(pieces)}/{len(got)}），请重发第{lost[0]}张"] if lost else []
        return fetch.Fetched(pieces, failures)

    monkeypatch.setattr(ages, "age_of", age_of)
    monkeypatch.setattr(fetch, "fetch", fetched)
    monkeypatch.setattr(talk, "PAUSE", 0.05)
    chat.group = None
    yield made
    talks.end(REPORTER)


def pictures(*links: str) -> list[dict[str, Any]]:
    return [{"type": "image", "data": {"file": one, "url": one}} for one in links]


async def sends(
    chat: Chat, *messages: list[dict[str, Any]], ids: tuple[int, ...] = ()
) -> list[str]:
    """Send messages one right behind the other; return what the bot says to them."""
    from nonebot.adapters.onebot.v11 import Bot

    from plugins._chat import dispatch, sending
    from plugins._chat.adapter import Adapter

    said: list[str] = []

    async def send(_bot: object, _group: object, _person: str, reply: Any) -> None:
        said.append(reply.text)

    adapter = nonebot.get_adapter(Adapter)
    real, sending.send = sending.send, send  # pyright: ignore[reportAttributeAccessIssue]
    try:
        async with chat.app.test_matcher() as context:
            bot = context.create_bot(base=Bot, adapter=adapter, self_id="10000")
            events: list[Any] = []
            for place, message in enumerate(messages):
                raw = message_event(Speaker(int(REPORTER)), message)
                raw |= {"time": 1, "self_id": 10000}
                raw |= {"message_id": ids[place]} if ids else {}
                events.append(adapter.json_to_event(raw))
            await asyncio.gather(*(dispatch.dispatch(bot, event) for event in events))
    finally:
        sending.send = real
    return said


async def fill_in(chat: Chat) -> None:
    """Write a report up to its summary."""
    await chat.says("/举报")
    await chat.says("QQ 12345678")
    await chat.says("他说三元一份，要的私聊")
    await chat.says("好了")
    assert STEP_4 in await chat.says("昨晚，闲鱼")


async def test_who_wants_to_report_without_a_slash_is_told_how(
    chat: Chat, outside: Outside
) -> None:
    told = "要举报倒卖会员资料的人，发 /举报（前面的斜杠要带上）；看举报的进展发 /举报 进度"
    for said in ("举报", "我要举报", "举报！"):
        assert await chat.says(said) == told


async def test_a_whole_report(chat: Chat, outside: Outside, database: Database) -> None:
    assert await chat.says("/举报") == (
        f"{WELCOME}\n{STEP_1}\n发卖家的QQ号、群号或店铺链接，知道几个写几个；都不知道发 不清楚\n"
        "也可以发：重来、取消"
    )
    assert await chat.says("QQ 12345678") == (
        f"{STEP_2}\n发聊天截图、文件、合并转发，或粘贴文字；发完回 好了\n最多20件\n"
        "也可以发：上一步、重来、取消"
    )
    assert (await chat.says("好了")).startswith(
        f"还没有证据。没有证据的举报很难核实，至少要发一件。\n{STEP_2}\n"
    )
    assert await chat.says("他说三元一份，要的私聊") == (
        "收到 1段文字，共 1 件\n"
        "【第2/4步】还有就接着发，没有了发 好了；也可以发：上一步、重来、取消"
    )
    [told] = await sends(chat, pictures("a", "b"))
    assert told.startswith("收到 2个文件，共 3 件\n【第2/4步】")
    assert (await chat.says("好了。")).startswith(f"{STEP_3}\n什么时候、在哪里看到的？")
    assert await chat.says("昨晚，闲鱼") == (
        f"{STEP_4}\n谁在卖：QQ 12345678\n证据：1段文字、2个文件，共 3 件\n时间和地点：昨晚，闲鱼\n"
        "没问题就发 提交\n也可以发：上一步、重来、取消"
    )
    receipt = await chat.says("提交！")
    [row] = await database.read("select number from resale_case")
    assert receipt == (
        f"✅ 已受理 {row['number']}\n"
        f"管理员会核实，有结果私聊告诉你。看进展：/举报 进度 {row['number']}"
    )
    again = f"{receipt}\n（这是上一次的回执，现在没有在填的举报）"
    assert await chat.says("提交") == again
    assert await chat.says("/举报 提交") == again
    assert len(await database.read("select 1 from resale_case")) == 1
    assert len(await database.read("select 1 from evidence where case_id is not null")) == 3


async def test_pictures_in_quick_succession_are_answered_together(
    chat: Chat, outside: Outside
) -> None:
    await chat.says("/举报")
    await chat.says("不清楚")
    outside.pictures["lost"] = b""
    burst = [pictures("a"), pictures("b", "lost"), pictures("c")]
    assert await sends(chat, *burst) == [
        "收到 3个文件，共 3 件\n图片没收全（1/2），请重发第2张\n"
        "【第2/4步】还有就接着发，没有了发 好了；也可以发：上一步、重来、取消"
    ]
    assert outside.fetched == ["a", "b", "lost", "c"]


async def test_done_waits_for_what_is_still_being_fetched(chat: Chat, outside: Outside) -> None:
    await chat.says("/举报")
    await chat.says("不清楚")
    done = [{"type": "text", "data": {"text": "好了"}}]
    [told] = await sends(chat, pictures("a"), pictures("b"), done)
    assert told.startswith(f"收到 2个文件，共 2 件\n{STEP_3}")


async def test_a_message_that_is_delivered_twice_is_worked_on_once(
    chat: Chat, outside: Outside
) -> None:
    await chat.says("/举报")
    await chat.says("不清楚")
    said = await sends(chat, pictures("a"), pictures("a"), ids=(900_001, 900_001))
    assert len(said) == 1
    assert outside.fetched == ["a"]
    [told] = await sends(chat, pictures("a"))
    assert told.startswith("有 1 件先前交过了，不重复收，共 1 件\n")


async def test_a_flood_is_told_once_and_thirty_pictures_are_none(
    chat: Chat, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins._chat import dispatch, limits

    monkeypatch.setattr(dispatch, "_told_of_flood", limits.Once())
    await chat.says("/举报")
    await chat.says("不清楚")
    said = await sends(chat, *(pictures(f"p{place}") for place in range(30)))
    assert len(outside.fetched) == 30
    [told] = said
    assert told.startswith("收到 20个文件，共 20 件\n文件“0.txt”没有收：一次举报最多 20 件证据\n")
    said = await sends(chat, *(pictures(f"q{place}") for place in range(60)))
    assert len(outside.fetched) < 80
    assert said[0] == "一下子发得太多，后面的没有收下。请等我回了话，再接着发"
    assert len(said) == 2


async def test_pictures_are_taken_in_every_step(chat: Chat, outside: Outside) -> None:
    await chat.says("/举报")
    [told] = await sends(chat, pictures("a"))
    assert told.startswith(f"收到 1个文件，共 1 件\n{STEP_1}")
    assert "已收 1个文件" in await chat.says("不清楚")
    face = [{"type": "face", "data": {"id": "1"}}]
    [told] = await sends(chat, face)
    assert told.startswith(f"这种消息收不了，请发文字、图片、文件或合并转发。\n{STEP_2}")
    words = {"type": "text", "data": {"text": "好了"}}
    [told] = await sends(chat, [*pictures("b"), words])
    assert told.startswith(f"收到 1个文件，共 2 件\n{STEP_3}")


async def test_a_group_reads_one_line_and_nothing_is_kept(
    chat: Chat, outside: Outside, database: Database
) -> None:
    chat.group = 20000
    for said in (
        *("/举报", "/举报 QQ12345678 在卖资料", "/举报张三", "／举报　进度 JB-22222", "/举报 帮助"),
        *("/举报 撤回 JB-22222", "/举报 补充", "/举报 取消"),
    ):
        assert await chat.says(said) == "举报只在私聊里收：请私聊我发 /举报"
    assert not await database.read("select 1 from report_draft")


async def test_a_draft_is_put_aside_and_taken_up_again(chat: Chat, outside: Outside) -> None:
    await chat.says("/举报")
    await chat.says("QQ 12345678")
    aside = "（举报先放着，接着填发 /举报；7天内都在）"
    assert (await chat.says("/学习 停")).endswith(f"\n\n{aside}")
    assert aside not in await chat.says("/学习 停")
    lost = "你的举报先放着，刚才这条没有收。先发 /举报 接着填，再重发一次"
    assert await sends(chat, pictures("a")) == [lost]
    assert await chat.says("提交") == lost
    assert await chat.says("他说三元一份") == lost
    told = await chat.says("/举报")
    assert told.startswith(f"接着填没交的举报。\n{STEP_2}")
    chat.now += timedelta(days=2)
    assert (await chat.says("他说三元")).startswith("接着11月23日没填完的举报。\n收到 1段文字")
    assert (await chat.says("他说四元")).startswith("收到 1段文字，共 2 件")


async def test_a_restart_changes_nothing(chat: Chat, outside: Outside, database: Database) -> None:
    from plugins._chat import talks
    from plugins.report.talk import begin_again

    await chat.says("/举报")
    await chat.says("QQ 12345678")
    talks.end(REPORTER)  # As in a new process.
    await begin_again(database)
    assert (await chat.says("他说三元")).startswith("收到 1段文字，共 1 件")


async def test_a_draft_has_the_floor_before_a_quiz(
    chat: Chat, outside: Outside, play: Play, database: Database
) -> None:
    await stored(database, posed())
    await chat.says("/学习 测验 1")
    await play.hears()
    await chat.says("/举报")
    assert STEP_2 in await chat.says("A")
    await chat.says("/学习 停")


async def test_steps_back_cancelling_and_beginning_again(
    chat: Chat, outside: Outside, database: Database
) -> None:
    await chat.says("/举报")
    assert (await chat.says("上一步")).startswith(f"前面没有步骤了。\n{STEP_1}")
    await chat.says("QQ 12345678")
    assert "现在写的是：QQ 12345678\n要改就重新发一遍，不改发 下一步" in await chat.says("上一步")
    assert STEP_2 in await chat.says("QQ 87654321")
    sure = "刚才填的和发来的都会删掉，确定重来吗？是就再发一次 重来，不是就发 不"
    assert await chat.says("重来") == sure
    assert (await chat.says("不")).startswith(STEP_2)
    await chat.says("重来")
    assert (await chat.says("重来")).startswith(STEP_1)
    await chat.says("不清楚")
    assert "确定取消吗？" in await chat.says("取消")
    assert await chat.says("取消") == ("好，取消了，刚才填的和发来的都已删除。要举报随时发 /举报")
    assert not await database.read("select 1 from report_draft")
    assert await chat.says("/举报 取消") == (
        "现在没有在填的举报。要举报发 /举报，看进展发 /举报 进度"
    )


async def test_words_behind_the_command_count(chat: Chat, outside: Outside) -> None:
    told = await chat.says("/举报 QQ 12345678 在闲鱼卖")
    assert told.startswith(f"{WELCOME}\n{STEP_2}")
    assert "现在写的是：QQ 12345678 在闲鱼卖" in await chat.says("/举报 上一步")
    await chat.says("/学习 停")
    assert STEP_2 in await chat.says("/举报 下一步")
    assert (await chat.says("他说三元")).startswith("收到 1段文字")


async def test_words_behind_the_command_that_say_nothing_begin_nothing(
    chat: Chat, outside: Outside, database: Database
) -> None:
    assert await chat.says("/举报 进展 JB-6PCX2") == (
        "没有“进展”这个命令，是不是：/举报 进度？要举报只发 /举报，看全部发 /举报 帮助"
    )
    nothing = "没有“foo”这个命令。要举报只发 /举报，看全部发 /举报 帮助"
    assert await chat.says("/举报 foo") == nothing
    assert not await database.read("select 1 from report_draft")
    await chat.says("/举报")
    await chat.says("QQ 12345678")
    assert await chat.says("/举报 foo") == nothing
    told = await chat.says("/举报 QQ 87654321 在卖资料")
    assert told.startswith(f"你有一份举报还没交，刚才这句没有写进去。\n{STEP_2}")
    assert not await database.read("select 1 from evidence")


async def test_words_beside_pictures_and_at_the_summary(chat: Chat, outside: Outside) -> None:
    await chat.says("/举报")
    await chat.says("QQ 12345678")
    await sends(chat, pictures("a"))
    await chat.says("好了")
    words = {"type": "text", "data": {"text": "这是三样"}}
    [told] = await sends(chat, [*pictures("b"), words])
    assert told.startswith(f"收到 1个文件、1段文字，共 3 件\n{STEP_3}\n什么时候")
    [told] = await sends(chat, [*pictures("a", "c")])
    assert told.startswith("收到 1个文件，另有 1 件先前交过了，不重复收，共 4 件\n")
    await chat.says("昨晚，闲鱼")
    assert await chat.says("好了") == "还没有交。没问题发 提交，要改发 上一步"
    told = "刚才这句没有写进去。要改发 上一步，没问题发 提交"
    assert await chat.says("他还有一个号") == told
    assert "✅ 已受理" in await chat.says("没问题")


async def test_nobody_reports_himself(chat: Chat, outside: Outside) -> None:
    await chat.says("/举报")
    told = await chat.says("QQ 30001")
    assert told.startswith(f"这里面有你自己的QQ号，不能举报自己。\n{STEP_1}\n发卖家的QQ号")


async def test_who_is_new_is_refused_kindly_and_who_is_unknown_is_let_through(
    chat: Chat, outside: Outside, database: Database, vault: Vault
) -> None:
    hours = timedelta(hours=5)
    outside.age = Age(hours, timedelta())
    assert await chat.says("/举报") == (
        "你的QQ号和入群都还不满3天，暂时不能举报。请先把证据存好，过几天再来"
    )
    for outside.age in (Age(None, hours), Age(hours, timedelta(days=4)), Age(hours, None)):
        assert STEP_1 in await chat.says("/举报")
        await chat.says("取消")
    outside.age = Age(None, None)
    await fill_in(chat)
    await chat.says("提交")
    notes = await database.read("select text from case_entry where kind = 'note'")
    assert [vault.keyring.unseal_text(note["text"]) for note in notes] == ["账号年龄未知"]


async def test_limits_are_told_before_and_at_the_end(
    chat: Chat, outside: Outside, database: Database, vault: Vault
) -> None:
    for place in range(3):
        await fill_in(chat)
        await sends(chat, pictures(f"{place}"))
        if place < 2:
            await chat.says("提交")
    async with database.transaction() as transaction:
        await transaction.write(
            "insert into resale_case (number, reporter, state, suspect, circumstances, received_at,"
            " moved_at) values ('JB-22222', ?, 'received', x'', x'', ?, ?)",
            (REPORTER, chat.now.isoformat(), chat.now.isoformat()),
        )
    full = "你有3件举报还没处理完，先等一等。看进展：/举报 进度"
    assert await chat.says("提交") == f"{full}。填好的都留着。"
    assert STEP_4 in await chat.says("/举报")
    await chat.says("取消")
    await chat.says("取消")
    assert await chat.says("/举报") == full
    told = await chat.says("提交")
    assert told == "现在没有在填的举报。要举报发 /举报，看进展发 /举报 进度"


async def test_own_cases(chat: Chat, outside: Outside, database: Database) -> None:
    assert await chat.says("/举报 进度") == "你还没有举报过。要举报发 /举报"
    await fill_in(chat)
    await chat.says("提交")
    [(number,)] = [tuple(row) for row in await database.read("select number from resale_case")]
    assert await chat.says("/举报 进度") == (
        f"你的举报：\n{number}　受理　11-23 举报\n看一件的详情：/举报 进度 编号"
    )
    assert await chat.says(f"/举报 进度 {number[3:].lower()}") == (
        f"{number}：受理\n11-23 09:00 受理\n可以：/举报 补充 {number}、/举报 撤回 {number}"
    )
    wrong = number[:-1] + ("2" if number[-1] != "2" else "3")
    for command in ("进度", "补充", "撤回", "申诉"):
        mistyped = "这个编号打错了（对不上校验）。编号像 JB-7K3Q9，请对照收到的回执再发"
        assert await chat.says(f"/举报 {command} {wrong} 理由") == mistyped
        strange = "没有这个编号的举报。看自己的举报：/举报 进度"
        assert await chat.says(f"/举报 {command} {number} 理由", person=30002) == strange
        assert await chat.says(f"/举报 {command} JB-22222 理由") == strange
    assert await chat.says("/举报 申诉") == (
        "请带上编号，如 /举报 申诉 JB-7K3Q9。不记得编号就发 /举报 进度"
    )
    assert await chat.says(f"/举报 申诉 {number} 不服") == (
        "这件举报现在是“受理”，不能申诉；不成立或重复的才能申诉"
    )


async def test_supplement_and_withdrawal(chat: Chat, outside: Outside, database: Database) -> None:
    await fill_in(chat)
    await chat.says("提交")
    [(number,)] = [tuple(row) for row in await database.read("select number from resale_case")]
    assert await chat.says(f"/举报 补充 {number}") == (
        f"【补充 {number}】\n发截图、文件、合并转发，或直接写说明；都发完了发 提交\n"
        "也可以发：重来、取消"
    )
    assert "\n说明：他又发了\n" in await chat.says("他又发了")
    [told] = await sends(chat, pictures("z"))
    assert told == f"收到 1个文件，共 1 件\n还有就接着发，没有了发 提交（补充 {number}）"
    told = f"✅ 补充已收进 {number}\n看进展：/举报 进度 {number}"
    assert await chat.says("提交") == told
    assert await chat.says("提交") == f"{told}\n（这是上一次的回执，现在没有在填的举报）"
    await chat.says(f"/举报 补充 {number}")
    [again] = await sends(chat, pictures("z"))
    assert again.startswith("有 1 件先前交过了，不重复收\n")
    submit = [{"type": "text", "data": {"text": "提交"}}]
    assert await sends(chat, pictures("y"), submit) == [f"收到 1个文件，共 1 件\n{told}"]
    late = f"{number} 已经交了，刚才这条没有收进去。要补充发 /举报 补充 {number}"
    assert await sends(chat, pictures("late")) == [late]
    assert await chat.says(f"/举报 撤回 {number}") == (
        f"撤回后 {number} 就结束了，不能恢复，也没有奖励。确定就发 确认撤回"
    )
    assert await chat.says("不") == "好，没有动"
    await chat.says(f"/举报 撤回 {number}")
    assert await chat.says("确认撤回") == f"✅ {number} 已撤回"
    assert await chat.says(f"/举报 撤回 {number}") == "这件举报现在是“已撤回”，不能撤回"
    assert await chat.says(f"/举报 补充 {number}") == "这件举报现在是“已撤回”，不能补充"


async def test_progress_says_what_happened(
    chat: Chat, outside: Outside, database: Database
) -> None:
    await fill_in(chat)
    await chat.says("提交")
    [(number,)] = [tuple(row) for row in await database.read("select number from resale_case")]
    await chat.says(f"/案 领取 {number}", person=ADMIN)
    await chat.says(f"/案 记 {number} 像是老卖家", person=ADMIN)
    await chat.says(f"/案 补充 {number} 有付款记录吗", person=ADMIN)
    begun = "11-23 09:00 受理\n11-23 09:00 管理员领取，开始核实\n11-23 09:00 管理员请你补充\n"
    assert (await chat.says(f"/举报 进度 {number}")).endswith(
        f"{number}：需补充\n{begun}管理员问：有付款记录吗\n回答请发 /举报 补充 {number}\n"
        f"不想补充也可以撤回：/举报 撤回 {number}"
    )
    await chat.says(f"/举报 补充 {number} 没有")
    await chat.says("提交")
    await chat.says(f"/案 不成立 {number} 看不出是会员资料", person=ADMIN)
    told = await chat.says(f"/举报 进度 {number}")
    assert f"{begun}11-23 09:00 收到你的补充\n11-23 09:00 判定：不成立\n理由：看不出" in told


async def test_admins_report_too(chat: Chat, outside: Outside) -> None:
    from plugins._chat import talks

    assert STEP_1 in await chat.says("/举报", person=ADMIN)
    assert STEP_2 in await chat.says("不清楚", person=ADMIN)
    talks.end(str(ADMIN))


async def test_a_picture_beside_the_command_is_taken_too(chat: Chat, outside: Outside) -> None:
    words = {"type": "text", "data": {"text": "/举报 QQ 12345678"}}
    told = await sends(chat, [words, *pictures("a")])
    assert STEP_2 in told[0]
    assert told[1].startswith("收到 1个文件，共 1 件\n")
