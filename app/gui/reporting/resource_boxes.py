"""For whom a list of resources is, of which district, and on which paper."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.gui.compiled.reporting.ui_reporting_page import Ui_ReportingPage
from app.gui.framework.observable_store import ObservableStore
from app.local_resources.local_resource import View
from app.office import queries as office
from app.reporting.resource_choice import EDITIONS, ResourceChoice, ResourcePaper


class ResourceBoxes(QObject):
    """``changed`` says that another choice was made; ``choice`` is what is chosen."""

    changed = Signal()

    def __init__(self, ui: Ui_ReportingPage, store: ObservableStore) -> None:
        super().__init__(ui.choicePanel)
        self._ui, self._store = ui, store
        standard = ResourceChoice()
        for view, name in EDITIONS.items():
            ui.viewCombo.addItem(name, view.value)
        for paper in ResourcePaper:
            ui.paperCombo.addItem(paper.label, paper.value)
        ui.viewCombo.setCurrentIndex(ui.viewCombo.findData(standard.view.value))
        ui.paperCombo.setCurrentIndex(ui.paperCombo.findData(standard.paper.value))
        self._fill_districts()
        for combo in (ui.viewCombo, ui.districtCombo, ui.paperCombo):
            combo.currentIndexChanged.connect(self._changed)

    @property
    def choice(self) -> ResourceChoice:
        """What is chosen."""
        ui = self._ui
        return ResourceChoice(
            View.of_value(ui.viewCombo.currentData()) or View.PUBLIC,
            ui.districtCombo.currentData(),
            paper=ResourcePaper.of_value(ui.paperCombo.currentData()) or ResourcePaper.A4,
        )

    def show(self, *, wanted: bool) -> None:
        """Show the boxes, where the document asks for them, with the districts there are now."""
        ui = self._ui
        for widget in (
            ui.viewLabel,
            ui.viewCombo,
            ui.districtLabel,
            ui.districtCombo,
            ui.paperLabel,
            ui.paperCombo,
        ):
            widget.setVisible(wanted)
        if wanted:
            self._fill_districts()

    def _fill_districts(self) -> None:
        combo = self._ui.districtCombo
        chosen = combo.currentData()
        combo.blockSignals(True)  # noqa: FBT003
        combo.clear()
        combo.addItem("すべて", None)
        for row in self._store.ask(office.districts):
            combo.addItem(row.name, row.id)
        combo.setCurrentIndex(max(combo.findData(chosen), 0) if chosen is not None else 0)
        combo.blockSignals(False)  # noqa: FBT003

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()
