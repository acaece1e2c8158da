"""A form that edits a frozen draft, field by field, as one fills in a paper form.

Enter and Tab go to the next field, Enter in the last one submits, Esc cancels.  What was
typed stays when a check fails, with the sentence under the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.gui.framework.field_values import Reader, reader_of
from app.kernel.errors import Refusal

D = TypeVar("D")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(slots=True)
class _Field:
    editor: QWidget
    reader: Reader
    problem: QLabel


class EditForm(QObject):
    """Binds the fields of a draft (a frozen dataclass) to the editors of a widget.

    ``bind`` each field in the order of the form, then ``show_draft``.  ``submitted`` says that
    the user is finished, ``cancelled`` that they gave up, ``edited`` that something was typed.
    """

    submitted = Signal()
    cancelled = Signal()
    edited = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._fields: dict[str, _Field] = {}
        self._draft: Any = None
        self._shown: dict[str, Any] = {}
        self._quiet = False
        self._first = ""

    def bind(self, name: str, editor: QWidget) -> None:
        """Let an editor show the field ``name``; it must already be in a layout.

        Knows line edits, plain text, combo boxes (by their data), check boxes, spin boxes, and
        every widget with ``value()``, ``set_value(value)`` and a signal ``edited``.
        """
        problem = QLabel()
        problem.setObjectName("problem")
        problem.setWordWrap(True)
        problem.hide()
        self._wrap(editor, problem)
        reader = reader_of(editor)
        reader.edited.connect(self._typed)
        self._fields[name] = _Field(editor, reader, problem)
        target = editor.focusProxy() or editor
        target.installEventFilter(self)
        if isinstance(editor, QComboBox | QAbstractSpinBox):
            editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _wrap(self, editor: QWidget, problem: QLabel) -> None:
        """Put the editor's place in its layout over to the editor with its problem below."""
        parent = editor.parentWidget()
        layout = parent.layout() if parent else None
        holder = QWidget(parent)
        if layout is not None:
            layout.replaceWidget(editor, holder)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(editor)
        column.addWidget(problem)

    def show_draft(self, draft: Any) -> None:
        """Show a draft; what was typed before is forgotten."""
        self._quiet = True
        self._draft = draft
        for name, field in self._fields.items():
            field.reader.show(getattr(draft, name))
        self._quiet = False
        self.mark({})
        self._shown = self._typed_values()

    def fill(self, draft: Any) -> None:
        """Fill the fields in from another draft, as if that had been typed."""
        for name, field in self._fields.items():
            field.reader.show(getattr(draft, name))

    @property
    def dirty(self) -> bool:
        """Whether anything differs from the draft that was shown."""
        return self._draft is not None and self._typed_values() != self._shown

    @property
    def open(self) -> bool:
        """Whether the form is being filled in, though perhaps on a tab that is not in front."""
        return not self._host.isHidden()

    def read(self) -> Any:
        """Return the draft as typed, or nothing if a field cannot be understood.

        What is wrong is then shown under the fields and the first of them has the focus.
        """
        values: dict[str, Any] = {}
        problems: dict[str, str] = {}
        for name, field in self._fields.items():
            try:
                values[name] = field.reader.read()
            except Refusal as refusal:
                problems[name] = refusal.text
        self.mark(problems)
        return None if problems else replace(self._draft, **values)

    def mark(self, problems: Mapping[str, str]) -> None:
        """Show each sentence under its field, and go to the first."""
        first: QWidget | None = None
        for name, field in self._fields.items():
            text = problems.get(name, "")
            field.problem.setText(text)
            field.problem.setVisible(bool(text))
            _set_problem(field.editor, wrong=bool(text))
            if text and first is None:
                first = field.editor
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_refusal(self, refusal: Refusal) -> str:
        """Show what a command refused under its fields; return what is left to say elsewhere."""
        self.mark(refusal.fields)
        return "" if set(refusal.fields) & set(self._fields) else refusal.text

    def begin_at(self, name: str) -> None:
        """Let ``focus_first`` go to a field: those before it are filled in already."""
        self._first = name

    def focus_first(self) -> None:
        """Go to the first field that is asked for."""
        names = [*self._fields]
        start = names.index(self._first) if self._first else 0
        editors = [self._fields[name].editor for name in names[start:]]
        shown = [one for one in editors if one.isVisibleTo(self._host)]
        next(iter(shown or editors)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed_values(self) -> dict[str, Any]:
        return {name: field.reader.typed() for name, field in self._fields.items()}

    @Slot()
    def _typed(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Wheel:
            return _leave_to_page(watched, event)
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keep_from_page(event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() == Qt.Key.Key_Escape and plain:
            self.cancelled.emit()
            return True
        if event.key() in ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return True
        if event.key() in ENTER and plain and not isinstance(watched, QPlainTextEdit):
            self.move_on(watched)
            return True
        return False

    def _keep_from_page(self, event: QKeyEvent) -> bool:
        """Take Ctrl+Enter while something is typed, whatever the page does with that key."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() not in ENTER or not control:
            return False
        event.accept()
        return True

    def move_on(self, watched: QObject) -> None:
        """Go to the field after an editor, as Enter does: after the last one, submit."""
        editors = [field.editor for field in self._fields.values()]
        here = next(n for n, e in enumerate(editors) if watched in (e, e.focusProxy()))
        for editor in editors[here + 1 :]:
            if editor.isEnabled() and editor.isVisibleTo(self._host):
                editor.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.submitted.emit()


def _leave_to_page(watched: QObject, event: QEvent) -> bool:
    """Keep a wheel that passes over a choice or a number from changing it: it scrolls the page."""
    idle = isinstance(watched, QComboBox | QAbstractSpinBox) and not watched.hasFocus()
    if idle:
        event.ignore()
    return idle


def _set_problem(editor: QWidget, *, wrong: bool) -> None:
    target = editor.focusProxy() or editor
    if bool(target.property("problem")) != wrong:
        target.setProperty("problem", wrong)
        target.style().unpolish(target)
        target.style().polish(target)
