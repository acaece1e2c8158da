"""What a meeting is in short, and the papers that are handed out at it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.council import commands
from app.council.queries import MeetingCard
from app.gui.compiled.council.ui_about_pane import Ui_AboutPane
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.council.kept_text import KeptText
from app.gui.council.meeting_groups import groups_of
from app.gui.council.room import no_more_than
from app.gui.framework.observable_store import ObservableStore


class AboutPane(QWidget):
    """The list of papers is saved when its field is left."""

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._card: MeetingCard | None = None
        self.ui = Ui_AboutPane()
        self.ui.setupUi(self)
        self._facts = FactsGrid(self.ui.factsPanel)
        self._papers = KeptText(self.ui.papersEdit, self._keep)
        no_more_than(self.ui.papersEdit, 3)
        self.setFocusProxy(self.ui.papersEdit)

    def show_card(self, card: MeetingCard) -> None:
        """Show a meeting in short."""
        anew = self._card is None or self._card.id != card.id
        self._card = card
        self._facts.show(groups_of(card))
        self._papers.show("\n".join(card.papers), anew=anew)

    def save(self) -> bool:
        """Save what is being typed; return whether nothing is left."""
        return self._papers.save()

    def _keep(self, text: str) -> bool:
        if self._card is None:
            return True
        label = f"配布資料（{self._card.row.title}）"
        papers = text.splitlines()
        return self._store.do(label, commands.set_papers, self._card.id, papers) is not None
