"""What is fetched for strangers, and what is not."""

import asyncio
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins._chat import media
from plugins._chat.fetching import NotFetched, TooLarge
from plugins._chat.media import download_media, fetch

MANY = 100 * 1024 * 1024


class Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path, _, rest = self.path.lstrip("/").partition("/")
        self.close_connection = True
        if path == "to":
            self._head(302, {"Location": rest, "Content-Length": "0"})
        elif path == "round":
            self._head(302, {"Location": "/round", "Content-Length": "0"})
        elif path == "large":
            self._head(200, {})
            self._write(b"x" * 65_536, MANY // 65_536, 0)
        elif path == "says-large":
            self._head(200, {"Content-Length": str(MANY)})
        elif path == "slow":
            self._head(200, {"Content-Length": "1000"})
            self._write(b"x", 1000, 0.05)
        elif path == "slow-head":
            self._write(b"HTTP/1.1 200 OK\r\n", 1, 0)
            self._write(b"x", 1000, 0.05)
        elif path == "short":
            self._head(200, {"Content-Length": "1000"})
            self._write(b"x" * 10, 1, 0)
        elif path == "bomb":
            packed = gzip.compress(bytes(1_000_000))
            self._head(200, {"Content-Length": str(len(packed)), "Content-Encoding": "gzip"})
            self._write(packed, 1, 0)
        elif path == "gone":
            self._head(404, {"Content-Length": "0"})
        else:
            self._head(200, {"Content-Length": "7"})
            self._write(b"content", 1, 0)

    def _head(self, code: int, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _write(self, data: bytes, times: int, pause: float) -> None:
        try:
            for _ in range(times):
                self.wfile.write(data)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            pass  # The client has had enough.

    def log_message(self, *_: object) -> None:  # type: ignore[override]
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def names(**known: list[str]) -> Callable[[str, int], list[str]]:
    """A look-up that knows these names, dots written as underscores, and all else as public."""
    return lambda host, port: known.get(host.replace(".", "_").replace("-", "_"), ["1.1.1.1"])


def got(url: str, hosts: tuple[str, ...], **known: list[str]) -> bytes:
    return fetch(url, hosts, names(**known), time.monotonic() + 3)


async def test_the_operators_host_may_be_at_home(port: int) -> None:
    assert await download_media(f"http://127.0.0.1:{port}/a", (f"127.0.0.1:{port}",)) == b"content"
    assert (
        await download_media(f"http://127.0.0.1:{port}/to//a", (f"127.0.0.1:{port}",)) == b"content"
    )


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://gchat.qpic.cn/a", "gopher://gchat.qpic.cn/", "//gchat.qpic.cn/a",
        "http://", "http://[", "http:///a", "http://example.com/a", "http://qpic.cn.evil.com/a",
        "http://evilqpic.cn/a", "http://user:pass@gchat.qpic.cn/a", "http://gchat.qpic.cn@evil.com/a",
        "http://gchat.qpic.cn:22/a", "http://gchat.qpic.cn:8080/a", "http://gchat.qpic.cn:99999/a",
        "http://127.0.0.1/a", "http://2130706433/a", "http://0x7f.1/a", "http://[::1]/a",
        "http://gchat。qpic。cn/a", "http://gchat.qpic.cn\\@evil.com/a", "http://example.com#.qpic.cn",
        "data:image/png;base64,AAAA", "jar:http://gchat.qpic.cn!/a", "",
    ],
)  # fmt: skip
def test_other_links_are_not_even_looked_up(url: str) -> None:
    def look_up(host: str, port: int) -> list[str]:
        raise AssertionError(host)

    with pytest.raises(NotFetched):
        fetch(url, (), look_up, time.monotonic() + 3)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.8", "192.168.1.1", "172.16.3.4", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.8", "64:ff9b::7f00:1", "2002:7f00:1::", "not an address",
    ],
)  # fmt: skip
def test_a_name_of_qq_that_leads_home(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(media.socket, "create_connection", connect)
    for addresses in ([address], ["1.1.1.1", address]):
        with pytest.raises(NotFetched):
            got("http://gchat.qpic.cn/a", (), gchat_qpic_cn=addresses)


def test_the_connection_goes_to_the_address_that_was_checked(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []
    connected: list[tuple[str, int]] = []
    really = media.socket.create_connection

    def look_up(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["1.2.3.4"] if len(looked_up) == 1 else ["127.0.0.1"]

    def connect(address: tuple[str, int], timeout: float) -> object:
        connected.append(address)
        return really(("127.0.0.1", port), timeout)

    monkeypatch.setattr(media.socket, "create_connection", connect)
    until = time.monotonic() + 3
    assert fetch("http://gchat.qpic.cn/a", (), look_up, until) == b"content"
    assert (looked_up, connected) == (["gchat.qpic.cn"], [("1.2.3.4", 80)])


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1:1/x", "http://localhost/x", "http://[::1]/x", "file:///etc/passwd",
        "http://169.254.169.254/latest", "https://example.com/x", "http://rebound.qpic.cn/x",
        "http://other.home/x",
    ],
)  # fmt: skip
def test_a_link_leads_nowhere_else(port: int, place: str) -> None:
    hosts = (f"127.0.0.1:{port}", "other.home")
    with pytest.raises(NotFetched):
        got(
            f"http://127.0.0.1:{port}/to/{place}", hosts,
            rebound_qpic_cn=["127.0.0.1"], other_home=["192.168.1.9"],
            **{"127_0_0_1": ["127.0.0.1"]},
        )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("round", NotFetched), ("gone", NotFetched), ("short", NotFetched), ("bomb", NotFetched),
        ("large", TooLarge), ("says-large", TooLarge), ("slow", NotFetched), ("slow-head", NotFetched),
    ],
)  # fmt: skip
async def test_hosts_that_misbehave(
    port: int, path: str, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "SECONDS", 1)
    began = time.monotonic()
    with pytest.raises(error):
        await download_media(f"http://127.0.0.1:{port}/{path}", (f"127.0.0.1:{port}",))
    assert time.monotonic() - began < (4 if error is TooLarge else 2)


async def test_a_name_that_is_looked_up_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "SECONDS", 0)
    monkeypatch.setattr(media, "resolve", lambda host, port: time.sleep(1.5) or [])
    began = time.monotonic()
    with pytest.raises(NotFetched):
        await download_media("http://gchat.qpic.cn/a", ())
    assert time.monotonic() - began < 1.4
    await asyncio.sleep(0.6)
