"""The excerpt of the day: on request, and pushed every morning to chats that want it."""

from nonebot import require
from nonebot.plugin import PluginMetadata

require("nonebot_plugin_apscheduler")

from plugins.daily import commands, jobs  # noqa: E402 - the scheduler is a plugin itself

__plugin_meta__ = PluginMetadata(
    name="每日摘录",
    description="每天一段摘录，可以往下读，也可以定时推送",
    usage="/学习 今日",
)
__all__ = ["commands", "jobs"]
