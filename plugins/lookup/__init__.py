"""Looking things up in the library."""

from nonebot.plugin import PluginMetadata

from plugins.lookup import commands

__plugin_meta__ = PluginMetadata(
    name="检索",
    description="在全部资料里查词句，打开原文",
    usage="/学习 查 词语 [页]、/学习 原文 M0012 3",
)
__all__ = ["commands"]
