"""What all tests share: a data folder of their own, a fresh library, and a chat to speak in."""

import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import nonebot
import pytest
from nonebug import NONEBOT_INIT_KWARGS, NONEBOT_START_LIFESPAN, App

from study.sealing.key_file import load_keyring
from study.storage.database import Database, open_database
from study.storage.vault import Vault
from tests.dialogue import ADMIN, Chat


def pytest_configure(config: pytest.Config) -> None:
    os.environ["STUDY_DATA_DIR"] = tempfile.mkdtemp(prefix="study-tests-")
    os.environ["STUDY_LOAD_SAMPLES"] = "false"
    config.stash[NONEBOT_START_LIFESPAN] = False
    config.stash[NONEBOT_INIT_KWARGS] = {
        "driver": "~fastapi",
        "superusers": {str(ADMIN)},
        "apscheduler_autostart": False,
    }


@pytest.fixture(scope="session", autouse=True)
async def after_nonebot_init(after_nonebot_init: None) -> None:
    from plugins._chat import startup
    from plugins._chat.adapter import Adapter

    nonebot.get_driver().register_adapter(Adapter)
    startup.load_plugins()
    # Hooks of connections run in the lifespan, which only the end-to-end tests start.
    nonebot.get_driver()._bot_connection_hook.clear()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await open_database(tmp_path / "study.db")
    yield opened
    await opened.close()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "evidence", load_keyring(tmp_path / "study.key"))


@pytest.fixture
def chat(app: App, database: Database, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> Chat:
    """A group chat with a bot whose library is `database` and whose limits are fresh."""
    from plugins._chat import dispatch, library, limits

    talk = Chat(app)
    monkeypatch.setattr(library, "database", lambda: database)
    monkeypatch.setattr(library, "vault", lambda: vault)
    monkeypatch.setattr(dispatch, "present", lambda: talk.now)
    monkeypatch.setattr(dispatch, "_limit", limits.PersonLimit())
    monkeypatch.setattr(dispatch, "_hinted", limits.Once(600))
    monkeypatch.setattr(dispatch, "_told_too_fast", limits.Once())
    return talk
