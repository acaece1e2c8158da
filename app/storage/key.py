"""The key of an encrypted office: made once, from the passphrase and the file's own salt.

SQLCipher's own derivation would run for every connection.  The salt is the first 16 bytes of
the file, where SQLCipher keeps it, so a copy of the file opens with the same passphrase and
nothing lies beside it.
"""

from __future__ import annotations

import secrets
import unicodedata
from hashlib import scrypt
from pathlib import Path

SALT_BYTES = 16

_KEY_BYTES = 32
_COST = 2**15
_BLOCK = 8
_MEMORY = 2 * 128 * _COST * _BLOCK


def new_key(passphrase: str) -> str:
    """Return the key for a new file, with a salt of its own."""
    return derive_key(passphrase, secrets.token_bytes(SALT_BYTES))


def key_of(path: Path, passphrase: str) -> str:
    """Return the key that opens an existing file, if the passphrase is the right one."""
    return derive_key(passphrase, salt_of(path))


def salt_of(path: Path) -> bytes:
    """Return the salt of an existing file; its backups have the same."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def derive_key(passphrase: str, salt: bytes) -> str:
    """Return key and salt in hexadecimal; takes some 0.2 s by intention.

    The passphrase is brought to one form first (NFKC): it is typed unseen, and an input method
    may be on the second time that was off the first.
    """
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    key = scrypt(typed, salt=salt, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY, dklen=_KEY_BYTES)
    return key.hex() + salt.hex()
