"""Bot processes, each with a data folder of its own."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from study.terminal.onebot import Implementation
from tests.e2e.bots import Bot, copy_library


@pytest.fixture
def new_bot(tmp_path: Path) -> Iterator[Bot]:
    """A bot that was never started."""
    made = Bot(tmp_path)
    yield made
    if made.running:
        made.end()


@pytest.fixture
def bot(shipped: Path, new_bot: Bot) -> Bot:
    """A bot that has the samples already."""
    copy_library(shipped, new_bot.folder)
    return new_bot


@pytest.fixture(scope="module")
async def talking(
    shipped: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Bot, Implementation]]:
    """A bot that runs for all tests of a file that only speak with it, each as other people."""
    made = Bot(tmp_path_factory.mktemp("talking"))
    copy_library(shipped, made.folder)
    async with made.talk() as connection:
        yield made, connection
