"""What the bot knows of somebody: handed out to him, and forgotten."""

from nonebot.plugin import PluginMetadata

from plugins.own_data import commands

__plugin_meta__ = PluginMetadata(
    name="我的数据",
    description="导出机器人存的关于你的数据，或者删掉它们",
    usage="/学习 导出、/学习 忘记我",
)
__all__ = ["commands"]
