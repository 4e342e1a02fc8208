"""The words that steer a conversation, as people write them."""

import unicodedata
from enum import Enum, auto


class Word(Enum):
    """What somebody means with a word."""

    DONE = auto()
    SUBMIT = auto()
    BACK = auto()
    CANCEL = auto()
    RESTART = auto()
    YES = auto()
    NO = auto()


_WRITTEN = {
    Word.DONE: (
        "好 好了 好的 行了 可以 可以了 完 完了 完成 完毕 发完 发完了 传完 传完了 没 没有 没有了"
        " 没了 没有其他了 没有别的了 就这些 就这些了 都发了 全了 齐了 结束 下一步 继续 不改"
        " 不用改 跳过 ok okay done"
    ),
    Word.SUBMIT: "提交 提交举报 提交补充 我要提交 确认提交 确定提交 现在提交 交 上交 submit",
    Word.BACK: "上一步 回上一步 返回上一步 上步 上一部 上一页 返回 退回 后退 回去",
    Word.CANCEL: "取消 取消举报 取消补充 我要取消 确定取消 确认取消 不举报了 不报了 算了 退出",
    Word.RESTART: "重来 从头来 从头再来 重新来 重新开始 重新填 重新填写 重填 重写",
    Word.YES: "是 是的 对 对的 嗯 嗯嗯 确定 确认 没错 没问题 无误 yes",
    Word.NO: "否 不 不了 不要 不是 不取消 不要取消 不重来 no",
}
_WORDS = {written: word for word, line in _WRITTEN.items() for written in line.split()}
_ENDINGS = ("啦", "吧", "呀", "啊", "哦", "噢", "喽", "咯")


def word_of(text: str) -> Word | None:
    """The word that a text is, None when it says something. Signs around it and the small words
    behind it do not matter: “好啦！” is 好."""
    plain = "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())
    for ending in _ENDINGS:
        if plain.endswith(ending) and plain.removesuffix(ending) in _WORDS:
            plain = plain.removesuffix(ending)
    return _WORDS.get(plain)
