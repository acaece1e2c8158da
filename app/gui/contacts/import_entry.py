"""The way from a list to the import: its pane in the list's place, one for each list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.contacts.custom import Subject
from app.gui.contacts.import_pane import ImportPane
from app.gui.framework import icons, view
from app.gui.framework.page import Page


class ImportEntry(QObject):
    """``views`` shows ``listed`` until an import is begun, and again afterwards.

    With a subject files are read as lists of it unless something else is chosen.
    """

    def __init__(
        self,
        page: Page,
        views: QStackedWidget,
        listed: QWidget,
        button: QPushButton,
        subject: Subject | None = None,
    ) -> None:
        super().__init__(page)
        self.pane: ImportPane | None = None
        self._page, self._views, self._list = page, views, listed
        self._button, self._subject = button, subject
        page.keys.add("名簿を取り込む", "Ctrl+I", self.begin, button)
        page.keys.tell("A・U・L", "取り込みの要確認の行：追加・更新・取り込まない（Shiftで全部）")
        self._draw()
        view.current().changed.connect(self._draw)

    @Slot()
    def begin(self, course: int | None = None, path: Path | None = None) -> None:
        """Begin an import, for a course's applicants if one is given, of a file if it is known."""
        page = self._page
        if not page.may_leave():
            return
        if self.pane is None:
            self.pane = ImportPane(
                page.store, page.year, page.dialogs, page.jobs, lambda: page.today
            )
            self.pane.left.connect(self.close)
            self.pane.wanted.connect(page.wanted)
            self._views.addWidget(self.pane)
        self._views.setCurrentWidget(self.pane)
        self.pane.begin(course or None, self._subject)
        if path is not None:
            self.pane.read(path)

    @Slot()
    def close(self) -> None:
        """Show the list again."""
        pane, self.pane = self.pane, None
        if pane is not None:
            self._views.setCurrentWidget(self._list)
            self._views.removeWidget(pane)
            pane.deleteLater()
            self._page.setFocus()

    @Slot()
    def _draw(self) -> None:
        self._button.setIcon(icons.icon("import"))
