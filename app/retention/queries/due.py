"""What is due for disposal (廃棄候補): whose period is over, each with the reason.

Nobody is due who is in use: with a running term, on a course that is not over, with a promise
still open, registered as a supporter.  An organisation is due only when it is closed or in the
bin.  Of a trainee who completed no course, belongs nowhere and never was a supporter the shorter
period of trainees counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts.organisation import OrganisationStatus
from app.contacts.tables import Affiliation, Organisation, Person
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.office.tables import ExportRecord
from app.retention.queries.last_use import LastUse, in_use, last_uses
from app.retention.queries.periods import retention_years
from app.retention.rule import DataKind, DueRow, is_due, last_kept_day
from app.storage.changes import Kind, Operation
from app.supporters.tables import Supporter
from app.timeline.tables import Attachment, ContactNote
from app.training.course import EnrollmentStatus
from app.training.tables import Enrollment

_DAY = "令和8年4月1日"


def due(session: Session, today: date) -> tuple[DueRow, ...]:
    """Return everything that is due, by kind and then by the year it was last used in."""
    years = retention_years(session)
    rows = [
        *_people(session, years, today),
        *_organisations(session, years, today),
        *_notes(session, years[DataKind.NOTES], today),
        *_attachments(session, years[DataKind.ATTACHMENTS], today),
        *_exports(session, years[DataKind.EXPORTS], today),
        *_history(session, years[DataKind.HISTORY], today),
    ]
    order = list(DataKind)
    return tuple(sorted(rows, key=lambda row: (order.index(row.kind), row.last, row.key)))


def _people(session: Session, years: Mapping[DataKind, int], today: date) -> Iterator[DueRow]:
    used, busy = last_uses(session, "person"), in_use(session, "person", today)
    trainees, unknown = _unregistered(session), _unknown(years, today)
    query = select(Person.id, Person.family_name, Person.given_name).where(
        Person.merged_into_id.is_(None)
    )
    for key, family, given in session.execute(query):
        use = used.get(key) or unknown
        kind = DataKind.TRAINEES if key in trainees else DataKind.PEOPLE
        if key not in busy and is_due(use.year, years[kind], today):
            name = "　".join(part for part in (family, given) if part)
            yield DueRow(kind, key, name, use.year, _reason(use, years[kind]))


def _unregistered(session: Session) -> set[int]:
    trained = set(session.scalars(select(Enrollment.person_id)))
    completed = select(Enrollment.person_id).where(Enrollment.status == EnrollmentStatus.COMPLETED)
    return (
        trained
        - set(session.scalars(completed))
        - set(session.scalars(select(Affiliation.person_id)))
        - set(session.scalars(select(Supporter.person_id)))
    )


def _organisations(
    session: Session, years: Mapping[DataKind, int], today: date
) -> Iterator[DueRow]:
    kept, unknown = years[DataKind.ORGANISATIONS], _unknown(years, today)
    used, busy = last_uses(session, "organisation"), in_use(session, "organisation", today)
    query = select(Organisation.id, Organisation.name).where(
        Organisation.merged_into_id.is_(None),
        (Organisation.status != OrganisationStatus.ACTIVE) | Organisation.deleted_at.is_not(None),
    )
    for key, name in session.execute(query):
        use = used.get(key) or unknown
        if key not in busy and is_due(use.year, kept, today):
            reason = _reason(use, kept)
            yield DueRow(DataKind.ORGANISATIONS, key, name, use.year, reason)


def _notes(session: Session, years: int, today: date) -> Iterator[DueRow]:
    query = select(ContactNote.id, ContactNote.happened_at).where(
        func.date(ContactNote.happened_at) <= last_kept_day(years, today).isoformat(),
        ContactNote.follow_up_on.is_(None) | ContactNote.followed_up_on.is_not(None),
    )
    for key, moment in session.execute(query):
        yield _dated(DataKind.NOTES, key, "連絡の記録", moment.date(), years)


def _attachments(session: Session, years: int, today: date) -> Iterator[DueRow]:
    query = select(Attachment.id, Attachment.name, Attachment.added_on).where(
        Attachment.added_on <= last_kept_day(years, today)
    )
    for key, name, day in session.execute(query):
        yield _dated(DataKind.ATTACHMENTS, key, name, day, years)


def _exports(session: Session, years: int, today: date) -> Iterator[DueRow]:
    query = select(ExportRecord.id, ExportRecord.title, ExportRecord.made_at).where(
        func.date(ExportRecord.made_at) <= last_kept_day(years, today).isoformat()
    )
    for key, title, moment in session.execute(query):
        yield _dated(DataKind.EXPORTS, key, title, moment.date(), years)


def _history(session: Session, years: int, today: date) -> Iterator[DueRow]:
    """Yield a row for each fiscal year whose operations are due."""
    first = select(func.min(Operation.done_at)).where(Operation.kind != Kind.MIGRATION)
    oldest: datetime | None = session.scalars(first).one()
    if oldest is None:
        return
    for start in range(FiscalYear.of(oldest.date()).start, FiscalYear.of(today).start - years):
        year = FiscalYear(start)
        count = session.scalars(
            select(func.count(Operation.id)).where(
                Operation.kind != Kind.MIGRATION,
                func.date(Operation.done_at).between(
                    year.first_day.isoformat(), year.last_day.isoformat()
                ),
            )
        ).one()
        if count:
            reason = f"{year}の操作。保存期間は{years}年度"
            yield DueRow(DataKind.HISTORY, start, f"{year}の操作 {count:,}件", year, reason)


def _dated(kind: DataKind, key: int, name: str, day: date, years: int) -> DueRow:
    reason = f"{format_day(day, _DAY)}の記録。保存期間は{years}年度"
    return DueRow(kind, key, name, FiscalYear.of(day), reason)


def _unknown(years: Mapping[DataKind, int], today: date) -> LastUse:
    """Return when something was last used of which even the log says nothing any more."""
    return LastUse(last_kept_day(years[DataKind.HISTORY], today), "これより前")


def _reason(use: LastUse, years: int) -> str:
    day = format_day(use.day, _DAY)
    return f"最後の記録は{day}（{use.what}）。保存期間は{years}年度"
