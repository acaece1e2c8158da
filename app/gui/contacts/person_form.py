"""The form of one person, new or known; it stands where the card stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.contacts import commands, queries
from app.contacts.checks import doubts
from app.contacts.person import PersonDraft, PersonId
from app.gui.compiled.contacts.ui_person_form import Ui_PersonForm
from app.gui.contacts.address_fill import AddressFill
from app.gui.contacts.entry import PersonEntry, entry_of
from app.gui.contacts.form_fields import bind_fields, fields_of, fill_choices, prepare_fields
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.name_edit import ReadingLink
from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.office import queries as office


class PersonForm(QWidget):
    """``saved`` carries the key of who was written down, ``left`` says that it was given up.

    ``other_wanted`` carries the key of somebody who may be the same person.
    """

    saved = Signal(int)
    left = Signal()
    other_wanted = Signal(int)

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._dialogs = dialogs
        self._today = today
        self.person: PersonId | None = None
        self.ui = Ui_PersonForm()
        self.ui.setupUi(self)
        self._fill = AddressFill(self.ui, store)
        fill_choices(self.ui)
        prepare_fields(self.ui, today, store.ask(office.settings).area_code)
        self.form = EditForm(self)
        bind_fields(self.form, self.ui)
        self.links = (
            ReadingLink([self.ui.familyEdit], self.ui.familyKanaEdit, self.ui.familyMark),
            ReadingLink([self.ui.givenEdit], self.ui.givenKanaEdit, self.ui.givenMark),
        )
        self.ui.familyMark.setText("せい：ふりがな要確認")
        self.ui.givenMark.setText("めい：ふりがな要確認")
        self.ui.glyphMark.watch(*self._names())
        self._connect()

    def _names(self) -> tuple[QLineEdit, ...]:
        ui = self.ui
        return (ui.familyEdit, ui.givenEdit, ui.formerEdit, ui.substituteEdit)

    def _connect(self) -> None:
        ui = self.ui
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.give_up)
        ui.saveButton.clicked.connect(self.save)
        ui.cancelButton.clicked.connect(self.give_up)
        ui.needsButton.toggled.connect(self._show_needs)
        ui.samePanel.wanted.connect(self.other_wanted)
        for edit in self._names():
            edit.editingFinished.connect(self._tidy)
        same = (ui.familyEdit, ui.givenEdit, ui.familyKanaEdit, ui.givenKanaEdit)
        for edit in (*same, ui.numberEdit):
            edit.editingFinished.connect(self._look_for_same)
        for own in (ui.birthEdit, ui.phoneEdit, ui.mobileEdit):
            own.settled.connect(self._look_for_same)
        for _name, editor in fields_of(ui):
            (editor.focusProxy() or editor).installEventFilter(self)

    # Beginning

    def start_new(self) -> None:
        """Begin with an empty form."""
        self._start(None, PersonEntry(), "新しい人")

    def start_edit(self, person: PersonId) -> bool:
        """Begin with somebody's record; return whether they are still there."""
        try:
            card = self._store.ask(queries.person_card, person, self._today())
        except Refusal as refusal:
            self._store.refused.emit(refusal.text)
            return False
        self._start(person, entry_of(card), f"{card.draft.name}　の編集")
        return True

    def _start(self, person: PersonId | None, entry: PersonEntry, title: str) -> None:
        ui = self.ui
        self.person = person
        ui.titleLabel.setText(title)
        ui.needsButton.setChecked(False)
        self._show_needs(shown=False)
        if ui.honorificCombo.findData(entry.honorific) < 0:
            ui.honorificCombo.addItem(entry.honorific, entry.honorific)
        self.form.show_draft(entry)
        kana = (entry.family_kana, entry.given_kana)
        for link, reading in zip(self.links, kana, strict=True):
            link.loaded(guessed=entry.kana_guessed and bool(reading))
        for label in (ui.tidyLabel, ui.problemLabel, ui.samePanel):
            label.hide()
        self._fill.begin()
        ui.scroll.verticalScrollBar().setValue(0)
        self.form.focus_first()

    # Leaving

    @property
    def dirty(self) -> bool:
        """Whether anything was typed that is not saved."""
        return self.form.dirty

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return not self.dirty or self._dialogs.confirm(
            "入力をやめますか",
            "入力した内容はまだ保存されていません。やめると入力した内容は消えます。",
            "入力を捨てる",
        )

    @Slot()
    def give_up(self) -> None:
        """Go back to the card, after asking if anything was typed."""
        if self.may_leave():
            self.left.emit()

    @Slot()
    def save(self) -> None:
        """Write the person down; what is wrong is said under its field."""
        self.ui.problemLabel.hide()
        entry = self.form.read()
        if entry is None:
            self._open_needs_if_wrong()
            return
        entry = replace(entry, kana_guessed=any(link.guessed for link in self.links))
        if not self._sure(entry.draft):
            return
        label = "連絡先の追加" if self.person is None else "連絡先の変更"
        done = self._store.do(
            f"{label}（{entry.name}）",
            commands.enter_person,
            self.person,
            entry.draft,
            entry.needs,
            on_refusal=self._refused,
        )
        if done is not None:
            self.form.show_draft(entry)
            self.saved.emit(done.result)

    def _sure(self, draft: PersonDraft) -> bool:
        """Ask about a birth date that makes somebody impossibly old."""
        doubt = doubts(draft, self._today()).get("birth_date")
        if doubt is None or self._dialogs.confirm("生年月日の確認", doubt, "このまま保存する"):
            return True
        self.ui.birthEdit.setFocus()
        return False

    def _refused(self, refusal: Refusal) -> None:
        left = self.form.mark_refusal(refusal)
        self.ui.problemLabel.setText(left)
        self.ui.problemLabel.setVisible(bool(left))

    def _open_needs_if_wrong(self) -> None:
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
    def _tidy(self) -> None:
        """Mend radicals that come from a PDF, and say so."""
        edit = self.sender()
        if isinstance(edit, QLineEdit):
            mended = tidy(edit.text())
            if mended.changed:
                edit.setText(mended.text)
            if mended.notice:
                self.ui.tidyLabel.setText(mended.notice)
            self.ui.tidyLabel.setVisible(bool(mended.notice))

    @Slot()
    def _look_for_same(self) -> None:
        if self.person is not None or not self.dirty:
            return
        draft = self._draft_so_far()
        found = self._store.ask(queries.possible_same, draft, self._today())
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Bring the field that is being filled in into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ui.scroll.ensureWidgetVisible(watched, 20, 60)
        return False

    def focus_form(self) -> None:
        """Go to the first field."""
        self.ui.familyEdit.setFocus(Qt.FocusReason.OtherFocusReason)
