"""Formulations: how they changed over the years, and the glossary that admins keep."""

from nonebot.plugin import PluginMetadata

from plugins.formulations import commands

__plugin_meta__ = PluginMetadata(
    name="提法",
    description="提法的沿革；管理员增补提法",
    usage="/学习 沿革 四个全面、/词典 加 名称：各分项 日期 出处",
)
__all__ = ["commands"]
