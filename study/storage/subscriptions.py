"""Rows of daily pushes: who wants one, and what became of each."""

from dataclasses import dataclass
from datetime import datetime

from study.delivery.schedule import DailyTime
from study.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Subscription:
    """A chat that wants the daily excerpt from the bot account `account`."""

    chat: str
    account: str
    time: DailyTime
    since: datetime


async def subscribe(
    transaction: Transaction, chat: str, account: str, time: DailyTime, by: str, at: str
) -> None:
    """Order the daily push for a chat, in place of what was ordered before."""
    await transaction.write(
        "insert into subscription (chat, account, minute, working_days, subscribed_by,"
        " subscribed_at) values (?,?,?,?,?,?) on conflict (chat) do update set"
        " account = excluded.account, minute = excluded.minute,"
        " working_days = excluded.working_days, subscribed_by = excluded.subscribed_by,"
        " subscribed_at = excluded.subscribed_at",
        (chat, account, time.minute, time.working_days, by, at),
    )


async def unsubscribe(transaction: Transaction, chat: str) -> bool:
    """End the daily push of a chat; False when there was none."""
    return await transaction.write("delete from subscription where chat = ?", (chat,)) > 0


async def all_subscriptions(database: Database) -> list[Subscription]:
    """Every chat that wants a daily push, muted groups left out."""
    rows = await database.read(
        "select chat, account, minute, working_days, subscribed_at from subscription"
        " where chat not in (select 'group:' || number from chat_group where kind = 'muted')"
        " order by chat"
    )
    return [
        Subscription(
            row["chat"],
            row["account"],
            DailyTime(row["minute"], bool(row["working_days"])),
            datetime.fromisoformat(row["subscribed_at"]),
        )
        for row in rows
    ]


# A push that failed for certain may be tried again, later each time: the values are the
# latest times of the first, second and third attempt after which it is time.
_MAY_RETRY = (
    "state = 'failed' and attempts <= 3"
    " and at <= case attempts when 1 then ? when 2 then ? else ? end"
)
Retries = tuple[str, str, str]


async def settled_chats(database: Database, day: str, retries: Retries) -> set[str]:
    """The chats with nothing to do now for `day`: sent, under way, given up, or tried lately."""
    rows = await database.read(
        f"select chat from daily_push where day = ? and not ({_MAY_RETRY})", (day, *retries)
    )
    return {row["chat"] for row in rows}


async def claim(transaction: Transaction, chat: str, day: str, at: str, retries: Retries) -> bool:
    """Commit to pushing `day`'s excerpt to `chat`; False when somebody has done or does so,
    when it is too early to try again, or when the chat does not want it any more."""
    touched = await transaction.write(
        "insert into daily_push (chat, day, state, attempts, at) select ?, ?, 'sending', 1, ?"
        " where exists (select 1 from subscription where chat = ?)"
        " on conflict (chat, day) do update set state = 'sending', attempts = attempts + 1,"
        f" at = excluded.at where {_MAY_RETRY}",
        (chat, day, at, chat, *retries),
    )
    return touched > 0


async def settle(
    transaction: Transaction, chat: str, day: str, state: str, error: str, message_id: str
) -> None:
    """Write down what became of a claimed push: sent, failed or unknown."""
    await transaction.write(
        "update daily_push set state = ?, error = ?, message_id = ? where chat = ? and day = ?",
        (state, error, message_id, chat, day),
    )


async def give_up_unfinished(transaction: Transaction, before: str) -> int:
    """Pushes claimed before `before` by a process that ended: nobody knows if they arrived."""
    return await transaction.write(
        "update daily_push set state = 'unknown', error = '进程中断'"
        " where state = 'sending' and at < ?",
        (before,),
    )
