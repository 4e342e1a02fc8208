"""The keys that seal texts and files at rest.

Sealing is Fernet of `cryptography` (AES-128-CBC with HMAC-SHA256, random IV). The first key seals,
all of them unseal, so that keys can be changed while older content stays readable.
"""

import hmac
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class Unsealable(Exception):
    """The content was sealed with a key that is not here, or it is damaged."""


class Keyring:
    """Keys in use: `sealing` newest first, `comparing` for digests that must stay the same."""

    def __init__(self, sealing: Sequence[bytes], comparing: bytes) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in sealing])
        self._comparing = comparing

    def seal(self, content: bytes) -> bytes:
        """Content as it is stored."""
        return self._fernet.encrypt(content)

    def unseal(self, sealed: bytes) -> bytes:
        """Stored content as it was. Raises Unsealable."""
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken as error:
            raise Unsealable from error

    def renew(self, sealed: bytes) -> bytes:
        """The same content, sealed with the newest key. Raises Unsealable."""
        try:
            return self._fernet.rotate(sealed)
        except InvalidToken as error:
            raise Unsealable from error

    def seal_text(self, text: str) -> bytes:
        """A text as it is stored."""
        return self.seal(text.encode())

    def unseal_text(self, sealed: bytes) -> str:
        """A stored text as it was. Raises Unsealable."""
        return self.unseal(sealed).decode()

    def digest(self, kind: str, value: str) -> str:
        """By what a value is known again without being stored: HMAC-SHA256, in hex."""
        return hmac.new(self._comparing, f"{kind}\0{value}".encode(), "sha256").hexdigest()
