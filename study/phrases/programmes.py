"""Strategies, institutions and doctrines by what they are called: 科教兴国战略, 总体国家安全观.

Found where they stand but once: the words before 战略, 理念, 安全观 back to a verb, a particle or a
sign are the name.
"""

import re
from collections.abc import Iterator

from study.phrases.key_phrase import KeyPhrase, Kind
from study.phrases.patterns import any_of
from study.phrases.vocabulary import BREAKING_WORDS, LEAD_WORDS, TAKING_WORDS
from study.phrases.worded import Worded

_TYPES = "战略 理念 攻坚战 保卫战 强国 强省 价值观 安全观 义利观 发展观 制度 总基调 共同体".split()
_TYPE = re.compile(
    rf"(?:{'|'.join(_TYPES)})"
    r"(?=[^\u4e00-\u9fff]|[的和与及等是在为]|建设|改革|目标|试点|部署|方针|$)"
)
"""Not where it only qualifies the next noun: 战略资源, 制度型."""
_LEAST = {"制度": 4}
"""Characters of a name before its type, where two are not enough: 医疗制度."""
_GENERIC = re.compile(
    r"(?:这一|重大|国家|发展|总体|区域|重要|主体|[三五]大|现代|治理|产业|相关|工作|目标|优先|开放|整体|政府|管理|领导|改革"
    r"|良好|长远|正确|长期|核心|基本|根本|全球|地区|军事|社会|经济|政治|企业|大国|邻国|服务|有关)+"
    r"(?:战略|理念|强国|强省|制度|共同体|发展观)"
)
_STOPS = BREAKING_WORDS | LEAD_WORDS | TAKING_WORDS
_MOST_WORDS, _LONGEST = 3, 12
"""Of a name with its type: where no verb or sign is met within, it is not clear where it begins."""
_SOCIALIST = """
    核心价值观 核心价值体系 市场经济体制 市场经济 民主政治 协商民主 政治发展道路 法治道路 法治体系
    法治国家 法治理论 精神文明建设 精神文明 政治文明 物质文明 现代化强国 现代化建设 现代化
    先进文化 文化 商品经济 初级阶段 共同理想 理论体系 制度 道路 事业 基本经济制度 分配制度
    社会建设 法制建设 法制 新农村
""".split()
_FIXED = """
    最广泛的爱国统一战线 爱国统一战线 人民民主统一战线 统一战线 全面建成小康社会 全面建设小康社会
    中华民族伟大复兴 人类命运共同体 积极的财政政策 稳健的货币政策 适度宽松的货币政策 一个中国原则
    新发展理念 新发展格局 新发展阶段 总体国家安全观 新质生产力 全国统一大市场 稳中求进工作总基调
    现代化经济体系 现代化产业体系 全面从严治党 全面依法治国 全面深化改革 全面推进依法治国
    社会主要矛盾 全过程人民民主 人民民主专政 基层民主 协商民主 中国式现代化
""".split()
_SOCIALISM = [f"{of}社会主义{any_of(_SOCIALIST)}" for of in ("", "中国特色")]
_DOCTRINES = re.compile(any_of([*_FIXED, *_SOCIALISM]))
"""Names that congress reports and the constitution fixed, with their longer forms."""
_PLACE = re.compile(
    r"(?:平安|法治|数字|美丽|健康|清廉|信用|智慧|书香|创新)(?:中国|乡村|北京|天津|上海|重庆|河北|山西|辽宁|吉林"
    r"|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古"
    r"|广西|西藏|宁夏|新疆|香港|澳门|(?<=法治|数字)(?:社会|政府))"
)


def programmes(paragraph: Worded) -> Iterator[KeyPhrase]:
    """The strategies, institutions and doctrines that `paragraph` names."""
    text = paragraph.text
    for found in _PLACE.finditer(text):
        yield _phrase(paragraph, found.start(), found.end(), "建设目标的名称")
    known: set[int] = set()
    for found in _DOCTRINES.finditer(text):
        known.add(found.end())
        yield _phrase(paragraph, found.start(), found.end(), "理论、制度的名称")
    for found in _TYPE.finditer(text):
        start = _beginning(paragraph, found.start(), found.end())
        named = 0 <= start <= found.start() - _LEAST.get(found.group(), 2)
        if named and found.end() not in known and not _GENERIC.fullmatch(text, start, found.end()):
            yield _phrase(paragraph, start, found.end(), f"“{found.group()}”的名称")


def _beginning(paragraph: Worded, called: int, finish: int) -> int:
    """Where the name begins whose type stands from `called` to `finish`; -1 when not clear."""
    borders = paragraph.borders_within(max(0, finish - _LONGEST), finish)
    if borders[-1:] != [finish]:
        return -1
    begin = finish
    for count, place in enumerate(reversed(borders[:-1])):
        word = paragraph.text[place:begin]
        if (word in _STOPS and begin <= called) or not "\u4e00" <= word[0] <= "\u9fff":
            return begin
        if count == _MOST_WORDS:
            return -1
        begin = place
    return begin if begin == 0 else -1


def _phrase(paragraph: Worded, start: int, finish: int, reason: str) -> KeyPhrase:
    return KeyPhrase(paragraph.number, start, paragraph.text[start:finish], Kind.SET_PHRASE, reason)
