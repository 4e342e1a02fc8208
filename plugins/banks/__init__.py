"""Banks of questions that admins send."""

from nonebot.plugin import PluginMetadata

from plugins.banks import commands

__plugin_meta__ = PluginMetadata(
    name="题库",
    description="管理员把题库文件发给机器人，先看结果，再收入",
    usage="私聊发文件（xlsx、csv、json、docx）",
)
__all__ = ["commands"]
