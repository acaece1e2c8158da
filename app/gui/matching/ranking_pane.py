"""Beside a request: who was asked with their answers, then whom to ask, with the reasons.

Everything is done in the rows by a key: P asks who is selected, H raises a hand for them; of who
was asked, A, D, W and N write the answer down and S takes the next step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.shortcuts import PageKeys
from app.gui.matching.act_form import ActForm
from app.gui.matching.match_acts import MatchActs, may_answer, may_step
from app.gui.matching.ranking_rows import (
    Asked,
    Board,
    Candidate,
    Heading,
    Out,
    Row,
    Section,
    board,
    supporters_of,
)
from app.gui.matching.ranking_text import candidates_text
from app.gui.matching.ranking_view import RankingView
from app.gui.widgets.flow_row import FlowRow
from app.matching import commands, queries
from app.matching.match import Answer
from app.matching.queries import MatchRow
from app.matching.request import RequestId
from app.supporters.queries import supporters
from app.supporters.supporter import SupporterId

_TABLES = frozenset(
    [
        "help_request",
        "request_kind",
        "match",
        "match_step",
        "hand_raise",
        "ranking_weight",
        "supporter",
        "supporter_skill",
        "supporter_district",
        "insurance",
        "consent",
        "person",
        "support_kind",
        "activity_level",
        "local_resource",
        "opening_day",
        "map_point",
    ]
)
_FIRST, _MORE = 20, 30
_REPORTED = 3


class RankingPane(QWidget):
    """``wanted`` carries a ``Target``, ``said`` a sentence for the status line."""

    wanted = Signal(object)
    said = Signal(str)

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._today = store, today
        self._board: Board | None = None
        self._unfolded = False
        self._limit = _FIRST
        self._lay_out()
        self.acts = MatchActs(store, self.form, today, self.view)
        self._add_keys()
        self.view.moved.connect(self._allow)
        self.form.opened.connect(self.buttons.hide)
        self.form.closed.connect(self.buttons.show)
        self.view.opened.connect(self._open)
        store.changed.connect(self._changed)
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("heading", True)  # noqa: FBT003
        self.heading.setWordWrap(True)
        self.buttons = FlowRow()
        self.proposeButton = QPushButton("打診する", self.buttons)
        self.proposeButton.setProperty("primary", True)  # noqa: FBT003
        self.handButton = QPushButton("手挙げ", self.buttons)
        self.acceptButton = QPushButton("承諾", self.buttons)
        self.declineButton = QPushButton("辞退", self.buttons)
        self.pendingButton = QPushButton("保留", self.buttons)
        self.noneButton = QPushButton("応答なし", self.buttons)
        self.stepButton = QPushButton("次の段階へ", self.buttons)
        self.copyButton = QPushButton("文にして写す", self.buttons)
        self.form = ActForm(self)
        self.form.prepare(self._today)
        self.view = RankingView()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.heading, self.buttons, self.form):
            column.addWidget(widget)
        column.addWidget(self.view, 1)

    def _add_keys(self) -> None:
        self.keys = keys = PageKeys(self, inside=True)
        answer = self._answer
        keys.add("選んだ人に打診する", "P", self.propose, self.proposeButton)
        keys.add("選んだ人の手挙げを記録・取り消し", "H", self.raise_hands, self.handButton)
        keys.add("承諾を記録", "A", lambda: answer(Answer.ACCEPTED), self.acceptButton)
        keys.add("辞退を記録", "D", self._decline, self.declineButton)
        keys.add("保留を記録", "W", lambda: answer(Answer.PENDING), self.pendingButton)
        keys.add("応答なしを記録", "N", lambda: answer(Answer.NONE), self.noneButton)
        keys.add("次の段階へ進める", "S", self._step, self.stepButton)
        keys.tell("1～9", "候補を上から その人数だけ選ぶ")
        keys.tell("Enter", "打診した人はマッチのカードを開く。続き・対象外の行は開く")

    # Showing

    @property
    def request(self) -> RequestId | None:
        """The request whose candidates are shown."""
        return None if self._board is None else self._board.request

    def show_request(self, request: RequestId | None) -> None:
        """Show who could help with a request; nothing shows nobody."""
        if request != self.request:
            self._unfolded, self._limit = False, _FIRST
            self.form.drop()
            self.view.rows.show([])
        if request is None:
            self._board = None
        else:
            self._read(request)

    def _read(self, request: RequestId, wanted: tuple[str, int] | None = None) -> None:
        shown = self._store.ask(board, request, self._today(), self._limit)
        self._board = shown
        self.heading.setText(_heading(shown))
        self.view.show_rows(shown.rows(unfolded=self._unfolded), wanted)
        self._allow()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if self.request is not None and tables & _TABLES:
            self._read(self.request)

    @Slot()
    def _allow(self) -> None:
        """Let the buttons, and so their keys, work where they mean something."""
        match = self._match()
        people = supporters_of(self.view.selected)
        is_open = self._board is not None and not self._board.is_over
        means = {
            self.proposeButton: is_open and bool(people),
            self.handButton: is_open and bool(people),
            self.acceptButton: may_answer(match),
            self.declineButton: may_answer(match),
            self.pendingButton: may_answer(match),
            self.noneButton: may_answer(match),
            self.stepButton: may_step(match),
        }
        for button, allowed in means.items():
            button.setEnabled(allowed)
            button.setVisible(allowed)
        self.copyButton.setEnabled(bool(self._reported()))

    def _match(self) -> MatchRow | None:
        row = self.view.current
        return row.match if isinstance(row, Asked) else None

    @Slot(object)
    def _open(self, row: Row) -> None:
        if isinstance(row, Asked):
            self.wanted.emit(Target("matching", "match", row.match.id))
        elif isinstance(row, Candidate | Out):
            self.wanted.emit(Target("supporters", "supporter", row.supporter))
        elif isinstance(row, Heading) and row.opens and self.request is not None:
            if row.section is Section.OUT:
                self._unfolded = not self._unfolded
            else:
                self._limit += _MORE
            self._read(self.request, row.key)

    # Asking

    @Slot()
    def propose(self) -> None:
        """Ask those who are selected."""
        self.ask(supporters_of(self.view.selected))

    def ask(self, chosen: Sequence[SupporterId]) -> None:
        """Ask supporters for the request that is shown, in one step."""
        shown = self._board
        if shown is None or not chosen:
            return
        label = f"{len(chosen)}人に打診（希望票 {shown.number}）"
        done = self._store.do(
            label, commands.propose, list(chosen), request=shown.request, on=self._today()
        )
        if done is not None and done.result:
            self._read(shown.request, ("match", done.result[0]))

    @Slot()
    def raise_hands(self) -> None:
        """Write down that those selected came forward; of those who had, that they did not."""
        shown = self._board
        if shown is None:
            return
        chosen = supporters_of(self.view.selected)
        lowers = all(one in shown.hands for one in chosen)
        label = f"手挙げ{'の取り消し' if lowers else ''}（希望票 {shown.number}）"
        self._store.do(label, set_hands, shown.request, chosen, raised=not lowers, on=self._today())

    def _answer(self, given: Answer) -> None:
        if (match := self._match()) is not None:
            self.acts.answer(match, given)

    @Slot()
    def _decline(self) -> None:
        if (match := self._match()) is not None:
            self.acts.decline(match)

    @Slot()
    def _step(self) -> None:
        if (match := self._match()) is not None:
            self.acts.step(match)

    # Telling others

    def _reported(self) -> list[Candidate]:
        """Return the candidates to report on: those selected if several, else the first ones."""
        chosen = [row for row in self.view.selected if isinstance(row, Candidate)]
        if len(chosen) > 1:
            return chosen
        return [row for row in self.view.rows.rows if isinstance(row, Candidate)][:_REPORTED]

    @Slot()
    def copy(self) -> None:
        """Put the candidates and their reasons on the clipboard as text."""
        rows = self._reported()
        if self.request is None or not rows:
            return
        card = self._store.ask(queries.request_card, self.request, self._today())
        keys = [row.supporter for row in rows]
        known = self._store.ask(supporters, keys, self._today())
        numbers = {row.id: row.number for row in known}
        text = candidates_text(card, rows, numbers, self._today())
        QGuiApplication.clipboard().setText(text)
        self.said.emit(
            f"候補{len(rows)}人とその理由を写しました。同意のない方は登録番号で書いてあります。"
        )


def set_hands(
    session: Session, request: RequestId, chosen: Sequence[SupporterId], *, raised: bool, on: date
) -> None:
    """Raise or lower the hands of several supporters in one step."""
    for supporter in chosen:
        if raised:
            commands.raise_hand(session, request, supporter, on=on)
        else:
            commands.lower_hand(session, request, supporter)


def _heading(shown: Board) -> str:
    if shown.is_over:
        return f"希望票 {shown.number}　終わっています"
    need = f"あと{shown.lacking}人" if shown.lacking else "人数はそろっています"
    return f"希望票 {shown.number}　{need}"
