"""From a message in private to pieces of evidence: everything is fetched at once, links die soon.

What cannot be got is named in words, so that it can be sent again; it is no error. OneBot v11
documents `get_image` (it answers with a path); NapCat and LLBot add `url` and `base64` to it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nonebot.adapters.onebot.v11 import ActionFailed, Bot, MessageSegment
from nonebot.adapters.onebot.v11.exception import NetworkError
from nonebot.exception import ApiNotAvailable

from plugins._chat import files, library
from plugins._chat.fetching import NotFetched, TooLarge
from plugins._chat.media import download_media
from plugins.report import cards, evidence_texts, forwards
from study.evidence.piece import LARGEST_REPORT, MOST_PIECES, Form, Piece

_SECONDS = 30
"""For one picture, file or merged forward."""
_AT_ONCE = 3
_FILES = ("file", "video")
_CARDS = ("json", "xml", "share", "contact")
_NOT_ANSWERED = (ActionFailed, NetworkError, ApiNotAvailable)

Got = bytes | NotFetched | TooLarge


@dataclass(slots=True)
class Fetched:
    """What a message brought, and sentences about what of it did not come."""

    pieces: list[Piece] = field(default_factory=list[Piece])
    failures: list[str] = field(default_factory=list[str])


def has_evidence(segments: Iterable[MessageSegment]) -> bool:
    """Whether a message has more than words."""
    kinds = ("image", "forward", "record", *_FILES, *_CARDS)
    return any(segment.type in kinds for segment in segments)


async def fetch(bot: Bot, person: str, segments: Iterable[MessageSegment]) -> Fetched:
    """All evidence in a message of `person`: at most MOST_PIECES, and three at once."""
    fetched = Fetched()
    given = [segment for segment in segments if has_evidence([segment])]
    await _pictures(bot, [one.data for one in given if one.type == "image"], fetched)
    for segment in given:
        match segment.type:
            case "file" | "video":
                await _file(bot, person, segment, fetched)
            case "forward":
                await _forward(bot, segment.data, fetched)
            case "record":
                fetched.failures.append(evidence_texts.VOICE)
            case "json" | "xml" | "share" | "contact":
                await _card(bot, segment, fetched)
    return _bounded(fetched)


async def _pictures(bot: Bot, pictures: Sequence[Mapping[str, Any]], fetched: Fetched) -> None:
    """Fetch the pictures of the message itself."""
    got = await _all_of(bot, pictures[:MOST_PIECES])
    _sort_out(got, fetched, evidence_texts.pictures_missing)
    if len(pictures) > MOST_PIECES:
        fetched.failures.append(evidence_texts.TOO_MANY_AT_ONCE)


async def _all_of(bot: Bot, pictures: Sequence[Mapping[str, Any]]) -> list[Got]:
    turns = asyncio.Semaphore(_AT_ONCE)
    room = [LARGEST_REPORT]

    async def one(data: Mapping[str, Any]) -> Got:
        async with turns:
            if room[0] <= 0:
                return TooLarge()
            got = await _in_time(lambda: _picture(bot, data))
            room[0] -= len(got) if isinstance(got, bytes) else 0
            return got

    return await asyncio.gather(*map(one, pictures))


def _sort_out(
    got: Sequence[Got], fetched: Fetched, missing: Callable[[Sequence[int], int], str]
) -> None:
    """Put down the pictures that came, and what did not."""
    fetched.pieces += [Piece(Form.PICTURE, "", one) for one in got if isinstance(one, bytes)]
    lost = [place for place, one in enumerate(got, 1) if isinstance(one, NotFetched)]
    if lost:
        fetched.failures.append(missing(lost, len(got)))
    if any(isinstance(one, TooLarge) for one in got):
        fetched.failures.append(evidence_texts.PICTURES_TOO_LARGE)


async def _picture(bot: Bot, data: Mapping[str, Any]) -> bytes:
    """A picture by its link; by what the implementation has of it where that leads nowhere."""
    name, url = str(data.get("file") or ""), str(data.get("url") or "")
    if name.startswith("base64://"):
        return files.unpacked(name)
    links = (place for place in (url, name) if place.startswith(("http://", "https://")))
    if link := next(links, ""):
        try:
            return await _get(link)
        except NotFetched:
            pass  # The implementation may still have it, or know a new link.
    try:
        answer = await bot.call_api("get_image", file=name)
    except _NOT_ANSWERED as error:
        raise NotFetched from error
    return await files.answered(answer if isinstance(answer, dict) else {}, _get)


async def _file(bot: Bot, person: str, segment: MessageSegment, fetched: Fetched) -> None:
    file = files.sent([MessageSegment("file", segment.data)])
    if file is None:
        return
    got = await _in_time(lambda: files.fetched(bot, person, file, _get))
    if isinstance(got, bytes):
        fetched.pieces.append(Piece(Form.FILE, file.name, got))
    else:
        too_large = isinstance(got, TooLarge)
        tell = evidence_texts.too_large if too_large else evidence_texts.file_missing
        fetched.failures.append(tell(file.name))


async def _forward(bot: Bot, data: Mapping[str, Any], fetched: Fetched) -> None:
    """Take in a merged forward: its words as one text, and the pictures in it."""
    try:
        async with asyncio.timeout(_SECONDS):
            forward = await forwards.read(bot, data, library.settings.timezone)
    except (*_NOT_ANSWERED, TimeoutError):
        fetched.failures.append(evidence_texts.FORWARD_NOT_FETCHED)
        return
    if not forward.messages:
        fetched.failures.append(evidence_texts.EMPTY_FORWARD)
        return
    fetched.pieces.append(Piece(Form.FORWARD, "", forward.transcript.encode()))
    got = await _all_of(bot, forward.pictures[:MOST_PIECES])
    _sort_out(got, fetched, evidence_texts.forwarded_pictures_missing)
    if forward.left_out or len(forward.pictures) > MOST_PIECES:
        fetched.failures.append(evidence_texts.LEFT_OUT)


async def _card(bot: Bot, segment: MessageSegment, fetched: Fetched) -> None:
    if segment.type == "json" and (number := cards.forwarded_in(segment.data)):
        await _forward(bot, {"id": number}, fetched)
    elif text := cards.text_of(segment.type, segment.data):
        fetched.pieces.append(Piece(Form.TEXT, "", text.encode()))
    else:
        fetched.failures.append(evidence_texts.CARD_EMPTY)


def _bounded(fetched: Fetched) -> Fetched:
    if len(fetched.pieces) > MOST_PIECES:
        del fetched.pieces[MOST_PIECES:]
        fetched.failures.append(evidence_texts.TOO_MANY_AT_ONCE)
    return fetched


async def _in_time(get: Callable[[], Awaitable[bytes]]) -> Got:
    try:
        async with asyncio.timeout(_SECONDS):
            return await get()
    except TimeoutError:
        return NotFetched()
    except (NotFetched, TooLarge) as error:
        return error


async def _get(url: str) -> bytes:
    return await download_media(url, library.settings.media_hosts)
