"""Erasing rows for good: with everything that refers to them, and out of the change log too.

What is erased here cannot be taken back, so it passes by the mapped objects, whose images would
enter the log.  The log keeps only that a row was touched.  What an operation of the past did to
such a row is forgotten, and that operation is no step of undo any more.  Free pages of the file
still hold the bytes until ``Store.compact`` has written the file anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from json import dumps, loads
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from app.storage.changes import Image, Touched, to_json, touched_by

Rows = Mapping[str, Collection[int]]
"""Keys of rows by the name of their table."""

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_LISTED = "IN (SELECT value FROM json_each(?))"
_LOG = frozenset({"operation", "change"})


class Reference(NamedTuple):
    """A column that refers to a table."""

    table: str
    column: str
    to: str


def references(session: Session) -> tuple[Reference, ...]:
    """Return every foreign key of the file itself, whatever feature its table belongs to."""
    connection = session.connection()
    names = sorted(connection.exec_driver_sql(_TABLES).scalars())
    return tuple(
        Reference(name, row[3], row[2])
        for name in names
        if name not in _LOG
        for row in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")')
    )


def count_referring(session: Session, table: str, key: int) -> int:
    """Return how many rows refer to a row, in whatever table they stand."""
    connection = session.connection()
    return sum(
        connection.exec_driver_sql(
            f'SELECT count(*) FROM "{one.table}" WHERE "{one.column}" = ?', (key,)
        ).scalar_one()
        for one in references(session)
        if one.to == table
    )


def hanging_on(
    session: Session, rows: Rows, but: Collection[tuple[str, str]] = ()
) -> dict[str, set[int]]:
    """Return these rows and all that refer to them, however far down.

    ``but`` are columns, given with their tables, that only mention what they refer to.
    """
    known = [one for one in references(session) if (one.table, one.column) not in but]
    found: dict[str, set[int]] = defaultdict(set)
    fresh = {table: set(keys) for table, keys in rows.items()}
    while fresh:
        for table, keys in fresh.items():
            found[table] |= keys
        further: dict[str, set[int]] = defaultdict(set)
        for one in known:
            if one.to in fresh:
                keys = referring(session, one, fresh[one.to]) - found[one.table]
                if keys:
                    further[one.table] |= keys
        fresh = further
    return dict(found)


def stored_rows(session: Session, table: str, keys: Collection[int]) -> dict[int, Image]:
    """Return rows of a table as they are stored, by key."""
    found = session.connection().exec_driver_sql(
        f'SELECT * FROM "{table}" WHERE id {_LISTED}', (to_json(sorted(keys)),)
    )
    return {row["id"]: dict(row) for row in found.mappings()}


def erase_rows(session: Session, rows: Rows) -> None:
    """Delete rows; references among them are checked when the transaction ends."""
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table, keys in sorted(rows.items()):
        connection.exec_driver_sql(
            f'DELETE FROM "{table}" WHERE id {_LISTED}', (to_json(sorted(keys)),)
        )
        _touch(session, table, keys)


def overwrite_rows(session: Session, table: str, values: Mapping[int, Image]) -> None:
    """Write columns of rows over, given as they are stored; every row names the same columns."""
    for key, image in values.items():
        listed = ", ".join(f'"{name}" = ?' for name in image)
        session.connection().exec_driver_sql(
            f'UPDATE "{table}" SET {listed} WHERE id = ?', (*image.values(), key)
        )
    _touch(session, table, values)


def earlier_images(session: Session, table: str, keys: Collection[int]) -> list[Image]:
    """Return every image the log holds of these rows."""
    found = session.connection().exec_driver_sql(
        f"SELECT before, after FROM change WHERE table_name = ? AND row_id {_LISTED}",
        (table, to_json(sorted(keys))),
    )
    return [loads(text) for row in found for text in row if text is not None]


def forget_rows(session: Session, rows: Rows) -> None:
    """Take every image of these rows out of the log; what touched them is no step of undo."""
    connection = session.connection()
    for table, keys in rows.items():
        given = (table, to_json(sorted(keys)))
        where = f"table_name = ? AND row_id {_LISTED}"
        connection.exec_driver_sql(
            "UPDATE operation SET kind = 'note' WHERE kind IN ('do', 'undo', 'redo') "
            f"AND id IN (SELECT operation_id FROM change WHERE {where})",
            given,
        )
        connection.exec_driver_sql(
            f"UPDATE change SET before = NULL, after = NULL WHERE {where}", given
        )


def log_hanging_on(
    session: Session, rows: Rows, but: Collection[tuple[str, str]] = ()
) -> dict[str, set[int]]:
    """Return rows the log holds images of that referred to these, gone as they may be."""
    known = [one for one in references(session) if (one.table, one.column) not in but]
    found: dict[str, set[int]] = defaultdict(set)
    fresh = {table: set(keys) for table, keys in rows.items()}
    while fresh:
        further: dict[str, set[int]] = defaultdict(set)
        for one in known:
            if one.to in fresh:
                keys = _once_referring(session, one, fresh[one.to]) - found[one.table]
                if keys - set(rows.get(one.table, ())):
                    further[one.table] |= keys
        for table, keys in further.items():
            found[table] |= keys
        fresh = further
    return dict(found)


def forget_texts(session: Session, texts: Collection[str], instead: str) -> None:
    """Put ``instead`` for texts wherever the log still says them: in labels and in images."""
    wanted = _pattern(texts)
    if wanted is None:
        return
    connection = session.connection()
    labels = connection.exec_driver_sql("SELECT id, label FROM operation").all()
    changed = [(wanted.sub(instead, label), key) for key, label in labels if wanted.search(label)]
    if changed:
        connection.exec_driver_sql("UPDATE operation SET label = ? WHERE id = ?", changed)
    _replace_in_images(session, "SELECT id, before, after FROM change", (), texts, instead)


def replace_texts(
    session: Session, columns: Collection[tuple[str, str]], texts: Collection[str], instead: str
) -> None:
    """Put ``instead`` for texts in columns, given with their tables, and in images of the tables.

    Columns of JSON hold what is not ASCII as escapes, so those are looked for too.
    """
    wanted = _pattern(one for text in texts for one in (text, dumps(text)[1:-1]))
    if wanted is None:
        return
    connection = session.connection()
    for table, column in columns:
        sql = f'SELECT id, "{column}" FROM "{table}"'
        for key, text in connection.exec_driver_sql(sql).all():
            if isinstance(text, str) and wanted.search(text):
                overwrite_rows(session, table, {key: {column: wanted.sub(instead, text)}})
    for table in sorted({table for table, _ in columns}):
        sql = "SELECT id, before, after FROM change WHERE table_name = ?"
        _replace_in_images(session, sql, (table,), texts, instead)


def forget_before(session: Session, moment: str) -> int:
    """Take operations done before a moment (ISO) out of the log; return how many there were.

    One that a later operation took back stays as a line without images, for that one to refer to.
    """
    connection = session.connection()
    old = "(SELECT id FROM operation WHERE done_at < ? AND kind != 'migration')"
    connection.exec_driver_sql(f"DELETE FROM change WHERE operation_id IN {old}", (moment,))
    connection.exec_driver_sql(f"UPDATE operation SET kind = 'note' WHERE id IN {old}", (moment,))
    connection.exec_driver_sql(
        f"UPDATE operation SET reverts_id = NULL, kind = 'note' WHERE reverts_id IN {old}",
        (moment,),
    )
    result = connection.exec_driver_sql(f"DELETE FROM operation WHERE id IN {old}", (moment,))
    count: int = result.rowcount
    return count


def referring(session: Session, one: Reference, keys: Collection[int]) -> set[int]:
    """Return the rows whose column refers to one of these."""
    found = session.connection().exec_driver_sql(
        f'SELECT id FROM "{one.table}" WHERE "{one.column}" {_LISTED}', (to_json(sorted(keys)),)
    )
    return set(found.scalars())


def _once_referring(session: Session, one: Reference, keys: Collection[int]) -> set[int]:
    path = f"$.{one.column}"
    given = to_json(sorted(keys))
    found = session.connection().exec_driver_sql(
        f"SELECT row_id FROM change WHERE table_name = ? AND (json_extract(before, ?) {_LISTED} "
        f"OR json_extract(after, ?) {_LISTED})",
        (one.table, path, given, path, given),
    )
    return set(found.scalars())


def _replace_in_images(
    session: Session, sql: str, given: tuple[str, ...], texts: Collection[str], instead: str
) -> None:
    quoted = _pattern(to_json(one)[1:-1] for text in texts for one in (text, dumps(text)[1:-1]))
    assert quoted is not None
    connection = session.connection()
    new = [
        (_replaced(quoted, before, instead), _replaced(quoted, after, instead), key)
        for key, before, after in connection.exec_driver_sql(sql, given)
        if quoted.search(before or "") or quoted.search(after or "")
    ]
    if new:
        connection.exec_driver_sql("UPDATE change SET before = ?, after = ? WHERE id = ?", new)


def _touch(session: Session, table: str, keys: Iterable[int]) -> None:
    """Let the log say that rows changed, not how: lists and indexes follow it."""
    touched_by(session).extend(Touched(table, key, None, None) for key in sorted(keys))


def _pattern(texts: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted({text for text in texts if text}, key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


def _replaced(pattern: re.Pattern[str], text: Any, instead: str) -> Any:
    return None if text is None else pattern.sub(instead, text)
