"""Reports of resale: the conversation in private, and what a reporter does with his cases."""

from nonebot.plugin import PluginMetadata

from plugins.report import commands, talk

__plugin_meta__ = PluginMetadata(
    name="举报",
    description="私聊里举报倒卖会员资料的人，查实送一年会员",
    usage="/举报、/举报 进度|补充|撤回|申诉 编号",
)
__all__ = ["commands", "talk"]
