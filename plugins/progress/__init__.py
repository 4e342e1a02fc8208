"""Progress: what somebody has learnt, and the board of a group."""

from nonebot.plugin import PluginMetadata

from plugins.progress import commands

__plugin_meta__ = PluginMetadata(
    name="进度",
    description="连续天数、正确率、到期的复习和群里的排行",
    usage="/学习 我的、/学习 排行 [周|月|总]、/学习 隐身",
)
__all__ = ["commands"]
