"""The picture of somebody's progress, where the optional extra for it is installed."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from study.memory.progress import Progress
from study.picture.card import card
from study.picture.drawing import can_draw, draw

_ONE_AT_A_TIME = ThreadPoolExecutor(1, "picture")


async def picture(progress: Progress) -> bytes | None:
    """The picture, PNG; None without the extra. Made by a thread, so that nobody waits for it."""
    if not can_draw():
        return None
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_ONE_AT_A_TIME, draw, card(progress))
