"""Carry a plan out: one command, so one transaction and one step of undo.

People are added and changed through the commands of ``contacts``, applications through those of
``training``; undo puts back exactly the rows that were there before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts import queries as people
from app.contacts.custom import Subject
from app.contacts.person import Consideration, PersonId
from app.importing import commands as own
from app.importing.planned import Fate, Plan, PlannedRow, Status
from app.importing.records import RECORDS
from app.kernel.errors import Refusal
from app.kernel.labelled import Labelled
from app.kernel.progress import Progress, Silent
from app.office import commands as office
from app.storage.base import moment
from app.training.commands import apply_for
from app.training.commands.rows import running_course
from app.training.course import ApplicationDraft, CourseId


class Decision(Labelled):
    """What to do with a doubtful row."""

    LEAVE = "leave", "取り込まない"
    ADD = "add", "新しく追加"
    UPDATE = "update", "登録済みの記録を更新"


class Decisions(Protocol):
    """Who answers for doubtful rows: the wizard's table, the command line, a test."""

    def decide(self, row: PlannedRow[Any]) -> Decision: ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """Decisions by row number; rows nobody decided on get the other answers."""

    rows: Mapping[int, Decision] = field(default_factory=dict)
    otherwise: Decision = Decision.LEAVE
    binned: Decision | None = None
    """The other answer for a row that is a record in the bin."""

    def decide(self, row: PlannedRow[Any]) -> Decision:
        other = self.binned if row.binned and self.binned is not None else self.otherwise
        return self.rows.get(row.row, other)


class Outcome(Labelled):
    """What became of a row."""

    ADDED = "added", "追加しました"
    CHANGED = "changed", "更新しました"
    RESTORED = "restored", "ごみ箱から戻しました"
    SAME = "same", "変更はありません"
    LEFT = "left", "取り込みませんでした"


_CHANGING = frozenset({Outcome.CHANGED, Outcome.RESTORED})


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What became of one row, and the key of its record now."""

    planned: PlannedRow[Any]
    outcome: Outcome
    record: int | None
    reasons: tuple[str, ...]
    applied: bool = False
    """Whether an application to the course was written."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every row of a plan."""

    plan: Plan
    rows: tuple[ReportRow, ...]
    ended: int = 0
    """For how many that were gone the status is another now."""

    @property
    def counts(self) -> Mapping[Outcome, int]:
        return {outcome: sum(row.outcome is outcome for row in self.rows) for outcome in Outcome}

    @property
    def applications(self) -> int:
        return sum(row.applied for row in self.rows)


def apply(
    session: Session,
    plan: Plan,
    decisions: Decisions,
    course_id: CourseId | None = None,
    applied_on: date | None = None,
    progress: Progress | None = None,
    *,
    gone: Status | None = None,
) -> Report:
    """Do what a plan says and return what became of each row.

    ``gone`` is the status for what the edition before held and this one does not; without it
    nothing becomes of them.

    With a course its people are applicants as well, on the day their row says or else on
    ``applied_on`` (today without one).  A person who has applied already is said, not refused;
    a course that is not there or over raises ``Refusal``.  A mapping that was not the guessed
    one is remembered.
    """
    if course_id is not None:
        _check_course(session, plan, course_id)
    chosen = [(row, _outcome(row, decisions)) for row in plan.rows]
    _bring_back(session, plan.subject, chosen)
    keys = iter(_stored(session, plan.subject, chosen))
    if plan.remember is not None:
        office.remember_import_map(session, *plan.remember)
    rows = []
    step = (progress or Silent()).step
    day = applied_on or moment(session).date()
    for number, (row, outcome) in enumerate(chosen, start=1):
        record = next(keys) if outcome is Outcome.ADDED else _existing(row, outcome)
        if plan.subject is Subject.PERSON:
            rows.append(_finished(session, row, outcome, record, course_id, day))
        else:
            rows.append(ReportRow(row, outcome, record, row.reasons))
        step(number, len(chosen))
    _write_own(session, plan, rows)
    ended = _follow(session, plan, rows, gone)
    return Report(plan, tuple(rows), ended)


def _outcome(row: PlannedRow[Any], decisions: Decisions) -> Outcome:
    if row.fate is Fate.DOUBTFUL:
        return _decided(row, decisions.decide(row))
    return {
        Fate.ADD: Outcome.ADDED,
        Fate.CHANGE: Outcome.CHANGED,
        Fate.SAME: Outcome.SAME,
        Fate.REFUSED: Outcome.LEFT,
    }[row.fate]


