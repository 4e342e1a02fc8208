"""The floor: NoneBot with one command that answers a fixed line. HOST and PORT say where."""

import os

import nonebot
from nonebot.adapters.onebot.v11 import Adapter

nonebot.init(
    _env_file=None,
    driver="~fastapi",
    host=os.environ["HOST"],
    port=int(os.environ["PORT"]),
    command_start={"/"},
    log_level="WARNING",
)
nonebot.get_driver().register_adapter(Adapter)
study = nonebot.on_command("学习", force_whitespace=True)


@study.handle()
async def answer() -> None:
    await study.finish("今日：坚持问题导向，抓好工作落实。")


if __name__ == "__main__":
    nonebot.run()
