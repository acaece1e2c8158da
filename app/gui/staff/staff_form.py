"""The form of a term of staff."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.gui.compiled.staff.ui_staff_form import Ui_StaffForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels
from app.gui.matching.known import prepare_person
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.staff import commands, queries
from app.staff.full_time import hours_text, read_hours
from app.staff.staff_member import StaffMemberDraft, StaffMemberId, StaffRole

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("person", "personEdit"),
    ("role", "roleCombo"),
    ("starts_on", "startEdit"),
    ("ends_on", "endEdit"),
    ("weekly", "weeklyEdit"),
    ("full", "fullEdit"),
    ("concurrent_post", "postEdit"),
    ("city_agreed_on", "agreedEdit"),
    ("reason", "reasonEdit"),
    ("note", "noteEdit"),
)
_RENAMED = {"person_id": "person", "weekly_minutes": "weekly", "full_time_minutes": "full"}


@dataclass(frozen=True, slots=True)
class StaffEntry(StaffMemberDraft):
    """A ``StaffMemberDraft`` that may lack its person still; hours are as typed."""

    person: int | None = None
    weekly: str = ""
    full: str = ""


def entry_of(draft: StaffMemberDraft) -> StaffEntry:
    """Return a term as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(StaffMemberDraft)}
    return StaffEntry(
        **values,
        person=draft.person_id or None,
        weekly=hours_text(draft.weekly_minutes),
        full=hours_text(draft.full_time_minutes),
    )


def enter_member(
    session: Session, member: StaffMemberId | None, entry: StaffEntry
) -> StaffMemberId:
    """Write a term down, new or known; return its key."""
    values = {field.name: getattr(entry, field.name) for field in fields(StaffMemberDraft)}
    draft = replace(
        StaffMemberDraft(**values),
        person_id=PersonId(entry.person or 0),
        weekly_minutes=_minutes(entry.weekly, "weekly"),
        full_time_minutes=_minutes(entry.full, "full"),
    )
    if member is None:
        return commands.add_staff_member(session, draft)
    commands.change_staff_member(session, member, draft)
    return member


def _minutes(text: str, field: str) -> int:
    try:
        return read_hours(text)
    except Refusal as refusal:
        raise Refusal(refusal.text, {field: refusal.text}) from refusal


class StaffForm(RecordForm[StaffMemberId]):
    """A new term begins as full-time work from today on."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_StaffForm()
        ui.setupUi(self)
        prepare_person(ui.personEdit, store, "職員")
        fill_labels(ui.roleCombo, StaffRole)
        ui.startEdit.prepare(today, "始まりの日")
        ui.endEdit.prepare(today, "終わりの日")
        ui.agreedEdit.prepare(today, "市の承諾を得た日")
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))

    def start_new(self) -> None:
        """Begin with an empty form."""
        draft = StaffMemberDraft(PersonId(0), starts_on=self.today())
        self.begin(None, entry_of(draft), "新しい職員")

    def start_edit(self, key: StaffMemberId) -> bool:
        """Begin with a stored term; return whether it is still there."""
        try:
            row = self.store.ask(queries.staff_member, key)
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self.begin(key, entry_of(row.draft), f"{row.name}さんの編集")
        return True

    def write(self, entry: StaffEntry) -> Done[StaffMemberId] | None:
        """Write the term down."""
        label = "職員の追加" if self.key is None else "職員の変更"
        name = self.ui.personEdit.line.text()
        return self.store.do(
            f"{label}（{name}）", enter_member, self.key, entry, on_refusal=self._refused_entry
        )

    def _refused_entry(self, refusal: Refusal) -> None:
        renamed = {_RENAMED.get(name, name): text for name, text in refusal.fields.items()}
        self.refused(Refusal(refusal.text, renamed))