def _decided(row: PlannedRow[Any], decision: Decision) -> Outcome:
    if decision is Decision.LEAVE:
        return Outcome.LEFT
    if decision is Decision.ADD:
        return Outcome.ADDED
    if row.record is None:
        raise Refusal(
            f"{row.row}行目は、どの記録か決まらないため更新できません。"
            "「新しく追加」か「取り込まない」を選んでください。"
        )
    if row.binned:
        return Outcome.RESTORED
    return Outcome.CHANGED if row.changes else Outcome.SAME


def _bring_back(
    session: Session, subject: Subject, chosen: Sequence[tuple[PlannedRow[Any], Outcome]]
) -> None:
    binned = [row.record for row, outcome in chosen if outcome is Outcome.RESTORED]
    own.bring_back(session, subject, [key for key in binned if key is not None])


def _write_own(session: Session, plan: Plan, rows: Sequence[ReportRow]) -> None:
    values = {
        row.record: row.planned.source.own
        for row in rows
        if row.record is not None and row.outcome is not Outcome.SAME
    }
    own.write_own(session, plan.subject, plan.own, values)


def _follow(session: Session, plan: Plan, rows: Sequence[ReportRow], gone: Status | None) -> int:
    """Keep what this edition held, and end what it holds no more; return how many that were."""
    if plan.edition is None:
        return 0
    held: dict[int, int] = {}
    for row in rows:
        known = row.record or row.planned.record
        if row.record is not None or known in plan.edition.held:
            held[row.planned.row] = known or 0
    own.record_edition(session, plan.subject, plan.edition, held)
    if gone is None:
        return 0
    return own.end_gone(session, plan.subject, plan.edition.gone, gone)


def _check_course(session: Session, plan: Plan, course_id: CourseId) -> None:
    if plan.subject is not Subject.PERSON:
        raise Refusal(
            f"{plan.subject.label}は研修に申し込めません。研修を選ばずに取り込んでください。"
        )
    running_course(session, course_id)


def _stored(
    session: Session, subject: Subject, chosen: Sequence[tuple[PlannedRow[Any], Outcome]]
) -> Sequence[int]:
    """Add and change what is to be; return the keys of what was added, in order."""
    new = [row.draft for row, outcome in chosen if outcome is Outcome.ADDED]
    changed = {
        row.record: row.merged
        for row, outcome in chosen
        if outcome in _CHANGING and row.record is not None and row.merged is not None
    }
    keys = RECORDS[subject].add(session, new, are_checked=True)
    RECORDS[subject].change(session, changed)
    return keys


def _existing(row: PlannedRow[Any], outcome: Outcome) -> int | None:
    return None if outcome is Outcome.LEFT else row.record


def _finished(
    session: Session,
    row: PlannedRow[Any],
    outcome: Outcome,
    record: int | None,
    course_id: CourseId | None,
    day: date,
) -> ReportRow:
    reasons = row.reasons
    applied = False
    if record is not None:
        person = PersonId(record)
        _consider(session, person, row.source.consideration, outcome)
        if course_id is not None:
            applied, said = _application(session, row, course_id, person, day)
            reasons = (*reasons, *said)
    return ReportRow(row, outcome, record, reasons, applied)


def _consider(session: Session, person: PersonId, needed: Consideration, outcome: Outcome) -> None:
    """Add what somebody needs to what is known of it; a blank takes nothing away."""
    if needed == Consideration():
        return
    known = Consideration() if outcome is Outcome.ADDED else people.consideration(session, person)
    details = [known.detail, "" if needed.detail in known.detail else needed.detail]
    together = Consideration(
        known.hearing or needed.hearing,
        known.wheelchair or needed.wheelchair,
        known.pickup or needed.pickup,
        "、".join(detail for detail in details if detail),
    )
    contacts.set_consideration(session, person, together)


def _application(
    session: Session, row: PlannedRow[Any], course_id: CourseId, person: PersonId, day: date
) -> tuple[bool, tuple[str, ...]]:
    said = row.source.application
    draft = ApplicationDraft(
        applied_on=said.applied_on or day,
        applied_by=said.applied_by,
        heard_from=said.heard_from,
        motive=said.motive,
    )
    try:
        apply_for(session, course_id, person, draft)
    except Refusal as refusal:
        return False, (f"受講の申込は記録していません: {refusal.text}",)
    return True, ()
