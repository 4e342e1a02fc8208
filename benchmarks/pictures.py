"""A server of pictures that are all different, as an implementation would give evidence by link."""

import hashlib
import io
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from threading import Thread

from PIL import Image

NOWHERE = 404
"""The number under which there is no picture."""


@cache
def picture(number: int) -> bytes:
    """Coloured squares that no other number has."""
    squares = Image.frombytes("RGB", (12, 12), Random(number).randbytes(3 * 12 * 12))
    file = io.BytesIO()
    squares.resize((240, 240), Image.Resampling.NEAREST).save(file, "PNG")
    return file.getvalue()


@contextmanager
def serving() -> Generator[tuple[str, set[str]]]:
    """Serve each picture under its number; the host, and the SHA-256 of those that were given."""
    served: set[str] = set()

    class Pictures(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            number = int(self.path.strip("/"))
            if number == NOWHERE:
                self.send_error(404)
                return
            content = picture(number)
            served.add(hashlib.sha256(content).hexdigest())
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            with suppress(OSError):  # Who asked was killed.
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Pictures) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"127.0.0.1:{server.server_port}", served
        finally:
            server.shutdown()
