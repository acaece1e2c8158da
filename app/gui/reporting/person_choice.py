"""Whose document it is: found by typing, and named above the field until somebody else is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.contacts import queries
from app.contacts.card import SearchHit
from app.gui.compiled.reporting.ui_reporting_page import Ui_ReportingPage
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.person_picker import SHOWN, Choice
from app.kernel.wareki import format_day


class PersonChoice(QObject):
    """``changed`` says that somebody (else) was chosen; ``person`` is their key."""

    changed = Signal()

    def __init__(self, ui: Ui_ReportingPage, store: ObservableStore) -> None:
        super().__init__(ui.choicePanel)
        self._ui, self._store = ui, store
        self.person: int | None = None
        ui.personPicker.prepare(self._find)
        ui.personPicker.picked.connect(self._picked)
        self.choose(None)

    def show(self, *, wanted: bool) -> None:
        """Show the field, where the document asks for a person."""
        for widget in (self._ui.personLabel, self._ui.personPanel):
            widget.setVisible(wanted)

    def choose(self, person: int | None) -> None:
        """Choose somebody; nobody where they are no longer there."""
        found = self._store.ask(queries.search_hits, [person]) if person is not None else []
        self.person = found[0].id if found else None
        name = found[0].name if found else "まだ選んでいません"
        self._ui.personName.setText(name)

    def _find(self, text: str) -> list[Choice]:
        _total, hits = self._store.ask(queries.search_people, text, SHOWN)
        return [Choice(hit.id, hit.name, _detail(hit)) for hit in hits]

    @Slot(int)
    def _picked(self, person: int) -> None:
        self.choose(person)
        self.changed.emit()


def _detail(hit: SearchHit) -> str:
    born = "" if hit.birth_date is None else f"{format_day(hit.birth_date, 'R8.4.1')}生"
    return "　".join(part for part in (hit.kana, born, hit.address) if part)
