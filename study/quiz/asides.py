"""What somebody says who plays alone, beside answers: that he gives a question up, or stops.

In a group these words are talk: there nobody speaks to the bot alone.
"""

import re
import unicodedata

_AROUND = " 。.!,、;~()[]【】「」“”\"'"
_ENDING = "(?:了|吧|啊|呀|啦)*"
_GIVING_UP = re.compile(
    rf"我?(?:跳过|不会做?|不知道|不懂|不清楚|放弃|下一?[题道]|pass|skip)(?:这?[题道])?{_ENDING}"
)
_STOPPING = re.compile(
    rf"我?(?:停止?|停下|结束|退出|不玩|不做|不答|stop|exit|quit)(?:测验|答题)?{_ENDING}"
)


def gives_up(text: str) -> bool:
    """Whether a message leaves a question without an answer.

    >>> gives_up("不会。"), gives_up("不会忘记")
    (True, False)
    """
    return _GIVING_UP.fullmatch(_plain(text)) is not None


def stops(text: str) -> bool:
    """Whether a message ends the quiz.

    >>> stops("不玩了"), stops("停产")
    (True, False)
    """
    return _STOPPING.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(_AROUND).lower()
