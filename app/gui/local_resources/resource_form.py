"""The form of one resource, new or known; it stands where the card stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.gui.compiled.local_resources.ui_resource_form import Ui_ResourceForm
from app.gui.contacts.address_fill import AddressFill
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.local_resources.resource_entry import (
    RENAMED,
    ResourceEntry,
    enter_resource,
    entry_of,
    fields_of,
)
from app.gui.matching.choices import fill_labels
from app.gui.matching.known import prepare_organisation
from app.gui.records.record_form import RecordForm
from app.gui.widgets.name_edit import ReadingLink
from app.kernel.errors import Refusal
from app.local_resources import queries
from app.local_resources.local_resource import (
    ConfirmationDraft,
    LocalResourceId,
    Payment,
    Programme,
    ResourceStatus,
    View,
)
from app.office import queries as office

if TYPE_CHECKING:
    from app.storage.store import Done

_UNKNOWN = "（分からない）"
_LETTERS = 12
_TEXT_LINES = 3


class ResourceForm(RecordForm[LocalResourceId]):
    """Asks for the day of the consent where something is to be shown to the public.

    ``confirmation`` is written down together with the change, where a call brought it.
    """

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.confirmation: Callable[[], ConfirmationDraft] | None = None
        self.ui = ui = Ui_ResourceForm()
        ui.setupUi(self)
        self._fill = AddressFill(ui, store)
        self._prepare()
        self.hold(ui, fields_of(ui))
        self.link = ReadingLink([ui.nameEdit], ui.kanaEdit, ui.kanaMark)
        ui.glyphMark.watch(ui.nameEdit, ui.representativeEdit)
        self.tidy_names(ui.nameEdit, ui.venueEdit, ui.representativeEdit)
        ui.openingEdit.submitted.connect(self.save)
        ui.openingEdit.cancelled.connect(self.give_up)
        ui.viewCombo.currentIndexChanged.connect(self._ask_consent)

    def _prepare(self) -> None:
        ui = self.ui
        for edit, name in (
            (ui.consentEdit, "公開の同意日"),
            (ui.startedEdit, "始めた日"),
            (ui.endedEdit, "終わった日"),
        ):
            edit.prepare(self.today, name)
        ui.openingEdit.prepare(self.today)
        prepare_organisation(ui.organisationEdit, self.store, "運営主体")
        fill_labels(ui.statusCombo, ResourceStatus)
        fill_labels(ui.viewCombo, View)
        fill_labels(ui.paymentCombo, Payment, _UNKNOWN)
        fill_labels(ui.programmeCombo, Programme, "（なし・分からない）")
        for combo in (ui.barrierCombo, ui.parkingCombo):
            for text, value in ((_UNKNOWN, None), ("あり", True), ("なし", False)):
                combo.addItem(text, value)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for combo in (ui.kindCombo, ui.programmeCombo):
            combo.setSizeAdjustPolicy(policy)
            combo.setMinimumContentsLength(_LETTERS)
        line = self.fontMetrics().lineSpacing()
        for box in (ui.contentEdit, ui.workEdit, ui.noteEdit):
            box.setFixedHeight(line * _TEXT_LINES + 16)

    # Beginning

    def start_new(self) -> None:
        """Begin with an empty form; it is shown to nobody outside unless somebody says so."""
        self._start(None, ResourceEntry(), "新しい社会資源")

    def start_edit(self, key: LocalResourceId) -> bool:
        """Begin with a stored record; return whether it is still there."""
        found = self.store.ask(queries.resource_drafts, [key])
        if key not in found:
            self.store.refused.emit("この社会資源は削除されています。")
            return False
        openings = self.store.ask(queries.openings_of, [key]).get(key, ())
        self._start(key, entry_of(found[key], openings), f"{found[key].name}　の編集")
        return True

    def _start(self, resource: LocalResourceId | None, entry: ResourceEntry, title: str) -> None:
        ui, settings = self.ui, self.store.ask(office.settings)
        ui.publicPhoneEdit.prepare("公開の電話", settings.area_code)
        ui.internalPhoneEdit.prepare("内部の電話", settings.area_code)
        ui.kindCombo.clear()
        ui.kindCombo.addItem("（決まっていない）", None)
        for kind in self.store.ask(queries.resource_kinds):
            if not kind.retired or kind.id == entry.kind_id:
                ui.kindCombo.addItem(kind.name, kind.id)
        self.begin(resource, entry, title)
        self.link.loaded(guessed=False)
        self._fill.begin()
        self._ask_consent()

    @Slot()
    def _ask_consent(self) -> None:
        """Show the day of consent where it is of any interest."""
        ui = self.ui
        holder = ui.consentEdit.parentWidget()
        wanted = ui.viewCombo.currentData() is View.PUBLIC or bool(ui.consentEdit.typed())
        if holder is not None:
            ui.viewGroupForm.setRowVisible(holder, wanted)
            label = ui.viewGroupForm.labelForField(holder)
            if isinstance(label, QLabel):
                label.setVisible(wanted)

    # Writing down

    def write(self, entry: ResourceEntry) -> Done[LocalResourceId] | None:
        """Write the resource down, and the call that brought the change as the same step."""
        if not self._may_publish(entry):
            return None
        label = "社会資源の追加" if self.key is None else "社会資源の変更"
        confirmation = None
        if self.confirmation is not None:
            label, confirmation = "電話で確認・変更あり", self.confirmation()
        return self.store.do(
            f"{label}（{entry.name}）",
            enter_resource,
            self.key,
            entry,
            confirmation,
            on_refusal=self._refused_entry,
        )

    def _may_publish(self, entry: ResourceEntry) -> bool:
        """Ask once more before something public is kept without a day of consent."""
        if entry.view is not View.PUBLIC or entry.public_consent_on is not None:
            return True
        if self.dialogs.confirm(
            "公開の同意日がありません",
            "同意を得た日を入力するまで、公開用の一覧と地図には載りません。"
            "日付を後で入力するなら、このまま保存できます。",
            "このまま保存する",
        ):
            return True
        self.ui.consentEdit.setFocus()
        return False

    def _refused_entry(self, refusal: Refusal) -> None:
        renamed = {RENAMED.get(name, name): text for name, text in refusal.fields.items()}
        self.refused(Refusal(refusal.text, renamed))
