"""The list of materials."""

from nonebot.plugin import PluginMetadata

from plugins.catalogue import commands

__plugin_meta__ = PluginMetadata(
    name="目录",
    description="资料目录，可按年份和标签看",
    usage="/学习 目录 [年|标签] [页]",
)
__all__ = ["commands"]
