"""A file of questions in private, then /题库 入库, /题库 会员入库 or /题库 取消."""

from random import SystemRandom

from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.files import File, Receiver, receive
from plugins._chat.table import Command, register
from plugins.banks import texts
from plugins.banks.waiting import Waiting
from study.banks.bounded import ENDINGS
from study.banks.errors import BankError
from study.banks.texts import refusal
from study.materials.errors import UnreadableFile
from study.services.importing_questions import BankFile, import_questions, look_over

_waiting = Waiting()
_random = SystemRandom()


async def looked_over(call: Call, file: File) -> Reply:
    """What would become of a file; it waits for a word."""
    try:
        outcome = await look_over(call.database, BankFile(file.name, file.content))
    except (BankError, UnreadableFile) as error:
        raise Refusal(refusal(error)) from error
    if not outcome.sifted.fresh:
        return Reply(texts.nothing_new(outcome))
    _waiting.put(call.person, file, call.now)
    return Reply(texts.looked_over(outcome), shortcuts=texts.CHOICES)


async def taken_in(call: Call) -> Reply:
    """Take the file that waits in, for all."""
    return await _taken_in(call, "free")


async def taken_in_for_members(call: Call) -> Reply:
    """Take the file that waits in, for members."""
    return await _taken_in(call, "member")


async def dropped(call: Call) -> Reply:
    """Forget the file that waits."""
    if _waiting.take(call.person, call.now) is None:
        raise Refusal(texts.NOTHING_WAITS)
    return Reply(texts.DROPPED)


async def _taken_in(call: Call, access: str) -> Reply:
    file = _waiting.take(call.person, call.now)
    if file is None:
        raise Refusal(texts.NOTHING_WAITS)
    try:
        given = BankFile(file.name, file.content)
        outcome = await import_questions(
            call.database, given, access, call.person, call.now, _random
        )
    except (BankError, UnreadableFile) as error:
        raise Refusal(refusal(error)) from error
    return Reply(texts.taken_in(outcome, member=access == "member"))


receive(Receiver(ENDINGS, looked_over))
for word, handler, summary in (
    ("入库", taken_in, "收下刚发来的题库，所有人可练"),
    ("会员入库", taken_in_for_members, "收下刚发来的题库，只给会员"),
    ("取消", dropped, "不要刚发来的题库"),
):
    register(Command("题库", word, handler, f"/题库 {word}", summary, role=Role.ADMIN))
