"""Lines that a web page or a distributor puts around a speech, told by how they look.

The rules know kinds of lines, not single sites; each names the reason that the admin reads.
"""

import re

from study.materials.marks import heading_mark

PAGE_NUMBER = "页码"
SITE = "网页栏目"
CAPTION = "图片说明"
BANNER = "分发者的横幅"
REPEATED_TITLE = "重复的标题"
SECOND_COPY = "重复的全文"
CONTENTS = "目录"
ORIGIN = "出处附注"
NOISE = "插入的杂词"

_PAGE_NUMBER = re.compile(
    r"[-—－–·.\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?[-—－–·.\s]*"
)
_DASHED_NUMBER = re.compile(
    r"[-—－–·]+\s*\d{1,4}\s*[-—－–·]+|第\s*\d{1,4}\s*页.*|\d{1,4}\s*/\s*\d{1,4}"
)

_LABELS = (
    r"来源|信息来源|文章来源|稿件来源|时间|日期|发布时间|发布日期|发表时间|更新时间|作者|责任编辑|责编"
    r"|编辑|校对|审核|初审|复审|终审|记者|索\s*引\s*号|主题分类|发文机关|成文日期|发文字号|主题词|URL"
    r"|来源链接|原文链接|抓取时间|文种|浏览次数|阅读次数|阅读量|点击数|点击量|访问量"
)
_STAMP = re.compile(
    r"(?:时间|日期|发[布表]时间|发布日期|更新时间|成文日期)?\s*[:：]?\s*[\d０-９二]"
)
_LABEL_ALONE = re.compile(rf"(?:{_LABELS})\s*[:：]")
_LABEL = re.compile(rf"(?:{_LABELS})\s*[:：]\s*(?P<value>\S.{{0,80}})")
_BUTTON = re.compile(
    r"[【\[（(]?\s*(?:下载|打印|全屏|收藏|加大|还原|减小|大|中|小|分享|分享到|首页|返回|返回首页|返回顶部"
    r"|我要纠错|朗读|语音播报|无障碍|手机版|繁体|字号|字体|字体大小|[A+-]{1,2}|>+|\||/|】|微信|微博|QQ空间|复制链接"
    r"|政府信息公开|信息公开|政务公开|当前位置)\s*[:：]?\s*[】\]）)]?"
    r"|【?\s*字[号体][:：]?[\s大中小加减还原】]*|当前位置\s*[:：].*|您(?:现在)?的?(?:当前)?位置\s*[:：].*"
)
_END = re.compile(
    r"责任编辑\s*[:：].*|[（(]责任编辑.*|扫一扫.*打开.*|打印本页|关闭窗口|【?打印】?\s*【?关闭】?"
    r"|相关(?:报道|附件|链接|新闻|阅读|文章|解读|稿件|政策)\s*[:：>》]*|上一篇\s*[:：].*|下一篇\s*[:：].*"
    r"|分享到\s*[:：].*|网站地图|版权所有.*|Copyright.*"
)
_CAPTION = re.compile(
    r"(?P<caption>.{0,160}?(?:记者|通讯员|摄影)\s*[\u3400-\u9fff\s·]{1,12}?\s*(?<!拍)摄\s*[）)]?\s*)"
    r"(?P<rest>(?:(?:各位|同志|女士).*)?)"
)
_REPORTER = re.compile(r".{0,40}(?<!所)[作做]了?(?:政府)?工作报告(?:。.*(?:记者|通讯员).{0,20})?")
_ORIGIN = re.compile(
    r"[（(]\s*《?\s*(?:人民日报|新华社|光明日报|经济日报|中新社|求是|[\u4e00-\u9fff]{2,6}日报).{0,40}[）)]"
    r"|[（(]?《\s*(?:人民日报|[\u4e00-\u9fff]{2,6}(?:日报|周报|时报))\s*》.{0,40}版\s*[）)]?"
)
_DATELINE = re.compile(r"(?:新华社|人民网|中新社|本报)\S{0,6}\d{1,2}月\d{1,2}日[电讯]?")
# A group to join, but not 增加群众, 深入群众, 学习群体 …
_GROUP = r"群(?![众体团岛芳策防山居落聚星英雄])"
_BANNER = re.compile(
    r"仅供.{0,6}(?:学习|参考|交流|内部)|(?:禁止|严禁|请勿|不得|勿).{0,4}(?:外传|转发|转载|传播|倒卖|转卖|商用|翻印)"
    r"|倒卖|盗卖|会员(?:专享|专属|群|价|资料)"
    rf"|(?:免费|交流|学习|备考|粉丝|官方|付费|资料|微信|QQ|qq|Q|[加入进])\s*{_GROUP}"
    r"|群\s*号|加\s*(?:微信|Ｖ|V信|VX|vx)|微信号|公众号|扫码|二维码|关注.{0,10}(?:获取|领取|下载)"
    r"|淘宝|闲鱼|拼多多|店铺|网店|代写|优惠|折扣|\d+\s*元\s*/?\s*(?:年|月|份|套)|包年|续费|赠(?:送)?.{0,6}会员"
    r"|(?:www\.|https?://)\S+|\.(?:com|cn|net)\b|更多.{0,8}(?:资料|材料|范文|文章)|公文.{0,4}(?:网|库|平台)"
    r"|(?:每日|实时|持续)更新|本资料由|整理\s*[:：]|版权.{0,6}所有|侵权.{0,6}删"
)

