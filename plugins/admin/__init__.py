"""What admins set: the kinds of groups, and who is an admin."""

from nonebot.plugin import PluginMetadata

from plugins.admin import commands

__plugin_meta__ = PluginMetadata(
    name="管理",
    description="群的类别：会员群、免费群、静默；任命管理员",
    usage="/群 设为 会员群　/管理 加 QQ",
)
__all__ = ["commands"]
