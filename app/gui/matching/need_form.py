"""The form of a need; nobody is named unless the office helps single people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonId
from app.gui.compiled.matching.ui_need_form import Ui_NeedForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_districts, fill_labels, offer_kinds, show_row
from app.gui.matching.known import prepare_organisation, prepare_person
from app.gui.records.record_form import RecordForm
from app.kernel.ages import AGE_BANDS
from app.kernel.errors import Refusal
from app.matching import commands, queries
from app.matching.need import (
    Coping,
    Handling,
    HouseholdKind,
    NeedDraft,
    NeedId,
    NeedWay,
    Route,
    Urgency,
)
from app.office import queries as office

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("received_on", "receivedEdit"),
    ("number", "numberEdit"),
    ("route", "routeCombo"),
    ("way", "wayCombo"),
    ("person", "personEdit"),
    ("age_band", "ageCombo"),
    ("household", "householdCombo"),
    ("town", "townEdit"),
    ("district_id", "districtCombo"),
    ("kinds", "kindsEdit"),
    ("content", "contentEdit"),
    ("urgency", "urgencyCombo"),
    ("coping", "copingCombo"),
    ("handling", "handlingCombo"),
    ("organisation", "handedOrganisationEdit"),
    ("handed_to", "handedEdit"),
    ("handed_on", "handedOnEdit"),
    ("check_on", "checkOnEdit"),
    ("checked_on", "checkedOnEdit"),
    ("result", "resultEdit"),
    ("note", "noteEdit"),
)
_RENAMED = {"handed_to_id": "organisation", "person_id": "person"}
_UNKNOWN = "（決まっていない）"


@dataclass(frozen=True, slots=True)
class NeedEntry(NeedDraft):
    """A ``NeedDraft`` in which whom it was handed to may be the name of something new."""

    organisation: int | str | None = None
    person: int | None = None


def enter_need(session: Session, need: NeedId | None, entry: NeedEntry) -> NeedId:
    """Write a need down as the form has it, new or known; return its key."""
    organisation = entry.organisation
    if isinstance(organisation, str):
        organisation = contacts.add_organisation(session, OrganisationDraft(name=organisation))
    values = {field.name: getattr(entry, field.name) for field in fields(NeedDraft)}
    draft = replace(
        NeedDraft(**values),
        handed_to_id=None if organisation is None else OrganisationId(organisation),
        person_id=None if entry.person is None else PersonId(entry.person),
    )
    if need is None:
        return commands.add_need(session, draft)
    commands.change_need(session, need, draft)
    return need


class NeedForm(RecordForm[NeedId]):
    """Asks for whom only in an office that arranges help for single people."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_NeedForm()
        ui.setupUi(self)
        self._prepare()
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.townEdit, ui.handedEdit)

    def _prepare(self) -> None:
        ui = self.ui
        for edit, name in (
            (ui.receivedEdit, "受付日"),
            (ui.handedOnEdit, "つないだ日"),
            (ui.checkOnEdit, "結果を確かめる日"),
            (ui.checkedOnEdit, "確かめた日"),
        ):
            edit.prepare(self.today, name)
        ui.kindsEdit.prepare("区分", "番号か名前：3 7")
        prepare_person(ui.personEdit, self.store, "相手")
        prepare_organisation(ui.handedOrganisationEdit, self.store, "つないだ先")
        for combo, kind, nothing in (
            (ui.routeCombo, Route, ""),
            (ui.wayCombo, NeedWay, ""),
            (ui.householdCombo, HouseholdKind, _UNKNOWN),
            (ui.urgencyCombo, Urgency, ""),
            (ui.copingCombo, Coping, _UNKNOWN),
            (ui.handlingCombo, Handling, ""),
        ):
            fill_labels(combo, kind, nothing)
        _fill_ages(ui.ageCombo)

    def start_new(self) -> None:
        """Begin with an empty form."""
        self._start(None, NeedEntry(self.today()), "新しいニーズ")

    def start_edit(self, key: NeedId) -> bool:
        """Begin with a stored need; return whether it is still there."""
        try:
            draft = self.store.ask(queries.need_card, key, self.today()).draft
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        values = {field.name: getattr(draft, field.name) for field in fields(NeedDraft)}
        entry = NeedEntry(**values, organisation=draft.handed_to_id, person=draft.person_id)
        self._start(key, entry, f"ニーズ {draft.number}の編集")
        return True

    def _start(self, need: NeedId | None, entry: NeedEntry, title: str) -> None:
        ui = self.ui
        named = self.store.ask(office.settings).individual_help or entry.person is not None
        fill_districts(ui.districtCombo, self.store)
        offer_kinds(ui.kindsEdit, self.store, entry.kinds)
        show_row(ui.group2Form, ui.personEdit, shown=named)
        ui.anonymousLabel.setVisible(not named)
        self.begin(need, entry, title)

    def write(self, entry: NeedEntry) -> Done[NeedId] | None:
        """Write the need down."""
        label = "ニーズの受付" if self.key is None else "ニーズの変更"
        return self.store.do(
            f"{label}（{entry.content[:20] or entry.number}）",
            enter_need,
            self.key,
            entry,
            on_refusal=self._refused_entry,
        )

    def _refused_entry(self, refusal: Refusal) -> None:
        renamed = {_RENAMED.get(name, name): text for name, text in refusal.fields.items()}
        self.refused(Refusal(refusal.text, renamed))


def _fill_ages(combo: QComboBox) -> None:
    combo.clear()
    combo.addItem(_UNKNOWN, "")
    for band in AGE_BANDS:
        combo.addItem(band, band)
