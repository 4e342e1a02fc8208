"""What the bot does by itself: delivering notices, reminding, deleting what is over its time."""

from nonebot import require
from nonebot.plugin import PluginMetadata

require("nonebot_plugin_apscheduler")

from plugins.notices import delivery, rounds  # noqa: E402 - the scheduler is a plugin itself

__plugin_meta__ = PluginMetadata(
    name="通知",
    description="私聊通知：举报的进展、会员到期、管理员的每日摘要",
    usage="自动发送",
)
__all__ = ["delivery", "rounds"]
