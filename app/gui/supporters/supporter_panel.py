"""One panel on the card of a supporter: a heading, lines, a button, and a form in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.contacts.card_panel import bring_into_view
from app.gui.contacts.panel_lines import PanelLines
from app.gui.framework.observable_store import ObservableStore
from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.flow_row import FlowRow
from app.supporters.card import SupporterCard
from app.supporters.supporter import SupporterId

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class SupporterPanel(QWidget):
    """Subclasses have ``list_card``, which fills ``lines``.

    Those that write give a form to ``hold`` and have ``start``, which begins it, and ``enter``,
    which writes a draft down.  ``wanted`` carries the ``Target`` of whatever on it leads elsewhere.
    """

    wanted = Signal(object)

    TITLE: ClassVar[str]
    list_card: Callable[[SupporterCard], None]
    start: Callable[[SupporterCard], None]
    enter: Callable[[SupporterCard, Any], None]

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.today = today
        self.card: SupporterCard | None = None
        self.form: SmallForm | None = None
        heading = QLabel(self.TITLE)
        heading.setProperty("heading", True)  # noqa: FBT003
        heading.setContentsMargins(0, 8, 0, 0)
        self.lines = PanelLines(self)
        self.buttons = FlowRow(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        for widget in (heading, self.lines, self.buttons):
            self.column.addWidget(widget)

    def add_button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """Add a button below the lines."""
        button = QPushButton(text, self.buttons)
        button.clicked.connect(slot)
        return button

    def hold(self, form: SmallForm) -> SmallForm:
        """Take the form that stands in place of the buttons while it is open."""
        self.form = form
        self.column.addWidget(form)
        form.entered.connect(self._entered)
        form.closed.connect(self.close_form)
        form.hide()
        return form

    # Showing

    def show_card(self, card: SupporterCard) -> None:
        """Show a supporter; what is being written for somebody else is dropped."""
        if self.form is not None and (self.card is None or self.card.id != card.id):
            self.form.hide()
            self.buttons.show()
        self.card = card
        self.setEnabled(card.deleted_at is None)
        self.lines.clear()
        self.list_card(card)

    @Slot()
    def begin(self) -> None:
        """Open the form, if there is one and a card is shown."""
        if self.form is not None and self.card is not None and self.isEnabled():
            self.open_form()
            self.start(self.card)

    def open_form(self) -> None:
        """Put the form in place of the buttons."""
        if self.form is not None:
            self.buttons.hide()
            self.form.show()
            bring_into_view(self.form)

    @Slot()
    def close_form(self) -> None:
        """Give up, or be done."""
        if self.form is not None:
            self.form.hide()
            self.buttons.show()
            self.buttons.setFocus()

    @Slot(object)
    def _entered(self, draft: Any) -> None:
        if self.card is not None:
            self.enter(self.card, draft)

    def drop(self, label: str, command: Callable[[Session, SupporterId], object]) -> None:
        """Run a command that takes something of the supporter back."""
        if self.card is not None:
            self.store.do(f"{label}（{self.card.person.draft.name}）", command, self.card.id)

    def keep(self, label: str, command: Callable[..., Any], *args: Any, **named: Any) -> None:
        """Run a command for what was typed; the form stays open where it is refused."""
        if self.form is None or self.card is None:
            return
        said = f"{label}（{self.card.person.draft.name}）"
        if self.store.do(said, command, *args, on_refusal=self.form.refused, **named) is not None:
            self.close_form()
