"""Links in what somebody wrote, in one form for all the ways to write the same."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from study.evidence.trait import Trait

_ENDINGS = "com|cn|net|org|top|shop|vip|cc|xyz|site|store|club|info|me|tv|io|co|ltd|link|fun|ink"
# A host begins at no sign of a host, and is bounded: a match must not take the square of its time.
_LINK = re.compile(
    r"(?:https?://)(?P<full>[^\s<>\"'“”‘’，。；、（）《》【】「」]+)"
    rf"|(?<![a-z0-9_@.-])(?P<bare>(?:[a-z0-9-]{{1,63}}\.){{1,8}}(?:{_ENDINGS})(?![a-z0-9.-])(?::\d+)?"
    r"(?:[/?#][^\s<>\"'“”‘’，。；、（）《》【】「」]*)?)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"utm_.*|spm.*|scm|from.*|share.*|_wv|tk|ut_sk|un|suid|sourcetype|bxsign|timestamp|t|ts|time"
    r"|refer.*|pvid|uk|app|cpp|shareuid|short_name|sp_tk|bc_fl_src|wxa_abtest|invite.*|un_site"
)
_SHOPS = (
    # The ending of the host, how the shop is called, and where the number of an item stands.
    ("2.taobao.com", "xianyu", ("id", "itemid")),
    ("goofish.com", "xianyu", ("id", "itemid")),
    ("idle.taobao.com", "xianyu", ("id", "itemid")),
    ("taobao.com", "taobao", ("id", "itemid", "item_id")),
    ("tmall.com", "taobao", ("id", "itemid", "item_id")),
    ("yangkeduo.com", "pinduoduo", ("goods_id", "mall_id")),
    ("pinduoduo.com", "pinduoduo", ("goods_id", "mall_id")),
    ("weidian.com", "weidian", ("itemid", "userid")),
    ("jd.com", "jd", ("sku", "wareid")),
)
_NUMBER_IN_PATH = re.compile(r"/(?:i|item/|product/)?(\d{6,})(?:\.html?)?$")
_HOMES = frozenset(
    "taobao.com tmall.com goofish.com pinduoduo.com yangkeduo.com weidian.com jd.com qq.com"
    " weixin.qq.com im.qq.com baidu.com pan.baidu.com xiaohongshu.com douyin.com bilibili.com"
    " zhihu.com weibo.com".split()
)
"""Places that everybody goes to: without a path behind them they say nothing."""


def links(text: str) -> tuple[Trait, ...]:
    """The links in a text, normalised; those to the front page of a platform left out."""
    found = (_normal(match["full"] or match["bare"]) for match in _LINK.finditer(text))
    return tuple(Trait("link", link) for link in dict.fromkeys(found) if link)


def without_links(text: str) -> str:
    """The text with a blank in the place of each link."""
    return _LINK.sub(" ", text)


def _normal(link: str) -> str:
    try:
        parts = urlsplit("//" + link.rstrip(".,;:!?)]}。"))
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
        query = parse_qsl(parts.query or parts.fragment.partition("?")[2])[:50]
    except ValueError:
        return ""
    if "." not in host:
        return ""
    path = parts.path.rstrip("/")
    if item := _item(host, path, query):
        return item
    kept = sorted(pair for pair in query if not _TRACKING.fullmatch(pair[0].casefold()))
    if host in _HOMES and not path and not kept:
        return ""
    return f"{host}{path}" + (f"?{urlencode(kept)}" if kept else "")


def _item(host: str, path: str, query: list[tuple[str, str]]) -> str:
    """The item of a known shop, '' where there is none."""
    for ending, shop, names in _SHOPS:
        if host == ending or host.endswith("." + ending):
            said = {name.casefold(): value for name, value in query}
            number = next((said[name] for name in names if said.get(name, "").isdecimal()), "")
            in_path = _NUMBER_IN_PATH.search(path)
            number = number or (in_path[1] if in_path else "")
            return f"{shop}:{number}" if number else ""
    return ""
