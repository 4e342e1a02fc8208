"""Which words of a library are known terms."""

from study.phrases.glossary import parse
from study.phrases.key_phrase import KeyPhrase, Kind
from study.questions.offers import terms
from study.questions.target import Sort
from tests.questions.listing import GLOSSARY


def test_key_phrases_and_items_of_several_materials_and_all_of_the_glossary() -> None:
    run = KeyPhrase(1, 0, "抓重点、补短板", Kind.SLOGAN, "句式相同")
    once = KeyPhrase(1, 0, "本地工程", Kind.SET_PHRASE, "常用")
    found = terms([run, run, once], parse(GLOSSARY))
    assert found["补短板"].is_known
    assert not found["本地工程"].is_known
    assert "抓重点、补短板" not in found
    assert found["四个意识"].is_known
    assert found["四个意识"].is_label
    assert found["大局意识"].is_curated
    assert found["大局意识"].sorts == {Sort.ITEM}
