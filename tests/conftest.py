"""What all tests share: a data folder of their own, a fresh library, and a chat to speak in."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import nonebot
import pytest
from nonebug import NONEBOT_INIT_KWARGS, NONEBOT_START_LIFESPAN, App

from study.sealing.key_file import load_keyring
from study.services.suggesting import fill_tables
from study.storage.database import Database, open_database
from study.storage.vault import Vault
from tests.dialogue import ADMIN, Chat
from tests.e2e.bots import Bot


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


@pytest.fixture(scope="session")
async def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds nothing but what is known of characters: making one takes 0.2 s."""
    made = await open_database(tmp_path_factory.mktemp("empty") / "study.db")
    async with made.transaction() as transaction:
        await fill_tables(transaction)
    await made.close()
    return made.path


@pytest.fixture
async def database(empty: Path, tmp_path: Path) -> AsyncIterator[Database]:
    shutil.copyfile(empty, tmp_path / "study.db")
    opened = await open_database(tmp_path / "study.db")
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
async def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder that the first start of a bot leaves, with the samples: it takes long."""
    bot = Bot(tmp_path_factory.mktemp("shipped"))
    async with bot.talk():
        return bot.folder


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
