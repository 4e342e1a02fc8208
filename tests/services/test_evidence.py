"""Evidence that is taken in, counted, known again and deleted."""

import asyncio
import random
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from study.evidence.errors import (
    DamagedPicture,
    Empty,
    EvidenceRefused,
    Forbidden,
    NoDraft,
    QuotaFull,
    ReportTooLarge,
    ShareFull,
    TooLarge,
    TooManyPieces,
    UnknownKind,
)
from study.evidence.piece import LARGEST_PIECE, MOST_PIECES, Form, Piece
from study.sealing.key_file import load_keyring
from study.services import drafting
from study.services.evidence import (
    Stored,
    add_evidence,
    content,
    of_draft,
)
from study.storage import evidence as rows
from study.storage import pictures
from study.storage.database import Database, single
from study.storage.vault import Missing, Vault
from tests.casework import go_on
from tests.evidence.chats import attacked, png, screenshot

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
QUOTA = 500 * 1024 * 1024


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "evidence", load_keyring(tmp_path / "study.key"))


def said(text: str) -> Piece:
    return Piece(Form.TEXT, "", text.encode())


async def put(
    database: Database, vault: Vault, piece: Piece, drafter: str = "20001", quota: int = QUOTA
) -> Stored:
    await go_on(database, vault, drafter, NOW)
    return await add_evidence(database, vault, drafter, piece, NOW, quota)


async def cancel(database: Database, vault: Vault, drafter: str) -> None:
    for _ in range(2):
        await drafting.say(database, vault, drafter, "取消", NOW)


