"""Whether a sentence can be understood by a reader who has not seen what stands around it.

Each function names the rule that refuses a sentence, '' when none does, so that a refusal can
be checked and mended.
"""

import re

from study.materials.marks import begins_with_ordinal, is_article, mark_length

_LEANING_WORDS = """
    一方面 另一方面 另外 此外 因此 所以 因而 于是 从而 但是 但 然而 不过 可是
    而且 而 并且 并 同时 与此同时 还 也 又 再 则 却 就 才 都 仍 更 即 既 且
    或 及 其 这 那 此 该 他 她 它 上述 以上 以下 下面 前面 前者 后者 两者
    二者 三者 双方 对此 为此 由此 在此 据此 如此 至此 因之 总之 综上 可见 换言之
    换句话说 也就是 就是 具体 比如 例如 譬如 诸如 特别是 尤其 甚至 反之 否则 相反
    反过来 不仅如此 除此 除了 正因 正是 只有这样 只有如此 到那时 那时 当时 同样
    同年 随后 随着 接着 后来 然后 之后 最终 最后 结果 原因 目的是 目标是 重点是
    主要是 关键 核心是 其中 有的 有些 有人 一些 某些 少数 个别 大多数 多数 各项
    相关 以此 借此 凡此 尽管 虽然 即使 如果说 不但 当然 诚然 的确 事实上 实际上
    显然 当中 期间 过程中 这里 那里 有关 各自 分别 一律 一并 依次 今年 去年 明年
    前年 上年 本届 这届 目前 现在 当前 今天 昨天 明天 近日 最近 近期 不久前
    几年来 一年来 五年来 三年来 多年来 过去 刚刚 下一步 下半年 上半年 年内 我讲
    我们说 我说 我想 大家知道 如前所述 修改为 增加规定 如上所述
""".split()
_LEANING = re.compile(rf"[”’）》\"]?(?:{'|'.join(_LEANING_WORDS)}|如[，：]|是(?!非))")
_HALF = re.compile(
    r"[^。]{0,24}(?:恰恰相反|正好相反|正相反|则相反|也是如此|也是这样|同样如此)[，。；]"
    r"|[^，。；]{2,14}，以[^，。；]{1,4}其(?![他它余中])|[^，。“”《》]{1,8}(?:之外|以外)的，|从国[际内]看"
    r"|(?:运动|斗争|会议|谈判|试点|试验)的?(?:发展|开展|进行|进程)|总的(?:要求|考虑|原则|目标|思路|设想|精神)是"
    r"|[^，。的]{2,5}的(?:减少|增加|下降|上升|提高|增长)，(?:除|是|主要|一|部分)|[面点]上的?"
    r"|[^，。]{0,8}“[两二三四五六七八九十](?:篇|张|道|件|笔|本|场)[^“”]{1,4}”。"
)
_POINTING = re.compile(
    r"^[^，。；：！？]{0,14}(?:这(?!里有)|那些|那种|上述|前述|该|此(?!次|生)|它们?|他们?|她们?|前款|前条|本款|本条|上款)"
)
_FRAGMENT = re.compile(r"[—\-·•●■◆▪○*＊①-⑳\d０-９（(【《]|[^\u3400-\u9fff“‘「《]")
_OUTSIDE = re.compile(
    r"前款|前条|上一款|如上|上述|前述|见附件|附件|如图|见图|下表|上表|如下|详见|第[一二三四五六七八九十百]+(?:条|款|项)|本法第|依照前|以下[几各]"
    r"|上面[所讲]|前面(?:所|讲|说|已)|刚才|已经说过|讲到过|以上(?:一系列|各|几|这|述)|这[次回场届趟]|[此本]次|这(?:几|[一二三四五六七八九十]{1,2})年|这段时间|他们|她们|他[的在是说]|它[的在是]"
)
_BACK_THEN = re.compile(r"当时|那时|此后|随后|其后")
_YEAR = re.compile(r"[\d０-９〇○零一二三四五六七八九]{2,4}\s?年")
_CEREMONY_WORDS = """
    各位代表 各位委员 各位同志 各位来宾 各位领导 各位朋友 同志们 朋友们 女士们 先生们
    你们好 谢谢 感谢 致以 祝愿 祝贺 祝大家 拜年 问候 敬意 欢迎 慰问 哀悼 悼念 请予审议
    我代表 我受 我向大会 我宣布 报告工作 报告如下 报告完 大会主题 大会的议程 万岁 此致
    敬礼 通知如下 现将 印发给 概述 作简要说明 提出办理意见 提出了办理意见 你省 你市
    你县 你部 你委 你局 你自治区 这次会议 这次大会 本次会议 本次大会 今天会议
    今天的会议 今天大会 今天的大会 在这里 在座 摄影 记者 责任编辑 电话 邮箱 网址 http
    www 同时废止 本文为 本文是 本文将 本文系
""".split()
_CEREMONY = re.compile("|".join(_CEREMONY_WORDS))
_PROCEDURE = re.compile(
    r"请.{0,8}(?:审议|审查|审批|批评指正|提出意见)|提交[^，。]{0,10}审[议查]|自.{2,16}起?(?:施行|实施|生效)"
    r"|(?:现在|下面|今天)，?由?我|会议的?(?:主要)?任务是|（[^（）]{2,60}(?:负责|牵头|配合|参加)）"
    r"|[几一二三四五六]点(?:意见|要求|希望|看法|体会)|讲[几一二三四五六]点"
)
_LEAD_IN = re.compile(
    r"(?:抓好|做好|搞好|抓住|突出|把握|处理好|解决好)(?:以下)?[几二两三四五六七八九十](?:个|项|大|点|条)"
    r"(?:方面|环节|问题|关系|工作|重点|任务|措施)?。$|[：:][”’）》]?[。！]?$|[？?][”’]?$"
    r"|(?:(?:如下|以下|下列|下面)[^。；]{0,20}|主要(?:有|是|包括))[。：]$"
)
_BARE_TROUBLE = re.compile(
    r"(?:还有|还存在|仍存在|存在|面临)[^。，]{0,10}(?:问题|困难|矛盾|不足|缺点)[^。，]{0,10}。$"
    r"|(?:取得了?|有了)(?:一定|初步|一些)的?(?:成效|成绩|进展|效果|成果|进步)。$"
)
_TAIL = 40
"""Characters at the end of a sentence in which it can announce something."""
_TURN = re.compile(r"但是?|然而|不过|可是|尽管如此|从国[际内]看|另一方面")


