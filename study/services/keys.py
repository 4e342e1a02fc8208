"""Changing the key that seals reports."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from study.sealing.key_file import add_key, keep_newest, key_count, load_keyring
from study.sealing.keyring import Keyring, Unsealable
from study.services import fitting_keys
from study.storage import resealing, vault

Progress = Callable[[int, int], None]
"""Told after each step: what is done, what there is in all."""


@dataclass(slots=True)
class _Round:
    """A change of the key under way: what it has done, and what it could not unseal."""

    keyring: Keyring
    progress: Progress
    total: int
    done: int = field(default=0, init=False)
    lost: int = field(default=0, init=False)

    def renew(self, sealed: bytes) -> bytes:
        """A sealed value, sealed anew; one that no key opens stays as it is."""
        try:
            return self.keyring.renew(sealed)
        except Unsealable:
            self.lost += 1
            return sealed

    def renew_file(self, path: Path) -> None:
        """The same for a file."""
        try:
            vault.renew(path, self.keyring)
        except Unsealable:
            self.lost += 1
        self.step(1)

    def step(self, count: int) -> None:
        """So much more is done."""
        self.done += count
        self.progress(self.done, self.total)


def rotate(database: Path, evidence: Path, key_file: Path, aside: Path, progress: Progress) -> int:
    """Seal everything anew with a new key and put the old ones into the new file `aside`; return
    how much no key opens.

    Broken off anywhere it can be done again: the old keys go last. Raises InUse while the bot runs,
    WrongKeys, and DamagedKeys.
    """
    fitting_keys.require(database, key_file)
    with resealing.alone(database) as connection:
        # More than one: the last change was broken off, and its new key will do.
        keyring = load_keyring(key_file) if key_count(key_file) > 1 else add_key(key_file)
        files = list(vault.files(evidence))
        under_way = _Round(keyring, progress, resealing.count(connection) + len(files))
        resealing.reseal(connection, under_way.renew, under_way.step)
        for path in files:
            under_way.renew_file(path)
        keep_newest(key_file, aside)
    return under_way.lost
