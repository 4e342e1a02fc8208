"""Whether the keys at hand are those of the database.

Others would open nothing, and compare reports with none of the earlier ones: every report would be
the first. So they are never made where something is sealed.
"""

from collections.abc import Callable
from pathlib import Path

from study.sealing.key_file import DamagedKeys, load_keyring
from study.sealing.keyring import Keyring, Unsealable
from study.storage import key_marks, resealing, vault
from study.storage.key_marks import Mark
from study.storage.migrations import read_only

_WORD = "study"


class WrongKeys(Exception):
    """The keys at `path`, if there are any, are not those of the database; those in the file
    `fitting` are, None where no file beside it has them."""

    def __init__(self, database: Path, path: Path, fitting: Path | None) -> None:
        super().__init__(database, path, fitting)
        self.database, self.path, self.fitting = database, path, fitting


def verify(database: Path, key_file: Path) -> None:
    """Look at the keys; nothing is made. Raises WrongKeys and DamagedKeys."""
    if not key_marks.is_needed(database):
        return
    mark = key_marks.find(database)
    if not key_file.exists() or (mark and not _fits(mark, load_keyring(key_file))):
        raise WrongKeys(database, key_file, _beside(mark, key_file) if mark else None)


def require(database: Path, key_file: Path) -> Keyring:
    """The keys of the database; where nothing is sealed yet they may be new. Raises WrongKeys and
    DamagedKeys."""
    verify(database, key_file)
    keyring = load_keyring(key_file)
    if not key_marks.is_needed(database):
        accept(database, keyring)
    return keyring


def accept(database: Path, keyring: Keyring) -> None:
    """Let these be the keys of the database from now on."""
    mark = Mark(keyring.digest("mark", _WORD), keyring.seal_text(_WORD))
    key_marks.put(database, mark)


def unopened(database: Path, evidence: Path, key_file: Path) -> int:
    """How many sealed texts and files do not open, 0 without keys. Raises DamagedKeys."""
    if not key_file.exists():
        return 0
    keyring, opens = load_keyring(key_file), opener(key_file)
    with read_only(database) as connection:
        texts = sum(not _opens(keyring, value) for value in resealing.sealed_values(connection))
    return texts + sum(not opens(path) for path in vault.files(evidence))


def opener(key_file: Path) -> Callable[[Path], bool]:
    """Whether a file of evidence opens; without keys nobody can tell, and it is said to."""
    if not key_file.exists():
        return lambda path: True
    keyring = load_keyring(key_file)
    return lambda path: _opens(keyring, path.read_bytes())


def _opens(keyring: Keyring, sealed: bytes) -> bool:
    try:
        keyring.unseal(sealed)
    except Unsealable:
        return False
    return True


def _fits(mark: Mark, keyring: Keyring) -> bool:
    return keyring.digest("mark", _WORD) == mark.comparing and _opens(keyring, mark.sealed)


def _beside(mark: Mark, key_file: Path) -> Path | None:
    """A file beside the keys' whose keys fit: a change of keys leaves the old ones there."""
    for path in sorted(key_file.parent.glob(f"{key_file.name}?*"), reverse=True):
        try:
            if _fits(mark, load_keyring(path)):
                return path
        except DamagedKeys:
            continue
    return None
