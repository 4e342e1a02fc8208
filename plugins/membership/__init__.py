"""Memberships: what somebody has, redeem codes, and what admins give and take."""

from nonebot.plugin import PluginMetadata

from plugins.membership import admins, codes, commands

__plugin_meta__ = PluginMetadata(
    name="会员",
    description="会员到什么时候、兑换码；管理员加减会员、生成兑换码",
    usage="/学习 会员、/学习 兑换 <码>、/会员、/兑换码",
)
__all__ = ["admins", "codes", "commands"]
