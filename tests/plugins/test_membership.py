"""What members and admins say about memberships."""

from datetime import timedelta
from random import SystemRandom
from zoneinfo import ZoneInfo

import pytest

from study.clock import stamp
from study.members.checked import check_character
from study.members.codes import shown
from study.members.term import YEAR, Term
from study.services.issuing import Order, issue
from study.services.membership import held
from study.storage import audit, grants
from study.storage.database import Database
from study.storage.vault import Vault
from tests.dialogue import ADMIN, Chat
from tests.library import MONDAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
ANNA = 30001


@pytest.fixture
def private(chat: Chat) -> Chat:
    chat.group = None
    return chat


async def code(database: Database, term: Term = YEAR, valid: Term | None = None) -> str:
    order = Order(1, term, valid, "", "命令行")
    made = await issue(database, order, MONDAY, SHANGHAI, SystemRandom())
    return shown(made.codes[0])


async def test_who_is_no_member_is_told_what_it_opens_and_how_to_get_it(private: Chat) -> None:
    assert await private.says("/学习 会员") == (
        "🎫 还不是会员。会员能看首次开通前三年以来的会员资料和今后新出的全部资料，查找、测验都包括在内\n"
        "开通：/学习 兑换 <兑换码>（向管理员要）\n"
        "或者举报倒卖会员资料的人，查实后送一年：私聊我发 /举报"
    )


async def test_a_code_without_a_command_is_offered_to_be_redeemed(
    private: Chat, database: Database
) -> None:
    one = await code(database)
    ask = "这是会员兑换码。要用它给自己开通或续会员，发 兑换"
    for said in (one, one.lower().replace("-", " "), f"兑换 {one}", f"兑换{one}"):
        assert await private.says(said) == ask
    assert "✅ 兑换成功" in await private.says("兑换")
    how = "写法：/学习 兑换 XXXX-XXXX-XXXX-XXXX，大小写、空格和横线都不要紧"
    assert await private.says("兑换 ABCD") == how


async def test_a_code_is_redeemed_and_the_membership_seen(
    private: Chat, database: Database
) -> None:
    one = await code(database)
    assert await private.says(f"/学习 兑换 {one}") == (
        "✅ 兑换成功，会员开通1年：有效至 2027-11-23（含当天）\n"
        "可看：2023-11-23 以来的会员资料，会员期间新出的全部资料"
    )
    second = (await code(database, Term(months=6))).lower().replace("-", " ")
    assert (await private.says(f"／学习　兑换　{second}")).startswith(
        "✅ 兑换成功，会员加6个月：有效至 2028-05-23（含当天）\n"
    )
    private.now += timedelta(days=1)
    assert await private.says("/学习 会员") == (
        "🎫 会员有效至 2028-05-23（含当天），还有546天\n"
        "首次开通：2026-11-23\n"
        "可看：2023-11-23 以来的会员资料，会员期间新出的全部资料\n"
        "记录：\n"
        "2026-11-23 兑换码 +6个月\n"
        "2026-11-23 兑换码 +1年"
    )


async def test_the_last_day_and_the_day_after(private: Chat, database: Database) -> None:
    await private.says(f"/学习兑换{await code(database, Term(days=1))}")
    private.now += timedelta(days=1)
    assert "有效至 2026-11-24（含当天），今天是最后一天" in await private.says("/学习 会员")
    private.now += timedelta(days=1)
    assert (await private.says("/学习 会员")).startswith("🎫 会员 2026-11-24 已到期，")


async def test_in_a_group_the_least_is_said(chat: Chat, database: Database) -> None:
    assert await chat.says("/学习 会员") == (
        "🎫 还不是会员。能看什么、怎样开通，请私聊我发 /学习 会员"
    )
    said = await chat.says(f"/学习 兑换 {await code(database)}")
    assert said.endswith("\n下次请私聊我兑换，免得码被别人先用")
    assert await chat.says("/学习 会员") == (
        "🎫 会员有效至 2027-11-23（含当天）。详情请私聊我发 /学习 会员"
    )
    chat.now += timedelta(days=400)
    assert await chat.says("/学习 会员") == "🎫 会员已到期。怎样续，请私聊我发 /学习 会员"


