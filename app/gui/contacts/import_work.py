"""What an import does away from the window's thread: read, plan, carry out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.contacts.custom import Subject
from app.importing import mapping as mappings
from app.importing.apply import Chosen, Report, apply
from app.importing.check import check
from app.importing.mapping import Mapping
from app.importing.plan import ListEdition, Plan, plan
from app.importing.planned import Status
from app.importing.read import read_list
from app.importing.subject import read_guessed
from app.importing.table import SourceTable
from app.kernel.errors import Refusal
from app.kernel.progress import Progress
from app.office import commands as office
from app.office import queries as masters
from app.storage import backup
from app.storage.store import Done, Store
from app.training.course import CourseId


@dataclass(frozen=True)
class Source:
    """A file as it was read, and what its columns most likely mean."""

    path: Path
    table: SourceTable
    mapping: Mapping
    remembered: bool
    """Whether the columns are understood as last time."""


@dataclass(frozen=True)
class Order:
    """What is to be carried out: a plan with its decisions, for a course or not."""

    plan: Plan
    chosen: Chosen
    label: str
    course: CourseId | None
    applied_on: date
    fingerprint: str
    columns: dict[str, str]
    gone: Status | None = None
    """The status for what the edition before held and this one does not."""


@dataclass(frozen=True)
class Asked:
    """How a file is to be read, as far as somebody says."""

    sheet: str | None = None
    subject: Subject | None = None
    header_row: int | None = None


def read_source(store: Store, path: Path, asked: Asked, progress: Progress) -> Source:
    """Read a file.  Raises ``Refusal`` where it holds no list."""
    progress.step(0, 2)
    if asked.subject is None:
        table = read_guessed(path, asked.sheet)
    else:
        table = read_list(path, asked.sheet, header_row=asked.header_row, subject=asked.subject)
    progress.step(1, 2)
    remembered = store.ask(masters.import_map, table.fingerprint)
    if remembered:
        try:
            return Source(path, table, mappings.named(table, remembered), remembered=True)
        except Refusal:  # a field that an earlier version knew
            pass
    return Source(path, table, mappings.guess(table), remembered=False)


def make_plan(
    store: Store,
    table: SourceTable,
    mapping: Mapping,
    today: date,
    edition: ListEdition,
    progress: Progress,
) -> Plan:
    """Say what would become of every row.  Raises ``Refusal`` where no column names people."""
    progress.step(0, 3)
    area_code = store.ask(masters.settings).area_code
    drafts = check(table, mapping, today, area_code)
    progress.step(1, 3)
    made = store.ask(plan, drafts, today, edition)
    progress.step(3, 3)
    return made


def carry_out(store: Store, order: Order, progress: Progress) -> Done[Report]:
    """Back up, do what the plan says as one step of undo, and remember the columns."""
    backup.back_up(store, store.backups, backup.Reason.BEFORE_IMPORT, progress)
    done = store.do(
        order.label,
        apply,
        order.plan,
        order.chosen,
        order.course,
        order.applied_on,
        progress,
        gone=order.gone,
    )
    store.note("列の対応を記憶", office.remember_import_map, order.fingerprint, order.columns)
    return done
