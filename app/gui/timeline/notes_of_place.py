"""What the place 連絡先 does with notes: the key for a call, links to a note, leaving one."""

from __future__ import annotations

from typing import Protocol, cast

from app.gui.contacts.card_panel import PanelColumn
from app.gui.framework.list_view import ListView
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import WindowModel
from app.gui.timeline.timeline_panel import TimelinePanel
from app.kernel.errors import Refusal
from app.timeline import queries

LINKS = {"note": "person", "organisation-note": "organisation"}
"""The kinds of links to a note (as 今日 has them), and those to whose note it is."""


class _Card(Protocol):
    panels: PanelColumn

    def isVisible(self) -> bool: ...  # noqa: N802


def panel_shown(part: Page) -> TimelinePanel | None:
    """Return 記録 of the card a part shows, if it shows one."""
    if not hasattr(part, "card"):
        return None
    card = cast("_Card", part.card)
    return card.panels.panel_of(TimelinePanel) if card.isVisible() else None


def choose_the_only_one(part: Page) -> None:
    """Choose whoever is found, where it is one: a number was typed and the call goes on."""
    for view in part.findChildren(ListView):
        model = view.model()
        if view.isVisible() and isinstance(model, WindowModel) and model.rowCount() == 1:
            view.choose(model.keys()[0])


def owner_of(store: ObservableStore, target: Target) -> Target | None:
    """Return the link to whose note a link is about; nothing where the note has gone."""
    try:
        note = store.ask(queries.note, int(target.key or 0))
    except Refusal as refusal:
        store.refused.emit(refusal.text)
        return None
    kind = LINKS[target.kind]
    return Target("contacts", kind, note.person if kind == "person" else note.organisation)
