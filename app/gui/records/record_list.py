"""The list of a page of records: what is typed and chosen above it narrows it.

A list of one kind of record says what its boxes ask for and what an empty list means::

    class SupporterList(RecordList):
        UNIT = "人"

        def __init__(self, ui: Ui_SupportersPage, store: ObservableStore) -> None:
            super().__init__(ui, ui.supporterList, (ui.districtCombo,), store)
            self.show_model(WindowModel(store, COLUMNS, SupporterListing(), self), "supporters")
            self.say_when_empty(EmptyState("まだ…", "…", "最初の方を追加する"), EmptyState(…))

        def listing(self) -> SupporterListing:
            return SupporterListing(text=self.text, district_id=ui.districtCombo.currentData())

"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStackedWidget, QTabBar

from app.gui.framework.list_view import ListView
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import WindowModel
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.steady_label import SteadyLabel


class RecordListUi(Protocol):
    """What stands above and around a list, by its name in Designer."""

    searchEdit: QLineEdit  # noqa: N815
    binCheck: QCheckBox  # noqa: N815
    countLabel: SteadyLabel  # noqa: N815
    listStack: QStackedWidget  # noqa: N815


class RecordList(QObject):
    """Connects the search box, the filters and the bin to a list.

    ``chosen`` carries the key of the current record or nothing, ``opened`` that of one that was
    double-clicked or Enter was pressed on, ``first_wanted`` that the first one is to be added.
    """

    chosen = Signal(object)
    opened = Signal(int)
    first_wanted = Signal()

    UNIT: ClassVar[str] = "件"
    MASTERS: ClassVar[frozenset[str]] = frozenset()
    """The tables the filters offer the rows of."""

    def __init__(
        self,
        ui: RecordListUi,
        view: ListView,
        filters: Sequence[QComboBox],
        store: ObservableStore,
        tabs: QTabBar | None = None,
    ) -> None:
        super().__init__(view)
        self.view = view
        self.store = store
        self._bars = ui
        self._filters = tuple(filters)
        self._tabs = tabs

    # What a subclass says

    def fill_filters(self) -> None:
        """Fill the filters, keeping what is chosen.  Does nothing unless overridden."""

    listing: Callable[[], Any]
    """Returns what the boxes ask for, as a listing that can be compared."""

    @property
    def asked(self) -> Any:
        """What is listed now, to compare with ``listing()``."""
        return self.model.listing

    def show(self, listing: Any) -> None:
        """List something else."""
        self.model.show(listing)

    def counted(self, *, typing: bool) -> None:
        """Count elsewhere what is listed now.  Does nothing unless overridden."""

    # Beginning

    def show_model(self, model: WindowModel[Any], name: str) -> None:
        """Show a model; the widths of its columns are remembered under ``name``."""
        self.fill_filters()
        self.model = model
        self.view.show_model(model, name)
        model.counted.connect(self._say_count)
        self._bars.searchEdit.textChanged.connect(self.narrow)
        if self._tabs is not None:
            self._tabs.currentChanged.connect(self.narrow)
        for box in self._filters:
            box.currentIndexChanged.connect(self.narrow)
        self._bars.binCheck.toggled.connect(self.narrow)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.store.changed.connect(self._changed)

    def say_when_empty(self, none_yet: EmptyState, not_found: EmptyState) -> None:
        """Show one of these in the list's place: nothing is stored, or nothing fits."""
        self._none_yet, self._not_found = none_yet, not_found
        none_yet.wanted.connect(self.first_wanted)
        not_found.wanted.connect(self.clear)
        self._bars.listStack.addWidget(none_yet)
        self._bars.listStack.addWidget(not_found)
        self._count(typing=False)

    # Listing

    @property
    def text(self) -> str:
        """What is typed into the search box."""
        return self._bars.searchEdit.text().strip()

    @property
    def everything(self) -> bool:
        """Whether nothing narrows the list."""
        tab = 0 if self._tabs is None else self._tabs.currentIndex()
        chosen = tab > 0 or any(box.currentData() is not None for box in self._filters)
        return not (self.text or chosen or self._bars.binCheck.isChecked())

    def choose(self, key: int) -> None:
        """Make a record current, taking away what hides it."""
        if not self.view.choose(key):
            self.clear()
            if not self.view.choose(key):
                self._bars.binCheck.setChecked(True)
                self.view.choose(key)

    @Slot()
    def clear(self) -> None:
        """List everything."""
        bars = self._bars
        quiet = [bars.searchEdit, bars.binCheck, *self._filters, self._tabs]
        blockers = [QSignalBlocker(widget) for widget in quiet if widget is not None]
        bars.searchEdit.clear()
        bars.binCheck.setChecked(False)
        for box in self._filters:
            box.setCurrentIndex(0)
        if self._tabs is not None:
            self._tabs.setCurrentIndex(0)
        for blocker in blockers:
            blocker.unblock()
        self.narrow()

    @Slot()
    def narrow(self) -> None:
        """List what the boxes ask for now."""
        listing = self.listing()
        if listing != self.asked:
            self.show(listing)
            self._count(typing=True)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.MASTERS:
            self.fill_filters()
            self.narrow()
        if tables & self.model.listing.tables:
            self._count(typing=False)

    def _count(self, *, typing: bool) -> None:
        """Say how many are listed, and what an empty list means."""
        shown = self.model.rowCount()
        if not self.model.uncounted:
            self._say_count()
        nothing = self._none_yet if self.everything else self._not_found
        self._bars.listStack.setCurrentWidget(self.view if shown else nothing)
        self.counted(typing=typing)

    @Slot()
    def _say_count(self) -> None:
        self._bars.countLabel.setText(f"{self.model.rowCount():,}{self.UNIT}")
