"""Taking a merge back: two records again, each with what belongs to it.

What was carried over goes back as it is now.  What was left behind comes back as it was.  What
was added to the kept record since stays with it, and a field that was changed since stays
changed.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.duplicates.commands.carrying import clash
from app.duplicates.commands.records import (
    Record,
    change,
    draft,
    field_names,
    kind_of,
    record,
    refresh,
)
from app.duplicates.images import image_of, values_of
from app.duplicates.queries.merges import names_of
from app.duplicates.references import mapped, targets
from app.duplicates.tables import Merge, MergePiece
from app.kernel.errors import Refusal
from app.storage.base import Base, moment
from app.storage.changes import Change, Kind, Operation

_GONE = "統合した記録が廃棄されているため、元の2件に分けられません。"
_TAKEN = "その後の記録が同じ番号や項目を使っているため、元の2件に分けられません（{what}）。"


def take_back(session: Session, merge: int) -> None:
    """Make two records of one again.

    Raises ``Refusal`` where it was done already, where a record is gone, and where a later merge
    was built upon this one: that one comes first.
    """
    row = session.get(Merge, merge)
    if row is None:
        raise Refusal("この統合は記録にありません。")
    kept, merged = _both(session, row)
    pieces = _pieces(session, row)
    _check_later(session, row, pieces)
    _Return(session, row).put_back(pieces)
    merged.merged_into_id = None
    merged.deleted_at = None
    row.taken_back_at = moment(session)
    session.flush()
    _put_fields_back(session, row, kept)
    refresh(session, row.subject, row.kept_id, row.merged_id)


def _both(session: Session, row: Merge) -> tuple[Record, Record]:
    if row.taken_back_at is not None:
        raise Refusal("この統合はすでに元の2件に分けられています。")
    kept = record(session, row.subject, row.kept_id)
    merged = record(session, row.subject, row.merged_id)
    if kept is None or merged is None or merged.merged_into_id != row.kept_id:
        raise Refusal(_GONE)
    if kept.merged_into_id is not None:
        names = names_of(session, row.subject, [row.kept_id, kept.merged_into_id])
        raise Refusal(
            f"「{names[row.kept_id]}」はその後「{names.get(kept.merged_into_id, '')}」に"
            "統合されています。先にその統合を元の2件に分けてください。"
        )
    return kept, merged


def _pieces(session: Session, row: Merge) -> list[MergePiece]:
    query = select(MergePiece).where(MergePiece.merge_id == row.id).order_by(MergePiece.id.desc())
    return list(session.scalars(query))


def _later(session: Session, row: Merge) -> list[Merge]:
    """Return the merges since then that stand, oldest first."""
    query = select(Merge).where(Merge.id > row.id, Merge.taken_back_at.is_(None))
    return list(session.scalars(query.order_by(Merge.id)))


def _check_later(session: Session, row: Merge, pieces: list[MergePiece]) -> None:
    """Refuse where a later merge put something into a row that would go back now."""
    going = {(piece.table_name, piece.row_id) for piece in pieces}
    for later in _later(session, row):
        for piece in _pieces(session, later):
            into = piece.left_behind and piece.left_behind["into"]
            if into is not None and (piece.table_name, into) in going:
                names = names_of(session, row.subject, [later.merged_id])
                raise Refusal(
                    f"その後に「{names.get(later.merged_id, '')}」を統合したときに、"
                    "同じ記録がまとめられています。先にその統合を元の2件に分けてください。"
                )


class _Return:
    """Sends rows back to where a merge took them from, the last one first.

    What went from a row that was left behind to the one that stayed follows directly after it.
    """

    def __init__(self, session: Session, merge: Merge) -> None:
        self._session = session
        table = kind_of(merge.subject).__tablename__
        self._ways = {table: (merge.merged_id, merge.kept_id)}
        """By table: whose the rows were, and whose they are now."""
        self._numbers: dict[tuple[str, int], int] = {}
        """By table and former key: the key of a row that came back under another one."""

    def put_back(self, pieces: list[MergePiece]) -> None:
        """Undo the pieces of a merge, given newest first."""
        for piece in pieces:
            kind = mapped(piece.table_name)
            if kind is None:
                continue
            if piece.left_behind is not None:
                self._restore(kind, piece, piece.left_behind)
            else:
                self._send_back(kind, piece)
            self._session.flush()

    def _restore(self, kind: type[Base], piece: MergePiece, left: dict[str, Any]) -> None:
        values = values_of(kind, left["row"])
        for name, table in targets(kind):
            values[name] = self._numbers.get((table, values[name]), values[name])
        if not self._all_there(kind, values):
            return
        key = int(values["id"])
        if self._session.get(kind, key) is not None:
            # SQLite gives the number of a deleted row to the next one: this row gets another.
            key = self._free_key(kind)
            self._numbers[piece.table_name, piece.row_id] = key
        self._check_free(kind, values, key)
        self._session.add(kind(**values | {"id": key}))
        if left["into"] is not None:
            self._ways[piece.table_name] = (key, left["into"])

    def _send_back(self, kind: type[Base], piece: MergePiece) -> None:
        row = self._session.get(kind, piece.row_id)
        target = dict(targets(kind))[piece.column_name]
        if row is None or target not in self._ways or self._is_another(piece):
            return
        old, new = self._ways[target]
        if getattr(row, piece.column_name) != new:
            return
        values = {column.name: getattr(row, column.name) for column in kind.__table__.columns}
        values[piece.column_name] = old
        self._check_free(kind, values, piece.row_id)
        setattr(row, piece.column_name, old)

    def _is_another(self, piece: MergePiece) -> bool:
        """Return whether the row carried over was deleted since, and a new one has its number.

        What another taking back or an undo put there again is the row itself.
        """
        merged_in = (
            select(func.max(Change.operation_id))
            .where(
                Change.table_name == Merge.__tablename__,
                Change.row_id == piece.merge_id,
                Change.before.is_(None),
            )
            .scalar_subquery()
        )
        returned = select(Change.operation_id).where(
            Change.table_name == Merge.__tablename__, Change.before.is_not(None)
        )
        added = (
            select(Change.id)
            .join(Operation, Operation.id == Change.operation_id)
            .where(
                Change.table_name == piece.table_name,
                Change.row_id == piece.row_id,
                Change.before.is_(None),
                Operation.kind == Kind.DO,
                Operation.id > merged_in,
                Operation.id.not_in(returned),
            )
        )
        return self._session.scalars(added.limit(1)).first() is not None

    def _all_there(self, kind: type[Base], values: dict[str, Any]) -> bool:
        """Return whether everything a row refers to still exists."""
        for name, table in targets(kind):
            other = mapped(table)
            if values[name] is None or other is None:
                continue
            if self._session.get(other, values[name]) is None:
                return False
        return True

    def _free_key(self, kind: type[Base]) -> int:
        table = kind.__table__
        last = self._session.scalar(select(func.max(table.c.id)))
        return (last or 0) + 1

    def _check_free(self, kind: type[Base], values: dict[str, Any], key: int) -> None:
        if clash(self._session, kind, values, key) is not None:
            raise Refusal(_TAKEN.format(what=WHAT.get(kind.__tablename__, "その他の記録")))


WHAT = {
    "enrollment": "研修の受講番号",
    "household_member": "世帯",
    "supporter": "サポーターの登録",
    "tagging": "タグ",
}


def _put_fields_back(session: Session, row: Merge, kept: Record) -> None:
    """Return what the merge changed and nobody has changed since.

    Where it was changed by a later merge, that one now returns to what was there before this.
    """
    before, after = row.kept_before, row.kept_after
    now = image_of(kept, field_names(row.subject))
    returned: dict[str, Any] = {}
    for name in after.keys() & now.keys():
        if before[name] == after[name]:
            continue
        if now[name] == after[name]:
            returned[name] = before[name]
        else:
            _tell_later(session, row, name)
    if returned:
        kind = kind_of(row.subject)
        values = values_of(kind, now | returned)
        change(session, row.subject, row.kept_id, draft(row.subject, values))


def _tell_later(session: Session, row: Merge, name: str) -> None:
    for later in _later(session, row):
        if (later.subject, later.kept_id) != (row.subject, row.kept_id):
            continue
        if later.kept_before.get(name) != row.kept_after[name]:
            return
        if later.kept_after.get(name) != row.kept_after[name]:
            later.kept_before = later.kept_before | {name: row.kept_before[name]}
            return
