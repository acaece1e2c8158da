"""Writes ``db/schema.sql``: the shape of an office file at the newest migration.

``python -m tools.write_schema`` after every new migration; a test says when it is not current.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.kernel.resources import migrations
from app.storage.engine import Place, connected
from app.storage.migrate import upgrade


def schema(place: Place) -> str:
    """Return the statements that make every table and index of a file, in a settled order."""
    with connected(place) as connection:
        found = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
            "ORDER BY type DESC, tbl_name, name"
        )
        return "\n\n".join(sql.replace("\t", "    ").rstrip() + ";" for (sql,) in found) + "\n"


def migrated_schema(folder: Path) -> str:
    """Return the shape a new file gets from the migrations."""
    place = Place(folder / "office")
    upgrade(place, migrations(), datetime(2026, 4, 1))
    return schema(place)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        (migrations().parent / "schema.sql").write_text(
            migrated_schema(Path(folder)), "utf-8", newline="\n"
        )
