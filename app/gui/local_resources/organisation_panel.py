"""社会資源 on the card of an organisation: what it runs."""

from __future__ import annotations

from app.gui.contacts.card_panel import Owner
from app.gui.contacts.lines_panel import LinesPanel
from app.gui.contacts.panel_lines import link, plain
from app.local_resources import queries


class OrganisationResourcesPanel(LinesPanel):
    """Lists the resources of an organisation; one that runs none has no such panel."""

    tables = frozenset({"local_resource", "resource_kind"})
    PLACE = "local_resources"

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
