"""Keys of their own for a test."""

import secrets

from cryptography.fernet import Fernet

from study.sealing.keyring import Keyring


def a_keyring() -> Keyring:
    return Keyring([Fernet.generate_key()], secrets.token_bytes(32))
