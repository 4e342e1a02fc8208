"""What people read from all features alike."""

from collections.abc import Iterable

from plugins._chat.call import Attachment
from plugins._chat.table import Command, Unknown
from study.materials.citation import number_of
from study.services.notices import Kept

BUSY = "现在问的人太多，请过一会儿再发"
TOO_FAST = "查得太快，20秒后再来"
FLOOD = "一下子发得太多，后面的没有收下。请等我回了话，再接着发"
SHUT = (
    "这份内容打不开：加密它的密钥不在机器人这里，或者文件坏了。"
    "请管理员运行 python3 -m study check 看怎么办"
)
PRIVATE_HINT = "你好，我是学习群机器人。发 /学习 看我能做什么"
ADMINS_ONLY = "这个命令只有管理员能用"
GROUP_ADMINS_ONLY = "在群里只有群主和群管理员能设置推送。请他们来发，或私聊我为自己设置"
FILES_FROM_ADMINS = "文件只收管理员的。想练题发 /学习 测验，看别的功能发 /学习"
FILE_TOO_LARGE = "这个文件超过 20 MB。请拆成几份再传"
FILE_NOT_FETCHED = "文件没有取到（可能已过期，或者机器人和 QQ 不在同一台机器上）。请重新发一次"
_AGAIN = "请先加我为好友，再发一次刚才的命令；还不行，请告诉管理员"

LONGEST_WORD = 10
"""Of a person's own words no more is repeated: nobody shall speak through the bot."""


def short(word: str) -> str:
    """A person's word, short enough that nobody speaks through the bot."""
    return word if len(word) <= LONGEST_WORD else word[:LONGEST_WORD] + "…"


def menu(root: str, commands: Iterable[Command], others: Iterable[str] = ()) -> str:
    """What can be done with a root word, a line a command, and which other roots there are."""
    lines = [f"{command.usage}　{command.summary}" for command in commands]
    if not lines:
        return ADMINS_ONLY
    more = "、".join(f"/{one}" for one in others)
    return "\n".join([f"📚 /{root} 能做这些：", *lines, *([f"另有：{more}"] if more else [])])


def unknown(parsed: Unknown) -> str:
    """A command that does not exist, and the nearest that do."""
    word = f"“{parsed.word}”" if len(parsed.word) <= LONGEST_WORD else ""
    if not parsed.near:
        return f"没有{word}这个命令。发 /{parsed.root} 看能做什么"
    near = "、".join(parsed.near)
    return f"没有{word}这个命令，是不是：{near}？发 /{parsed.root} 看全部"


def other_file(endings: Iterable[str]) -> str:
    """A file of a kind that no feature takes."""
    return f"不认识这种文件。能收 {'、'.join(endings)}"


def members_only(year: str) -> str:
    """A members' material that is not open to who asks; '' for a year that is not known."""
    called = f"{year}年的会员资料" if year else "会员资料"
    return f"这份是{called}，会员在有效期内可看。开通和可看范围：/学习 会员"


def excerpts_only(material: int, paragraph: int) -> str:
    """A group wanted to read on in a members' material."""
    place = f"{number_of(material)} {paragraph}"
    return f"会员资料在群里只放摘录。会员往下读，请私聊我发：/学习 原文 {place}"


def trouble(number: str, *, is_admin: bool) -> str:
    """Something unexpected went wrong; `number` finds it in the log."""
    if is_admin:
        return f"出了点问题，没有办成。原因在日志里，搜 {number}"
    return f"出了点问题，没有办成（编号 {number}）。请稍后再试；还不行，把编号告诉管理员"


def not_handed_over(file: Attachment, *, may_have_arrived: bool) -> str:
    """A file that did not arrive, or may not have."""
    if may_have_arrived:
        return (
            f"文件“{file.name}”不知道送到没有：看到了就不用管。没看到：{file.otherwise or _AGAIN}"
        )
    return f"文件“{file.name}”没有送到，这里的 QQ 发不了文件。{file.otherwise or _AGAIN}"


def kept(messages: Iterable[Kept]) -> str:
    """What did not reach somebody in private before, and what may have."""
    lines = [("（可能已经发过）" if one.maybe_told else "") + one.text for one in messages]
    return "\n\n".join(["📮 之前没能送到你这里的消息：", *lines])
