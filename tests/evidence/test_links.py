"""What two reports about one seller have in common, however it was written."""

import time

import pytest

from study.evidence.links import is_near_text, said_beside, suspect_traits, text_traits


def said(text: str) -> list[str]:
    return [f"{one.kind}:{one.value}" for one in suspect_traits(text)]


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("QQ：12345６78", ["qq:12345678"]),
        ("群 678901", ["group:678901"]),
        ("3000012345", ["qq:3000012345"]),
        ("QQ 123456 在群里卖，群号：7654321，闲鱼店铺：考公小铺", ["qq:123456", "group:7654321", "name:考公小铺"]),
        ("群主 123456，群：考公资料（778899）", ["qq:123456", "group:778899"]),
        ("qq群12345、67890", ["group:12345", "group:67890"]),
        ("QQ 123 456 789", ["qq:123456789"]),
        ("QQ：一二三四五六七", ["qq:1234567"]),
        ("QQ1\u200b2345678", ["qq:12345678"]),
        ("12345678@qq.com 发的", ["qq:12345678"]),
        ("微信 abc_12345", ["name:微信abc12345"]),
        ("昵称“上岸小助手” q:998877 30000元", ["qq:998877", "name:上岸小助手"]),
        ("上岸资料铺", ["name:上岸资料铺"]),
        ("我不清楚", []),
        ("2026-11-20 有人卖，30000元一套", []),
        ("卖家QQ 10001 人在群里卖资料", ["qq:10001"]),
        ("QQ10001 个人在卖，30000元", ["qq:10001"]),
        ("QQ 10，001", ["qq:10001"]),
        ("QQ: 1.0.0.0.1", ["qq:10001"]),
    ],
)  # fmt: skip
def test_who_sells(text: str, traits: list[str]) -> None:
    assert said(text) == traits


@pytest.mark.parametrize(
    ("links", "trait"),
    [
        (
            ["https://item.taobao.com/item.htm?spm=a1z.b&id=6543210987&utm_source=x", "http://ITEM.taobao.com/item.htm?id=6543210987", "https://detail.tmall.com/item.htm?id=6543210987&skuId=1"],
            "link:taobao:6543210987",
        ),
        (
            ["h5.m.goofish.com/item?id=77777777&from=abc", "https://www.goofish.com/item?id=77777777", "https://2.taobao.com/item.htm?id=77777777"],
            "link:xianyu:77777777",
        ),
        (
            ["https://mobile.yangkeduo.com/goods.html?goods_id=55512345&page_from=2", "https://mobile.pinduoduo.com/goods2.html?goods_id=55512345"],
            "link:pinduoduo:55512345",
        ),
        (["https://weidian.com/item.html?itemID=998877665", "http://shop12.v.weidian.com/item.html?itemID=998877665&wfr=c"], "link:weidian:998877665"),
        (["https://pan.baidu.com/s/1AbC?pwd=x1y2", "http://pan.baidu.com/s/1AbC/?pwd=x1y2#list"], "link:pan.baidu.com/s/1AbC?pwd=x1y2"),
        (["【闲鱼】https://m.tb.cn/h.gXyZ?tk=abc CZ0001 「我在闲鱼发布了」", "https://m.tb.cn/h.gXyZ"], "link:m.tb.cn/h.gXyZ"),
    ],
)  # fmt: skip
def test_one_link_however_it_is_written(links: list[str], trait: str) -> None:
    assert [said(link) for link in links] == [[trait]] * len(links)


def test_the_front_page_of_a_platform_says_nothing() -> None:
    assert said("在 taobao.com，也在 https://www.xiaohongshu.com/ 卖") == []


def test_numbers_in_pasted_chats_are_only_mentioned() -> None:
    traits = text_traits("张三(123456)：QQ 98765432 加我，10，001 也行，付款后发网盘链接给你")
    assert {one.kind for one in traits} == {"text", "sketch", "mentioned"}
    numbers = [one.value for one in traits if one.kind == "mentioned"]
    assert numbers == ["123456", "98765432", "10001"]


def test_what_is_said_beside() -> None:
    said_there = [
        f"{one.kind}:{one.value}" for one in said_beside("群 778899 里卖，卖家是 QQ 10001")
    ]
    assert said_there == ["group:778899", "mentioned:778899", "mentioned:10001"]


def test_a_text_is_known_again_when_it_was_changed_a_little() -> None:
    one = "老板在吗，请问还有二五年的资料吗。有的，全套三百元，付款秒发网盘。能先看一下目录吗。可以，先加群里看文件。"
    other = one.replace("能先看一下目录吗", "样张能先发我看看吗") + "好的我转给你了谢谢"
    mine, theirs = ({t for t in text_traits(text) if t.kind == "sketch"} for text in (one, other))
    assert text_traits(one) != text_traits(other)
    assert is_near_text(len(mine), len(theirs), len(mine & theirs))
    assert not is_near_text(8, 9, 2)
    assert [t for t in text_traits("“老板”  在吗，有沒有資料啊") if t.kind == "text"] == [
        t for t in text_traits("老板在吗 有没有资料啊？") if t.kind == "text"
    ]


def test_a_long_hostile_text_is_read_in_time() -> None:
    units = ("q", "1 ", "http://", "a.", "a-", "-a.", "“", "叫 ", "群1 ", "零一")
    begun = time.perf_counter()
    for text in (unit * (50_000 // len(unit)) for unit in units):
        suspect_traits(text)
        text_traits(text)
    suspect_traits("叫" + " " * 50_000)
    suspect_traits("QQ" + " " * 25_000 + "1 " * 12_500)
    assert time.perf_counter() - begun < 20  # What takes the square of its time takes minutes.
