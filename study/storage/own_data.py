"""What the tables hold about one person: to hand it out, and to erase it.

Every table of the schema is named here, so that a new one cannot be forgotten (a test sees to it).
"""

from collections.abc import Mapping

from study.storage.database import Database, Row, Transaction, single

_OWN_CHAT = "'person:' || ?1"
SECTIONS: Mapping[str, str] = {
    "会员": "select granted_on as 起算日, term as 时长, source as 来源, reference as 编号,"
    " reason as 理由, reversed_at as 撤销时间, reversed_why as 撤销理由"
    " from membership_grant where person = ?1 order by id",
    "兑换过的码": "select tail as 尾号, batch_id as 批号, redeemed_at as 时间"
    " from redeem_code where redeemed_by = ?1 order by redeemed_at",
    "输错的兑换码": "select at as 时间 from wrong_code where person = ?1 order by id",
    "举报": "select number as 编号, state as 状态, decision as 结论, suspect as 举报的是,"
    " circumstances as 经过, received_at as 受理, decided_at as 决定, appealed_at as 申诉,"
    " closed_at as 结案, emptied_at as 证据删除"
    " from resale_case where reporter = ?1 order by id",
    # Not what admins note among themselves, nor who they are.
    "举报的经过": "select c.number as 编号, e.kind as 类别, e.state as 状态, e.text as 内容,"
    " e.at as 时间 from case_entry e join resale_case c on c.id = e.case_id"
    " where c.reporter = ?1 and e.kind not in ('note', 'taken', 'reward') order by e.id",
    "举报的证据": "select c.number as 编号, e.form as 形式, e.name as 文件名, f.kind as 格式,"
    " f.size as 字节, e.digest as SHA256, e.at as 时间, f.deleted_at as 已删除"
    " from evidence e join resale_case c on c.id = e.case_id"
    " join evidence_file f on f.digest = e.digest where c.reporter = ?1 order by e.id",
    "举报的奖励": "select c.number as 编号, r.grant_id is not null as 已给, r.at as 时间,"
    " r.reversed_at as 撤销时间 from reward r join resale_case c on c.id = r.case_id"
    " where r.person = ?1 order by r.id",
    "没写完的举报": "select suspect as 举报的是, circumstances as 经过, begun_at as 开始,"
    " touched_at as 最近 from report_draft where person = ?1",
    "没交的证据": "select e.form as 形式, e.name as 文件名, f.size as 字节, e.at as 时间"
    " from evidence e join evidence_file f on f.digest = e.digest where e.drafter = ?1",
    "给你的通知": "select text as 内容, state as 状态, made_at as 时间"
    " from notice where person = ?1 order by id",
    "作答": "select at as 时间, chat as 会话, 'Q' || question_id as 题, given as 作答,"
    " is_right as 答对, credit as 得分, seconds as 用时秒"
    " from attempt where person = ?1 order by id",
    "每天答题": "select day as 学习日, answers as 作答, right_answers as 答对"
    " from studied where person = ?1 order by day",
    # A phrase stands in members' material that may no longer be open to the person.
    "记忆": "select case when question_id is null then '一个提法' else 'Q' || question_id end"
    " as 内容, stability as 稳定性, difficulty as 难度, due as 到期, last_review as 上次"
    " from memory where person = ?1 order by due",
    "报错": "select 'Q' || question_id as 题, reason as 理由, at as 时间"
    " from question_flag where person = ?1 order by at",
    "群里的称呼": "select chat as 会话, name as 称呼 from player where person = ?1 order by chat",
    "隐身": "select since as 起 from hidden_player where person = ?1",
    # Where, not what: the words may be members' material that is no longer open to the person.
    "私聊里的摘录": "select day as 学习日, 'M' || printf('%04d', material_id) as 资料,"
    f" paragraph as 段 from daily_excerpt where chat = {_OWN_CHAT} order by day",
    "私聊里的测验": "select occasion as 方式, scope as 范围, rounds as 题数, started_at as 开始"
    f" from quiz where chat = {_OWN_CHAT} order by id",
    "订阅": "select chat as 会话, minute / 60 as 时, minute % 60 as 分, subscribed_at as 起"
    f" from subscription where subscribed_by = ?1 or chat = {_OWN_CHAT} order by chat",
    "私聊的机器人号": "select account as 机器人, since as 初次, seen_at as 最近"
    " from contact where person = ?1",
    "管理员": "select appointed_at as 任命 from admin where person = ?1",
    "作为管理员的操作": "select at as 时间, action as 操作, before as 之前, after as 之后"
    " from audit where person = ?1 order by id",
}
"""What is handed out, by what people call it: everything about them but other people's secrets."""

