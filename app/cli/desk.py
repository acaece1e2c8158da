"""What a command has before it: the paths, and the office file once it is asked for."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from app.kernel.errors import Refusal
from app.kernel.paths import Paths
from app.storage.office_file import is_encrypted
from app.storage.store import Store
from app.wiring import open_store

PASSPHRASE = "KURASHI_PASSPHRASE"


class Desk:
    """Opens the office when a command first needs it, and closes it at the end."""

    def __init__(self, paths: Paths, office: Path | None) -> None:
        self.paths = paths
        self._office = office
        self._store: Store | None = None

    @property
    def has_office(self) -> bool:
        return self._office is not None

    @property
    def office(self) -> Path:
        """The office file; refused when none was named."""
        if self._office is None:
            raise Refusal(
                "事務所ファイルが指定されていません。"
                "「kurashi --office ファイル …」の形で指定してください。"
            )
        return self._office

    @property
    def store(self) -> Store:
        """The open office."""
        if self._store is None:
            self._store = open_store(self.office, self.passphrase(self.office), self.paths)
        return self._store

    def passphrase(self, file: Path) -> str | None:
        """Return the passphrase of ``file``, asked for only where it needs one."""
        if not file.exists() or not is_encrypted(file):
            return None
        return known_passphrase() or ask_passphrase("パスフレーズ: ")

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def known_passphrase() -> str | None:
    """Return what the environment says, if it says anything."""
    return os.environ.get(PASSPHRASE) or None


def ask_passphrase(prompt: str) -> str:
    """Ask at the terminal, without showing what is typed.  Refuses where nobody can type."""
    if not sys.stdin.isatty():
        raise Refusal(
            f"この事務所ファイルは暗号化されています。環境変数 {PASSPHRASE} に"
            "パスフレーズを入れて、もう一度実行してください。"
        )
    return getpass.getpass(prompt)
