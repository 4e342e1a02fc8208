"""Sealed words as people read them."""

from study.sealing.keyring import Keyring, Unsealable

SHUT = "（打不开：加密它的密钥不在了）"


def words_of(keyring: Keyring, sealed: bytes | None) -> str:
    """What was sealed, '' where there is nothing; what no key opens says so, and hides no more
    than itself."""
    try:
        return keyring.unseal_text(sealed) if sealed else ""
    except Unsealable:
        return SHUT
