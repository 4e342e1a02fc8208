"""/学习 导出, /学习 忘记我."""

from plugins._chat.call import Attachment, Call, Refusal, Reply
from plugins._chat.shortcuts import confirmation
from plugins._chat.table import Command, register
from plugins.own_data import texts
from study.services import own_data
from study.services.own_data import QuizRuns

_CONFIRMED = "确认"


async def export(call: Call) -> Reply:
    """Everything that is known of the person, as a file."""
    _require_private(call)
    told = await own_data.export(call.database, call.vault.keyring, call.person, call.timezone)
    day = call.now.astimezone(call.timezone).date()
    return Reply(texts.EXPORTED, files=(Attachment(texts.file_name(day), told.encode()),))


async def forget(call: Call) -> Reply:
    """Forget the person, when he has read what goes and what stays and said it again."""
    _require_private(call)
    if call.rest.strip() != _CONFIRMED:
        staying = await own_data.staying(call.database, call.person)
        command = f"/学习 忘记我 {_CONFIRMED}"
        return Reply(texts.ask(staying), shortcuts=confirmation(_CONFIRMED, command))
    try:
        count = await own_data.forget(call.database, call.vault, call.person, call.now)
    except QuizRuns:
        raise Refusal(texts.QUIZ_RUNS) from None
    return Reply(texts.forgotten(count, await own_data.staying(call.database, call.person)))


def _require_private(call: Call) -> None:
    if call.group is not None:
        raise Refusal(texts.PRIVATELY)


register(
    Command(
        "学习", "导出", export, "/学习 导出", "私聊：我存了你的哪些数据", ("导出数据",), place=80
    )
)
register(
    Command(
        "学习",
        "忘记我",
        forget,
        "/学习 忘记我",
        "私聊：删掉你的数据",
        ("删除数据",),
        takes_rest=True,
        place=81,
    )
)
