"""A table model that holds every key but only the rows on screen.

Roles are compared as plain numbers: the enumeration costs a slow look-up on each of the
thousand calls that one repaint makes.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from app.gui.framework.observable_store import ObservableStore

if TYPE_CHECKING:
    from app.storage.listing import Listing

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

_WINDOW = 100
_WINDOWS_KEPT = 20
_BEGUN = 2 * _WINDOW
"""So many keys a long listing begins with."""
_PAINTED_MS = 30
"""After so long what was shown is painted; a window system may wait 5 ms before it asks."""
_DISPLAY = 0
_TOOL_TIP = 3
_ALIGNMENT = 7
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)  # no slots: Column[Row](…) would then fail on Python 3.11
class Column(Generic[R]):
    """One column: its heading, how it shows a row, and by what name a listing sorts by it.

    ``width`` counts full-width characters; an empty ``order`` means the heading cannot sort.
    """

    heading: str
    show: Callable[[R], str]
    number: bool = False
    order: str = ""
    width: int = 8
    tip: Callable[[R], str] | None = None


class WindowModel(QAbstractTableModel, Generic[R]):
    """Shows a listing of any length.

    The view asks for cells; the model fetches the hundred rows around the first one
    it does not have.  Never let a view size its rows to their contents: that asks for
    every cell there is.  A listing whose headings sort is a frozen dataclass with the fields
    ``order`` (a ``Column.order``) and ``descending``; ``sort`` makes another such value.
    A very long listing may also have ``first_keys(session, limit)`` and ``count(session)``;
    then it is counted once what it begins with is painted (``counted`` says when), and the
    other keys are read only when somebody scrolls to them.
    """

    counted = Signal()

    def __init__(
        self,
        store: ObservableStore,
        columns: Sequence[Column[R]],
        listing: Listing[R],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self.columns = tuple(columns)
        self._listing = listing
        self._windows: OrderedDict[int, list[R | None]] = OrderedDict()
        self._keys: array[int] = array("q")
        self._count = 0
        self._uncounted = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINTED_MS)
        self._soon.timeout.connect(self.count_now)
        self._read()
        self._count = self._whole_count()
        store.changed.connect(self._refresh)

    @property
    def listing(self) -> Any:
        """What is listed now; change it with ``show(dataclasses.replace(model.listing, …))``."""
        return self._listing

    def show(self, listing: Listing[R]) -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self._listing = listing
        self._read()
        self.endResetModel()

    @property
    def uncounted(self) -> bool:
        """Whether there are more rows than have been counted so far."""
        return self._uncounted

    @Slot()
    def count_now(self) -> None:
        """Count the rows of a listing that was only begun."""
        if not self._uncounted:
            return
        count = self._whole_count()
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        self.counted.emit()

    def key(self, index: Index) -> int:
        """Return the key of the row of a valid index."""
        return self._key_at(index.row())

    def row(self, index: Index) -> R | None:
        """Return the row of a valid index, or nothing if it has just been deleted."""
        return self._row(index.row())

    def row_of(self, key: int) -> int | None:
        """Return the row number at which a key stands, or nothing."""
        for keys in (self._keys, self._all_keys()):
            with suppress(ValueError):
                return keys.index(key)
        return None

    def keys(self) -> Sequence[int]:
        """Return every key, in the order shown."""
        return self._all_keys()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """List in the order of another column; nothing happens if that column has none."""
        if not 0 <= column < len(self.columns) or not self.columns[column].order:
            return
        listing: Any = self._listing
        descending = order == Qt.SortOrder.DescendingOrder
        name = self.columns[column].order
        if (listing.order, listing.descending) != (name, descending):
            self.show(replace(listing, order=name, descending=descending))

    def _read(self) -> None:
        """Read the keys, or of a listing that can count itself only the first ones."""
        self._windows.clear()
        listing: Any = self._listing
        begun = hasattr(listing, "first_keys")
        found = self._store.ask(listing.first_keys, _BEGUN) if begun else None
        self._uncounted = found is not None and len(found) >= _BEGUN
        self._keys = array("q", self._store.ask(listing.keys) if found is None else found)
        self._count = len(self._keys)
        if self._uncounted:
            self._soon.start()

    def _whole_count(self) -> int:
        """Return how many rows there are, counting what was only begun."""
        self._soon.stop()
        if not self._uncounted:
            return self._count
        self._uncounted = False
        listing: Any = self._listing
        count: int = self._store.ask(listing.count)
        return count

    def _all_keys(self) -> array[int]:
        self.count_now()
        if len(self._keys) < self._count:
            self._keys = array("q", self._store.ask(self._listing.keys))
        return self._keys

    def _key_at(self, number: int) -> int:
        keys = self._keys if number < len(self._keys) else self._all_keys()
        return keys[number]

    def _refresh(self, tables: frozenset[str]) -> None:
        """Show what is there now, without losing the selection if nothing moved."""
        if not tables & self._listing.tables:
            return
        self.count_now()
        before, count = self._keys, self._count
        self._read()
        self._count = self._whole_count()
        if self._count != count or self._keys[: len(before)] != before[: len(self._keys)]:
            self.beginResetModel()
            self.endResetModel()
        elif self._count:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _row(self, number: int) -> R | None:
        """Return a row, or nothing if it was deleted since the keys were read."""
        first = number - number % _WINDOW
        window = self._windows.get(first)
        if window is None:
            window = self._fetch(first)
        return window[number - first]

    def _fetch(self, first: int) -> list[R | None]:
        last = min(first + _WINDOW, self._count)
        keys = (self._keys if last <= len(self._keys) else self._all_keys())[first:last]
        rows = self._store.ask(self._listing.rows, keys.tolist())
        window = [rows.get(key) for key in keys]
        window += [None] * (_WINDOW - len(window))
        self._windows[first] = window
        if len(self._windows) > _WINDOWS_KEPT:
            self._windows.popitem(last=False)
        return window

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            row = self._row(index.row())
            return None if row is None else self.columns[index.column()].show(row)
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[index.column()].number else None
        if role == _TOOL_TIP:
            return self._tip(index)
        return None

    def _tip(self, index: Index) -> str | None:
        tip = self.columns[index.column()].tip
        row = self._row(index.row()) if tip else None
        return tip(row) if tip and row is not None else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return self.columns[section].heading
        if role == _ALIGNMENT and orientation is Qt.Orientation.Horizontal:
            left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            return _RIGHT if self.columns[section].number else left
        return super().headerData(section, orientation, role)
