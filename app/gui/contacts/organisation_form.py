"""The form of one organisation, new or known; it stands where the card stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from sqlalchemy.orm import Session

from app.contacts import commands, queries
from app.contacts.legal_forms import legal_form
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.gui.compiled.contacts.ui_organisation_form import Ui_OrganisationForm
from app.gui.contacts.address_fill import AddressFill
from app.gui.contacts.organisation_entry import (
    OrganisationEntry,
    entry_of,
    fields_of,
    fill_choices,
    fill_kinds,
    prepare_phones,
)
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.name_edit import ReadingLink
from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.office import queries as office

_SHOWN = 3
"""How many organisations of the same name are shown before another is added."""


def enter_organisation(
    session: Session, organisation: OrganisationId | None, draft: OrganisationDraft
) -> OrganisationId:
    """Write an organisation down as the form has it, new or known; return its key."""
    if organisation is None:
        return commands.add_organisation(session, draft)
    commands.change_organisation(session, organisation, draft)
    return organisation


class OrganisationForm(QWidget):
    """``saved`` carries the key of what was written down, ``left`` says that it was given up."""

    saved = Signal(int)
    left = Signal()

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
        self.organisation: OrganisationId | None = None
        self.ui = Ui_OrganisationForm()
        self.ui.setupUi(self)
        self._fill = AddressFill(self.ui, store)
        fill_choices(self.ui)
        prepare_phones(self.ui, store.ask(office.settings).area_code)
        self.form = EditForm(self)
        for name, editor in fields_of(self.ui):
            self.form.bind(name, editor)
        self.link = ReadingLink([self.ui.nameEdit], self.ui.kanaEdit, self.ui.kanaMark)
        self.ui.glyphMark.watch(self.ui.nameEdit, self.ui.representativeEdit)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.give_up)
        ui.saveButton.clicked.connect(self.save)
        ui.cancelButton.clicked.connect(self.give_up)
        ui.nameEdit.textChanged.connect(self._show_legal_form)
        for edit in (ui.nameEdit, ui.shortEdit, ui.representativeEdit):
            edit.editingFinished.connect(self._tidy)
        for _name, editor in fields_of(ui):
            (editor.focusProxy() or editor).installEventFilter(self)

    # Beginning

    def start_new(self) -> None:
        """Begin with an empty form."""
        self._start(None, OrganisationEntry(), "新しい団体")

    def start_edit(self, organisation: OrganisationId) -> bool:
        """Begin with a stored record; return whether it is still there."""
        found = self._store.ask(queries.organisation_drafts, [organisation])
        if organisation not in found:
            self._store.refused.emit("この団体は削除されています。")
            return False
        draft = found[organisation]
        self._start(organisation, entry_of(draft), f"{draft.name}　の編集")
        return True

    def _start(
        self, organisation: OrganisationId | None, entry: OrganisationEntry, title: str
    ) -> None:
        ui = self.ui
        self.organisation = organisation
        ui.titleLabel.setText(title)
        ui.titleLabel.setWordWrap(True)
        fill_kinds(ui.kindCombo, self._store.ask(queries.organisation_kinds), entry.kind_id)
        if ui.legalCombo.findData(entry.legal_form) < 0:
            ui.legalCombo.addItem(entry.legal_form, entry.legal_form)
        self.form.show_draft(entry)
        self.link.loaded(guessed=False)
        for label in (ui.tidyLabel, ui.problemLabel):
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
        """Write the organisation down; what is wrong is said under its field."""
        self.ui.problemLabel.hide()
        entry = self.form.read()
        if entry is None or not self._may_add(entry.draft):
            return
        label = "団体の追加" if self.organisation is None else "団体の変更"
        done = self._store.do(
            f"{label}（{entry.name}）",
            enter_organisation,
            self.organisation,
            entry.draft,
            on_refusal=self._refused,
        )
        if done is not None:
            self.form.show_draft(entry)
            self.saved.emit(done.result)

    def _may_add(self, draft: OrganisationDraft) -> bool:
        """Ask before a second organisation of one name is written down."""
        if self.organisation is not None:
            return True
        same = self._store.ask(queries.same_named_organisations, draft)
        return not same or self._dialogs.confirm(
            "同じ団体がすでにあるかもしれません",
            "同じ名称か読みの団体があります。\n"
            + "\n".join("　".join((row.name, row.address)).strip() for row in same[:_SHOWN]),
            "別の団体として追加",
        )

    def _refused(self, refusal: Refusal) -> None:
        left = self.form.mark_refusal(refusal)
        self.ui.problemLabel.setText(left)
        self.ui.problemLabel.setVisible(bool(left))

    # While typing

    @Slot(str)
    def _show_legal_form(self, name: str) -> None:
        """Say in the first choice which legal form the name bears."""
        found = legal_form(name)
        text = f"自動（名称から：{found}）" if found else "（名称から自動）"
        self.ui.legalCombo.setItemText(0, text)

    @Slot()
    def _tidy(self) -> None:
        """Mend radicals that come from a PDF, and say so."""
        edit = self.sender()
        if isinstance(edit, QLineEdit):
            mended = tidy(edit.text())
            if mended.changed:
                edit.setText(mended.text)
            self.ui.tidyLabel.setText(mended.notice)
            self.ui.tidyLabel.setVisible(bool(mended.notice))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Bring the field that is being filled in into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ui.scroll.ensureWidgetVisible(watched, 20, 60)
        return False

    def focus_form(self) -> None:
        """Go to the first field."""
        self.ui.nameEdit.setFocus(Qt.FocusReason.OtherFocusReason)
