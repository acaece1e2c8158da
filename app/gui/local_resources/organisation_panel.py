"""社会資源 on the card of an organisation: what it runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.contacts.card_panel import CardPanel, Owner
from app.gui.contacts.panel_lines import PanelLines, link, plain
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.local_resources import queries


class OrganisationResourcesPanel(CardPanel):
    """Lists the resources of an organisation; one that runs none has no such panel."""

    tables = frozenset({"local_resource", "resource_kind"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.lines = PanelLines(self)
        self.lines.linked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)

    def show_owner(self, owner: Owner) -> None:
        """List what an organisation runs, in 五十音 order."""
        self.lines.clear()
        if owner.organisation is None:
            return
        rows = self.store.ask(queries.resources_of, owner.organisation)
        for row in rows:
            said = "　".join(part for part in (row.kind, row.opening) if part)
            self.lines.add(f"{link('resource', row.id, row.name)}　{plain(said)}")
        self.setVisible(bool(rows))

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target("local_resources", kind, int(key)))
