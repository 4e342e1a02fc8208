"""Screenshots of chats as a phone shows them, and what people do to them before they send them."""

import io
import random
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from study.settings import SAMPLES

_OPENINGS = (
    "在吗，请问还有{year}年的资料吗",
    "你好，{thing}怎么卖",
    "老板{thing}多少钱一份",
    "有没有最新的{thing}，急用",
    "群里说你这边有{thing}，是真的吗",
)
_ANSWERS = (
    "有的，{thing}全套{price}元，微信支付宝都可以",
    "{year}年的都有，打包{price}，单买一份{small}",
    "亲，{thing}现在活动价{price}元，付款秒发网盘",
    "可以先看目录，{year}到现在一共{small}份，更新到上周",
    "资料都是内部群里第一时间转出来的，放心买",
    "不退不换哦，电子资料拍下不退",
)
_REPLIES = (
    "好的谢谢", "能便宜点吗", "{price}太贵了，{small}行不行", "付款了，订单尾号{number}",
    "那我要{thing}，怎么付款", "发我看一下样张", "收到了，谢谢老板", "在吗", "多少钱", "嗯嗯",
    "你这个跟{name}那边的是一样的吗", "我朋友{name}也要一份，两份能{price}吗",
)  # fmt: skip
_THINGS = (
    "申论范文", "公考金句", "面试热点", "时政汇总", "内部讲义", "冲刺密卷", "晨读资料", "人民日报摘抄",
    "常识一千题", "乡村振兴专题", "高频考点", "结构化面试", "遴选真题", "三支一扶",
)  # fmt: skip
_NAMES = "张伟 小雨 阿凯 考公上岸 李老师 晴天 努力学习的小王 三水 一只鱼 山河 上岸请喝茶".split()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf"
    return ImageFont.truetype(str(font), size)


@cache
def _sentences() -> tuple[str, ...]:
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.md"))]
    return tuple(
        one.strip() for text in texts for one in text.split("。") if 12 <= len(one.strip()) <= 60
    )


def _message(dice: random.Random) -> str:
    if dice.random() < 0.25:
        return dice.choice(_sentences())
    return dice.choice(dice.choice((_OPENINGS, _ANSWERS, _REPLIES, _REPLIES))).format(
        year=dice.randint(2019, 2026), thing=dice.choice(_THINGS), price=dice.randint(10, 999),
        small=dice.randint(2, 99), number=dice.randint(1000, 9999), name=dice.choice(_NAMES),
    )  # fmt: skip


def screenshot(seed: int, width: int = 1080, *, is_dark: bool = False) -> Image.Image:
    """A chat of one look; `seed` says who speaks and what."""
    dice = random.Random(seed)
    unit = width / 1080
    back, fore, mine, theirs = ("#f1f1f1", "#111111", "#95ec69", "#ffffff")
    if is_dark:
        back, fore, mine, theirs = ("#111111", "#d5d5d5", "#2ba245", "#2c2c2c")
    picture = Image.new("RGB", (width, round(width * dice.choice((1.9, 2.1, 2.2)))), back)
    draw = ImageDraw.Draw(picture)

    def px(value: float) -> int:
        return round(value * unit)

    title = f"{dice.choice(_THINGS)}交流群({dice.randint(3, 498)})"
    draw.text(
        (px(60), px(30)), f"{dice.randint(0, 23)}:{dice.randint(10, 59)}", fore, _font(px(38))
    )
    draw.text((width / 2, px(150)), title, fore, _font(px(48)), anchor="mm")
    draw.line((px(50), px(150), px(70), px(130)), fore, px(5))
    draw.line((px(50), px(150), px(70), px(170)), fore, px(5))
    top, bottom = px(220), picture.height - px(200)
    while top < bottom:
        if dice.random() < 0.2:
            said = f"{dice.choice(('昨天', '星期三', '11月3日'))} {dice.randint(0, 23)}:{dice.randint(10, 59)}"
            draw.text((width / 2, top + px(25)), said, "#999999", _font(px(34)), anchor="mm")
            top += px(80)
        top += _bubble(draw, dice, picture, top, unit, (fore, mine, theirs)) + px(40)
    draw.rectangle((0, bottom, width, picture.height), "#f7f7f7" if not is_dark else "#1c1c1c")
    draw.rounded_rectangle(
        (px(130), bottom + px(30), width - px(260), bottom + px(120)), px(12), theirs
    )
    draw.ellipse((px(35), bottom + px(40), px(105), bottom + px(110)), outline=fore, width=px(5))
    draw.text((width - px(230), bottom + px(45)), "发送", fore, _font(px(42)))
    return picture


def _bubble(
    draw: ImageDraw.ImageDraw, dice: random.Random, picture: Image.Image, top: int, unit: float,
    colours: tuple[str, str, str],
) -> int:  # fmt: skip
    """Draw one message; return its height."""
    fore, mine, theirs = colours
    size, is_mine = round(42 * unit), dice.random() < 0.4
    text, font = _message(dice), _font(size)
    across = 15
    lines = [text[start : start + across] for start in range(0, len(text), across)]
    wide = max(font.getlength(line) for line in lines) + 60 * unit
    tall = round((len(lines) * 60 + 50) * unit)
    avatar = round(110 * unit)
    left = picture.width - 170 * unit - wide if is_mine else 170 * unit
    corner = picture.width - 140 * unit if is_mine else 30 * unit
    tint = tuple(dice.randint(40, 220) for _ in range(3))
    draw.rounded_rectangle((corner, top, corner + avatar, top + avatar), 12 * unit, tint)
    draw.ellipse(
        (corner + 30 * unit, top + 30 * unit, corner + 80 * unit, top + 80 * unit), "white"
    )
    down = 0
    if not is_mine:
        draw.text((left, top), dice.choice(_NAMES), "#888888", _font(round(30 * unit)))
        down = round(45 * unit)
    box = (left, top + down, left + wide, top + down + tall)
    draw.rounded_rectangle(box, 14 * unit, mine if is_mine else theirs)
    for place, line in enumerate(lines):
        draw.text((left + 30 * unit, top + down + (22 + place * 60) * unit), line, fore, font)
    return max(down + tall, avatar)


def png(picture: Image.Image) -> bytes:
    """A picture as it comes from the phone."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def attacked(picture: Image.Image, dice: random.Random) -> bytes:
    """A picture cropped by up to 30 % from one side (or less from all), scaled to 50–150 %, and
    saved as JPEG with a quality of 40–90."""
    cropped = picture.crop(_crop(picture, dice)) if dice.random() < 0.8 else picture
    scale = dice.uniform(0.5, 1.5)
    size = (round(cropped.width * scale), round(cropped.height * scale))
    file = io.BytesIO()
    ways = (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS)
    cropped.resize(size, dice.choice(ways)).save(file, "JPEG", quality=dice.randint(40, 90))
    return file.getvalue()


def _crop(picture: Image.Image, dice: random.Random) -> tuple[int, int, int, int]:
    shares = [0.0] * 4
    if dice.random() < 0.7:
        shares[dice.randrange(4)] = dice.uniform(0.05, 0.3)
    else:
        shares = [dice.uniform(0, 0.15) for _ in range(4)]
    left, top, right, bottom = shares
    return (
        round(picture.width * left),
        round(picture.height * top),
        round(picture.width * (1 - right)),
        round(picture.height * (1 - bottom)),
    )
