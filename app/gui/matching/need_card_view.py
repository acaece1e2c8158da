"""The card of one need: to whom it was handed on, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.gui.compiled.matching.ui_need_card import Ui_NeedCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.contacts.panel_lines import PanelLines, link
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.matching.act_form import Act, Refused
from app.gui.matching.known import prepare_organisation
from app.gui.matching.need_groups import groups_of
from app.gui.records.record_card import RecordCard
from app.local_issues.queries import issues_of_need
from app.matching import commands, queries
from app.matching.match_way import working_day
from app.matching.need import NeedId

_CHECK_AFTER = timedelta(days=14)
"""After how many days the office asks what became of a need that it handed on."""
_PLACES = {"request": "matching", "issue": "issues"}


class NeedCardView(RecordCard[NeedId]):
    """Shows a need."""

    TABLES = frozenset(
        {"need", "need_kind", "help_request", "district", "organisation"}
        | {"issue_evidence", "local_issue"}
    )

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_NeedCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self.ui.actForm.prepare(today)
        prepare_organisation(self.ui.actForm.toEdit, store, "つないだ先")
        self.content = ""
        self._facts = FactsGrid(self.ui.factsPanel)
        self._lines = PanelLines()
        self._lines.linked.connect(self._follow)
        column = QVBoxLayout(self.ui.linesPanel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines)

    def fill(self, key: NeedId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.need_card, key, self.today())
        if key != self.key:
            self.ui.actForm.hide()
        draft = card.draft
        self.content = draft.content
        self.show_head(
            draft.content.split("\n")[0] or "・".join(card.kinds),
            f"{card.number}　{draft.handling.label}",
            deleted_at=card.deleted_at,
        )
        self.ui.actRow.setVisible(card.deleted_at is None)
        self.ui.requestButton.setVisible(not card.requests)
        self.ui.requestButton.setEnabled(not card.requests)
        self._facts.show(groups_of(card))
        self._lines.clear()
        for request, number in card.requests:
            self._lines.add(link("request", request, f"希望票 {number}"))
        for issue in self.store.ask(issues_of_need, key):
            self._lines.add(f"根拠になった課題：{link('issue', issue.id, issue.title)}")

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.actRow.setEnabled(shown)

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target(_PLACES[kind], kind, int(key)))

    @Slot()
    def begin_hand_on(self) -> None:
        """Ask to whom the need was handed on, when, and when to ask what became of it."""
        today = self.today()
        self.ui.actForm.begin(
            "このニーズをつなぐ",
            "記録する",
            {"to": "つないだ先", "on": "つないだ日", "later": "結果を確かめる日"},
            Act(on=today, later=working_day(today + _CHECK_AFTER)),
            self._hand_on,
            back=self.ui.checkButton,
        )

    def _hand_on(self, act: Act, refused: Refused) -> bool:
        if self.key is None:
            return False
        done = self.store.do(
            f"ニーズをつないだ（{self.name}）",
            hand_on_to,
            self.key,
            act.to,
            on=act.on or self.today(),
            check_on=act.later,
            on_refusal=refused,
        )
        return done is not None

    @Slot()
    def begin_check(self) -> None:
        """Ask what became of the need."""
        self.ui.actForm.begin(
            "その後どうなったかを記録する",
            "記録する",
            {"text": "結果", "on": "確かめた日", "choice": "このあと"},
            Act(choice=True, on=self.today()),
            self._check,
            choices=(("終了にする", True), ("まだ続く", False)),
            back=self.ui.handButton,
        )

    def _check(self, act: Act, refused: Refused) -> bool:
        if self.key is None:
            return False
        done = self.store.do(
            f"ニーズの結果（{self.name}）",
            commands.check_need,
            self.key,
            on=act.on or self.today(),
            result=act.text,
            closed=act.choice,
            on_refusal=refused,
        )
        return done is not None

    @Slot()
    def make_request(self) -> None:
        """Make a request out of the need and go there."""
        if self.key is None:
            return
        label = f"ニーズから希望票を作成（{self.name}）"
        done = self.store.do(label, commands.need_to_request, self.key)
        if done is not None:
            self.wanted.emit(Target("matching", "request", done.result))


def hand_on_to(
    session: Session,
    need: NeedId,
    to: int | str | None,
    *,
    on: date,
    check_on: date | None,
) -> None:
    """Write down to whom a need was handed on, an organisation that may be new."""
    if isinstance(to, str):
        to = contacts.add_organisation(session, OrganisationDraft(name=to))
    organisation = None if to is None else OrganisationId(to)
    commands.hand_on(session, need, on=on, organisation=organisation, check_on=check_on)
