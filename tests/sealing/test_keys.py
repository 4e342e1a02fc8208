"""Keys: made once, kept private, changed without losing what they sealed."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from study.sealing.key_file import DamagedKeys, add_key, keep_newest, load_keyring
from study.sealing.keyring import Unsealable


def test_keys_are_made_once_and_only_for_their_owner(tmp_path: Path) -> None:
    path = tmp_path / "data" / "study.key"
    sealed = load_keyring(path).seal_text("秘密")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "秘密".encode() not in sealed
    assert load_keyring(path).unseal_text(sealed) == "秘密"
    assert [one.name for one in path.parent.iterdir()] == ["study.key"]


def test_two_that_start_together_have_the_same_keys(tmp_path: Path) -> None:
    path = tmp_path / "study.key"
    with ThreadPoolExecutor(8) as threads:
        rings = list(threads.map(lambda _: load_keyring(path), range(8)))
    assert len({ring.digest("qq", "12345") for ring in rings}) == 1


def test_keys_are_changed(tmp_path: Path) -> None:
    path = tmp_path / "study.key"
    old = load_keyring(path)
    sealed, digest = old.seal(b"x"), old.digest("qq", "12345")
    new = add_key(path)
    assert new.unseal(sealed) == b"x"
    assert new.digest("qq", "12345") == digest
    with pytest.raises(Unsealable):
        old.unseal(new.seal(b"y"))
    renewed = new.renew(sealed)
    keep_newest(path, tmp_path / "old.key")
    assert load_keyring(tmp_path / "old.key").unseal(sealed) == b"x"
    last = load_keyring(path)
    assert last.unseal(renewed) == b"x"
    assert last.digest("qq", "12345") == digest
    with pytest.raises(Unsealable):
        last.unseal(sealed)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_digests_are_of_their_kind_and_key(tmp_path: Path) -> None:
    ring = load_keyring(tmp_path / "a.key")
    assert ring.digest("qq", "12345") != ring.digest("group", "12345")
    assert ring.digest("qq", "12345") != load_keyring(tmp_path / "b.key").digest("qq", "12345")


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"sealing": ["x"], "comparing": "y"}', '{"sealing": [], "comparing": "y"}'])  # fmt: skip
def test_a_damaged_file_is_never_overwritten(tmp_path: Path, content: str) -> None:
    path = tmp_path / "study.key"
    path.write_text(content)
    for work in (load_keyring, add_key, lambda one: keep_newest(one, tmp_path / "old.key")):
        with pytest.raises(DamagedKeys):
            work(path)
    assert path.read_text() == content
