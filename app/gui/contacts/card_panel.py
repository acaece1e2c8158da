"""What hangs on a card of a person or an organisation: panels, one under the other.

A feature adds a panel with one line of ``PANELS``; its module is imported with the first card.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar, TypedDict, TypeVar, cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.shortcuts import PageKeys


class OwnerKey(TypedDict):
    """Whose something is, as commands and queries are told by name."""

    person: PersonId | None
    organisation: OrganisationId | None


@dataclass(frozen=True, slots=True)
class Owner:
    """The person or the organisation whose card is shown."""

    subject: Subject
    key: int
    name: str = ""

    @property
    def person(self) -> PersonId | None:
        return PersonId(self.key) if self.subject is Subject.PERSON else None

    @property
    def organisation(self) -> OrganisationId | None:
        return OrganisationId(self.key) if self.subject is Subject.ORGANISATION else None

    @property
    def named(self) -> OwnerKey:
        """The two keys, for ``**``."""
        return {"person": self.person, "organisation": self.organisation}


class CardPanel(QWidget):
    """One panel.  ``wanted`` carries a ``Target``: the window goes there.

    Subclasses lay themselves out in ``__init__`` and have ``show_owner``; they are shown anew
    when one of ``tables`` has changed.  A panel that has nothing to say of somebody hides itself.
    """

    wanted = Signal(object)
    tables: ClassVar[frozenset[str]] = frozenset()
    show_owner: Callable[[Owner], None]
    begin: Callable[[], None]
    """Begins to write something down; only where a key leads to the panel."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.dialogs = dialogs
        self.today = today


PanelT = TypeVar("PanelT", bound=CardPanel)


@dataclass(frozen=True, slots=True)
class Panel:
    """One line of the table: heading, class, and whose cards bear it (both where not said)."""

    title: str
    module: str
    class_name: str
    subject: Subject | None = None

    def panel_class(self) -> type[CardPanel]:
        """Import the panel."""
        return cast(
            "type[CardPanel]", getattr(importlib.import_module(self.module), self.class_name)
        )


_HERE = "app.gui.contacts."
_MERGED = "app.gui.duplicates.merged_panel"
PANELS: tuple[Panel, ...] = (
    Panel("タグ", f"{_HERE}tag_panel", "TagPanel"),
    Panel("所属・役職", f"{_HERE}affiliation_panel", "AffiliationPanel", Subject.PERSON),
    Panel(
        "役員・委員・会員", f"{_HERE}affiliation_panel", "AffiliationPanel", Subject.ORGANISATION
    ),
    Panel("家族・関係", f"{_HERE}relation_panel", "RelationPanel", Subject.PERSON),
    Panel("世帯", f"{_HERE}household_panel", "HouseholdPanel", Subject.PERSON),
    Panel("独自項目", f"{_HERE}custom_panel", "CustomPanel"),
    Panel(
        "サポーター", "app.gui.supporters.person_panel", "SupporterOfPersonPanel", Subject.PERSON
    ),
    Panel("協議体", "app.gui.council.seats_panel", "SeatsPanel", Subject.PERSON),
    Panel("統合した人", _MERGED, "MergedPanel", Subject.PERSON),
    Panel("統合した団体", _MERGED, "MergedPanel", Subject.ORGANISATION),
    Panel(
        "社会資源",
        "app.gui.local_resources.organisation_panel",
        "OrganisationResourcesPanel",
        Subject.ORGANISATION,
    ),
    Panel("希望票", "app.gui.matching.requests_panel", "RequestsPanel", Subject.ORGANISATION),
    Panel("日報", "app.gui.daily_log.log_panel", "LogPanel"),
    Panel("記録", "app.gui.timeline.timeline_panel", "TimelinePanel"),
)


def bring_into_view(widget: QWidget) -> None:
    """Scroll the card so far that a part of it is seen, once it has been laid out."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        QTimer.singleShot(0, widget, partial(above.ensureWidgetVisible, widget, 0, 20))


class PanelColumn(QWidget):
    """The panels of a card, each under its heading."""

    wanted = Signal(object)

    def __init__(
        self,
        subject: Subject,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        panels: Sequence[Panel] = PANELS,
    ) -> None:
        super().__init__()
        self._owner: Owner | None = None
        self.panels: list[CardPanel] = []
        self._headings: dict[CardPanel, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for one in panels:
            if one.subject in (None, subject):
                heading = QLabel(one.title)
                heading.setProperty("heading", True)  # noqa: FBT003
                heading.setContentsMargins(0, 8, 0, 0)
                panel = one.panel_class()(store, dialogs, today, self)
                panel.wanted.connect(self.wanted)
                column.addWidget(heading)
                column.addWidget(panel)
                self.panels.append(panel)
                self._headings[panel] = heading
        store.changed.connect(self._changed)

    def add_keys(self, keys: PageKeys) -> None:
        """Give the panels that are written in most often a key of the page."""
        keys.add("タグを付ける", "Ctrl+T", partial(self.begin, "TagPanel"))
        keys.add("所属・役職を追加", "Ctrl+G", partial(self.begin, "AffiliationPanel"))

    def begin(self, class_name: str) -> None:
        """Begin to write in a panel, if the card is shown."""
        for panel in self.panels:
            if type(panel).__name__ == class_name and self.isVisible():
                panel.begin()
                bring_into_view(panel)

    def show_owner(self, owner: Owner) -> None:
        """Show what hangs on a person or an organisation."""
        self._owner = owner
        for panel in self.panels:
            self._show(panel, owner)

    def _show(self, panel: CardPanel, owner: Owner) -> None:
        """Show a panel; one that has hidden itself takes its heading with it."""
        panel.show_owner(owner)
        self._headings[panel].setVisible(not panel.isHidden())

    def panel_of(self, kind: type[PanelT]) -> PanelT:
        """Return the panel of a class."""
        return next(panel for panel in self.panels if isinstance(panel, kind))

    def forget(self) -> None:
        """Ask for nobody's any more: their card is shown no longer."""
        self._owner = None

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if self._owner is not None:
            for panel in self.panels:
                if tables & panel.tables:
                    self._show(panel, self._owner)
