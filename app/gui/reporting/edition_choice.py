"""With which registered form a document is made, where several hold for its year."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot

from app.gui.compiled.reporting.ui_reporting_page import Ui_ReportingPage
from app.gui.framework.observable_store import ObservableStore
from app.kernel.fiscal_year import FiscalYear
from app.reporting.form_choice import choosable_editions


class EditionChoice(QObject):
    """``changed`` says that another form was chosen; ``edition`` is its key, none for the newest.

    The choice is for one document and year: the next begins with the newest again.
    """

    changed = Signal()

    def __init__(self, ui: Ui_ReportingPage, store: ObservableStore) -> None:
        super().__init__(ui.choicePanel)
        self._label, self._combo, self._store = ui.editionLabel, ui.editionCombo, store
        self._of: tuple[str, FiscalYear] | None = None
        self._combo.currentIndexChanged.connect(self._chosen)

    @property
    def edition(self) -> int | None:
        """The registered form that was chosen instead of the newest."""
        key: int | None = self._combo.currentData()
        return key

    def show(self, document: str, year: FiscalYear) -> None:
        """Offer the forms of a document that hold in a year, where there are several."""
        chosen = self.edition if self._of == (document, year) else None
        self._of = (document, year)
        rows = self._store.ask(choosable_editions, document, year)
        with QSignalBlocker(self._combo):
            self._combo.clear()
            for number, row in enumerate(rows):
                name = f"{row.version or row.name}（{row.from_year}から）"
                self._combo.addItem(name, row.id if number else None)
            self._combo.setCurrentIndex(max(self._combo.findData(chosen), 0) if rows else -1)
        for widget in (self._label, self._combo):
            widget.setVisible(len(rows) > 1)

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit()
