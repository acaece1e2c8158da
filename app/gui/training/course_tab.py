"""What every tab of a course's card is: a widget that shows one course and keeps up with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.gui.framework.page import Page
from app.gui.framework.shortcuts import KeyHelp
from app.gui.reporting.document_link import document_target
from app.training.completion import SessionId
from app.training.course import CourseId


class CourseTab(QWidget):
    """Subclasses lay themselves out in ``__init__`` and read the course in ``reload``.

    ``reload`` is called when another course is shown and after each change of one of
    ``tables``, but not while the tab is hidden: then when it is next shown.  ``wanted`` carries
    a ``Target``, ``said`` a sentence for the status line, as those of the page do.
    """

    wanted = Signal(object)
    said = Signal(str)

    title: ClassVar[str]
    wide: ClassVar[bool] = False
    """Whether the tab needs the width of the list of courses as well."""
    tables: ClassVar[frozenset[str]] = frozenset({"course", "course_session", "enrollment"})

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self.store = page.store
        self.dialogs = page.dialogs
        self.course: CourseId | None = None
        self._stale = False
        self._actions: list[QAction] = []
        self._told: list[KeyHelp] = []
        self.store.changed.connect(self._changed)

    def show_course(self, course: CourseId) -> None:
        """Show a course; nothing is read while it is shown already."""
        if course != self.course:
            self.course = course
            self._stale = True
            self._freshen()

    def reload(self) -> None:
        """Read the course anew.  Every tab overrides this."""

    def open_session(self, session: SessionId) -> None:
        """Go to a session.  Does nothing unless overridden."""

    def may_leave(self) -> bool:
        """Say whether the tab, or the course in it, can be left."""
        return True

    def add_key(
        self,
        text: str,
        key: str,
        slot: Callable[[], object],
        button: QAbstractButton | None = None,
    ) -> None:
        """Give the page a key that works, and is listed by F1, while this tab is shown."""
        action = self.page.keys.add(text, key, slot, button)
        action.setEnabled(self.isVisible())
        self._actions.append(action)

    def tell_key(self, keys: str, text: str) -> None:
        """List a key for F1 that the tab handles by itself."""
        self._told.append(KeyHelp(keys, text))

    def told_keys(self) -> tuple[KeyHelp, ...]:
        """Return the keys the tab handles by itself."""
        return tuple(self._told)

    def want_document(self, document: str, session: int | None = None, order: str = "") -> None:
        """Lead to a document of the course, where it can be seen, printed and saved."""
        self.wanted.emit(
            document_target(document, course=self.course, session=session, order=order)
        )

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.tables and self.course is not None:
            self._stale = True
            self._freshen()

    def _freshen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        for action in self._actions:
            action.setEnabled(True)
        self._freshen()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        for action in self._actions:
            action.setEnabled(False)
