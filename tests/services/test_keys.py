"""Changing the key: everything can still be read, with the new one alone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from study.sealing.key_file import key_count, load_keyring, use_keys
from study.sealing.keyring import Keyring, Unsealable
from study.services import fitting_keys
from study.services.fitting_keys import WrongKeys
from study.services.keys import rotate
from study.storage import resealing, vault
from study.storage.database import open_database, prepare
from study.storage.resealing import SEALED, InUse
from study.storage.vault import Vault

NOT_SEALED = {("material", "sketch"), ("picture", "marks")}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder as a bot leaves it."""
    prepare(tmp_path / "study.db")
    fitting_keys.require(tmp_path / "study.db", tmp_path / "study.key")
    return tmp_path


def keyring(home: Path) -> Keyring:
    return load_keyring(home / "study.key")


def change(home: Path, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    aside = home / f"study.key.old-{len(list(home.iterdir()))}"
    return rotate(home / "study.db", home / "evidence", home / "study.key", aside, progress)


def kept_aside(home: Path) -> Path:
    """The file that a change of keys left."""
    [path] = home.glob("study.key.old-*")
    return path


def test_every_sealed_column_is_known(home: Path) -> None:
    with closing(sqlite3.connect(home / "study.db")) as file:
        tables = [row[0] for row in file.execute("select name from sqlite_master")]
        blobs = {
            (table, row[1])
            for table in tables
            if not table.startswith(("gram", "sqlite"))
            for row in file.execute(f"pragma table_info({table})")
            if row[2].lower() == "blob"
        }
    known = {(table, column) for table, (_, columns) in SEALED.items() for column in columns}
    assert blobs - NOT_SEALED == known


async def filled(home: Path, count: int = 3) -> list[str]:
    """Sealed rows in every table and files; the digests of these."""
    keys = keyring(home)
    with closing(sqlite3.connect(home / "study.db")) as file, file:
        file.execute("pragma ignore_check_constraints = on")
        for number in range(1, count + 1):
            sealed = keys.seal_text(f"words {number}")
            for table in SEALED.keys() - {"key_mark"}:
                values: dict[str, object] = {}
                for _, name, kind, _, default, _ in file.execute(f"pragma table_info({table})"):
                    if default is None:
                        fitting = {"integer": number, "blob": sealed}
                        values[name] = fitting.get(kind.lower(), f"x{number}")
                places = ", ".join("?" * len(values))
                sql = f"insert into {table} ({', '.join(values)}) values ({places})"  # noqa: S608
                file.execute(sql, tuple(values.values()))
        file.execute("update report_draft set circumstances = null where person = 'x1'")
        file.execute("update evidence set name = x'' where id = 1")  # Nothing, not sealed.
    made = Vault(home / "evidence", keys)
    return [await made.put(f"evidence {number}".encode()) for number in range(count)]


def words(home: Path) -> list[str]:
    """Everything that is sealed in the database, unsealed."""
    found = []
    with closing(sqlite3.connect(home / "study.db")) as file:
        for table, (key, columns) in SEALED.items():
            for column in columns:
                rows = file.execute(f"select {column} from {table} order by {key}")  # noqa: S608
                found += [keyring(home).unseal_text(row[0]) for row in rows if row[0]]
    return found


async def evidence(home: Path, digests: list[str]) -> list[bytes]:
    return [await Vault(home / "evidence", keyring(home)).get(one) for one in digests]


async def test_all_is_sealed_anew_and_the_old_key_forgotten(home: Path) -> None:
    digests = await filled(home, 250)
    old, before, files = keyring(home), words(home), await evidence(home, digests)
    sealed = old.seal(b"lost")
    steps: list[tuple[int, int]] = []
    assert change(home, lambda done, total: steps.append((done, total))) == 0
    assert steps[-1] == (250 * 6 + 1, 250 * 6 + 1)
    assert key_count(home / "study.key") == 1
    assert words(home) == before
    assert await evidence(home, digests) == files
    with pytest.raises(Unsealable):
        keyring(home).unseal(sealed)
    aside = kept_aside(home)
    assert load_keyring(aside).unseal(sealed) == b"lost"
    assert aside.stat().st_mode & 0o777 == 0o600
    [path, *_] = vault.files(home / "evidence")
    assert path.stat().st_mode & 0o777 == 0o400
    with pytest.raises(Unsealable):
        old.unseal(path.read_bytes())
    assert keyring(home).digest("qq", "1") == old.digest("qq", "1")


@pytest.mark.parametrize("steps", [1, 4, 6, 8])
async def test_broken_off_anywhere_it_is_done_again(home: Path, steps: int) -> None:
    digests = await filled(home)
    before, files = words(home), await evidence(home, digests)
    left = [steps]

    def stop(done: int, total: int) -> None:
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        change(home, stop)
    assert key_count(home / "study.key") == 2
    assert words(home) == before
    assert await evidence(home, digests) == files
    assert change(home) == 0
    assert key_count(home / "study.key") == 1
    assert words(home) == before
    assert await evidence(home, digests) == files


async def test_what_no_key_opens_stays_as_it_is_and_is_told(home: Path) -> None:
    digests = await filled(home)
    broken = home / "evidence" / digests[0][:2] / digests[0]
    broken.chmod(0o600)
    broken.write_bytes(b"broken")
    assert change(home) == 1
    assert broken.read_bytes() == b"broken"
    assert await evidence(home, digests[1:]) == [b"evidence 1", b"evidence 2"]


async def test_while_the_bot_runs_nothing_is_changed(home: Path) -> None:
    await filled(home)
    running = await open_database(home / "study.db")
    with pytest.raises(InUse):
        change(home)
    await running.close()
    assert key_count(home / "study.key") == 1
    assert change(home) == 0


async def test_while_it_goes_on_nobody_else_gets_in(home: Path) -> None:
    with (
        resealing.alone(home / "study.db"),
        closing(sqlite3.connect(home / "study.db", timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("select count(*) from notice")


async def test_no_other_keys_take_the_place_of_lost_ones(home: Path) -> None:
    await filled(home)
    database, path = home / "study.db", home / "study.key"
    saved = path.rename(home / "saved.key")
    with pytest.raises(WrongKeys):
        fitting_keys.require(database, path)
    assert not path.exists()
    load_keyring(path)
    with pytest.raises(WrongKeys) as other:
        fitting_keys.require(database, path)
    assert other.value.fitting is None
    with pytest.raises(WrongKeys):
        change(home)
    use_keys(path, saved, home / "study.key.old")
    fitting_keys.require(database, path)
    assert key_count(path) == 1
    assert key_count(home / "study.key.old") == 1


def test_where_nothing_is_sealed_keys_may_be_new(home: Path) -> None:
    (home / "study.key").unlink()
    new = fitting_keys.require(home / "study.db", home / "study.key")
    assert (
        fitting_keys.require(home / "study.db", home / "study.key").unseal(new.seal(b"x")) == b"x"
    )


async def test_a_database_from_before_a_change_names_the_keys_it_needs(home: Path) -> None:
    digests = await filled(home)
    database, path = home / "study.db", home / "study.key"
    older = database.read_bytes()
    change(home)
    database.write_bytes(older)
    with pytest.raises(WrongKeys) as wrong:
        fitting_keys.verify(database, path)
    aside = kept_aside(home)
    assert wrong.value.fitting == aside
    assert fitting_keys.unopened(database, home / "evidence", path) > 0
    use_keys(path, aside, home / "unused")
    fitting_keys.verify(database, path)
    assert fitting_keys.unopened(database, home / "evidence", path) == 0
    assert await evidence(home, digests)
    assert not (home / "unused").exists()
