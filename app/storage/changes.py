"""The change log: every row an operation touched, as it was and as it became.

One record serves two readers.  Undo plays it backwards; the history shows it.  It sees what
the ORM flushes and nothing else, so a session that works on the file refuses bulk ``INSERT``,
``UPDATE`` and ``DELETE``: commands change rows through mapped objects.  The rest of what it
needs of a table is tested for all of them: one integer key, no server default, no cascade in
the database, no blob.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from json import JSONEncoder
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import ForeignKey, Index, Table, Text, event
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.orm import InstanceState, Mapped, Mapper, ORMExecuteState, Session, mapped_column
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.orm.base import NO_VALUE

from app.storage.base import MOMENT, Base, moment, stored

Image = dict[str, Any]
"""A row as SQLite stores it, by column name."""

_DIALECT = dialect()
_TOUCHED = "touched"
_PARTIAL = "partial"

to_json = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


class Kind(Enum):
    """What an operation was.  Only what was done can be undone, only an undo redone."""

    DO = "do"
    NOTE = "note"
    UNDO = "undo"
    REDO = "redo"
    MIGRATION = "migration"


class Operation(Base):
    """One thing that happened: a step of undo, and a line of the history."""

    __tablename__ = "operation"

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    done_at: Mapped[datetime]
    kind: Mapped[Kind] = mapped_column(stored(Kind), index=True)
    reverts_id: Mapped[int | None] = mapped_column(ForeignKey("operation.id"), index=True)


class Change(Base):
    """One row that an operation inserted, updated or deleted: its images as JSON."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_row", "table_name", "row_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    operation_id: Mapped[int] = mapped_column(ForeignKey("operation.id"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)


class Touched(NamedTuple):
    """One change, before it has an operation to belong to."""

    table: str
    row_id: int
    before: str | None
    after: str | None


class WorkingSession(Session):
    """The session of one command: what it flushes is kept for the log."""


def working_session(bind: Any, when: datetime) -> WorkingSession:
    """Return a session for one command that happens at ``when``."""
    info = {MOMENT: when, _TOUCHED: [], _PARTIAL: {}}
    return WorkingSession(bind, expire_on_commit=False, info=info)


def write_operation(session: Session, kind: Kind, label: str, reverts: int | None = None) -> int:
    """Enter an operation in the log and return its key."""
    row = shape_of(Operation.__mapper__).image(
        {"label": label, "done_at": moment(session), "kind": kind, "reverts_id": reverts}
    )
    result = session.connection().exec_driver_sql(_INSERT_OPERATION, row)
    key: int = result.lastrowid
    return key


def write_changes(session: Session, operation: int) -> frozenset[str]:
    """Enter what the session flushed under ``operation``; return the tables touched."""
    touched = touched_by(session)
    rows = [(operation, *change) for change in touched]
    session.connection().exec_driver_sql(_INSERT_CHANGE, rows)
    return frozenset(change.table for change in touched)


def touched_by(session: Session) -> list[Touched]:
    """Return what a command changed so far, in order."""
    touched: list[Touched] = session.info[_TOUCHED]
    return touched


_INSERT_OPERATION = (
    "INSERT INTO operation (label, done_at, kind, reverts_id) "
    "VALUES (:label, :done_at, :kind, :reverts_id)"
)
_INSERT_CHANGE = (
    "INSERT INTO change (operation_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How rows of one mapped class turn into what SQLite stores."""

    table: str
    key: str
    attributes: frozenset[str]
    columns: tuple[tuple[str, str, Callable[[Any], Any] | None], ...]
    """Attribute, column, and what turns the one's value into the other's."""
    empty: Image

    def image(self, values: Mapping[str, Any]) -> Image:
        """Return those of these attributes that are there, as SQLite stores them."""
        return {
            column: process(values[name]) if process else values[name]
            for name, column, process in self.columns
            if name in values
        }

    def earlier(self, state: InstanceState[Any]) -> Image:
        """Return, as stored, the known earlier values of the attributes that were set."""
        earlier = state.committed_state
        return self.image({name: earlier[name] for name in earlier if name in self.attributes})

    def later(self, state: InstanceState[Any]) -> Image:
        """Return the row as a flush leaves it: what is set to an equal value is not written."""
        manager = state.manager
        values = state.dict
        for name, old in state.committed_state.items():
            if name in self.attributes and manager[name].impl.is_equal(values[name], old):
                values = values | {name: old}
        return self.image(values)


@cache
def shape_of(mapper: Mapper[Any]) -> Shape:
    """Return how rows of a mapped class are stored: one table, one key."""
    (key,) = mapper.primary_key
    (table,) = mapper.tables
    assert isinstance(table, Table)
    columns = tuple(
        (
            attribute.key,
            attribute.columns[0].name,
            attribute.columns[0].type.dialect_impl(_DIALECT).bind_processor(_DIALECT),
        )
        for attribute in mapper.column_attrs
    )
    attributes = frozenset(name for name, _, _ in columns)
    return Shape(table.name, key.name, attributes, columns, {name: None for _, name, _ in columns})


@event.listens_for(WorkingSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise RuntimeError("change rows through mapped objects: this would not be in the log")


@event.listens_for(WorkingSession, "before_flush")
def _read_partial(session: Session, _context: object, _instances: object) -> None:
    """Read what is stored of rows whose earlier values the session never loaded."""
    for state in _states((*session.dirty, *session.deleted)):
        shape = shape_of(state.mapper)
        known = shape.attributes <= state.dict.keys()
        if known and not any(value is NO_VALUE for value in state.committed_state.values()):
            continue
        sql = f'SELECT * FROM "{shape.table}" WHERE "{shape.key}" = ?'
        found = session.connection().exec_driver_sql(sql, _identity(state)).mappings().one()
        session.info[_PARTIAL][state] = dict(found)


@event.listens_for(WorkingSession, "after_flush")
def _note(session: Session, _context: object) -> None:
    """Keep the images of what was flushed, in the order in which SQLite was told.

    Updates come before inserts and deletes last, each in the order of the unit of work, so
    that the reverse order meets no unique value twice.
    """
    touched = touched_by(session)
    partial: dict[InstanceState[Any], Image] = session.info[_PARTIAL]
    for state in sorted(_states(session.dirty), key=_identity):
        shape = shape_of(state.mapper)
        later = shape.later(state)
        before = partial.get(state) or later | shape.earlier(state)
        after = before | later
        if before != after:
            touched.append(Touched(shape.table, after[shape.key], to_json(before), to_json(after)))
    for state in sorted(_states(session.new), key=attrgetter("insert_order")):
        shape = shape_of(state.mapper)
        image = shape.empty | shape.image(state.dict)
        touched.append(Touched(shape.table, image[shape.key], None, to_json(image)))
    for state in _states(session.deleted):
        shape = shape_of(state.mapper)
        image = partial.get(state) or shape.image(state.dict) | shape.earlier(state)
        touched.append(Touched(shape.table, image[shape.key], to_json(image), None))
    partial.clear()


def _states(rows: Iterable[object]) -> list[InstanceState[Any]]:
    return [instance_state(row) for row in rows]


def _identity(state: InstanceState[Any]) -> tuple[int, ...]:
    """Return the key of a row that is already stored."""
    assert state.key is not None
    return state.key[1]
