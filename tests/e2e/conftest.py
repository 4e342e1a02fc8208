"""A bot process for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.bots import Bot


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Bot]:
    made = Bot(tmp_path)
    yield made
    if made.running:
        made.end()
