"""Getting the content behind a link or a path that an implementation gave.

The implementation is trusted as far as its own word goes: the host it names may be any, also one
beside it in a private network. Where that host sends on to is not its word: only to itself or into
the open internet, so that no stranger's server has the bot look around at home.
"""

import asyncio
import http.client
import ipaddress
import socket
import stat
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

LARGEST = 20 * 1024 * 1024
"""Bytes of a file."""
_SECONDS = 30
_SILENT_SECONDS = 10
_CHUNK = 64 * 1024


class NotFetched(Exception):
    """The content cannot be got."""


class TooLarge(Exception):
    """There is more than LARGEST of it."""


async def download(url: str) -> bytes:
    """What is behind an http(s) link, in at most thirty seconds. Raises NotFetched, TooLarge."""
    return await asyncio.to_thread(_download, url)


def local(place: str) -> bytes | None:
    """The content of a regular file on this machine, None if there is none. Raises TooLarge."""
    try:
        path = Path(url2pathname(place[7:]) if place.startswith("file://") else place)
        found = path.stat()
        if not path.is_absolute() or not stat.S_ISREG(found.st_mode):
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
    if len(data) > LARGEST:
        raise TooLarge
    return data


def _download(url: str) -> bytes:
    until = time.monotonic() + _SECONDS
    data = bytearray()
    try:
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), _Redirects(_host(url))
        )
        with opener.open(url, timeout=_SILENT_SECONDS) as response:
            while chunk := response.read1(_CHUNK):
                data += chunk
                if len(data) > LARGEST:
                    raise TooLarge
                if time.monotonic() > until:
                    raise NotFetched
    except (OSError, ValueError, http.client.HTTPException) as error:  # URLError is an OSError.
        raise NotFetched from error
    return bytes(data)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a link on only to where it may lead."""

    def __init__(self, host: str) -> None:
        self._host = host

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        host = _host(newurl)
        if host != self._host and not _is_public(host):
            raise NotFetched
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _host(url: str) -> str:
    """The host of an http(s) link. Raises NotFetched for any other."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NotFetched
    return parts.hostname


def _is_public(host: str) -> bool:
    """Whether all addresses of a host are in the open internet."""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False
    return all(ipaddress.ip_address(str(one[4][0]).partition("%")[0]).is_global for one in found)
