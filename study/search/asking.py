"""Questions in words: what of them is to be found, and what only asks."""

import re

_ASKING = re.compile(
    r"^(?:请问|请教|想问|想知道|我想知道|麻烦问|问一下|查一下|帮我查|告诉我|谁知道|关于|什么是|什么叫|何为|为什么|为何|怎样|怎么|如何)"
    r"|(?:到底|究竟)?(?:是(?:什么|多少|哪些|谁|怎么样?|如何)(?:意思|内容)?(?:的)?|指的?是?什么|有哪[些几]|包括哪些|是何|怎么(?:样|说|看|办|讲|提)的?|"
    r"如何(?:说|看|表述|规定)的?|为什么|哪[些几]个?|多少|什么时候|什么|吗|呢|么)"
    r"|(?:的)?(?:论述|表述|说法|提法|含义|意思|定义|内涵|内容|规定|要求)$"
)
_FUNCTION_WORDS = frozenset(
    "的 了 是 在 和 与 及 或 对 对于 关于 把 被 从 到 向 为 以 于 而 并 且 就 都 也 又 还 要 请 我 你 他 我们 你们"
    " 他们 这 那 这个 那个 有 没有 不 上 下 中 里 个 些 怎么 怎样 如何 什么 哪些 哪 谁 多少 几 吗 呢 吧 啊 么 之 其 等".split()
)


def pieces(form: str) -> list[str]:
    """A question in search form without the words that only ask; itself when it asks nothing.

    >>> pieces("请问政府工作报告对就业怎么说")
    ['政府工作报告对就业']
    """
    rest = [form]
    for _ in range(3):
        rest = [part for one in rest for part in _ASKING.split(one) if part]
    return [part.removesuffix("的").removeprefix("的") for part in rest if part] or [form]


def is_telling(word: str) -> bool:
    """Whether a word says what is asked about."""
    return word not in _FUNCTION_WORDS
