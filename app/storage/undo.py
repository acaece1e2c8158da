"""Taking operations back: what is next, and playing the change log backwards.

What can be undone or redone is worked out from the log alone, so it survives a restart.  An
operation is undone if an undo of it exists that has not itself been redone.  The next undo is
the newest operation that is not undone; the next redo is the newest undo that is not redone,
as long as nothing was done after it.  Operations from before a migration stay as they are,
because their rows had another shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from json import loads
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.storage.changes import Image, Kind, to_json

_OPEN_UNDO = (
    "(SELECT 1 FROM operation AS u WHERE u.reverts_id = o.id AND u.kind = 'undo' AND NOT EXISTS "
    "(SELECT 1 FROM operation AS r WHERE r.reverts_id = u.id AND r.kind = 'redo'))"
)
_LAST_MIGRATION = "(SELECT coalesce(max(id), 0) FROM operation WHERE kind = 'migration')"
_NEXT_UNDO = (
    "SELECT o.id, o.label FROM operation AS o WHERE o.kind = 'do' "
    f"AND o.id > {_LAST_MIGRATION} AND NOT EXISTS {_OPEN_UNDO} ORDER BY o.id DESC LIMIT 1"
)
_NEXT_REDO = (
    "SELECT u.id, o.label FROM operation AS u JOIN operation AS o ON o.id = u.reverts_id "
    "WHERE u.kind = 'undo' AND NOT EXISTS (SELECT 1 FROM operation AS r "
    "WHERE r.reverts_id = u.id AND r.kind = 'redo') "
    f"AND u.id > {_LAST_MIGRATION} "
    "AND u.id > (SELECT coalesce(max(id), 0) FROM operation WHERE kind = 'do') "
    "ORDER BY u.id DESC LIMIT 1"
)
_HISTORY = (
    "SELECT o.id, o.label, o.done_at, o.reverts_id, o.kind, "
    f"EXISTS {_OPEN_UNDO}, (SELECT count(*) FROM change WHERE operation_id = o.id), "
    f"o.id > {_LAST_MIGRATION} FROM operation AS o "
)

_CHANGED_SINCE = "この操作の記録はその後に変更されているため、元に戻せません。"
_USED_SINCE = (
    "この操作で作られた記録がその後の記録で使われているため、元に戻せません。"
    "新しい操作から順に戻してください。"
)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One operation, as the history shows it."""

    id: int
    label: str
    done_at: datetime
    undoes: int | None
    """The operation that this one took back (for a redo: the undo it took back)."""
    undone: bool
    changes: int
    undoable: bool
    """Whether undo may be tried; it is still refused if a row has changed since."""


@dataclass(frozen=True, slots=True)
class Step:
    """An operation that is about to be taken back, and the label a person knows it by."""

    operation: int
    label: str


def next_undo(session: Session) -> Step | None:
    """Return what undo would take back."""
    return _step(session, _NEXT_UNDO)


def next_redo(session: Session) -> Step | None:
    """Return the undo that redo would take back."""
    return _step(session, _NEXT_REDO)


def chosen_undo(session: Session, operation: int) -> Step:
    """Return one operation out of the history.  Refused if it is none that can be undone."""
    rows = _rows(session, "WHERE o.id = ?", (operation,))
    if not rows:
        raise Refusal("この操作は履歴にありません。")
    if rows[0].undone:
        raise Refusal("この操作はすでに元に戻されています。")
    if not rows[0].undoable:
        raise Refusal("この操作は記録のためのもので、元に戻せません。")
    return Step(operation, rows[0].label)


def history(session: Session, limit: int | None) -> Sequence[HistoryRow]:
    """Return the operations, newest first."""
    return _rows(session, "ORDER BY o.id DESC LIMIT ?", (-1 if limit is None else limit,))


