"""The form of a request for help, in the order of the paper; it stands where the card stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.contacts.person import ContactWay, Sex
from app.gui.compiled.matching.ui_request_form import Ui_RequestForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_districts, fill_labels, fill_levels, offer_kinds, show_row
from app.gui.matching.known import prepare_organisation, prepare_person, prepare_place
from app.gui.matching.request_entry import (
    RENAMED,
    RequestEntry,
    enter_request,
    entry_of,
    fields_of,
)
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.matching import queries
from app.matching.request import RequestDraft, RequestId, Rhythm
from app.office import queries as office

if TYPE_CHECKING:
    from app.storage.store import Done


class RequestForm(RecordForm[RequestId]):
    """Shows the fields of a single day, or those of help again and again, never both."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_RequestForm()
        ui.setupUi(self)
        self._prepare()
        self.hold(ui, fields_of(ui))
        self.tidy_names(ui.contactEdit, ui.titleEdit, ui.venueEdit)
        ui.rhythmCombo.currentIndexChanged.connect(self._show_when)

    def _prepare(self) -> None:
        ui, store = self.ui, self.store
        for edit, name in (
            (ui.receivedEdit, "受付日"),
            (ui.dayEdit, "手伝いの日"),
            (ui.startEdit, "期間の始まり"),
            (ui.endEdit, "期間の終わり"),
            (ui.dueEdit, "返事の締切"),
        ):
            edit.prepare(self.today, name)
        ui.startTimeEdit.prepare("始まりの時刻")
        ui.endTimeEdit.prepare("終わりの時刻")
        ui.kindsEdit.prepare("内容の区分", "番号か名前：3 7")
        prepare_organisation(ui.organisationEdit, store)
        prepare_place(ui.resourceEdit, store)
        prepare_person(ui.personEdit, store, "手伝う相手")
        fill_labels(ui.wayCombo, ContactWay, "（決まっていない）")
        fill_labels(ui.sexCombo, Sex, "問わない")
        fill_labels(ui.rhythmCombo, Rhythm)

    # Beginning

    def start_new(self) -> None:
        """Begin with a form that came by FAX today."""
        draft = RequestDraft(self.today(), received_by=ContactWay.FAX)
        self._start(None, entry_of(draft), "新しい希望票")

    def start_edit(self, key: RequestId) -> bool:
        """Begin with a stored record; return whether it is still there."""
        found = self.store.ask(queries.request_drafts, [key])
        if key not in found:
            self.store.refused.emit("この希望票は削除されています。")
            return False
        self._start(key, entry_of(found[key]), f"希望票 {found[key].number}の編集")
        return True

    def _start(self, request: RequestId | None, entry: RequestEntry, title: str) -> None:
        ui, settings = self.ui, self.store.ask(office.settings)
        ui.phoneEdit.prepare("電話", settings.area_code)
        fill_districts(ui.districtCombo, self.store)
        fill_levels(ui.levelCombo, self.store, entry.level_id)
        offer_kinds(ui.kindsEdit, self.store, entry.kinds)
        named = settings.individual_help or entry.person is not None
        show_row(ui.group2Form, ui.personEdit, shown=named)
        self.begin(request, entry, title)
        self._show_when()

    @Slot()
    def _show_when(self) -> None:
        """Show the fields of when the help is wanted that belong to its rhythm."""
        ui = self.ui
        once = ui.rhythmCombo.currentData() is Rhythm.ONCE
        show_row(ui.group4Form, ui.dayEdit, shown=once)
        for editor in (ui.weekGrid, ui.monthGrid, ui.timesSpin, ui.startEdit, ui.endEdit):
            show_row(ui.group4Form, editor, shown=not once)

    # Writing down

    def write(self, entry: RequestEntry) -> Done[RequestId] | None:
        """Write the request down; what belongs to the other rhythm is dropped."""
        label = "希望票の受付" if self.key is None else "希望票の変更"
        return self.store.do(
            f"{label}（{entry.title or entry.number or '件名なし'}）",
            enter_request,
            self.key,
            _of_rhythm(entry),
            on_refusal=self._refused_entry,
        )

    def _refused_entry(self, refusal: Refusal) -> None:
        renamed = {RENAMED.get(name, name): text for name, text in refusal.fields.items()}
        self.refused(Refusal(refusal.text, renamed))


def _of_rhythm(entry: RequestEntry) -> RequestEntry:
    if entry.rhythm is Rhythm.ONCE:
        return replace(entry, week=0, months=0, times=0, starts_on=None, ends_on=None)
    return replace(entry, on_day=None)
