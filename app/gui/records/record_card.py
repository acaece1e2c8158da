"""The card of one record: everything that is written down, with the way to change it.

A card says what it shows of a record, and which tables that comes from::

    class SupporterCardView(RecordCard[SupporterId]):
        TABLES = frozenset({"supporter", "person"})

        def fill(self, key: SupporterId) -> None:
            card = self.store.ask(queries.supporter_card, key)  # a Refusal: it has gone
            self.show_head(card.name, card.kana)
            …

"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app.gui.framework import icons
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.unsaved import may_drop_forms
from app.kernel.errors import Refusal
from app.kernel.text import shortened
from app.kernel.wareki import format_day

_MOST = 60
"""How many characters of a name a heading shows: what the card says has to be seen below it."""

K = TypeVar("K", bound=int)


class RecordCardUi(Protocol):
    """What every card has, by its name in Designer."""

    head: QHBoxLayout
    acts: QHBoxLayout
    kanaLabel: QLabel  # noqa: N815
    nameLabel: QLabel  # noqa: N815
    stateLabel: QLabel  # noqa: N815
    editButton: QPushButton  # noqa: N815
    binButton: QPushButton  # noqa: N815
    restoreButton: QPushButton  # noqa: N815


class RecordCard(QWidget, Generic[K]):
    """Shows a record; ``wanted`` carries the ``Target`` of whatever on it leads elsewhere."""

    wanted = Signal(object)

    TABLES: ClassVar[frozenset[str]] = frozenset()
    """The card is shown anew when one of these has changed."""

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
        self.key: K | None = None
        store.changed.connect(self._changed)

    def hold(self, ui: RecordCardUi) -> None:
        """Take the name and the buttons every card has."""
        self._bars = ui
        for label in (ui.kanaLabel, ui.nameLabel, ui.stateLabel):
            label.setWordWrap(True)
            label.setMinimumWidth(1)  # a long word without a break is cut, it widens nothing
        align = Qt.AlignmentFlag
        ui.head.setAlignment(ui.acts, align.AlignLeft | align.AlignTop)

    # What a subclass says

    fill: Callable[[K], None]
    """Shows everything; raises the ``Refusal`` of the query if the record has gone."""

    def forget(self) -> None:
        """Drop what was shown: the record has gone.  Does nothing unless overridden."""

    def may_leave(self) -> bool:
        """Ask before what is typed into the small forms of the card is dropped."""
        return may_drop_forms(self, self.dialogs)

    # Showing

    def show_record(self, key: K) -> bool:
        """Show a record; return whether it is still there."""
        return self._show(key)

    def _show(self, key: K) -> bool:
        try:
            self.fill(key)
        except Refusal:
            self.key = None
            self.forget()
            return False
        self.key = key
        return True

    def show_head(
        self, name: str, kana: str, *, state: str = "", deleted_at: datetime | None = None
    ) -> None:
        """Show the name, a state worth saying, and what can be done: less with one in the bin."""
        ui = self._bars
        binned = deleted_at is not None
        states = []
        if deleted_at is not None:
            states.append(f"{format_day(deleted_at.date())}にごみ箱へ移しました")
        if state:
            states.append(f"状態：{state}")
        ui.kanaLabel.setText(shortened(kana, _MOST) or "ふりがな未入力")
        ui.nameLabel.setText(shortened(name, _MOST))
        ui.nameLabel.setToolTip(name if len(name) > _MOST else "")
        ui.stateLabel.setText("　".join(states))
        ui.stateLabel.setVisible(bool(states))
        ui.editButton.setVisible(not binned)
        ui.binButton.setVisible(not binned)
        ui.restoreButton.setVisible(binned)
        self._arrange()

    def _arrange(self) -> None:
        """Let the buttons stand under a name that has no room beside them."""
        ui = self._bars
        labels = (ui.kanaLabel, ui.nameLabel)
        widest = max(one.fontMetrics().horizontalAdvance(one.text()) for one in labels)
        needed = widest + ui.head.spacing() + ui.acts.sizeHint().width()
        way = QBoxLayout.Direction
        room = ui.head.geometry().width()
        ui.head.setDirection(way.LeftToRight if needed < room else way.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    @property
    def name(self) -> str:
        """The name of whose card is shown, as far as its heading shows it."""
        return self._bars.nameLabel.text()

    @property
    def buttons(self) -> RecordCardUi:
        """What can be done with the record."""
        return self._bars

    def allow(self, *, shown: bool) -> None:
        """Let the buttons, and so their keys, work only while the card is shown."""
        ui = self._bars
        for button in (ui.editButton, ui.binButton, ui.restoreButton):
            button.setEnabled(shown and not button.isHidden())

    @Slot()
    def draw_icons(self) -> None:
        """Draw the icons in the colours of the day."""
        self._bars.editButton.setIcon(icons.icon("edit"))
        self._bars.binButton.setIcon(icons.icon("delete"))
        self._bars.restoreButton.setIcon(icons.icon("restore"))

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if self.key is not None and tables & self.TABLES:
            self._show(self.key)
