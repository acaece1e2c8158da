"""One half of a page with two lists: heading, ticked list, what an empty one means, buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget

from app.gui.compiled.supporters.ui_two_lists_page import Ui_TwoListsPage
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column
from app.gui.supporters.checked_list import CheckedList, CheckedModel
from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from app.storage.listing import Listing


@dataclass(frozen=True, slots=True)
class Widgets:
    """What a half is made of, as it was laid out in Designer."""

    title: QLabel
    stack: QStackedWidget
    list: CheckedList
    acts: FlowRow


class ListHalf(QObject):
    """``ticked`` says that other rows are ticked; ``title`` is written with how many are listed."""

    ticked = Signal()

    def __init__(self, widgets: Widgets, store: ObservableStore, parent: QObject) -> None:
        super().__init__(parent)
        self.widgets = widgets
        self._store = store
        self._title = self._unit = ""
        self._needing: list[QPushButton] = []

    def show_listing(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        listing: Listing[Any],
        nothing: EmptyState,
        unit: str = "人",
    ) -> None:
        """Show a listing; widths are remembered under ``name``."""
        self._unit = unit
        self.model: CheckedModel[Any] = CheckedModel(self._store, columns, listing, self)
        self.widgets.list.show_model(self.model, name)
        self._nothing = nothing
        self.widgets.stack.addWidget(nothing)
        self.model.ticked.connect(self._count)
        self.model.ticked.connect(self.ticked)
        self._store.changed.connect(self._changed)

    def add_button(self, text: str, *, main: bool = False, needs_ticks: bool = True) -> QPushButton:
        """Add a button below the list; most can be pressed only once rows are ticked."""
        button = QPushButton(text, self.widgets.acts)
        button.setProperty("primary", main)
        if needs_ticks:
            self._needing.append(button)
        return button

    def reload(self, title: str, listing: Listing[Any]) -> None:
        """List something else under a heading."""
        self._title = title
        self.widgets.list.setAccessibleName(title)
        self.model.show(listing)
        self._count()

    @property
    def keys(self) -> list[int]:
        """The ticked keys, in the order shown."""
        return self.model.ticked_keys()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.model.listing.tables:
            self._count()

    @Slot()
    def _count(self) -> None:
        listed, ticked = self.model.rowCount(), len(self.keys)
        unit = self._unit
        chosen = f"（{ticked}{unit}を選択）" if ticked else ""
        self.widgets.title.setText(f"{self._title}　{listed}{unit}{chosen}")
        self.widgets.stack.setCurrentWidget(self.widgets.list if listed else self._nothing)
        for button in self._needing:
            button.setEnabled(ticked > 0)


def show_alone(ui: Ui_TwoListsPage, form: SmallForm) -> None:
    """Show a form below the lists; what it stands for has the room of the other buttons."""
    for other in (ui.aboutLabel, ui.leftActs, ui.rightActs):
        other.hide()
    form.show()


def put_away(ui: Ui_TwoListsPage, form: SmallForm) -> None:
    """Show the buttons again."""
    form.hide()
    for other in (ui.aboutLabel, ui.leftActs, ui.rightActs):
        other.show()
