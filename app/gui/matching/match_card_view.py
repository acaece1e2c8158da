"""The card of one match: its way, who else was offered, and what went wrong; and its next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.compiled.matching.ui_match_card import Ui_MatchCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.contacts.panel_lines import Act as LineAct
from app.gui.contacts.panel_lines import PanelLines, link, plain
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.matching.act_form import Act, Refused
from app.gui.matching.match_acts import MatchActs, may_answer, may_step
from app.gui.matching.match_groups import groups_of
from app.gui.records.record_card import RecordCard
from app.gui.reporting.document_link import document_target
from app.kernel.wareki import format_day
from app.matching import commands, queries
from app.matching.match import Answer, IncidentDraft, IncidentKind, MatchId
from app.matching.queries import IncidentRow, MatchCard, MatchRow

_PLACES = {"request": "matching", "match": "matching", "supporter": "supporters"}
_DAY = "令和8年4月1日"


class MatchCardView(RecordCard[MatchId]):
    """Shows a match."""

    TABLES = frozenset({"match", "match_step", "help_request", "activity_slip", "incident"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_MatchCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self.ui.actForm.prepare(today)
        self.acts = MatchActs(store, self.ui.actForm, today, self.ui.stepButton)
        self.row: MatchRow | None = None
        self._facts = FactsGrid(self.ui.factsPanel)
        self._lines = PanelLines()
        self._lines.linked.connect(self._follow)
        column = QVBoxLayout(self.ui.linesPanel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines)

    def fill(self, key: MatchId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.match_card, key, self.today())
        if key != self.key:
            self.ui.actForm.hide()
        self.row = card.row
        self.show_head(
            f"{card.row.name}　→　{card.row.what}",
            f"{card.row.supporter_number}　{card.state.label}",
            deleted_at=card.deleted_at,
        )
        self._show_acts(card)
        self.ui.warningLabel.setText("\n".join(card.warnings))
        self.ui.warningLabel.setVisible(bool(card.warnings))
        self._facts.show(groups_of(card))
        self._show_lines(card)

    def _show_acts(self, card: MatchCard) -> None:
        ui, row = self.ui, card.row
        ui.actRow.setVisible(card.deleted_at is None)
        for button in (ui.acceptButton, ui.declineButton, ui.pendingButton, ui.noneButton):
            button.setVisible(may_answer(row))
            button.setEnabled(may_answer(row))
        ui.stepButton.setVisible(may_step(row))
        ui.stepButton.setEnabled(may_step(row))
        ui.backButton.setEnabled(len(card.steps) > 1)

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.actRow.setEnabled(shown)

    def _show_lines(self, card: MatchCard) -> None:
        """Show the ways from here, who else was offered, and the incidents."""
        lines = self._lines
        lines.clear()
        ways = [link("supporter", card.row.supporter, f"{card.row.name}さんのカード")]
        if card.row.request is not None:
            ways.append(link("request", card.row.request, f"希望票 {card.row.request_number}"))
        lines.add("　".join(ways))
        if card.others:
            lines.say("ほかに打診した人")
        for other in card.others:
            lines.add(f"{link('match', other.id, other.name)}　{plain(other.state.label)}")
        if card.incidents:
            lines.say("ヒヤリ・事故")
        for incident in card.incidents:
            self._add_incident(incident)

    def _add_incident(self, row: IncidentRow) -> None:
        draft = row.draft
        text = f"{format_day(draft.happened_on, _DAY)}　{draft.kind.label}　{draft.content}"
        said = f"{text}\n対応：{draft.response}" if draft.response else text
        acts = (
            LineAct("変更", f"{text}を変更する", partial(self._change_incident, row)),
            LineAct("削除", f"{text}を削除する", partial(self._remove_incident, row)),
        )
        self._lines.add(plain(said), acts)

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target(_PLACES[kind], kind, int(key)))

    # The next step

    def answer(self, given: Answer) -> None:
        """Write down what was answered today."""
        if self.row is not None:
            self.acts.answer(self.row, given)

    @Slot()
    def decline(self) -> None:
        """Ask why it was declined."""
        if self.row is not None:
            self.acts.decline(self.row)

    @Slot()
    def step(self) -> None:
        """Ask for the next state."""
        if self.row is not None:
            self.acts.step(self.row)

    @Slot()
    def take_back(self) -> None:
        """Take back the newest step."""
        if self.row is not None:
            self.acts.take_back(self.row)

    @Slot()
    def print(self) -> None:
        """Go to the sheet that tells the supporter when and where to go."""
        if self.key is not None:
            self.wanted.emit(document_target("assignment-sheet", match=self.key))

    # Incidents

    @Slot()
    def begin_incident(self) -> None:
        """Ask what happened that should not have."""
        self._ask_incident(None, IncidentDraft(self.today()))

    def _change_incident(self, row: IncidentRow, _checked: bool = False) -> None:  # noqa: FBT002
        self._ask_incident(row, row.draft)

    def _remove_incident(self, row: IncidentRow, _checked: bool = False) -> None:  # noqa: FBT002
        self.store.do("ヒヤリ・事故を削除", commands.remove_incident, row.id)

    def _ask_incident(self, row: IncidentRow | None, draft: IncidentDraft) -> None:
        self.ui.actForm.begin(
            "ヒヤリ・事故を記録する",
            "記録する",
            {
                "choice": "種類",
                "on": "起きた日",
                "text": "内容",
                "more": "対応",
                "later": "市などへ報告した日",
            },
            Act(
                draft.kind,
                draft.happened_on,
                None,
                draft.reported_on,
                draft.content,
                draft.response,
            ),
            partial(self._write_incident, row, draft),
            choices=[(kind.label, kind) for kind in IncidentKind],
            back=self.ui.incidentButton,
        )

    def _write_incident(
        self, row: IncidentRow | None, draft: IncidentDraft, act: Act, refused: Refused
    ) -> bool:
        if self.key is None:
            return False
        written = replace(
            draft,
            happened_on=act.on or self.today(),
            kind=act.choice,
            content=act.text,
            response=act.more,
            reported_on=act.later,
        )
        label, do = f"ヒヤリ・事故（{self.name}）", self.store.do
        if row is None:
            return (
                do(label, commands.add_incident, self.key, written, on_refusal=refused) is not None
            )
        return do(label, commands.change_incident, row.id, written, on_refusal=refused) is not None