def opening_objection(sentence: str) -> str:
    """Why no passage can begin with `sentence`: it leans on what stood before (因此, 他, 这一…),
    or is a point of a list."""
    if (_FRAGMENT.match(sentence) or mark_length(sentence)) and not is_article(sentence):
        return "a fragment"
    if _HALF.match(sentence):
        return "half of a thought"
    if _LEANING.match(sentence) or _POINTING.match(sentence) or begins_with_ordinal(sentence):
        return "leans on what stood before"
    return ""


def objection(sentence: str) -> str:
    """Why no passage can hold `sentence`: ceremony, or a reference to what is not there."""
    if _OUTSIDE.search(sentence[mark_length(sentence) :] if is_article(sentence) else sentence):
        return "points outside"
    if _BACK_THEN.search(sentence) and not _YEAR.search(sentence):
        return "speaks of a time that is not said"
    return "ceremony" if _CEREMONY.search(sentence) or _PROCEDURE.search(sentence) else ""


def closing_objection(sentence: str, following: str) -> str:
    """Why no passage can end with `sentence` when `following` comes after it: it announces what
    would be cut off, or concedes what the next sentence takes back."""
    tail = sentence[-_TAIL:]
    if _LEAD_IN.search(tail) or _BARE_TROUBLE.search(tail):
        return "announces what is cut off"
    return "concedes what follows" if _TURN.match(following) else ""
