"""A redeem code and a real bot process: an admin makes it, fifty people want it."""

import asyncio
import re

from study.terminal.onebot import Implementation, Speaker, segments_of, text_of
from tests.dialogue import ADMIN
from tests.e2e.bots import Bot, ask


async def answers(connection: Implementation, count: int) -> list[tuple[int, str]]:
    """Who was told what."""
    calls = [await connection.next_call(10) for _ in range(count)]
    return [(one.params["user_id"], text_of(segments_of(one))) for one in calls if one]


async def test_fifty_people_and_one_code(bot: Bot) -> None:
    people = [Speaker(31000 + place) for place in range(50)]
    async with bot.talk() as connection:
        said = await ask(connection, Speaker(ADMIN), "/兑换码 生成 2 1年")
        codes = re.findall(r"(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}", said)
        assert len(codes) == 2
        file = await connection.next_call(5)
        assert file is not None
        assert (file.action, file.params["user_id"]) == ("upload_private_file", ADMIN)
        await asyncio.gather(*(connection.say(one, f"/学习 兑换 {codes[0]}") for one in people))
        told = await answers(connection, 50)
        [winner] = [person for person, text in told if text.startswith("✅ 兑换成功")]
        used = [text for _, text in told if text.startswith("这个码已经被用掉了")]
        assert len(used) == 49
        assert "会员有效至" in await ask(connection, Speaker(winner), "/学习 会员")
        other = next(person for person, _ in told if person != winner)
        assert "还不是会员" in await ask(connection, Speaker(other), "/学习 会员")
    assert not any(code[:9] in bot.log for code in codes)
