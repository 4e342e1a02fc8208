"""Sealed files under the digest of their content."""

import asyncio
import hashlib
import stat
from pathlib import Path

import pytest

from study.sealing.key_file import add_key, load_keyring
from study.sealing.keyring import Unsealable
from study.storage.vault import Missing, Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "evidence", load_keyring(tmp_path / "study.key"))


def stored(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*") if path.is_file()]


async def test_content_comes_back_and_is_sealed_on_the_disk(vault: Vault) -> None:
    content = "聊天记录".encode() * 1_000
    digest = await vault.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert await vault.get(digest) == content
    (path,) = stored(vault)
    assert path == vault.folder / digest[:2] / digest
    assert content[:12] not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(vault.folder.stat().st_mode) == 0o700


async def test_the_same_content_is_one_file_also_at_once(vault: Vault) -> None:
    digests = await asyncio.gather(*(vault.put(b"same") for _ in range(8)))
    assert len(set(digests)) == len(stored(vault)) == 1
    assert await vault.get(digests[0]) == b"same"


async def test_what_is_not_there(vault: Vault) -> None:
    digest = await vault.put(b"x")
    await vault.delete(digest)
    await vault.delete(digest)
    with pytest.raises(Missing):
        await vault.get(digest)
    assert stored(vault) == []


async def test_nothing_is_left_of_a_write_that_failed(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("study.storage.vault.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        await vault.put(b"x")
    assert stored(vault) == []


async def test_damaged_and_foreign_files_are_told(vault: Vault, tmp_path: Path) -> None:
    digest = await vault.put(b"x")
    (path,) = stored(vault)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-2])
    with pytest.raises(Unsealable):
        await vault.get(digest)
    other = Vault(vault.folder, load_keyring(tmp_path / "other.key"))
    with pytest.raises(Unsealable):
        await other.get(await vault.put(b"y"))


async def test_old_files_stay_readable_with_a_new_key(vault: Vault, tmp_path: Path) -> None:
    digest = await vault.put(b"x")
    assert await Vault(vault.folder, add_key(tmp_path / "study.key")).get(digest) == b"x"
