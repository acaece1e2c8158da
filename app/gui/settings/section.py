"""What every section of 設定 has, and what those with a form to save have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.framework.edit_form import EditForm
from app.gui.framework.list_view import ListView
from app.gui.framework.page import Page
from app.kernel.errors import Refusal

Step = tuple[str, Callable[..., Any]]
"""A step of undo: its label and its command."""


class Section(QWidget):
    """One section.  It is made when it is first chosen; ``page`` gives it store and dialogs."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page
        self.store = page.store

    def reveal(self) -> None:
        """Bring what is shown up to date: called each time the section is chosen or seen."""

    def may_leave(self) -> bool:
        """Say whether the section can be left."""
        return True


class FormSection(Section):
    """A section with a form.  Leaving saves what was typed, or stays where that is refused.

    Subclasses have a method ``keep`` that stores a draft and returns whether that was done.
    """

    form: EditForm
    keep: Callable[[Any], bool]

    def save(self) -> bool:
        """Save what was typed; return whether nothing is left unsaved."""
        draft = self.form.read()
        return draft is not None and self.keep(draft)

    def may_leave(self) -> bool:
        return not self.form.dirty or self.save()

    @Slot()
    def save_now(self) -> None:
        """Save, for a button or a key."""
        self.save()

    def refused(self, refusal: Refusal) -> None:
        """Show a refusal under its fields, and in the status line what belongs to none."""
        rest = self.form.mark_refusal(refusal)
        if rest:
            self.store.refused.emit(rest)


class MasterSection(FormSection):
    """A section with a list and the form of the row that is chosen in it, or of a new one.

    Subclasses have a method ``reset`` that shows what is stored of the row ``_key``.
    """

    list: ListView
    reset: Callable[[], None]
    _edited: Callable[[], None]
    _changed: Callable[[frozenset[str]], None]

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._key: int | None = None

    def connect_all(self, ui: Any, view: ListView) -> None:
        """Connect the form, its buttons and the list."""
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save_now)
        self.form.cancelled.connect(self.reset)
        ui.saveButton.clicked.connect(self.save_now)
        ui.cancelButton.clicked.connect(self.reset)
        ui.addButton.clicked.connect(self.add)
        self.watch_list(view)
        self.store.changed.connect(self._changed)

    def keep_row(self, added: Step, changed: Step, *values: object) -> bool:
        """Store a new row or the chosen one, and choose it; return whether that was done."""
        (label, command), known = (added, ()) if self._key is None else (changed, (self._key,))
        done = self.store.do(label, command, *known, *values, on_refusal=self.refused)
        if done is None:
            return False
        self._key = done.result if self._key is None else self._key
        self.reset()
        if self._key is not None:
            self.list.choose(self._key)
        return True

    def watch_list(self, view: ListView) -> None:
        """Follow the choice in a list, and let it go back where the form cannot be left."""
        self.list = view
        view.chosen.connect(self._chosen)

    @Slot(object)
    def _chosen(self, key: int | None) -> None:
        if key is None or key == self._key:
            return
        if not self.may_leave():
            if self._key is not None:
                self.list.choose(self._key)
            return
        self._key = key
        self.reset()
        if self.list.current_key() != key:  # saving chose the one that was saved
            self.list.choose(key)

    @Slot()
    def add(self) -> None:
        """Begin a new row; it is there once it is saved."""
        if self.may_leave():
            self._key = None
            self.list.clearSelection()
            self.reset()
            self.form.focus_first()


class OrderedSection(MasterSection):
    """A master whose rows stand in an order of the office's own.

    Subclasses say which ``tables`` the rows come from, return them by ``rows``, and move one by
    ``put_at`` to a place counted from 1.
    """

    tables: frozenset[str]
    rows: Callable[[], Sequence[Any]]
    put_at: Callable[[Any, int], None]
    remove: Callable[[], None]

    def connect_all(self, ui: Any, view: ListView) -> None:
        """Connect the buttons of the order too, and choose the first row."""
        super().connect_all(ui, view)
        ui.removeButton.clicked.connect(self.remove)
        ui.upButton.clicked.connect(self.move_up)
        ui.downButton.clicked.connect(self.move_down)
        self.reset()
        if rows := self.rows():
            view.choose(rows[0].id)

    def stored(self) -> Any:
        """Return the row the form shows, as it is stored; nothing for a new one."""
        return next((row for row in self.rows() if row.id == self._key), None)

    @Slot()
    def move_up(self) -> None:
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        keys = [row.id for row in self.rows()]
        row = self.stored()
        if row is not None and 0 <= (place := keys.index(row.id) + step) < len(keys):
            self.put_at(row, place + 1)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.tables and not self.form.dirty:
            if self.stored() is None:
                self._key = None
            self.reset()
