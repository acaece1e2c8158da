"""Opening the office file so that SQLite keeps the promises the program relies on.

One library opens plain and encrypted files alike: ``sqlcipher3``, whose SQLite is the same on
every PC.  The driver's own transaction handling is switched off: left on, it opens no
transaction before ``CREATE`` or ``ALTER``, so a migration that fails half way could not be
rolled back.  ``BEGIN`` is said here instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.kernel.errors import Refusal
from app.storage.gone import refuse_gone

WRITES = "writes"
"""The execution option of a connection that is going to change something."""

_BUSY_MILLISECONDS = 5000


@dataclass(frozen=True, slots=True)
class Place:
    """Where an office file is and, if it is encrypted, the key that opens it.

    ``key`` is what SQLCipher calls raw: 32 bytes of key and 16 of salt, in hexadecimal.
    """

    path: Path
    key: str | None = field(default=None, repr=False)


def connect(place: Place, *, foreign_keys: bool = True) -> Any:
    """Return a connection of the driver: keyed, checking references, and in autocommit.

    The file is created if there is none.  A wrong key shows at the first statement.
    """
    connection = dbapi2.connect(str(place.path), isolation_level=None, check_same_thread=False)
    try:
        if place.key is not None:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{place.key}'\"")
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
        connection.execute(f"PRAGMA foreign_keys = {foreign_keys:d}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def connected(place: Place, *, foreign_keys: bool = True) -> Iterator[Any]:
    """Open a connection of the driver for the length of a block."""
    with closing(connect(place, foreign_keys=foreign_keys)) as connection:
        yield connection


def open_engine(place: Place, *, foreign_keys: bool = True) -> Engine:
    """Return an engine on the file, with a log that reaches the disk before a commit returns."""

    def connect_durably() -> Any:
        connection = connect(place, foreign_keys=foreign_keys)
        try:
            make_durable(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=connect_durably, poolclass=QueuePool, max_overflow=20
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", refuse_gone)
    return engine


def make_durable(connection: Any) -> None:
    """Switch to the write-ahead log with one sync a commit, and read both settings back.

    Raises ``Refusal`` where the disk does not allow the log to be shared safely.
    """
    (journal,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    (synchronous,) = connection.execute("PRAGMA synchronous").fetchone()
    if (journal, synchronous) != ("wal", 2):
        raise Refusal(
            "この場所では記録を安全に保存できません。"
            "事務所ファイルをこのPCの内蔵ディスクに移してから開いてください。"
        )


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
