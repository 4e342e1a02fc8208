"""Checking quotations against the library."""

from nonebot.plugin import PluginMetadata

from plugins.quotations import commands

__plugin_meta__ = PluginMetadata(
    name="核对",
    description="核对引文：是否一致，差在哪里，原文怎么说",
    usage="/学习 核对 句子或段落",
)
__all__ = ["commands"]
