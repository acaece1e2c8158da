"""The editions of a document's form: which is used since when, and what is said of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from app.forms import commands
from app.forms.edition import EditionDraft, EditionRow
from app.gui.compiled.forms.ui_edition_side import Ui_EditionSide
from app.gui.forms.shown_form import ShownForm
from app.gui.framework import theme
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day

_FORM = Qt.ItemDataRole.UserRole
_NOW = "いま使う"


class EditionSide(QWidget):
    """``chosen`` carries the ``ShownForm`` that is to be looked at."""

    chosen = Signal(object)

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._shown: ShownForm | None = None
        self.ui = Ui_EditionSide()
        self.ui.setupUi(self)
        self.form = EditForm(self)
        for name, editor in (
            ("name", self.ui.nameEdit),
            ("version", self.ui.versionEdit),
            ("from_year", self.ui.yearCombo),
            ("note", self.ui.noteEdit),
        ):
            self.form.bind(name, editor)
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self._reset)
        self.ui.cancelButton.clicked.connect(self._reset)
        self.ui.editionList.currentItemChanged.connect(self._current_changed)
        self._widths()

    def _widths(self) -> None:
        em = self.fontMetrics().horizontalAdvance("国")
        for column, ems in enumerate((8, 7)):
            self.ui.editionList.setColumnWidth(column, em * ems)

    def show_forms(
        self, forms: Sequence[ShownForm], now: ShownForm | None, shown: ShownForm | None
    ) -> None:
        """List the forms of a document; ``now`` is the one in effect, ``shown`` looked at."""
        tree = self.ui.editionList
        tree.blockSignals(True)  # noqa: FBT003  nothing is chosen by listing it
        tree.clear()
        for form in forms:
            item = QTreeWidgetItem((form.title, form.since, _NOW if form == now else ""))
            item.setSizeHint(0, QSize(0, theme.row_height()))
            item.setData(0, _FORM, form)
            item.setToolTip(0, _told(form))
            tree.addTopLevelItem(item)
            if form == shown:
                tree.setCurrentItem(item)
        tree.blockSignals(False)  # noqa: FBT003
        self._show(shown)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.form.dirty

    def _show(self, shown: ShownForm | None) -> None:
        same = shown is not None and self._shown is not None and shown.row == self._shown.row
        if same and self.form.dirty:
            return
        self._shown = shown
        self._reset()

    @Slot()
    def _reset(self) -> None:
        """Show what is stored of the form that is looked at."""
        row = self._shown.row if self._shown else None
        if row is not None:
            self.ui.yearCombo.offer(row.from_year, row.from_year)
            self.form.show_draft(draft_of(row))
            self.ui.nameEdit.setCursorPosition(0)
        self.ui.card.setVisible(row is not None)
        self.ui.buttonRow.setVisible(row is not None)
        self._edited()

    @Slot()
    def _edited(self) -> None:
        self.ui.saveButton.setEnabled(self.form.dirty)
        self.ui.cancelButton.setEnabled(self.form.dirty)

    @Slot()
    def save(self) -> bool:
        """Store what was typed; return whether nothing is left unsaved."""
        row = self._shown.row if self._shown else None
        if row is None or not self.form.dirty:
            return True
        draft = self.form.read()
        if draft is None:
            return False
        label = f"様式の版を変更（{draft.version or draft.name}）"
        done = self._store.do(
            label, commands.change_edition, row.id, draft, on_refusal=self._refused
        )
        return done is not None

    def _refused(self, refusal: Refusal) -> None:
        rest = self.form.mark_refusal(refusal)
        if rest:
            self._store.refused.emit(rest)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _current_changed(self, now: QTreeWidgetItem | None, _before: object) -> None:
        if now is not None:
            self.chosen.emit(now.data(0, _FORM))


def draft_of(row: EditionRow) -> EditionDraft:
    """Return what is stored of an edition as a draft."""
    return EditionDraft(row.document, row.name, row.version, row.from_year, row.note)


def _told(form: ShownForm) -> str:
    """Return everything that is known of a form."""
    if form.row is None:
        return f"{form.title}\n{form.name}"
    day = format_day(form.row.registered_on)
    return f"{form.title}\n{form.name}\n{day}に登録　項目を入れたセル {form.row.marks}か所"
