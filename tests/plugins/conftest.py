"""A quiz that plays fast."""

from collections.abc import AsyncIterator

import pytest

from tests.dialogue import Chat
from tests.playing import Play


@pytest.fixture
async def play(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Play]:
    """Quizzes at once one behind the other, with two seconds for a question."""
    from plugins.quiz import commands, plays, world
    from study.quiz import session

    made = Play()
    pace = world.Pace(0.05, first=0.05, claims=0.3, unsent=0.1)
    monkeypatch.setattr(world, "say", made.say)
    monkeypatch.setattr(world, "pace", lambda plan: pace)
    monkeypatch.setattr(commands, "SECONDS", 2)
    monkeypatch.setattr(session, "GRACE", 0.0)
    yield made
    await plays.stop()
