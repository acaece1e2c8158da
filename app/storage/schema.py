"""The shape of an office file: how a new one gets it, and which one a file has.

A new file is made from ``db/schema.sql``, which is written from the newest migration and
tested to be the same: running the migrations would take Alembic, half a second of every first
start.  The revision is read with a plain query for the same reason.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from app.kernel.errors import Refusal
from app.kernel.resources import migrations

APPLICATION_ID = 0x4B555241
"""「KURA」 in the header of the file: which program a SQLite file belongs to."""

_NOT_OURS = (
    "くらしの台帳の事務所ファイルではありません。"
    "拡張子が「.kurashi」の事務所ファイルを選んでください。"
)
_NEWER = (
    "この事務所ファイルは、新しい版のくらしの台帳で使われています。"
    "このPCのくらしの台帳を新しい版にしてから開いてください。"
)


@cache
def head() -> str:
    """Return the newest revision this program knows: the number of its newest step."""
    return max(path.name.split("_")[0] for path in (migrations() / "versions").glob("[0-9]*_*.py"))


def create_schema(connection: Any) -> None:
    """Make all tables in an empty file, over a connection of the driver."""
    sql = (migrations().parent / "schema.sql").read_text("utf-8")
    connection.executescript(
        f"BEGIN; {sql}; INSERT INTO alembic_version VALUES ('{head()}'); "
        f"PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
    )


def revision_of(connection: Any) -> str:
    """Return the revision of an open file.

    Raises ``Refusal`` if it is another program's file, or one of a newer version of this one.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise Refusal(_NOT_OURS)
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision > head():
        raise Refusal(_NEWER)
    return str(revision)


def not_an_office() -> Refusal:
    """Return the refusal of a file that is no office file."""
    return Refusal(_NOT_OURS)
