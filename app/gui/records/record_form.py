"""The form of one record, new or known; it stands where the card stands.

A form says which field shows what, how a record begins and how it is written down::

    class SupporterForm(RecordForm[SupporterId]):
        def __init__(self, store: ObservableStore, dialogs: Dialogs, today: Today) -> None:
            super().__init__(store, dialogs, today)
            self.ui = Ui_SupporterForm()
            self.ui.setupUi(self)
            self.hold(self.ui, (("registered_on", self.ui.registeredEdit), …))

        def start_new(self) -> None:
            self.begin(None, SupporterDraft(), "新しいサポーター")

        def start_edit(self, key: SupporterId) -> bool: …

        def write(self, draft: SupporterDraft) -> Done[SupporterId] | None:
            return self.store.do("…", commands.register, draft, on_refusal=self.refused)

"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QPushButton, QScrollArea, QWidget

from app.gui.framework.dialogs import Dialogs
from app.gui.framework.edit_form import ENTER, EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.unsaved import may_drop_input
from app.kernel.errors import Refusal
from app.kernel.text import shortened, tidy

if TYPE_CHECKING:
    from app.storage.store import Done

K = TypeVar("K", bound=int)
_MOST = 40
"""How many characters of a title are shown: the fields are what is wanted."""
Today = Callable[[], date]


class RecordFormUi(Protocol):
    """What every form has, by its name in Designer."""

    titleLabel: QLabel  # noqa: N815
    tidyLabel: QLabel  # noqa: N815
    problemLabel: QLabel  # noqa: N815
    scroll: QScrollArea
    saveButton: QPushButton  # noqa: N815
    cancelButton: QPushButton  # noqa: N815


class RecordForm(QWidget, Generic[K]):
    """``saved`` carries the key of what was written down, ``left`` says that it was given up.

    ``other_wanted`` carries the key of another record of the kind, to be shown in its place.
    """

    saved = Signal(int)
    left = Signal()
    other_wanted = Signal(int)

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.dialogs = dialogs
        self.today = today
        self.key: K | None = None
        self.form = EditForm(self)

    def hold(self, ui: RecordFormUi, fields: Iterable[tuple[str, QWidget]]) -> None:
        """Bind the fields, in the order of the form, and connect what every form has."""
        self._bars = ui
        ui.titleLabel.setWordWrap(True)
        ui.titleLabel.setMinimumWidth(1)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.give_up)
        ui.saveButton.clicked.connect(self.save)
        ui.cancelButton.clicked.connect(self.give_up)
        if (content := ui.scroll.widget()) is not None:
            content.installEventFilter(self)
        for name, editor in fields:
            self.form.bind(name, editor)
            (editor.focusProxy() or editor).installEventFilter(self)

    # What a subclass says

    start_new: Callable[[], None]
    """Begins with an empty form: calls ``begin``."""
    start_edit: Callable[[K], bool]
    """Begins with a stored record; returns whether it is still there."""
    write: Callable[[Any], Done[K] | None]
    """Writes down what was read; returns nothing if it was refused, or is not to be after all."""

    def not_understood(self) -> None:
        """Open what hides a field that is wrong.  Does nothing unless overridden."""

    # Beginning

    def begin(self, key: K | None, entry: Any, title: str) -> None:
        """Show a draft under a title, from the top, the cursor in the first field."""
        ui = self._bars
        self.key = key
        ui.titleLabel.setText(shortened(title, _MOST))
        ui.titleLabel.setToolTip(title if len(title) > _MOST else "")
        self.form.show_draft(entry)
        ui.tidyLabel.hide()
        ui.problemLabel.hide()
        ui.scroll.verticalScrollBar().setValue(0)
        self.form.focus_first()

    def begin_in_view(self) -> None:
        """Show the form from the top, or from where its first field is; it is shown by now."""
        scroll = self._bars.scroll
        fields = scroll.widget()
        if fields is not None and (layout := fields.layout()) is not None:
            layout.activate()  # where the fields are was not known before
        scroll.verticalScrollBar().setValue(0)
        if (field := self.focusWidget()) is not None:
            scroll.ensureWidgetVisible(field, 20, 60)

    # Leaving

    @property
    def dirty(self) -> bool:
        """Whether anything was typed that is not saved."""
        return self.form.dirty

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return not self.dirty or may_drop_input(self.dialogs)

    @Slot()
    def give_up(self) -> None:
        """Go back to the card, after asking if anything was typed."""
        if self.may_leave():
            self.left.emit()

    @Slot()
    def save(self) -> None:
        """Write the record down; what is wrong is said under its field."""
        self._bars.problemLabel.hide()
        entry = self.form.read()
        if entry is None:
            self.not_understood()
        elif (done := self.write(entry)) is not None:
            self.form.show_draft(entry)
            self.saved.emit(done.result)

    def refused(self, refusal: Refusal) -> None:
        """Say what a command refused, under its fields where it names them."""
        left = self.form.mark_refusal(refusal)
        self._bars.problemLabel.setText(left)
        self._bars.problemLabel.setVisible(bool(left))

    # While typing

    def tidy_names(self, *edits: QLineEdit) -> None:
        """Mend radicals that come from a PDF in these fields, and say so."""
        for edit in edits:
            edit.editingFinished.connect(self._tidy)

    @Slot()
    def _tidy(self) -> None:
        edit = self.sender()
        if isinstance(edit, QLineEdit):
            mended = tidy(edit.text())
            if mended.changed:
                edit.setText(mended.text)
            self._bars.tidyLabel.setText(mended.notice)
            self._bars.tidyLabel.setVisible(bool(mended.notice))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take the keys of the form where a button of it has the focus, as after a click."""
        if event.key() in ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Bring the field that is being filled in into view; give every row its height."""
        scroll = self._bars.scroll
        if not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.FocusIn:
            scroll.ensureWidgetVisible(watched, 20, 60)
        elif event.type() == QEvent.Type.Resize and watched is scroll.widget():
            _lay_out_anew(watched)
        return False


def _lay_out_anew(fields: QWidget) -> None:
    """Let the layout of the fields share its height out again.

    A form that was too low for a moment (a list opened in it) otherwise keeps rows of several
    lines as low as they were then.
    """
    if (layout := fields.layout()) is not None:
        _forget(layout)
        layout.activate()


def _forget(layout: QLayout) -> None:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (inner := item.layout()) is not None:
            _forget(inner)
    layout.invalidate()