async def test_each_error_has_its_sentence(private: Chat, database: Database) -> None:
    one, old = await code(database), await code(database, valid=Term(days=1))
    assert (await private.says("/学习 兑换")).startswith("写法：/学习 兑换 XXXX")
    assert await private.says("/学习 兑换 我没有码") == (
        "兑换码是16个字母和数字，这里有0个。请照原样再发：/学习 兑换 XXXX-XXXX-XXXX-XXXX"
    )
    wrong = one[:-1] + ("2" if one[-1] != "2" else "3")
    assert await private.says(f"/学习 兑换 {wrong}") == (
        "兑换码打错了字符（码里没有 0、O、1、I、L）。请照原样再发一次；还能试4次"
    )
    await private.says(f"/学习 兑换 {one}")
    assert await private.says(f"/学习 兑换 {one}") == (
        "这个码你在 2026-11-23 09:00 已经用过了，不用再兑换。查看：/学习 会员"
    )
    assert await private.says(f"/学习 兑换 {one}", person=30002) == (
        "这个码已经被用掉了，每个码只能用一次。请找给你码的人换一个"
    )
    private.now += timedelta(days=2)
    assert await private.says(f"/学习 兑换 {old}") == (
        "这个码 2026-11-24 已过期。请找给你码的人换一个"
    )


async def test_five_wrong_codes(private: Chat) -> None:
    unknown = "2" * 15 + check_character("2" * 15)
    for left in (4, 3, 2, 1):
        assert await private.says(f"/学习 兑换 {unknown}") == (
            f"没有这个兑换码。请核对，或找给你码的人；还能试{left}次"
        )
    assert await private.says(f"/学习 兑换 {unknown}") == (
        "没有这个兑换码。请核对，或找给你码的人。连续输错，已锁定，请30分钟后再试"
    )
    private.now += timedelta(minutes=12)
    assert await private.says(f"/学习 兑换 {unknown}") == ("错的码试得太多，已锁定，请18分钟后再试")


async def test_an_admin_adds_takes_and_takes_back(
    private: Chat, database: Database, vault: Vault
) -> None:
    assert await private.says("/会员 加 40001 1年 微信付款", person=ADMIN) == (
        "✅ 40001 加1年（#1）\n之前：没有生效\n现在：有效至 2027-11-23（含当天）\n"
        "已排队私聊告诉对方，理由一并附上"
    )
    assert "现在：有效至 2027-10-24" in await private.says(
        "/会员减 QQ：40001 ３０天 迟到 两次", person=ADMIN
    )
    assert await private.says("/会员 查 40001", person=ADMIN) == (
        "🎫 40001 会员有效至 2027-10-24（含当天）\n"
        "首次开通：2026-11-23\n"
        "可看：2023-11-23 以来的会员资料，会员期间新出的全部资料\n"
        "记录：\n"
        "#2 2026-11-23 管理员 −30天（迟到 两次）\n"
        "#1 2026-11-23 管理员 +1年（微信付款）"
    )
    assert "现在：有效至 2027-11-23" in await private.says("/会员 撤销 #2 说清楚了", person=ADMIN)
    rows = await database.read("select person, subject, text from notice order by id")
    assert [(row["person"], row["subject"]) for row in rows] == [
        ("40001", "grant:1"),
        ("40001", "grant:2"),
        ("40001", "grant:2:reversed"),
    ]
    told = vault.keyring.unseal_text(rows[2]["text"])
    assert told.startswith("🎫 管理员撤销了2026年11月23日减的30天。你的会员现在有效至 2027-11-23")
    assert "理由：说清楚了" in told
    assert (await private.says("/会员 查 40001", person=ADMIN)).endswith(
        "记录：\n"
        f"#2 2026-11-23 管理员 −30天（迟到 两次），2026-11-23 已由 {ADMIN} 撤销：说清楚了\n"
        "#1 2026-11-23 管理员 +1年（微信付款）"
    )


