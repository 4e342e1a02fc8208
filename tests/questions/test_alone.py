"""Which sentences can be asked about."""

import pytest

from study.questions.alone import is_alone


@pytest.mark.parametrize(
    "text",
    [
        "时代是思想之母，实践是理论之源。",
        "一方面要深化改革，另一方面要扩大开放，两者都要抓紧抓好。",
        "全面贯彻党的民族政策，坚持和完善民族区域自治制度。",
    ],
)
def test_what_says_all_by_itself(text: str) -> None:
    assert is_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "在过去的一年里，各项建设都有新的进步和新的面貌。",
        "全省粮食产量连续九年稳定增长。",
        "获批建设国家实验室两家。",
        "各项试点工作取得积极成果。",
        "环境保护也是一项基本国策。",
        "明确了总体布局，强调要坚定自信。",
        "一条是建立责任制度，一条是健全各种规章。",
        "另一方面要彻底克服官僚主义。",
        "报告阐述了基本内涵：一是明确总任务。",
        "在特殊情况下，可以延长一次。",
    ],
)
def test_what_needs_more_or_is_news(text: str) -> None:
    assert not is_alone(text)


def test_what_a_law_replaces_is_no_longer_its_own() -> None:
    text = "国家在社会主义公有制基础上实行计划经济。"
    assert is_alone(text, "”增加一款：“国家加强经济立法。”")
    assert not is_alone(text, "”修改为：“国家实行社会主义市场经济。”")
