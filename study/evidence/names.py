"""Names under which somebody sells."""

import re

from study.evidence.trait import Trait
from study.search.folding import fold

_LABELLED = re.compile(
    r"(?:(?:昵称|网名|店名|店铺名?|名字|名称|群名|闲鱼号?|用户名|账号名?|卖家)\s*(?:[:：是为叫]|(?=[“\"「『《【]))"
    r"|名为|叫做?)\s*(?:[:：]\s*)?[“\"「『《【]?(?P<name>[^\s“”\"「」『』《》【】,，。;；、:：()（）]{2,30})"
)
_QUOTED = re.compile(r"[“\"「『《【](?P<name>[^“”\"「」『』《》【】\n]{2,30})[”\"」』》】]")
_WECHAT = re.compile(
    r"(?:微信号?|薇信|威信|vx|v信|wx|weixin)\W{0,4}(?P<name>[a-z][-_a-z0-9]{5,19})", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"(?:我?(?:也|都)?(?:不清楚|不知道|不晓得|不认识|不确定)|无|没有|未知)\W*"
    r"|闲鱼|淘宝|天猫|拼多多|微信|小红书|抖音|我在.+发布了.*|发布了"
)
_SENTENCE = re.compile(r"[\n,，。;；]")
_MOST = 30
"""Characters of a whole answer that is taken for a name."""


def names(text: str, *, may_be_one: bool) -> tuple[Trait, ...]:
    """The names that a description gives: said to be one, in quotes, or all that it says where
    `may_be_one`."""
    found = [match["name"] for one in (_LABELLED, _QUOTED) for match in one.finditer(text)]
    found += [f"微信{match['name']}" for match in _WECHAT.finditer(text)]
    whole = text.strip()
    if may_be_one and not found and len(whole) <= _MOST and not _SENTENCE.search(whole):
        found = [whole]
    folded = (fold(name) for name in found if not _NO_NAME.fullmatch(name.strip()))
    return tuple(Trait("name", name) for name in dict.fromkeys(folded) if len(name) > 1)


def without_wechat(text: str) -> str:
    """The text with a blank in the place of each WeChat name: its digits are no number."""
    return _WECHAT.sub(" ", text)
