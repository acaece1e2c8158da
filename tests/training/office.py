"""An office with kinds, people and one course, on which every step is also undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.commands import add_people
from app.contacts.person import PersonDraft, PersonId
from app.storage.base import Base
from app.storage.store import Store
from app.training import commands, queries
from app.training.completion import Mark, SessionId
from app.training.course import ApplicationDraft, CourseDraft, CourseId, EnrollmentId

DAY = date(2026, 5, 11)
KANA = ("さとう", "あべ", "わたなべ", "いとう", "きむら", "たなか", "はやし", "まつだ")


def draft(number: int) -> PersonDraft:
    """Return a synthetic person; the readings are not in 五十音 order."""
    kana = KANA[number % len(KANA)]
    return PersonDraft(
        family_name=f"{kana}試",
        given_name=f"{number}号",
        family_kana=kana,
        given_kana="はな" if number % 2 else "たろう",
        phone=f"0138-22-{number:04d}",
    )


def snapshot(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of the tables an operation on courses may touch."""
    names = ("person", "course_kind", "course", "course_session", "enrollment", "attendance")
    tables = [Base.metadata.tables[name] for name in names]
    tables += [Base.metadata.tables[name] for name in ("certificate", "certificate_reissue")]
    return {
        table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
        for table in tables
    }


def _apply_all(session: Session, course: CourseId, people: list[PersonId]) -> list[EnrollmentId]:
    application = ApplicationDraft(applied_on=DAY)
    return [commands.apply_for(session, course, person, application) for person in people]


@dataclass
class Office:
    """A store, with the steps of a course in one word each."""

    store: Store

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do one step, and see that it can be taken back and done again exactly."""
        before = self.store.ask(snapshot)
        result = self.store.do("試す", command, *args, **kwargs).result
        after = self.store.ask(snapshot)
        if after != before:
            self.store.undo()
            assert self.store.ask(snapshot) == before
            self.store.redo()
            assert self.store.ask(snapshot) == after
        return result

    def ask(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self.store.ask(query, *args, **kwargs)

    def people(self, count: int, **changes: Any) -> list[PersonId]:
        drafts = [replace(draft(number), **changes) for number in range(count)]
        return self.store.do("人", add_people, drafts).result

    def kind(self, name: str) -> int:
        return next(kind.id for kind in self.ask(queries.kinds) if kind.draft.name == name)

    def course(self, kind: str = "養成研修", **changes: Any) -> CourseId:
        given: dict[str, Any] = {"kind_id": self.kind(kind), "fiscal_year": 2026} | changes
        return self.store.do("開く", commands.open_course, CourseDraft(**given)).result

    def sessions(self, course: CourseId) -> list[SessionId]:
        return [one.id for one in self.ask(queries.sessions, course)]

    def apply(self, course: CourseId, people: list[PersonId]) -> list[EnrollmentId]:
        return self.store.do("申込", _apply_all, course, people).result

    def trainees(self, course: CourseId, count: int) -> list[EnrollmentId]:
        """Return so many accepted people, in the order they applied."""
        applied = self.apply(course, self.people(count))
        self.store.do("決定", commands.accept, applied, over_capacity=True)
        return applied

    def mark(self, session: SessionId, enrollment: EnrollmentId, mark: Mark) -> None:
        self.do(commands.mark_attendance, session, {enrollment: mark})

    def plan(self, course: CourseId, *days: date) -> None:
        self.store.do("日程", commands.plan_sessions, course, days)