def files(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*") if path.is_file()]


async def count(database: Database, table: str) -> int:
    return single(await database.read(f"select count(*) from {table}"))  # noqa: S608


async def test_a_piece_is_stored_sealed_and_listed(database: Database, vault: Vault) -> None:
    piece = Piece(Form.FILE, "../../etc/聊天\u202e记录.txt", "老板，资料多少钱".encode())
    stored = await put(database, vault, piece)
    assert (stored.kind, stored.size, stored.is_again) == ("txt", len(piece.content), False)
    (shown,) = await of_draft(database, vault, "20001")
    assert (shown.name, shown.form, shown.at) == ("聊天记录.txt", Form.FILE, NOW)
    assert await content(vault, shown) == piece.content
    dump = (await database.read("select name from evidence"))[0]["name"]
    assert "聊天".encode() not in dump


async def test_the_same_content_counts_once_in_a_draft(database: Database, vault: Vault) -> None:
    first = await put(database, vault, said("一段聊天"))
    again = await put(database, vault, said("一段聊天"))
    assert again.is_again
    assert again.number == first.number
    assert not (await put(database, vault, said("一段聊天"), "20002")).is_again
    assert len(files(vault)) == 1
    assert await rows.amount(database, "20001") == (1, first.size)


async def test_a_draft_goes_with_its_files_but_for_those_of_others(
    database: Database, vault: Vault
) -> None:
    await put(database, vault, said("大家都有的一段"))
    await put(database, vault, said("只有我有的一段"))
    await put(database, vault, Piece(Form.PICTURE, "", png(screenshot(3, 540))))
    await put(database, vault, said("大家都有的一段"), "20002")
    await cancel(database, vault, "20001")
    assert len(files(vault)) == 1
    assert [
        await count(database, name) for name in ("evidence_file", "picture", "picture_key")
    ] == [1, 0, 0]
    (left,) = await of_draft(database, vault, "20002")
    assert await content(vault, left) == "大家都有的一段".encode()
    await cancel(database, vault, "20002")
    with pytest.raises(Missing):
        await content(vault, left)


@pytest.mark.parametrize(
    ("piece", "error"),
    [
        (Piece(Form.FILE, "a.jpg", b""), Empty),
        (Piece(Form.TEXT, "", b""), Empty),
        (Piece(Form.FILE, "a.zip", b"x" * (LARGEST_PIECE + 1)), TooLarge),
        (Piece(Form.PICTURE, "a.jpg", b"<html><script>1</script></html>"), Forbidden),
        (Piece(Form.PICTURE, "a.jpg", "只是文字，不是图片".encode()), UnknownKind),
        (Piece(Form.PICTURE, "a.jpg", png(screenshot(1, 300))[:5_000]), DamagedPicture),
        (Piece(Form.FILE, "a.jpg", b"\x89PNG\r\n\x1a\n" + b"x" * 100), DamagedPicture),
    ],
)
async def test_what_is_refused_leaves_nothing(
    database: Database, vault: Vault, piece: Piece, error: type[EvidenceRefused]
) -> None:
    with pytest.raises(error):
        await put(database, vault, piece)
    assert files(vault) == []
    assert await count(database, "evidence_file") == 0


async def test_a_report_has_room_for_so_much(database: Database, vault: Vault) -> None:
    for number in range(MOST_PIECES):
        await put(database, vault, said(f"第{number}段"))
    with pytest.raises(TooManyPieces):
        await put(database, vault, said("再来一段"))
    big = [
        Piece(Form.FILE, "", b"Rar!\x1a\x07" + bytes([n]) * (LARGEST_PIECE - 7)) for n in range(4)
    ]
    for piece in big[:3]:
        await put(database, vault, piece, "20002")
    with pytest.raises(ReportTooLarge):
        await put(database, vault, big[3], "20002")
    with pytest.raises(QuotaFull):
        await put(database, vault, said("一段"), "20003", quota=LARGEST_PIECE * 3)
    assert len(files(vault)) == MOST_PIECES + 3


async def test_nobody_fills_the_room_of_all(database: Database, vault: Vault) -> None:
    quota = 4 * 4000
    await put(database, vault, said("x" * 2000), quota=quota)
    with pytest.raises(ShareFull):
        await put(database, vault, said("y" * 2000), quota=quota)
    await put(database, vault, said("z" * 2000), "20002", quota=quota)
    on_disk = sum(path.stat().st_size for path in vault.folder.glob("??/*"))
    counted = await rows.stored_bytes(database)
    assert on_disk <= counted <= on_disk + 2 * 40


async def test_many_at_once_do_not_slip_through(database: Database, vault: Vault) -> None:
    pieces = [said(f"第{number}段") for number in range(MOST_PIECES + 10)]
    done = await asyncio.gather(
        *(put(database, vault, one) for one in pieces), return_exceptions=True
    )
    assert sum(isinstance(one, Stored) for one in done) == MOST_PIECES
    assert sum(isinstance(one, TooManyPieces) for one in done) == 10
    assert len(files(vault)) == MOST_PIECES


async def test_a_draft_that_goes_while_another_brings_the_same(
    database: Database, vault: Vault
) -> None:
    for turn in range(20):
        await put(database, vault, said("同一段"))
        await asyncio.gather(
            put(database, vault, said("同一段"), "20002"),
            cancel(database, vault, "20001"),
        )
        (piece,) = await of_draft(database, vault, "20002")
        assert await content(vault, piece) == "同一段".encode(), turn
        await cancel(database, vault, "20002")
    assert files(vault) == []


async def test_what_comes_when_its_draft_has_gone_is_not_kept(
    database: Database, vault: Vault
) -> None:
    await put(database, vault, said("一段聊天"))
    await cancel(database, vault, "20001")
    with pytest.raises(NoDraft):
        await add_evidence(database, vault, "20001", said("来晚了"), NOW, QUOTA)
    assert files(vault) == []
    assert (await drafting.begin(database, vault, "20001", NOW)).forms == ()


async def test_a_full_disk_leaves_nothing(
    database: Database, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("study.storage.vault.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        await put(database, vault, said("一段"))
    assert files(vault) == []
    assert await of_draft(database, vault, "20001") == []


async def picture_traits(database: Database, drafter: str) -> set[str]:
    found = await rows.traits_of_draft(database, drafter)
    return {one.value for one in found if one.kind == "picture"}


async def test_copies_of_a_picture_share_a_trait(database: Database, vault: Vault) -> None:
    for seed in (1, 2, 3):
        await put(database, vault, Piece(Form.PICTURE, "", png(screenshot(seed))), f"2000{seed}")
    copy = attacked(screenshot(3), random.Random(4))
    await put(database, vault, Piece(Form.PICTURE, "", copy), "30000")
    mine = await picture_traits(database, "30000")
    shared = [bool(mine & await picture_traits(database, f"2000{seed}")) for seed in (1, 2, 3)]
    assert shared == [False, False, True]


async def test_copies_are_found_among_many_pictures(database: Database, vault: Vault) -> None:
    dice = random.Random(1)
    async with database.transaction() as transaction:
        for number in range(2_000):
            digest = f"{number:064x}"
            await rows.add_file(transaction, rows.File(digest, 1, "png", ()), "")
            keys = {dice.getrandbits(23) & dice.getrandbits(23) for _ in range(150)}
            await pictures.add(transaction, digest, b"", keys)
    probes = {dice.getrandbits(23) & dice.getrandbits(23) for _ in range(1_200)}
    began = time.perf_counter()
    found = await pictures.sharing(database, probes, 3, 24)
    assert len(found) <= 24
    assert time.perf_counter() - began < 0.5