_SOLICITATION = re.compile(
    r"外传(?![播统承递])|会员群|群\s*号|微信号|公众号|扫码|二维码|淘宝|闲鱼|拼多多|www\.|https?://"
    rf"|(?:免费|QQ|qq|微信|资料|[加入进])\s*{_GROUP}"
)


def is_page_number(text: str, *, wrapped: bool) -> bool:
    """Whether the line is only a page number; a bare number counts in wrapped text only."""
    return bool((_PAGE_NUMBER if wrapped else _DASHED_NUMBER).fullmatch(text))


def is_furniture(text: str) -> bool:
    """Whether the line is a button, a crumb or a label of a web page: 打印, 来源：四川日报."""
    patterns = (_BUTTON, _LABEL, _LABEL_ALONE, _END)
    return any(pattern.fullmatch(text) for pattern in patterns)


def is_stamp(text: str) -> bool:
    """Whether the line may say when a page was published; when it was copied is no such date."""
    return bool(_STAMP.match(text)) and "抓取" not in text


def is_bare_label(text: str) -> bool:
    """Whether the line is a label whose value stands in the next line."""
    return bool(_LABEL_ALONE.fullmatch(text))


def is_end_mark(text: str) -> bool:
    """Whether nothing of the speech comes after this line."""
    return bool(_END.fullmatch(text))


def is_origin(text: str) -> bool:
    """Whether the line only says where the text was printed: （新华社北京3月12日电）."""
    return bool(_ORIGIN.fullmatch(text) or _DATELINE.fullmatch(text))


def is_banner(text: str) -> bool:
    """Whether the line carries words of a distributor. Ask only at the head or tail.

    A speech may speak of 优惠 or 公众号 too: a whole sentence needs two such words.
    """
    sentence = len(text) > 60 or text.endswith("。")
    return len(_BANNER.findall(text)) >= (2 if sentence else 1)


def split_caption(text: str) -> tuple[str, str]:
    """A picture's caption at the start of `text`, and what follows; ('', text) when none."""
    if ("摄" not in text and "报告" not in text) or heading_mark(text):
        return "", text
    if _REPORTER.fullmatch(text) and len(text) <= 80:
        return text, ""
    match = _CAPTION.fullmatch(text)
    if match is None or len(match["rest"]) > 40:
        return "", text
    return match["caption"], match["rest"].strip()


def is_solicitation(text: str) -> bool:
    """Whether the line asks people to join or buy something: no speech does."""
    return bool(_SOLICITATION.search(text))
