"""Names of laws, documents, meetings, plans and doctrines.

Documents stand in book marks and end in what they are (《……法》, 《……规划》); books and films do
not. Meetings and plans are numbered. The doctrines are those that the preamble of the
constitution (2018) names.
"""

import re
from collections.abc import Iterator

from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.worded import Worded

_DOCUMENTS = """
    法 法典 条例 规定 办法 纲要 规划 意见 决定 方案 准则 章程 宣言 公报 决议 建议 条约 协定 公约
    议定书 草案 细则 规则 通知 计划 目录 标准 倡议 声明 纲领 修正案 解释 报告 条款 清单 白皮书
    命令 议程 指引 预案 共识 协议 制度 纪要 措施 通则 规范 指南 批复 框架 安排 备忘录
""".split()
_NUMERALS = "一二三四五六七八九十"
_N = f"[{_NUMERALS}]"
_PLAN = f"“?(?:十{_N}五|[六七八九十]五)”?"
_PERIOD = """
    时期 期间 发展 以来 末 开局 收官 胜利 经济 良好 成就 目标 的 高质量 ， “ 主要 重点 国家 考核
    实现
""".split()
_NAME = re.compile(
    rf"(?P<document>《[^《》]{{0,60}}(?:{'|'.join(_DOCUMENTS)})(?:[（(][^（）()]{{1,12}}[）)])?》)"
    rf"|(?P<meeting>党的{_N}{{1,3}}大(?:报告|精神|(?![类项量]))"
    rf"|(?:党的|中共|中国共产党)?第?(?:{_N}{{1,3}}届)?{_N}{{1,3}}届?{_N}{{1,2}}中全会"
    rf"|(?:中国共产党|中共|党的)?第?{_N}{{1,3}}[次届]全国(?:人民)?代表大会(?:第{_N}{{1,3}}次会议)?"
    r"|中央(?:经济|农村|人才|政法|统战|城市|民族|财经|外事|扶贫开发|金融|全面依法治国)?工作会议)"
    rf"|(?P<plan>第{_N}{{1,2}}个[五十]年(?:计划|规划|远景规划)"
    rf"|{_PLAN}(?:(?:规划|计划)(?:纲要)?|(?={'|'.join(_PERIOD)})))"
    r"|(?P<doctrine>习近平(?:新时代中国特色社会主义|[\u4e00-\u9fff]{2,6}?)思想|邓小平理论|毛泽东思想"
    r"|马克思列宁主义|科学发展观|“三个代表”重要思想)"
)
_FIRST = re.compile(
    f"[《“党中第{_NUMERALS}习邓毛马科](?:(?<=《)|(?=[{_NUMERALS}届次的共国央近小泽克学]))"
)
"""The two characters that a name begins with: it is looked for only there."""
_REASONS = {
    "document": "书名号里的法律、文件或规划",
    "meeting": "会议的名称",
    "plan": "规划的名称",
    "doctrine": "指导思想的名称",
}


def names(paragraph: Worded) -> Iterator[KeyPhrase]:
    """The names in `paragraph`; documents with their book marks."""
    finish = 0
    for first in _FIRST.finditer(paragraph.text):
        if first.start() >= finish and (found := _NAME.match(paragraph.text, first.start())):
            finish = found.end()
            start, text = _without_marks(found.start(), found.group())
            reason = _REASONS[found.lastgroup or ""]
            yield KeyPhrase(paragraph.number, start, text, Kind.NAME, reason)


def _without_marks(start: int, text: str) -> tuple[int, str]:
    """A name that is whole in quotation marks, without them; “十四五”规划 keeps its own."""
    opens, closes = text.startswith("“"), "”" in text
    if opens and (text.endswith("”") or not closes):
        return start + 1, text.strip("“”")
    return (start, text.rstrip("”")) if closes and not opens else (start, text)
