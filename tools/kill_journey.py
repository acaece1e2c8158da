"""What the program that is killed does: an office, made, used, backed up and converted.

``python -m tools.kill_journey FOLDER [--round N] [--encrypt]``

It writes a line after each thing that has returned: ``ready`` once everything is imported,
``made``, ``opened``, ``done 17`` with the key of an operation, ``copied name``, ``closed``,
``newer`` before the next version of the program opens the file, and ``over``.  An office that
is there already gets another course.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

from app import wiring
from app.importing import mapping as mappings
from app.importing.apply import Chosen, Decision, apply
from app.importing.check import check
from app.importing.plan import plan
from app.importing.read import read_list
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths
from app.office.settings import OfficeSettings
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.produce import produce
from app.storage import backup
from app.storage.store import Done, Store
from app.training import commands, queries, scheduling
from app.training.completion import Mark, SessionId
from app.training.course import CourseId
from tests.journeys.applicants import messy_workbook
from tools import next_version

NAME = "kurashi.kurashi"
PASSPHRASE = "途中で止める試験"
TODAY = date(2026, 7, 10)
_APPLIED = date(2026, 5, 20)
_FIRST = date(2026, 6, 3)


def clock() -> datetime:
    """Return the time of everything in the journey."""
    return datetime.combine(TODAY, time(9))


def say(*words: object) -> None:
    """Report to the one who kills."""
    print(*words, flush=True)


@dataclass
class Journey:
    """A store and the steps of a course on it, each reported once it is done."""

    store: Store
    folder: Path
    round: int

    def go(self) -> None:
        """Run one course from its applicants to its certificates, and take a copy."""
        course = self._open()
        self._import(course)
        self._choose(course)
        for one in self.store.ask(queries.sessions, course):
            self._hold(course, one.id)
        self._finish(course)
        self._leave(course)

    def _report(self, done: Done[object]) -> None:
        if done.operation is not None:
            say("done", done.operation)

    def _open(self) -> CourseId:
        kind = self.store.ask(queries.kinds)[0].id
        draft = self.store.ask(queries.draft_for, kind, FiscalYear.of(TODAY))
        opened = self.store.do("研修を開設", commands.open_course, draft)
        self._report(opened)
        course = opened.result
        days = [one.day for one in scheduling.propose(_FIRST, 5).days]
        hours = time(10), time(12)
        self._report(self.store.do("日程", commands.plan_sessions, course, days, *hours))
        return course

    def _import(self, course: CourseId) -> None:
        path = messy_workbook(self.folder / f"{self.round}.xlsx", seed=self.round)
        table = read_list(path)
        planned = self.store.ask(plan, check(table, mappings.guess(table), TODAY), TODAY)
        say("copied", backup.back_up(self.store, self.store.backups, "before-import").name)
        chosen = Chosen(otherwise=Decision.ADD)
        self._report(self.store.do("取り込み", apply, planned, chosen, course, _APPLIED))
        self._report(self.store.undo())
        self._report(self.store.redo())

    def _choose(self, course: CourseId) -> None:
        drawn = self.store.do("抽選", commands.draw_lots, course, self.round, _APPLIED)
        self._report(drawn)
        leaving = drawn.result.accepted[0]
        self._report(self.store.do("途中辞退", commands.withdraw, leaving, _FIRST))
        following = self.store.ask(queries.promotions, course, TODAY).candidates[0].id
        self._report(self.store.do("繰り上げ", commands.accept_from_waiting, following))

    def _hold(self, course: CourseId, session: SessionId) -> None:
        rows = self.store.ask(queries.sheet, course).rows
        away = [row.enrollment for row in rows if row.left_on is None][:3]
        self._report(self.store.do("全員出席", commands.mark_all_present, session))
        for one in away:
            marks = {one: Mark.ABSENT}
            self._report(self.store.do("欠席", commands.mark_attendance, session, marks))
        self._report(self.store.do("理由", commands.set_reason, session, away[0], "通院のため"))
        self._report(self.store.undo())
        self._report(self.store.redo())
        self._report(
            self.store.do(
                "補講",
                commands.make_up,
                away[0],
                session,
                confirmed_by="見本",
                made_up_on=_FIRST,
            )
        )
        self._report(self.store.do("実施", commands.hold_session, session))

    def _finish(self, course: CourseId) -> None:
        proposed = self.store.ask(queries.propose_completion, course)
        decisions = {one.enrollment: one.completes for one in proposed}
        confirm = partial(self.store.do, "修了", commands.confirm_completion)
        self._report(confirm(course, decisions, TODAY))
        self._report(self.store.do("証書", commands.issue_certificates, course, TODAY))
        self._report(self.store.do("終了", commands.finish_course, course))

    def _leave(self, course: CourseId) -> None:
        say("copied", backup.back_up(self.store, self.store.backups, "manual").name)
        before = self.store.history(1)[0].id
        request = Request(TODAY, FiscalYear.of(TODAY), course=course)
        target = self.folder / "documents" / f"{self.round}.xlsx"
        target.parent.mkdir(exist_ok=True)
        produce(self.store, document(None, "trainee-roster"), request, target)
        for row in self.store.history():
            if row.id > before:
                say("done", row.id)


def travel(folder: Path, passphrase: str | None, round_: int) -> None:
    """Make the office or open it, run a course, close, and go on as the next version."""
    office, paths = folder / NAME, Paths.under(folder / "home")
    if not office.exists():
        wiring.create_office(office, passphrase, OfficeSettings(office_name="試験"), clock)
        say("made")
    for number, version in enumerate(_versions(folder)):
        with version:
            store = wiring.open_store(office, passphrase, paths, clock)
            say("opened")
            Journey(store, folder, round_ + number).go()
            store.close()
            say("closed")
    say("over")


def _versions(folder: Path) -> Iterator[AbstractContextManager[None]]:
    """Be this version of the program, then the next; an office that is newer knows only that."""
    if not next_version.was_used(folder):
        yield nullcontext()
        next_version.use(folder)
        say("newer")
    yield next_version.program_of(folder)


def main() -> None:
    """Read the command line and go."""
    parser = argparse.ArgumentParser(prog="kill_journey")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--round", type=int, default=0)
    parser.add_argument("--encrypt", action="store_true")
    options = parser.parse_args()
    say("ready")
    travel(options.folder, PASSPHRASE if options.encrypt else None, options.round)


if __name__ == "__main__":
    main()
