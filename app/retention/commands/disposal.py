"""Disposal (廃棄): what is due is erased for good, and that it was is written down.

To be run as a note of the store, never as a step of undo; ``app.retention.disposing`` does so and
writes the file anew afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.retention.commands.erasure import erase
from app.retention.queries.due import due
from app.retention.queries.periods import retention_years
from app.retention.rule import NOT_DUE, DataKind, DueRow, last_kept_day
from app.retention.tables import Disposal
from app.storage.base import moment
from app.storage.erasing import forget_before

_TABLES = {
    DataKind.PEOPLE: "person",
    DataKind.TRAINEES: "person",
    DataKind.ORGANISATIONS: "organisation",
    DataKind.NOTES: "contact_note",
    DataKind.ATTACHMENTS: "attachment",
    DataKind.EXPORTS: "export_record",
}
_REQUESTED = "本人の求めによる消去"


def dispose(session: Session, kind: DataKind, keys: Collection[int], *, by: str = "") -> int:
    """Erase for good what is due of a kind; return the key of the record of disposal.

    Raises ``Refusal`` where something of it is not due (any more), or nothing is named.
    """
    today = moment(session).date()
    found = {row.key: row for row in due(session, today) if row.kind is kind}
    if not keys:
        raise Refusal("廃棄するものを選んでください。")
    if not set(keys) <= found.keys():
        raise Refusal(NOT_DUE)
    rows = [found[key] for key in keys]
    years = retention_years(session)[kind]
    if kind is DataKind.HISTORY:
        counts = {"operation": _forget_history(session, rows, found)}
    else:
        counts = erase(session, _TABLES[kind], set(keys))
    reason = f"保存期間（最後に使った年度のあと{years}年度）の経過"
    return _write_down(session, kind, counts, reason, by, rows, last_kept_day(years, today))


def erase_person(session: Session, person: PersonId, *, by: str = "", reason: str = "") -> int:
    """Erase one person at any time, as they asked (開示・消去の求め); return the record's key.

    Raises ``Refusal`` where there is no such person.
    """
    row = session.get(Person, person)
    if row is None or row.merged_into_id is not None:
        raise Refusal("この人は削除されています。")
    counts = erase(session, "person", {person})
    reason = reason.strip() or _REQUESTED
    return _write_down(session, DataKind.PEOPLE, counts, reason, by, (), None)


def _forget_history(session: Session, rows: Sequence[DueRow], found: dict[int, DueRow]) -> int:
    """Forget whole years, the oldest first: a younger one alone would leave a gap."""
    newest = max(row.key for row in rows)
    if {key for key in found if key <= newest} != {row.key for row in rows}:
        raise Refusal("操作の記録は、古い年度から順に廃棄してください。")
    end = FiscalYear(newest).last_day + timedelta(days=1)
    return forget_before(session, datetime.combine(end, time()).isoformat(sep=" "))


def _write_down(
    session: Session,
    kind: DataKind,
    counts: dict[str, int],
    reason: str,
    by: str,
    rows: Sequence[DueRow],
    before: date | None,
) -> int:
    years = Counter(row.last.start for row in rows)
    row = Disposal(
        disposed_on=moment(session).date(),
        kind=kind,
        due_before=before,
        counts=counts,
        statistics={"last_used": {str(year): years[year] for year in sorted(years)}},
        reason=reason,
        by=by.strip(),
    )
    session.add(row)
    session.flush()
    return row.id
