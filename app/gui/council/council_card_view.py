"""The card of one council: what it is for, and who sits on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.contacts.person import PersonId
from app.contacts.term import TermState
from app.council import commands, queries
from app.council.council import SEATED, CouncilId, MemberDraft, MemberId
from app.council.queries import CouncilCard, MemberRow
from app.gui.compiled.council.ui_council_card import Ui_CouncilCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.council.council_groups import groups_of
from app.gui.council.meeting_entry import MEETING_OF
from app.gui.council.member_acts import MemberActs
from app.gui.council.member_form import MemberEntry, MemberForm, enter_member, entry_of
from app.gui.council.member_list import COLUMNS, members_of
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.window_model import WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_card import RecordCard
from app.gui.reporting.document_link import document_target
from app.gui.settings.whole_listing import WholeListing
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day

_ENDING = timedelta(days=120)
"""How long before terms end a card says so."""


class CouncilCardView(RecordCard[CouncilId]):
    """The form of a seat stands above the members while it is written."""

    TABLES = frozenset({"council", "council_member", "meeting", "person", "organisation"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        year: YearChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.year = year
        self.ui = ui = Ui_CouncilCardView()
        ui.setupUi(self)
        self.hold(ui)
        ui.actForm.prepare(today)
        self.card: CouncilCard | None = None
        self._being: MemberId | None = None
        self._writing = False
        self._facts = FactsGrid(ui.factsPanel)
        self.form = MemberForm(store, today)
        ui.memberStack.addWidget(self.form)
        self.acts = MemberActs(store, ui.actForm, today, ui.memberList, self._show_all)
        self.model = WindowModel(store, COLUMNS, self._listing(), self)
        ui.memberList.show_model(self.model, "members")
        self._empty = EmptyState(
            "委員の登録がありません",
            "連絡先の人を、選出区分と任期を付けて委員にします。会議を開くと、ここの名簿がそのまま"
            "出席者になります。",
            "委員を追加",
        )
        ui.memberStack.addWidget(self._empty)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        self._empty.wanted.connect(self.add_member)
        ui.pastCheck.toggled.connect(self._list)
        ui.memberList.opened.connect(self.change_member)
        ui.memberList.chosen.connect(self._allow_acts)
        self.form.entered.connect(self._enter)
        self.form.closed.connect(self._close)
        self.year.changed.connect(self._show_year)

    def _listing(self) -> WholeListing[MemberRow]:
        council = None if self.card is None else self.card.id
        return members_of(council, None if self.ui.pastCheck.isChecked() else self._day())

    def _day(self) -> date:
        """Return the day whose members are shown: today, or in another year the one nearest."""
        return self.year.day(self.today())

    @Slot()
    def _show_year(self) -> None:
        if self.key is not None and self.show_record(self.key):
            self._list()

    # Showing

    def fill(self, key: CouncilId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.council_card, key, self._day())
        if key != self.key:
            self._writing = False
            self.ui.actForm.drop()
        anew = self.card is None or self.card.id != key
        self.card = card
        draft = card.draft
        over = f"{format_day(draft.ended_on)}に終わりました" if draft.ended_on else ""
        under = "　".join(part for part in (draft.tier.label, card.district, over) if part)
        self.show_head(draft.name, under, deleted_at=card.deleted_at)
        self.ui.actRow.setVisible(card.deleted_at is None)
        ending = self.store.ask(queries.ending_terms, self.today(), self.today() + _ENDING)
        soon = [row.draft.ends_on for row in ending if row.council_id == key]
        ends = [day for day in soon if day is not None]
        self._facts.show(groups_of(card, self.year.value, ends))
        if anew:
            self._list()
        self._count()

    @Slot()
    def _list(self) -> None:
        self.model.show(self._listing())
        self._count()

    def _count(self) -> None:
        shown = self.model.rowCount()
        members = () if self.card is None else self.card.members
        seated = sum(row.draft.office in SEATED for row in members)
        others = f"（ほか{len(members) - seated}人）" if len(members) > seated else ""
        day = self._day()
        when = "" if day == self.today() else f"（{format_day(day)}の時点）"
        self.ui.membersLabel.setText(f"委員　{seated}人{others}{when}")
        self._show_part()
        if shown and self.ui.memberList.current_key() is None:
            self.ui.memberList.setCurrentIndex(self.model.index(0, 0))
        self._allow_acts()

    def _show_part(self) -> None:
        """Show the members, that there are none, or the form of one of them."""
        ui = self.ui
        listed = ui.memberList if self.model.rowCount() else self._empty
        ui.memberStack.setCurrentWidget(self.form if self._writing else listed)
        for part in (ui.factsPanel, ui.memberRow):
            part.setVisible(not self._writing)

    @Slot()
    def _allow_acts(self) -> None:
        row = self._row()
        current = row is not None and row.state(self.today()) is not TermState.PAST
        self.ui.changeButton.setEnabled(row is not None)
        self.ui.endButton.setEnabled(current)
        self.ui.renewButton.setEnabled(self.card is not None and bool(self.card.members))

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.actRow.setEnabled(shown and not self.ui.actRow.isHidden())

    def _row(self) -> MemberRow | None:
        key = self.ui.memberList.current_key()
        index = None if key is None else self.model.row_of(key)
        return None if index is None else self.model.row(self.model.index(index, 0))

    # One seat

    @Slot()
    def add_member(self) -> None:
        """Begin a seat, in the term that runs."""
        if self.card is None:
            return
        known = self.card.members[0].draft if self.card.members else None
        draft = MemberDraft(PersonId(0), starts_on=self.today())
        if known is not None:
            draft = replace(draft, starts_on=known.starts_on, ends_on=known.ends_on)
        self._begin(None, draft, "委員を追加する", "追加する")

    @Slot()
    def change_member(self) -> None:
        """Change the seat in the current row."""
        if (row := self._row()) is not None:
            self._begin(row.id, row.draft, f"{row.name}さんの委員の記録", "変更する")

    def _begin(self, changed: MemberId | None, draft: MemberDraft, title: str, verb: str) -> None:
        self._being, self._writing = changed, True
        self._show_part()
        self.form.begin(title, verb, entry_of(draft))

    @Slot(object)
    def _enter(self, entry: MemberEntry) -> None:
        if self.card is None:
            return
        done = self.store.do(
            f"委員の記録（{self.form.personEdit.line.text()}）",
            enter_member,
            self.card.id,
            self._being,
            entry,
            on_refusal=self.form.refuse,
        )
        if done is not None:
            self._close()
            self.ui.memberList.choose(done.result)

    @Slot()
    def _close(self) -> None:
        self._writing = False
        self._show_part()
        self.ui.memberList.setFocus()

    @Slot()
    def remove_member(self) -> None:
        """Delete a seat that was written down by mistake."""
        if (row := self._row()) is not None:
            self.store.do(f"委員の記録を消す（{row.name}）", commands.remove_member, row.id)

    @Slot()
    def end_member(self) -> None:
        """Ask for the last day of a seat."""
        if (row := self._row()) is not None:
            self.acts.end(row)

    @Slot()
    def renew(self) -> None:
        """Ask for the next term, that of everybody who goes on."""
        if self.card is not None and self.card.members:
            self.acts.renew(self.card)

    def _show_all(self) -> None:
        self.ui.pastCheck.setChecked(True)

    # Elsewhere

    @Slot()
    def open_meeting(self) -> None:
        """Begin a meeting of the council."""
        if self.key is not None:
            self.wanted.emit(Target("council", MEETING_OF, self.key))

    @Slot()
    def print(self) -> None:
        """Go to the list of members as a document."""
        if self.key is not None:
            self.wanted.emit(document_target("council-members", council=self.key))
