"""Files that people send in private: which feature takes which, and how their content is got.

OneBot v11 (https://github.com/botuniverse/onebot-11) knows no file segment in messages; the
implementations do, each a little differently. Documented are `get_file` (NapCat, LLBot) and
`get_private_file_url` (NapCat, LLBot, Lagrange).
"""

import asyncio
import base64
import binascii
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from nonebot.adapters.onebot.v11 import ActionFailed, Bot
from nonebot.adapters.onebot.v11.exception import NetworkError
from nonebot.exception import ApiNotAvailable

from plugins._chat import texts
from plugins._chat.call import Call, Refusal, Reply, Role
from plugins._chat.fetching import LARGEST, NotFetched, TooLarge, download, local

_SECONDS = 30
_CALLS = ("get_private_file_url", "get_file")
"""What is asked for a file whose message says no address: the second may name a place on another
machine."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as a message names it; `size` is 0 and `url` '' where it does not say."""

    name: str
    size: int
    url: str
    ids: dict[str, str]
    """What the implementation knows the file by."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was got."""

    name: str
    content: bytes


Handler = Callable[[Call, File], Awaitable[Reply]]
Get = Callable[[str], Awaitable[bytes]]
"""Gets what is behind a link, as `fetching.download` does."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """A feature that takes files with these endings (without the dot) from who has the role."""

    endings: tuple[str, ...]
    handler: Handler
    role: Role = Role.ADMIN


_receivers: list[Receiver] = []


def receive(receiver: Receiver) -> None:
    """Let a feature take files. Raises ValueError where another one takes them."""
    if any(set(one.endings) & set(receiver.endings) for one in _receivers):
        raise ValueError(f"two features take {receiver.endings}")
    _receivers.append(receiver)


def receiver_of(name: str, role: Role) -> Receiver:
    """The feature that takes a file of this name from somebody. Raises Refusal."""
    if all(role < one.role for one in _receivers):
        raise Refusal(texts.FILES_FROM_ADMINS)
    ending = name.rpartition(".")[2].strip().casefold()
    for one in _receivers:
        if ending in one.endings and role >= one.role:
            return one
    known = (ending for one in _receivers if role >= one.role for ending in one.endings)
    raise Refusal(texts.other_file(known))


def sent(segments: Iterable[Any]) -> Sent | None:
    """The first file of a message, None when it has none."""
    for segment in segments:
        if segment.type == "file":
            return _sent({str(key): value for key, value in segment.data.items()})
    return None


async def content_of(bot: Bot, person: str, file: Sent) -> bytes:
    """The content of a file that `person` sent. Raises Refusal where it cannot be got."""
    try:
        async with asyncio.timeout(_SECONDS):
            return await fetched(bot, person, file, download)
    except TooLarge:
        raise Refusal(texts.FILE_TOO_LARGE) from None
    except (TimeoutError, NotFetched):
        raise Refusal(texts.FILE_NOT_FETCHED) from None


async def fetched(bot: Bot, person: str, file: Sent, get: Get) -> bytes:
    """The content of a file that somebody sent; `get` follows links. Raises as it does."""
    if file.size > LARGEST:
        raise TooLarge
    if file.url:
        try:
            return await get(file.url)
        except NotFetched:
            pass  # Links expire; a new one can be asked for.
    for action in _CALLS:
        try:
            answer = await bot.call_api(action, user_id=int(person), **file.ids)
            return await answered(answer if isinstance(answer, dict) else {}, get)
        except (ActionFailed, NetworkError, ApiNotAvailable, NotFetched):
            continue
    raise NotFetched


async def answered(answer: dict[str, Any], get: Get) -> bytes:
    """The content by what an implementation answered: itself, a link to it, or its place.

    Raises NotFetched, TooLarge.
    """
    if packed := str(answer.get("base64") or ""):
        return unpacked(packed)
    for key in ("url", "download_url", "file", "path"):
        place = str(answer.get(key) or "")
        if place.startswith(("http://", "https://")):
            return await get(place)
        if place:
            found = await asyncio.to_thread(local, place)
            if found is not None:
                return found
    raise NotFetched


def unpacked(packed: str) -> bytes:
    """Content that is written in base64. Raises NotFetched, TooLarge."""
    if len(packed) > LARGEST * 4 // 3 + 4:
        raise TooLarge
    try:
        return base64.b64decode(packed.removeprefix("base64://"), validate=True)
    except binascii.Error as error:
        raise NotFetched from error


def _sent(data: dict[str, Any]) -> Sent:
    said = {key: str(value) for key, value in data.items() if value not in (None, "")}
    name = next((said[key] for key in ("name", "file_name", "filename", "file") if key in said), "")
    size = next((said[key] for key in ("file_size", "size") if key in said), "0")
    url = said.get("url", "")
    ids = {"file_id": said.get("file_id") or said.get("id") or said.get("file", "")}
    if "file_hash" in said:  # Lagrange asks for it.
        ids["file_hash"] = said["file_hash"]
    return Sent(
        name.replace("\\", "/").rpartition("/")[2],
        int(size) if size.isdecimal() else 0,
        url if url.startswith(("http://", "https://")) else "",
        ids,
    )
