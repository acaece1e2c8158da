"""Bringing a file up to the shape this version of the program expects.

The file is copied first.  All pending steps run in one transaction with foreign keys
unchecked, because altering a SQLite table means dropping the old one, and dropping a checked
parent deletes its children.  They are checked again before anything is kept.  Alembic is
imported only here, when a step is really pending: it costs a start half a second.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from app.storage.changes import Kind
from app.storage.engine import WRITES, Place, open_engine


def upgrade(place: Place, scripts: Path, now: datetime) -> None:
    """Run all pending steps on a file, or none; any failure is raised and changes nothing.

    The log gets a line for it, before which nothing can be undone: the rows had another shape.
    """
    engine = open_engine(place, foreign_keys=False)
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _check_references(connection)
            connection.exec_driver_sql(
                "INSERT INTO operation (label, done_at, kind) VALUES (?, ?, ?)",
                ("事務所ファイルを新しい版の形に変換", str(now), Kind.MIGRATION.value),
            )
    finally:
        engine.dispose()


def _check_references(connection: Connection) -> None:
    if orphans := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise RuntimeError(f"migration left {len(orphans)} orphan rows")
