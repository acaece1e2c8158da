"""The panel サポーター on a person's card: the registration with a link, or registering."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.contacts.person import PersonId
from app.gui.contacts.card_panel import Owner
from app.gui.contacts.lines_panel import LinesPanel
from app.gui.contacts.panel_lines import link, plain
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.kernel.wareki import format_day
from app.supporters import commands, queries
from app.supporters.card import Candidate, SupporterCard


class SupporterOfPersonPanel(LinesPanel):
    """Registers who completed a course in one step; whoever did not gets the form."""

    tables = frozenset(
        {"supporter", "supporter_state_change", "level_change", "insurance", "enrollment"}
    )
    PLACE = "supporters"

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self._owner: Owner | None = None
        self._candidate: Candidate | None = None
        self.button = QPushButton("サポーターに登録", self)
        self.button.clicked.connect(self.register)
        self.column.setSpacing(4)
        self.column.addWidget(self.button)

    def show_owner(self, owner: Owner) -> None:
        """Say whether and how somebody is registered."""
        self._owner = owner
        person = PersonId(owner.key)
        found = self.store.ask(queries.supporter_of, person)
        self.lines.clear()
        self.button.setVisible(found is None)
        if found is not None:
            self._list(self.store.ask(queries.supporter_card, found, self.today()))
            return
        candidates = self.store.ask(queries.candidates_to_register, person)
        self._candidate = candidates[0] if candidates else None
        if self._candidate is None:
            self.lines.say("登録していません。")
            self.button.setText("サポーターに登録…")
        else:
            day = format_day(self._candidate.completed_on)
            self.lines.say(f"登録していません（{day}に{self._candidate.course}を修了）。")
            self.button.setText("今日の日付でサポーターに登録")

    def _list(self, card: SupporterCard) -> None:
        named = f"{card.draft.number}（{card.state.label}）"
        self.lines.add(link("supporter", card.id, named) + plain(f"　{card.level}"))
        for text in card.warnings:
            self.lines.say(text)

    @Slot()
    def register(self) -> None:
        """Register somebody who completed a course as of today, or open the form for them."""
        if self._owner is None:
            return
        if self._candidate is None:
            self.wanted.emit(Target("supporters", "register", self._owner.key))
            return
        label = f"サポーターの登録（{self._owner.name}）"
        keys = [self._candidate.enrollment]
        self.store.do(label, commands.register_completed, keys, on=self.today())
