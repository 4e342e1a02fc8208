"""Texts with enumerations, and what a small library and glossary have beside them."""

from study.phrases.glossary import Formulation, parse
from study.questions.question import Made
from study.questions.supply import Owned, Supply, supply
from study.questions.unverified import Unverified
from tests.phrases.extracting import extracted

GLOSSARY = """
[[formulation]]
name = "四个意识"
field = "党的建设"
[[formulation.wording]]
since = "2016-01-29"
source = "中央政治局会议"
items = ["政治意识", "大局意识", "核心意识", "看齐意识"]

[[formulation]]
name = "四个全面"
field = "理论"
[[formulation.wording]]
since = "2014-12"
source = "在江苏调研时的讲话"
items = ["全面建成小康社会", "全面深化改革", "全面推进依法治国", "全面从严治党"]
[[formulation.wording]]
since = "2020-10-29"
source = "十九届五中全会公报"
items = ["全面建设社会主义现代化国家", "全面深化改革", "全面依法治国", "全面从严治党"]

[[formulation]]
name = "乡村振兴总要求"
field = "农业农村"
[[formulation.wording]]
since = "2017-10-18"
source = "党的十九大报告"
items = ["产业兴旺", "生态宜居", "乡风文明", "治理有效", "生活富裕"]

[[formulation]]
name = "新农村建设总要求"
field = "农业农村"
[[formulation.wording]]
since = "2005-10-11"
source = "十六届五中全会公报"
items = ["生产发展", "生活宽裕", "乡风文明", "村容整洁", "管理民主"]
"""
FOUR = "各级党组织要增强政治意识、大局意识、核心意识和看齐意识，自觉同党中央保持高度一致。"
OTHERS = "广大青年要树立责任意识、规则意识、奉献意识，在基层一线经受锻炼。"


def glossary() -> list[Formulation]:
    return parse(GLOSSARY)


def library(*texts: str, year: int = 2019, members: tuple[str, ...] = ()) -> Supply:
    """What a library has whose materials, of 2018, are `texts` for everybody and `members`."""
    owned = [Owned(phrase, 2018) for text in texts for phrase in extracted(text)]
    closed = [Owned(phrase, 2018, 7) for text in members for phrase in extracted(text)]
    return supply([*owned, *closed], glossary(), material=1, year=year)


def stems(drafts: list[Unverified]) -> list[str]:
    return [draft.made.stem for draft in drafts]


def wrong(made: Made) -> set[str]:
    return {choice.text for choice in made.choices if not choice.is_right}


def right(made: Made) -> set[str]:
    return {choice.text for choice in made.choices if choice.is_right}