_BY_PERSON = (
    *("attempt", "studied", "memory", "player", "hidden_player", "question_flag"),
    *("report_draft", "notice", "contact"),
)
_BY_CHAT = ("daily_excerpt", "daily_push", "reading", "subscription", "asked", "quiz")
_NAMED_IN = {"quiz": "started_by", "subscription": "subscribed_by"}
"""What belongs to a group and stays there without the name."""
ERASED = {*_BY_PERSON, *_BY_CHAT}
STAYS: Mapping[str, tuple[str, str]] = {
    "membership_grant": ("person", "会员期限：你的权益要按它算"),
    "redeem_code": ("redeemed_by", "兑换码的使用记录：一个码只能用一次"),
    "wrong_code": ("person", "输错兑换码的次数：防止猜码，30 天后自动删"),
    "resale_case": ("reporter", "举报的处理结果；没结案的，连同证据留到结案"),
    "evidence": (
        "(select reporter from resale_case c where c.id = case_id and c.emptied_at = '')",
        "举报的证据：没结案、结案不满 7 天（还能申诉）、已给奖励的先留着，到期自动删",
    ),
    "case_entry": ("person", "举报的处理经过：要能说清楚为什么这样决定"),
    "reward": ("person", "举报奖励的记录：一案只奖一次"),
    "audit": ("person", "你作为管理员的操作记录：只能添加，谁也不能删改"),
    "admin": ("person", "你是管理员：免去之后才删"),
    "chat_group": ("set_by", "你设过类别的群"),
    "code_batch": ("made_by", "你生成过的兑换码"),
    "question_bank": ("imported_by", "你收录过的题库"),
}
"""What is not erased: where the person stands in it, and why, as people read it."""
IMPERSONAL = {
    *("material", "tag", "paragraph", "excerpt", "cut", "key_phrase", "key_phrase_item", "term"),
    *("character", "glossary_layer", "formulation", "question", "choice", "word", "reindexing"),
    *("gram", "migration", "audit_head", "key_mark"),
    # Digests and marks that nobody can read back; what they belong to is named above.
    *("evidence_file", "evidence_trait", "picture", "picture_key", "case_trait"),
}
"""The tables that tell of no person."""


async def rows(database: Database, title: str, person: str) -> list[Row]:
    """The rows of a section of SECTIONS; some values are sealed."""
    return await database.read(SECTIONS[title], (person,))


async def plays(source: Database | Transaction, person: str) -> bool:
    """Whether a quiz runs in somebody's private chat."""
    found = await source.read(
        f"select exists (select 1 from quiz where chat = {_OWN_CHAT} and ended_at = '')", (person,)
    )
    return bool(single(found))


async def staying(source: Database | Transaction, person: str) -> list[str]:
    """Why something of a person stays, for each of STAYS that there is."""
    found = [
        (await source.read(f"select 1 from {table} where {whose} = ? limit 1", (person,)), why)
        for table, (whose, why) in STAYS.items()
    ]
    return [why for rows, why in found if rows]


async def erase(transaction: Transaction, person: str) -> int:
    """Delete what is in ERASED; return how many rows, without that of the contact: whoever asks
    has one."""
    count = 0
    for table in _BY_PERSON:
        gone = await transaction.write(f"delete from {table} where person = ?", (person,))
        count += gone if table != "contact" else 0
    for table in _BY_CHAT:
        count += await transaction.write(f"delete from {table} where chat = {_OWN_CHAT}", (person,))
    for table, column in _NAMED_IN.items():
        count += await transaction.write(
            f"update {table} set {column} = '' where {column} = ?", (person,)
        )
    return count
