"""The cases of resale reports, for admins."""

from nonebot.plugin import PluginMetadata

from plugins.cases import commands

__plugin_meta__ = PluginMetadata(
    name="举报案件",
    description="管理员在私聊里看、领取、判定举报",
    usage="/案 列表",
)
__all__ = ["commands"]
