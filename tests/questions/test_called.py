"""What items are called together."""

from study.phrases.glossary import parse
from study.questions.called import drafts
from study.questions.listed import enumerations
from study.questions.question import Kind
from study.questions.supply import Supply, supply
from study.questions.unverified import Unverified
from tests.phrases.extracting import extracted, paragraphs
from tests.questions.listing import library, right, wrong

NAMED = "要牢固树立“四个意识”，即政治意识、大局意识、核心意识、看齐意识，坚决维护团结统一。"


def made_of(text: str, library: Supply) -> list[Unverified]:
    return [
        draft
        for one in enumerations(paragraphs(text), extracted(text), library)
        for draft in drafts(one, library)
    ]


def test_the_name_is_typed_where_the_paragraph_has_it() -> None:
    [draft] = made_of(NAMED, library())
    assert draft.made.kind is Kind.TYPED
    assert draft.made.stem == "“政治意识、大局意识、核心意识、看齐意识”合称什么？"
    assert draft.made.answer == ("四个意识",)
    assert draft.made.quote == NAMED
    assert not made_of(NAMED.replace("“四个意识”，即", ""), library())


def test_a_name_without_the_number_of_the_items_is_not_asked_for() -> None:
    text = "乡村振兴总要求是产业兴旺、生态宜居、乡风文明、治理有效、生活富裕，必须全面落实。"
    assert not made_of(text, library())


def _formulation(name: str, *items: str, since: str = "1990") -> str:
    told = ", ".join(f'"{item}"' for item in items)
    return (
        f'[[formulation]]\nname = "{name}"\nfield = "理论"\n[[formulation.wording]]\n'
        f'since = "{since}"\nsource = "文件"\nitems = [{told}]\n'
    )


def test_names_of_the_same_number_and_length_are_wrong_ones() -> None:
    glossary = parse(
        _formulation("四个铁", "信仰坚", "信念强", "纪律严", "担当实")
        + _formulation("四个早", "早发现", "早报告", "早隔离", "早治疗")
        + _formulation("四个好", "建得好", "管得好", "护得好", "运营好")
        + _formulation("四个严", "标准严", "监管严", "处罚严", "问责严")
        + _formulation("四个新", "新人", "新事", "新风", "新貌", since="2024")
        + _formulation("三个高", "水平高", "要求高", "质量高")
    )
    text = "卫生部门要做到“四个早”，即早发现、早报告、早隔离、早治疗，把疫情控制住。"
    found = made_of(text, supply([], glossary, material=1, year=2019))
    assert [one.made.kind for one in found] == [Kind.TYPED]  # “早” tells which it is.
    text = "干部要做到“四个铁”，即信仰坚、信念强、纪律严、担当实，让群众放心。"
    _, chosen = made_of(text, supply([], glossary, material=1, year=2019))
    assert right(chosen.made) == {"四个铁"}
    assert wrong(chosen.made) == {"四个早", "四个好", "四个严"}
    assert chosen.least == 3
    assert all("信仰坚信念强纪律严担当实" in doubt.forbidden[0] for doubt in chosen.doubts)