async def test_undoing_what_no_longer_runs_changes_no_day(private: Chat) -> None:
    await private.says("/会员 加 40001 1年 微信付款", person=ADMIN)
    await private.says("/会员 减 40001 1年 退款", person=ADMIN)
    assert await private.says("/会员 撤销 1 记错了", person=ADMIN) == (
        "✅ 已撤销 40001 的 #1\n会员期限没有变：没有生效\n已排队私聊告诉对方，理由一并附上"
    )


async def test_of_a_reward_no_admin_learns_the_case(private: Chat, database: Database) -> None:
    """Whoever is suspected in it would learn who reported him."""
    day = MONDAY.date()
    new = grants.New("40001", YEAR, "reward", "JB-7K3Q9", "举报成立", "10001", day, "x")
    async with database.transaction() as transaction:
        number = await grants.add(transaction, new)
    kept = await private.says("/会员 查 40001", person=ADMIN)
    assert kept.endswith("\n#1 2026-11-23 举报奖励 +1年")
    assert await private.says("/会员 撤销 1 理由", person=ADMIN) == (
        "这是举报的奖励，要随案子一起撤：/案 撤销 编号 理由"
    )
    async with database.transaction() as transaction:
        await grants.reverse(transaction, number, "10002", "10001 没有卖", stamp(MONDAY))
    undone = await private.says("/会员 查 40001", person=ADMIN)
    assert undone.endswith("\n#1 2026-11-23 举报奖励 +1年，2026-11-23 已随举报撤销")


async def test_what_an_admin_can_get_wrong(private: Chat) -> None:
    for said, answer in (
        ("/会员 查 某人", "写法：/会员 查 QQ号"),
        ("/会员 查 50009", "🎫 50009 会员没有生效\n没有记录"),
        ("/会员 加", "写法：/会员 加 QQ号 1年 理由（也可以写 365天、6个月）"),
        ("/会员 加 40001 很久 理由", "第二项写时长，如 1年、6个月、365天"),
        ("/会员 加 40001 20年 理由", "时长最短1天，最长10年"),
        ("/会员 加 40001 1年", "请在最后写上理由，对方和审计记录里都看得到"),
        ("/会员 减 40001 1天 理由", "对方现在没有生效的会员，没有可减的"),
        (f"/会员 加 {ADMIN} 1年 我自己", "自己的会员不能自己改，请另一位管理员来办"),
        ("/会员 撤销 1", "写法：/会员 撤销 编号 理由。编号用 /会员 查 QQ号 看"),
        ("/会员 撤销 1 理由", "没有这个编号的记录。编号用 /会员 查 QQ号 看"),
    ):
        assert await private.says(said, person=ADMIN) == answer, said


@pytest.mark.parametrize("said", ["/会员 加 40001 1年 理由", "/会员 查 40001", "/会员 撤销 1 x"])
async def test_members_matters_are_not_for_groups(
    chat: Chat, database: Database, said: str
) -> None:
    assert await chat.says(said, person=ADMIN) == "会员的事请私聊我办，群里不处理"
    assert (await held(database, "40001")).grants == []


@pytest.mark.parametrize(
    "said",
    [
        "/会员 查 40001", "/会员 加 40001 1年 x", "/会员 减 40001 1天 x", "/会员 撤销 1 x",
        "/兑换码 生成 1 1年", "/兑换码 列表", "/兑换码 看 1", "/兑换码 作废 1",
    ],
)  # fmt: skip
async def test_only_admins(private: Chat, database: Database, said: str) -> None:
    assert await private.says(said) == "这个命令只有管理员能用"
    assert [one async for one in audit.entries(database)] == []
