"""The file in which the keys are kept; only its owner may read it."""

import json
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet

from study.disk import sync_folder
from study.sealing.keyring import Keyring


class DamagedKeys(Exception):
    """The file holds no keys. It is never overwritten: what they sealed would be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def load_keyring(path: Path) -> Keyring:
    """The keys at `path`, made on first use. Raises DamagedKeys."""
    _make(path)
    sealing, comparing = _read(path)
    return Keyring([key.encode() for key in sealing], comparing.encode())


def key_count(path: Path) -> int:
    """How many keys seal and unseal, 0 where there is no file yet. Raises DamagedKeys."""
    return len(_read(path)[0]) if path.exists() else 0


def add_key(path: Path) -> Keyring:
    """Put a new key before the others: from now on it seals. Raises DamagedKeys."""
    _make(path)
    sealing, comparing = _read(path)
    _replace(path, [Fernet.generate_key().decode(), *sealing], comparing)
    return load_keyring(path)


def keep_newest(path: Path, aside: Path) -> None:
    """Keep but the newest key, once the others seal nothing any more; these go to the new file
    `aside`, for older backups. Raises DamagedKeys."""
    sealing, comparing = _read(path)
    _write(aside, sealing[1:], comparing)
    _replace(path, sealing[:1], comparing)


def use_keys(path: Path, other: Path, aside: Path) -> None:
    """Put the keys of another file in use: behind those at `path` where both compare alike, else in
    their place, and they are kept in the new file `aside`. Raises DamagedKeys."""
    sealing, comparing = _read(other)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        own, own_comparing = _read(path)
        if own_comparing == comparing:
            sealing = [*dict.fromkeys([*own, *sealing])]
        else:
            _write(aside, own, own_comparing)
    _replace(path, sealing, comparing)


def _make(path: Path) -> None:
    """A file with new keys, unless there is one: two processes that start together agree."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        return
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    _write(fresh, [Fernet.generate_key().decode()], secrets.token_hex(32))
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    sync_folder(path.parent)


def _replace(path: Path, sealing: list[str], comparing: str) -> None:
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    _write(fresh, sealing, comparing)
    fresh.replace(path)
    sync_folder(path.parent)


def _write(path: Path, sealing: list[str], comparing: str) -> None:
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        json.dump({"sealing": sealing, "comparing": comparing}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path) -> tuple[list[str], str]:
    try:
        content = json.loads(path.read_text("utf-8"))
        sealing, comparing = content["sealing"], content["comparing"]
        Keyring([key.encode() for key in sealing], comparing.encode())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedKeys(path) from error
    return sealing, comparing
