"""Getting pictures and files of strangers: only from where the chat itself keeps them.

A link comes to the bot in a message, so a stranger may have put it there. What is asked for is
therefore checked at every step of the way: the host is one of QQ's (or the operator's), all its
addresses lie in the open internet, and the connection goes to the very address that was checked,
so that a name cannot mean another one a moment later.
"""

import asyncio
import contextlib
import functools
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from plugins._chat.fetching import LARGEST, NotFetched, TooLarge

HOSTS = ("qpic.cn", "nt.qq.com.cn", "ftn.qq.com")
"""Where QQ keeps what is sent: endings of host names. Pictures come from gchat.qpic.cn,
c2cpicdw.qpic.cn and multimedia.nt.qq.com.cn, files from …-download.ftn.qq.com."""
SECONDS = 30
_SILENT_SECONDS = 10
_REDIRECTS = 3
_CHUNK = 64 * 1024
_PORTS = {"http": 80, "https": 443}
# IPv6 addresses that lead to an IPv4 address written in them: NAT64, Teredo, 6to4.
_TUNNELS = tuple(
    ipaddress.IPv6Network(one)
    for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16")
)

Resolve = Callable[[str, int], Collection[str]]
_threads = ThreadPoolExecutor(6, "media")
"""Of its own: slow links must not take the threads that store what has come."""


@dataclass(frozen=True, slots=True)
class _Hop:
    """One request of the way: a link whose host may be asked, and the address to ask it at."""

    parts: SplitResult
    host: str
    port: int
    address: str


async def download_media(url: str, hosts: Collection[str]) -> bytes:
    """What is behind a link of QQ, or of one of the operator's `hosts` ("name" or "name:port"), in
    at most thirty seconds. Raises NotFetched, TooLarge."""
    loop = asyncio.get_running_loop()
    work = functools.partial(fetch, url, hosts, resolve, time.monotonic() + SECONDS)
    try:
        async with asyncio.timeout(SECONDS + 1):  # Looking up a name cannot be cut short.
            return await loop.run_in_executor(_threads, work)
    except TimeoutError:
        raise NotFetched from None


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(one[4][0]).partition("%")[0] for one in found]


def fetch(url: str, hosts: Collection[str], look_up: Resolve, until: float) -> bytes:
    """As `download_media`, with the look-up of names and the moment (monotonic) of its end."""
    before = ""
    try:
        for _ in range(_REDIRECTS + 1):
            hop = _checked(url, hosts, before, look_up)
            content, further = _asked(hop, until)
            if not further:
                return content
            before, url = hop.host, urljoin(url, further)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise NotFetched from error
    raise NotFetched


def _checked(url: str, hosts: Collection[str], before: str, look_up: Resolve) -> _Hop:
    """A link that may be asked for. Raises NotFetched, ValueError, OSError."""
    parts = urlsplit(url)
    host, usual = (parts.hostname or "").rstrip("."), _PORTS.get(parts.scheme)
    if usual is None or not host.isascii() or "@" in parts.netloc:
        raise NotFetched
    port = parts.port or usual
    # What the operator named may be at home; a stranger's link must not lead on to it.
    is_operators = before in ("", host) and (
        f"{host}:{port}" in hosts or (host in hosts and port == usual)
    )
    if not is_operators and not (port == usual and _is_of_qq(host)):
        raise NotFetched
    addresses = list(look_up(host, port))
    if not addresses or not (is_operators or all(map(_is_public, addresses))):
        raise NotFetched
    return _Hop(parts, host, port, addresses[0])


def _is_of_qq(host: str) -> bool:
    return any(host == ending or host.endswith("." + ending) for ending in HOSTS)


def _is_public(text: str) -> bool:
    """Whether an address lies in the open internet. Raises ValueError."""
    address = ipaddress.ip_address(text)
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return _is_public(str(address.ipv4_mapped))
        if any(address in network for network in _TUNNELS):
            return False
    return address.is_global and not address.is_multicast


def _asked(hop: _Hop, until: float) -> tuple[bytes, str]:
    """The content that a host answers with, or where it sends on to."""
    connection = _connection(hop, until)
    # A host that sends a byte now and then would never be silent for long.
    ended = threading.Timer(max(0.0, until - time.monotonic()), _hang_up, [connection])
    ended.daemon = True
    ended.start()
    try:
        connection.request("GET", _path(hop.parts), headers={"User-Agent": "Mozilla/5.0"})
        response = connection.getresponse()
        if response.status in (301, 302, 303, 307, 308):
            return b"", response.getheader("Location") or ""
        if response.status != http.HTTPStatus.OK:
            raise NotFetched
        return _body(response, until), ""
    finally:
        ended.cancel()
        connection.close()


def _path(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _connection(hop: _Hop, until: float) -> http.client.HTTPConnection:
    """A connection to the address that was checked, in the name of its host; through no proxy."""
    connection = http.client.HTTPConnection(hop.host, hop.port)
    silent = min(_SILENT_SECONDS, until - time.monotonic())
    if silent <= 0:
        raise NotFetched
    plain = socket.create_connection((hop.address, hop.port), silent)
    try:
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=hop.host)
            if hop.parts.scheme == "https"
            else plain
        )
    except BaseException:
        plain.close()
        raise
    return connection


def _hang_up(connection: http.client.HTTPConnection) -> None:
    sock = connection.sock
    if sock is not None:
        with contextlib.suppress(OSError):  # It may have ended by itself.
            sock.shutdown(socket.SHUT_RDWR)


def _body(response: http.client.HTTPResponse, until: float) -> bytes:
    """All that is sent, and as much as was said; nothing is unpacked."""
    if response.getheader("Content-Encoding", "identity") != "identity":
        raise NotFetched
    said = response.length
    if said is not None and said > LARGEST:
        raise TooLarge
    content = bytearray()
    while chunk := response.read1(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise TooLarge
    if time.monotonic() >= until or (said is not None and len(content) != said):
        raise NotFetched
    return bytes(content)
