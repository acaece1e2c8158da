"""Carry a plan out: one command, so one transaction and one step of undo.

People are added and changed through the commands of ``contacts``, applications through those of
``training``; undo puts back exactly the rows that were there before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts import queries as people
from app.contacts.person import Consideration, PersonDraft, PersonId
from app.importing.plan import Fate, Plan, PlannedRow
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
    UPDATE = "update", "同じ人として更新"


class Decisions(Protocol):
    """Who answers for doubtful rows: the wizard's table, the command line, a test."""

    def decide(self, row: PlannedRow) -> Decision: ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """Decisions by row number; rows nobody decided on get the other answer."""

    rows: Mapping[int, Decision] = field(default_factory=dict)
    otherwise: Decision = Decision.LEAVE

    def decide(self, row: PlannedRow) -> Decision:
        return self.rows.get(row.row, self.otherwise)


class Outcome(Labelled):
    """What became of a row."""

    ADDED = "added", "追加しました"
    CHANGED = "changed", "更新しました"
    SAME = "same", "変更はありません"
    LEFT = "left", "取り込みませんでした"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What became of one row, and whose record it is now."""

    planned: PlannedRow
    outcome: Outcome
    person: PersonId | None
    reasons: tuple[str, ...]
    applied: bool = False
    """Whether an application to the course was written."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every row of a plan."""

    plan: Plan
    rows: tuple[ReportRow, ...]

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
) -> Report:
    """Do what a plan says and return what became of each row.

    With a course its people are applicants as well, on the day their row says or else on
    ``applied_on`` (today without one).  A person who has applied already is said, not refused;
    a course that is not there or over raises ``Refusal``.  A mapping that was not the guessed
    one is remembered.
    """
    if course_id is not None:
        running_course(session, course_id)
    chosen = [(row, _outcome(row, decisions)) for row in plan.rows]
    drafts = [row.draft for row, outcome in chosen if outcome is Outcome.ADDED]
    added = contacts.add_people(session, drafts, are_checked=True)
    keys = iter(added)
    contacts.change_people(session, _changed(chosen))
    if plan.remember is not None:
        office.remember_import_map(session, *plan.remember)
    rows = []
    step = (progress or Silent()).step
    day = applied_on or moment(session).date()
    for number, (row, outcome) in enumerate(chosen, start=1):
        person = next(keys) if outcome is Outcome.ADDED else _existing(row, outcome)
        rows.append(_finished(session, row, outcome, person, course_id, day))
        step(number, len(chosen))
    return Report(plan, tuple(rows))


def _outcome(row: PlannedRow, decisions: Decisions) -> Outcome:
    if row.fate is Fate.DOUBTFUL:
        return _decided(row, decisions.decide(row))
    return {
        Fate.ADD: Outcome.ADDED,
        Fate.CHANGE: Outcome.CHANGED,
        Fate.SAME: Outcome.SAME,
        Fate.REFUSED: Outcome.LEFT,
    }[row.fate]


def _decided(row: PlannedRow, decision: Decision) -> Outcome:
    if decision is Decision.LEAVE:
        return Outcome.LEFT
    if decision is Decision.ADD:
        return Outcome.ADDED
    if row.person is None:
        raise Refusal(
            f"{row.row}行目は、どなたの記録か決まらないため更新できません。"
            "「新しく追加」か「取り込まない」を選んでください。"
        )
    return Outcome.CHANGED if row.changes else Outcome.SAME


def _changed(chosen: list[tuple[PlannedRow, Outcome]]) -> dict[PersonId, PersonDraft]:
    return {
        row.person: row.merged
        for row, outcome in chosen
        if outcome is Outcome.CHANGED and row.person is not None and row.merged is not None
    }


def _existing(row: PlannedRow, outcome: Outcome) -> PersonId | None:
    return None if outcome is Outcome.LEFT else row.person


def _finished(
    session: Session,
    row: PlannedRow,
    outcome: Outcome,
    person: PersonId | None,
    course_id: CourseId | None,
    day: date,
) -> ReportRow:
    reasons = row.reasons
    applied = False
    if person is not None:
        _consider(session, person, row.source.consideration, outcome)
        if course_id is not None:
            applied, said = _application(session, row, course_id, person, day)
            reasons = (*reasons, *said)
    return ReportRow(row, outcome, person, reasons, applied)


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
    session: Session, row: PlannedRow, course_id: CourseId, person: PersonId, day: date
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
