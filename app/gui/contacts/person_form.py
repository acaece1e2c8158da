"""The form of one person, new or known; it stands where the card stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.contacts import commands, queries
from app.contacts.checks import doubts
from app.contacts.person import PersonDraft, PersonId
from app.gui.compiled.contacts.ui_person_form import Ui_PersonForm
from app.gui.contacts.address_fill import AddressFill
from app.gui.contacts.entry import PersonEntry, entry_of
from app.gui.contacts.form_fields import fields_of, fill_choices, prepare_fields
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.record_form import RecordForm
from app.gui.widgets.name_edit import ReadingLink
from app.kernel.errors import Refusal
from app.office import queries as office

if TYPE_CHECKING:
    from app.storage.store import Done


class PersonForm(RecordForm[PersonId]):
    """``other_wanted`` carries the key of somebody who may be the same person."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_PersonForm()
        ui.setupUi(self)
        self._fill = AddressFill(ui, store)
        fill_choices(ui)
        prepare_fields(ui, today, store.ask(office.settings).area_code)
        self.hold(ui, fields_of(ui))
        self.links = (
            ReadingLink([ui.familyEdit], ui.familyKanaEdit, ui.familyMark),
            ReadingLink([ui.givenEdit], ui.givenKanaEdit, ui.givenMark),
        )
        ui.familyMark.setText("せい：ふりがな要確認")
        ui.givenMark.setText("めい：ふりがな要確認")
        names = (ui.familyEdit, ui.givenEdit, ui.formerEdit, ui.substituteEdit)
        ui.glyphMark.watch(*names)
        self.tidy_names(*names)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        ui.needsButton.toggled.connect(self._show_needs)
        ui.samePanel.wanted.connect(self.other_wanted)
        same = (ui.familyEdit, ui.givenEdit, ui.familyKanaEdit, ui.givenKanaEdit)
        for edit in (*same, ui.numberEdit):
            edit.editingFinished.connect(self._look_for_same)
        for own in (ui.birthEdit, ui.phoneEdit, ui.mobileEdit):
            own.settled.connect(self._look_for_same)

    # Beginning

    def start_new(self) -> None:
        """Begin with an empty form."""
        self._start(None, PersonEntry(), "新しい人")

    def start_edit(self, key: PersonId) -> bool:
        """Begin with somebody's record; return whether they are still there."""
        try:
            card = self.store.ask(queries.person_card, key, self.today())
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self._start(key, entry_of(card), f"{card.draft.name}　の編集")
        return True

    def _start(self, person: PersonId | None, entry: PersonEntry, title: str) -> None:
        ui = self.ui
        ui.needsButton.setChecked(False)
        self._show_needs(shown=False)
        if ui.honorificCombo.findData(entry.honorific) < 0:
            ui.honorificCombo.addItem(entry.honorific, entry.honorific)
        self.begin(person, entry, title)
        kana = (entry.family_kana, entry.given_kana)
        for link, reading in zip(self.links, kana, strict=True):
            link.loaded(guessed=entry.kana_guessed and bool(reading))
        ui.samePanel.hide()
        self._fill.begin()

    # Writing down

    def write(self, entry: PersonEntry) -> Done[PersonId] | None:
        """Write the person down, once a birth date that cannot be is confirmed."""
        entry = replace(entry, kana_guessed=any(link.guessed for link in self.links))
        if not self._sure(entry.draft):
            return None
        label = "連絡先の追加" if self.key is None else "連絡先の変更"
        return self.store.do(
            f"{label}（{entry.name}）",
            commands.enter_person,
            self.key,
            entry.draft,
            entry.needs,
            on_refusal=self.refused,
        )

    def _sure(self, draft: PersonDraft) -> bool:
        """Ask about a birth date that makes somebody impossibly old."""
        doubt = doubts(draft, self.today()).get("birth_date")
        if doubt is None or self.dialogs.confirm("生年月日の確認", doubt, "このまま保存する"):
            return True
        self.ui.birthEdit.setFocus()
        return False

    def not_understood(self) -> None:
        """Open the needs if one of them is wrong."""
        if self.ui.needsEdit.property("problem"):
            self.ui.needsButton.setChecked(True)

    # While typing

    @Slot(bool)
    def _show_needs(self, shown: bool) -> None:
        self.ui.needsGroup.setVisible(shown)
        verb = "閉じる" if shown else "開く"
        self.ui.needsButton.setText(f"配慮事項（要配慮個人情報）を{verb}")
        if shown:
            self.ui.hearingCheck.setFocus()

    @Slot()
    def _look_for_same(self) -> None:
        if self.key is not None or not self.dirty:
            return
        draft = self._draft_so_far()
        found = self.store.ask(queries.possible_same, draft, self.today())
        self.ui.samePanel.offer(found)

    def _draft_so_far(self) -> PersonDraft:
        """Return what is understood so far; a field in the middle of typing says nothing."""
        ui = self.ui
        values = {}
        for name, own in (
            ("birth_date", ui.birthEdit),
            ("phone", ui.phoneEdit),
            ("mobile", ui.mobileEdit),
        ):
            try:
                values[name] = own.value()
            except Refusal:
                continue
        return replace(
            PersonDraft(
                family_name=ui.familyEdit.text().strip(),
                given_name=ui.givenEdit.text().strip(),
                family_kana=ui.familyKanaEdit.text().strip(),
                given_kana=ui.givenKanaEdit.text().strip(),
                address_town=ui.townEdit.text().strip(),
                address_number=ui.numberEdit.text().strip(),
            ),
            **values,
        )
