"""Making one record out of two."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.duplicates.commands.carrying import carry
from app.duplicates.commands.records import Draft, Record, change, field_names, record, refresh
from app.duplicates.images import image_of
from app.duplicates.queries.conflicts import conflicts
from app.duplicates.tables import Merge, MergePiece
from app.kernel.errors import Refusal
from app.storage.base import moment

_SAME = "同じ記録どうしは統合できません。"
_GONE = "この記録は削除されています。"
_BINNED = "ごみ箱にある記録は統合できません。先にごみ箱から戻してください。"
_MERGED = "この記録はすでに別の記録に統合されています。"


def merge(session: Session, subject: Subject, kept: int, merged: int, values: Draft) -> int:
    """Make two records one: ``kept`` says ``values`` and gets everything ``merged`` had.

    The merged record stays, out of every list, so that ``take_back`` can bring it back; the key
    of the merge is returned.  Raises ``Refusal`` where both say different things that only a
    person can settle (``queries.conflicts``).
    """
    if kept == merged:
        raise Refusal(_SAME)
    stays, goes = _open_record(session, subject, kept), _open_record(session, subject, merged)
    if found := conflicts(session, subject, kept, merged):
        raise Refusal("".join(found))
    names = field_names(subject)
    before = image_of(stays, names)
    change(session, subject, kept, values)
    session.flush()
    row = Merge(
        subject=subject,
        kept_id=kept,
        merged_id=merged,
        merged_at=moment(session),
        kept_before=before,
        kept_after=image_of(stays, names),
        taken_back_at=None,
    )
    session.add(row)
    session.flush()
    _carry_over(session, row, stays.__tablename__)
    goes.merged_into_id = kept
    goes.deleted_at = moment(session)
    refresh(session, subject, kept, merged)
    return row.id


def _carry_over(session: Session, merge: Merge, table: str) -> None:
    session.add_all(
        MergePiece(
            merge_id=merge.id,
            table_name=piece.table,
            column_name=piece.column,
            row_id=piece.row,
            left_behind=piece.left_behind,
        )
        for piece in carry(session, table, merge.merged_id, merge.kept_id)
    )


def _open_record(session: Session, subject: Subject, key: int) -> Record:
    row = record(session, subject, key)
    if row is None:
        raise Refusal(_GONE)
    if row.merged_into_id is not None:
        raise Refusal(_MERGED)
    if row.deleted_at is not None:
        raise Refusal(_BINNED)
    return row
