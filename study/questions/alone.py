"""Whether a sentence can be asked about: it says of whom it speaks, and is no news of one year.

The rules of `study.materials.standalone` say what a reader understands who may look the rest up.
Who answers a question cannot.
"""

import re

_PASSING = re.compile(
    r"今年|去年|明年|前年|上年|本届|近[几两三一]?年来|目前|当前|现在|前一段|快要过去|(?:过去|这)的?[一二三四五]年"
    r"|年多来|[几多十]年来|[一三五]年来|下半年|上半年|连续[\d０-９一二三四五六七八九十]+年"
    r"|今后[几一两三五十]年|(?:这|那)个?时期"
)
"""Times that mean something only to who knows when it was said."""
_SPOKEN = re.compile(
    r"我们(?:看到|知道|讲|说)|我(?:想|认为|相信|希望)|大家|同志们|请问|难道|什么|怎样|[？?]"
)
_OURS = re.compile(r"[我全本](?:省|市|县|区(?!域)|州|镇|乡|院)")
"""A place or a body that is not named."""
_NEWS = re.compile(
    r"获批|入选|荣获|双获|被评为|位居|居全国|排名|共[有计]?[\d０-９一二三四五六七八九十百千]+[个项家条名]"
    r"|取得[^，。；]{0,8}(?:成果|成效|成绩|进展|成就|突破)|成果丰硕|成效显著|(?:成功|顺利|圆满)举"
)
"""What happened: to be read, not to be learnt by heart."""
_BARE = re.compile(
    r"在[^，。；]{2,20}[下中时]，(?:可以|应当|不得)|如果因为|(?:明确|强调|指出|提出|认为|表明)了|(?:一条|一种|一类)是"
    r"|(?:在|从|当|随着)[^，。；]{2,40}[中上下时后里]，[^，。；]{0,12}$"
    r"|[^，。；]{0,24}(?:也|还|又|则|却|同样)(?:是|要|有|应|将)"
)
"""Beginnings without a subject, or of a second thought."""
_CUT = re.compile(r"[：:](?:第?一是?|首先|1)|^[”’）》]")
"""What goes on where the words end, or began before them."""


def is_alone(text: str, following: str = "") -> bool:
    """Whether somebody who has nothing but the words `text` knows what they are about; `following`
    is what stands behind them in their paragraph."""
    if _PASSING.search(text) or _SPOKEN.search(text) or _OURS.search(text):
        return False
    if _NEWS.search(text) or _BARE.match(text) or _CUT.search(text) or _is_unpaired(text):
        return False
    # A law says there that the words before it are no longer its own.
    return "修改为" not in following


def _is_unpaired(text: str) -> bool:
    other = text.find("另一方面")
    return other >= 0 and "一方面" not in text[:other]
