"""Questions in words: what of them is to be found, and what only asks."""

import re

_ASKING = re.compile(
    r"^(?:请问|请教|想问|想知道|我想知道|麻烦问|问一下|查一下|帮我查|告诉我|谁知道|关于|什么是|什么叫|何为|为什么|为何|怎样|怎么|如何)"
    r"|(?:到底|究竟)?(?:是(?:什么|多少|哪些|谁|怎么样?|如何)(?:意思|内容)?(?:的)?|指的?是?什么|有哪[些几]|包括哪些|是何|怎么(?:样|说|看|办|讲|提)的?|"
    r"如何(?:说|看|表述|规定)的?|为什么|哪[些几]个?|多少|什么时候|什么|吗|呢|么)"
    r"|(?:的)?(?:论述|表述|说法|提法|含义|意思|定义|内涵|内容|规定|要求)$"
)
_FUNCTION_WORDS = frozenset(
    "对于 关于 我们 你们 他们 这个 那个 没有 怎么 怎样 如何 什么 哪些 多少 以及 并且 而且 或者"
    " 可以 应当 应该 需要 一些 这些 那些 其中 就是 不是 还是 进行 有关 相关".split()
)


def pieces(form: str) -> list[str]:
    """A question in search form without the words that only ask; itself when it asks nothing.

    >>> pieces("请问政府工作报告对就业怎么说")
    ['政府工作报告对就业']
    """
    rest = [form]
    for _ in range(3):
        rest = [part for one in rest for part in _ASKING.split(one) if part]
    bare = [part.removesuffix("的").removeprefix("的") for part in rest]
    return [part for part in bare if part] or [form]


def is_telling(word: str) -> bool:
    """Whether a word says what is asked about; single characters say too little."""
    return len(word) > 1 and word not in _FUNCTION_WORDS
