"""The form of one supporter, new or known; it stands where the card stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.contacts import queries as contacts
from app.gui.compiled.supporters.ui_supporter_form import Ui_SupporterForm
from app.gui.contacts.found import people_found
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.record_form import RecordForm
from app.gui.supporters.supporter_entry import (
    SupporterEntry,
    enter_supporter,
    entry_of,
    fields_of,
    fill_choices,
)
from app.gui.widgets.person_picker import Choice
from app.kernel.errors import Refusal
from app.office import queries as office
from app.supporters import queries
from app.supporters.supporter import Basis, SupporterId

if TYPE_CHECKING:
    from app.storage.store import Done


class SupporterForm(RecordForm[SupporterId]):
    """A person is chosen among the contacts and never typed again."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_SupporterForm()
        ui.setupUi(self)
        fill_choices(ui)
        ui.whoEdit.prepare(
            "登録する方",
            "氏名・ふりがな・電話番号で連絡先を探す",
            lambda text: people_found(store, text),
            self._known,
        )
        for edit, name in (
            (ui.registeredEdit, "登録日"),
            (ui.validEdit, "有効期限"),
            (ui.interviewedEdit, "面談日"),
        ):
            edit.prepare(today, name)
        self.hold(ui, fields_of(ui))
        self.tidy_names(ui.motiveEdit, ui.interviewerEdit)

    def start_new(self) -> None:
        """Begin with an empty form."""
        self._start(None, SupporterEntry(basis=Basis.OTHER), "サポーターを登録")

    def start_for(self, person: int) -> None:
        """Begin with somebody of the contacts who is not registered."""
        entry = SupporterEntry(basis=Basis.OTHER, who=person)
        self._start(None, entry, "サポーターを登録")

    def start_edit(self, key: SupporterId) -> bool:
        """Begin with a stored record; return whether it is still there."""
        try:
            card = self.store.ask(queries.supporter_card, key, self.today())
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self._start(key, entry_of(card), f"{card.person.draft.name}　の登録の編集")
        return True

    def _start(self, supporter: SupporterId | None, entry: SupporterEntry, title: str) -> None:
        ui = self.ui
        ui.whoGroup.setVisible(supporter is None)
        rows = self.store.ask(office.districts)
        ui.districtsEdit.offer([(row.id, row.name) for row in rows])
        individual = self.store.ask(office.settings).individual_help
        ui.oneToOneCheck.setVisible(individual or entry.one_to_one)
        self.begin(supporter, entry, title)

    def _known(self, key: int) -> Choice:
        hits = self.store.ask(contacts.search_hits, [key])
        return Choice(key, hits[0].name, hits[0].kana) if hits else Choice(key, "")

    def write(self, entry: SupporterEntry) -> Done[SupporterId] | None:
        """Write the supporter down."""
        label = "サポーターの登録" if self.key is None else "サポーターの登録内容の変更"
        return self.store.do(
            label, enter_supporter, self.key, entry, self.today(), on_refusal=self.refused
        )