def revert(session: Session, operation: int, into: int) -> frozenset[str]:
    """Put every row back as it was before ``operation``, recording that as ``into``.

    Returns the tables touched.  Refused, with nothing changed, if a row is no longer what the
    operation left; references are checked when the transaction ends.
    """
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    changes = connection.exec_driver_sql(_CHANGES, (operation,)).all()
    columns = {table: columns_of(connection, table) for table in {change[0] for change in changes}}
    _check_unchanged(connection, changes, columns)
    for (table, action), run in groupby(changes, key=_table_and_action):
        _apply(connection, table, columns[table], action, list(run))
    connection.exec_driver_sql(_RECORD, (into, operation))
    return frozenset(columns)


_CHANGES = (
    "SELECT table_name, row_id, before, after FROM change WHERE operation_id = ? ORDER BY id DESC"
)
_RECORD = (
    "INSERT INTO change (operation_id, table_name, row_id, before, after) "
    "SELECT ?, table_name, row_id, after, before FROM change WHERE operation_id = ? "
    "ORDER BY id DESC"
)


def _step(session: Session, sql: str) -> Step | None:
    row = session.connection().exec_driver_sql(sql).one_or_none()
    return None if row is None else Step(row[0], row[1])


def _rows(session: Session, where: str, values: tuple[int, ...]) -> Sequence[HistoryRow]:
    found = session.connection().exec_driver_sql(_HISTORY + where, values)
    return [
        HistoryRow(
            id=key,
            label=label,
            done_at=datetime.fromisoformat(done_at),
            undoes=reverts,
            undone=kind == Kind.DO.value and bool(undone),
            changes=changes,
            undoable=kind == Kind.DO.value and bool(current) and not undone,
        )
        for key, label, done_at, reverts, kind, undone, changes, current in found
    ]


def columns_of(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the columns of a table, its key first."""
    found = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').all()
    return tuple(row[1] for row in sorted(found, key=lambda row: not row[5]))


def _check_unchanged(
    connection: Connection, changes: Sequence[Any], columns: dict[str, tuple[str, ...]]
) -> None:
    left: dict[str, dict[int, str | None]] = {table: {} for table in columns}
    for table, row_id, _, after in changes:
        left[table].setdefault(row_id, after)
    for table, images in left.items():
        names = columns[table]
        listed = ", ".join(f'"{name}"' for name in names)
        sql = (
            f'SELECT {listed} FROM "{table}" WHERE "{names[0]}" IN (SELECT value FROM json_each(?))'
        )
        found = connection.exec_driver_sql(sql, (to_json(list(images)),))
        stored = {row[0]: dict(zip(names, row, strict=True)) for row in found}
        for row_id, image in images.items():
            if not same_row(stored.get(row_id), None if image is None else loads(image)):
                raise Refusal(_CHANGED_SINCE)


def same_row(stored: Image | None, image: Image | None) -> bool:
    """Return whether a row is what its image says.

    A column declared ``JSON`` has SQLite's numeric affinity, so that the text ``0`` is kept as
    the number.
    """
    if stored is None or image is None or stored == image:
        return stored == image
    return stored.keys() == image.keys() and all(
        stored[name] == value
        or (isinstance(stored[name], int | float) and str(stored[name]) == value)
        for name, value in image.items()
    )


def _table_and_action(change: Any) -> tuple[str, str]:
    table, _, before, after = change
    return table, "delete" if before is None else "insert" if after is None else "update"


def _apply(
    connection: Connection, table: str, names: tuple[str, ...], action: str, run: Sequence[Any]
) -> None:
    """Put rows of one table back, all by the same kind of statement."""
    key = names[0]
    if action == "delete":
        sql = f'DELETE FROM "{table}" WHERE "{key}" = ?'
        values = [(row_id,) for _, row_id, _, _ in run]
    else:
        images = [loads(before) for _, _, before, _ in run]
        if action == "insert":
            listed = ", ".join(f'"{name}"' for name in names)
            sql = f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'
            values = [tuple(image[name] for name in names) for image in images]
        else:
            listed = ", ".join(f'"{name}" = ?' for name in names[1:])
            sql = f'UPDATE "{table}" SET {listed} WHERE "{key}" = ?'
            values = [tuple(image[name] for name in (*names[1:], key)) for image in images]
    connection.exec_driver_sql(sql, values)


def used_since() -> Refusal:
    """Return the refusal of an undo that would leave a reference to nothing."""
    return Refusal(_USED_SINCE)
