"""Quizzes: play in groups and alone, and questions that members flag."""

from nonebot.plugin import PluginMetadata

from plugins.quiz import commands, flags, plays

__plugin_meta__ = PluginMetadata(
    name="测验",
    description="群里抢答，私聊复习；题有误可以报错",
    usage="/学习 测验 [题数] [词或资料号] [不抢答]、/学习 停、/学习 复习、/学习 错题、/报错 Q12",
)
__all__ = ["commands", "flags", "plays"]
