"""Files that are sealed at rest, under the SHA-256 of their content.

Outside any path that is served, and read-only. Content is on the disk, not only in its cache,
before `put` returns: a row that names a file never comes before it.
"""

import asyncio
import hashlib
import os
import secrets
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from study.disk import sync_folder
from study.sealing.keyring import Keyring

_DIGEST = 64
"""Characters of a SHA-256 in hex; what is longer was never finished."""


class Missing(Exception):
    """There is no file under this digest."""


class Vault:
    """The sealed files in a folder, and the keys, which seal texts in the database too."""

    def __init__(self, folder: Path, keyring: Keyring) -> None:
        self.folder = folder
        self.keyring = keyring

    async def put(self, content: bytes) -> str:
        """Store content once; return its SHA-256 in hex. Raises OSError when the disk is full."""
        return await asyncio.to_thread(self._put, content)

    async def get(self, digest: str) -> bytes:
        """Content that was stored. Raises Missing and Unsealable."""
        return await asyncio.to_thread(self._get, digest)

    async def delete(self, digest: str) -> None:
        """Delete content; nothing happens where there is none."""
        await asyncio.to_thread(self._path(digest).unlink, missing_ok=True)

    async def sweep(self, kept: Collection[str], before: datetime) -> int:
        """Delete files that were last put before a moment and are not among those `kept`, and what
        a crash left half written; return how many. A crash between file and row leaves such."""
        return await asyncio.to_thread(self._sweep, frozenset(kept), before.timestamp())

    def _sweep(self, kept: frozenset[str], before: float) -> int:
        strays = [
            path
            for path in self.folder.glob("??/*")
            if path.name not in kept and path.stat().st_mtime < before
        ]
        for path in strays:
            path.unlink()
        return len(strays)

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def _get(self, digest: str) -> bytes:
        try:
            return self.keyring.unseal(self._path(digest).read_bytes())
        except FileNotFoundError as error:
            raise Missing(digest) from error

    def _put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if path.exists():
            os.utime(path)  # It is wanted again: not a stray for now.
            return digest
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        _write(path, self.keyring.seal(content))
        sync_folder(self.folder)
        return digest


def files(folder: Path) -> Iterator[Path]:
    """The sealed files in a vault's folder; their names are the digests."""
    return (path for path in sorted(folder.glob("??/*")) if len(path.name) == _DIGEST)


def renew(path: Path, keyring: Keyring) -> None:
    """Seal a file of a vault anew, with the newest key. Raises Unsealable; it is as it was then."""
    _write(path, keyring.renew(path.read_bytes()))


def _write(path: Path, sealed: bytes) -> None:
    """Put a file in its place, on the disk and wholly or not at all."""
    partial = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with _fresh(partial) as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    sync_folder(path.parent)


def _fresh(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o400), "wb")
