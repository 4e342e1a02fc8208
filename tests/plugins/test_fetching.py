"""What is got from a link, and what is not."""

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins._chat import fetching
from plugins._chat.fetching import NotFetched, TooLarge, download, local


class Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self) -> None:
        if self.path == "/file":
            self._answer(200, b"content")
        elif self.path == "/large":
            self._answer(200, b"x" * 2_000)
        elif self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
        else:
            self._answer(404, b"")

    def _answer(self, code: int, content: bytes) -> None:
        self.send_response(code)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:  # type: ignore[override]
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


async def test_the_implementations_own_host_may_be_at_home(address: str) -> None:
    assert await download(f"{address}/file") == b"content"
    assert await download(f"{address}/to//file") == b"content"


@pytest.mark.parametrize(
    "place",
    ["http://localhost:1/x", "http://10.0.0.1/x", "http://[::1]/x", "ftp://example.com/x",
     "file:///etc/passwd", "http://169.254.169.254/latest"],
)  # fmt: skip
async def test_a_link_leads_nowhere_else_at_home(address: str, place: str) -> None:
    with pytest.raises(NotFetched):
        await download(f"{address}/to/{place}")


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "ftp://a/b", "http://", "http://[", "/etc/passwd"]
)
async def test_only_web_links_are_followed(link: str) -> None:
    with pytest.raises(NotFetched):
        await download(link)


async def test_what_is_not_there_or_too_large(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotFetched):
        await download(f"{address}/nothing")
    monkeypatch.setattr(fetching, "LARGEST", 1_000)
    with pytest.raises(TooLarge):
        await download(f"{address}/large")


def test_only_regular_files_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "题 库.csv"
    path.write_bytes(b"x" * 10)
    os.mkfifo(tmp_path / "pipe")
    assert local(str(path)) == b"x" * 10
    assert local(path.as_uri()) == b"x" * 10
    for place in (tmp_path, tmp_path / "pipe", tmp_path / "none", Path("relative.csv"), "a\0b"):
        assert local(str(place)) is None
    monkeypatch.setattr(fetching, "LARGEST", 5)
    with pytest.raises(TooLarge):
        local(str(path))
