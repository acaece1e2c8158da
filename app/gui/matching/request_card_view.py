"""The card of one request for help; who is dragged onto it from the ranking is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.gui.compiled.matching.ui_request_card import Ui_RequestCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.act_form import Act, Refused
from app.gui.matching.ranking_model import dragged_supporters
from app.gui.matching.request_groups import groups_of
from app.gui.records.record_card import RecordCard
from app.gui.reporting.document_link import document_target
from app.matching import commands, queries
from app.matching.queries import RequestCard
from app.matching.request import RequestId, RequestState
from app.matching.request_checks import BY_HAND


class RequestCardView(RecordCard[RequestId]):
    """Shows a request.  ``dropped`` carries the keys of supporters that were let go on it."""

    dropped = Signal(object)
    TABLES = frozenset(
        {"help_request", "request_kind", "organisation", "local_resource", "district", "match"}
    )

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_RequestCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self.ui.actForm.prepare(today)
        self._facts = FactsGrid(self.ui.factsPanel)
        self.setAcceptDrops(True)

    def fill(self, key: RequestId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.request_card, key, self.today())
        if key != self.key:
            self.ui.actForm.hide()
        self._show_acts(card)
        self.show_head(
            card.draft.title or "（件名なし）",
            f"{card.number}　{card.state.label}　{_who(card)}",
            deleted_at=card.deleted_at,
        )
        doubts = card.doubts if card.state not in BY_HAND else {}
        self.ui.doubtLabel.setText("\n".join(doubts.values()))
        self.ui.doubtLabel.setVisible(bool(doubts))
        self._facts.show(groups_of(card))

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        for button in (self.ui.closeButton, self.ui.reopenButton):
            button.setEnabled(shown and not button.isHidden())

    def _show_acts(self, card: RequestCard) -> None:
        over, binned = card.state in BY_HAND, card.deleted_at is not None
        for button, means in ((self.ui.closeButton, not over), (self.ui.reopenButton, over)):
            button.setVisible(means and not binned)
            button.setEnabled(means and not binned)

    @Slot()
    def begin_close(self) -> None:
        """Ask how and when the request came to its end."""
        if self.key is None:
            return
        choices = [(state.label, state) for state in (RequestState.CLOSED, RequestState.WITHDRAWN)]
        self.ui.actForm.begin(
            "この希望票を終わりにする",
            "記録する",
            {"choice": "終わり方", "on": "日", "text": "取下げの理由"},
            Act(RequestState.CLOSED, self.today()),
            self._close,
            choices=choices,
            back=self.ui.reopenButton,
        )

    def _close(self, act: Act, refused: Refused) -> bool:
        if self.key is None or act.on is None:
            return False
        do, key = self.store.do, self.key
        if act.choice is RequestState.CLOSED:
            label = f"希望票の終了（{self.name}）"
            return do(label, commands.close_request, key, on=act.on, on_refusal=refused) is not None
        label = f"希望票の取下げ（{self.name}）"
        done = do(
            label, commands.withdraw_request, key, on=act.on, note=act.text, on_refusal=refused
        )
        return done is not None

    @Slot()
    def reopen(self) -> None:
        """Take the request up again."""
        if self.key is not None:
            self.store.do(f"受付に戻す（{self.name}）", commands.reopen_request, self.key)

    @Slot()
    def print(self) -> None:
        """Go to the form of the request, filled in, to be printed or sent."""
        if self.key is not None:
            self.wanted.emit(document_target("help-request", request=self.key))

    # Dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self.key is not None and dragged_supporters(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.dropped.emit(dragged_supporters(event.mimeData()))


def _who(card: RequestCard) -> str:
    return card.place or card.organisation or card.draft.contact_name
