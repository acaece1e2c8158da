"""The card of one meeting: what and when, agenda, attendance, minutes, and what it left to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.council import queries
from app.council.meeting import MeetingId
from app.council.queries import MeetingCard
from app.gui.compiled.council.ui_meeting_card import Ui_MeetingCardView
from app.gui.council.about_pane import AboutPane
from app.gui.council.agenda_pane import AgendaPane
from app.gui.council.attendance_pane import AttendancePane
from app.gui.council.meeting_acts import MeetingActs, may_cancel, next_step, waiting_text
from app.gui.council.meeting_groups import when_text
from app.gui.council.meeting_list import standing
from app.gui.council.minutes_pane import MinutesPane
from app.gui.council.outcome_pane import OutcomePane
from app.gui.council.room import scrolled
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.record_card import RecordCard
from app.gui.reporting.document_link import document_target

TABS = ("概要", "議題", "出欠", "会議録", "決定・宿題")
_ABOUT, _AGENDA, _ATTENDANCE, _MINUTES, _OUTCOME = range(len(TABS))


class MeetingCardView(RecordCard[MeetingId]):
    """Shows a meeting in tabs; what is being typed in one is saved before another is shown."""

    TABLES = frozenset(
        {"meeting", "agenda_item", "meeting_paper", "attendee", "resolution", "council"}
        | {"council_member", "local_issue", "person"}
    )

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_MeetingCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self.card: MeetingCard | None = None
        self.about = AboutPane(store)
        self.agenda = AgendaPane(store, dialogs)
        self.attendance = AttendancePane(store, today)
        self.minutes = MinutesPane(store)
        self.outcome = OutcomePane(store, today)
        self.panes = (self.about, self.agenda, self.attendance, self.minutes, self.outcome)
        for title, pane in zip(TABS, self.panes, strict=True):
            self.ui.tabs.addTab(scrolled(pane), title)
        form, acts = self.ui.actForm, self.ui.actRow
        form.prepare(today)
        form.opened.connect(acts.hide)  # the form stands in its place
        form.closed.connect(acts.show)
        self.acts = MeetingActs(store, self.ui.actForm, today, self.ui.nextButton, self._held)

    # Showing

    def fill(self, key: MeetingId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.meeting_card, key)
        if key != self.key:
            self.save()
            self.ui.actForm.drop()
        self.card = card
        row = card.row
        self.show_head(
            f"{row.council}　第{row.number}回", f"{when_text(card.draft)}　{standing(row)}"
        )
        self._show_acts(card)
        for pane in self.panes:
            pane.show_card(card)

    def _show_acts(self, card: MeetingCard) -> None:
        step = next_step(card, self.today())
        ui = self.ui
        ui.nextButton.setText(waiting_text(card) if step is None else f"次へ：{step.label}")
        ui.nextButton.setEnabled(step is not None)
        ui.cancelButton.setVisible(may_cancel(card.draft))
        ui.cancelButton.setEnabled(may_cancel(card.draft))

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.actRow.setEnabled(shown)
        self.ui.tabs.setEnabled(shown)

    def forget(self) -> None:
        """Drop what was shown: the record has gone."""
        self.card = None

    def save(self) -> bool:
        """Save what is being typed; return whether nothing is left."""
        typed = (self.about, self.agenda, self.minutes)
        return self.key is None or all(pane.save() for pane in typed)

    # Tabs

    def show_tab(self, number: int) -> None:
        """Show a tab and go into it, if a meeting is shown."""
        if self.card is not None and self.ui.tabs.isEnabled():
            self.ui.tabs.setCurrentIndex(number)
            self.ui.tabs.currentWidget().setFocus()

    @Slot()
    def add(self) -> None:
        """Add to the tab that is shown: somebody who comes, a decision, otherwise an item."""
        if self.card is None or not self.ui.tabs.isEnabled():
            return
        shown = self.ui.tabs.currentIndex()
        if shown == _ATTENDANCE:
            self.attendance.add()
        elif shown == _OUTCOME:
            self.outcome.add_decision()
        else:
            self.ui.tabs.setCurrentIndex(_AGENDA)
            self.agenda.add()

    @Slot()
    def take_away(self) -> None:
        """Take away the current row of the tab that is shown."""
        panes = {
            _AGENDA: self.agenda.remove,
            _ATTENDANCE: self.attendance.remove,
            _OUTCOME: self.outcome.remove,
        }
        if self.card is not None and self.ui.tabs.currentIndex() in panes:
            panes[self.ui.tabs.currentIndex()]()

    @Slot()
    def add_homework(self) -> None:
        """Begin to write homework down."""
        self.show_tab(_OUTCOME)
        self.outcome.add_homework()

    @Slot()
    def mark_all(self) -> None:
        """Mark everybody present who is blank."""
        self.show_tab(_ATTENDANCE)
        self.attendance.mark_all()

    @Slot()
    def propose(self) -> None:
        """Offer homework and issues for the agenda."""
        self.show_tab(_AGENDA)
        self.agenda.propose()

    # What is done

    @Slot()
    def step(self) -> None:
        """Write down the next step."""
        if self.card is not None and self.save():
            self.acts.step(self.card)

    def _held(self) -> None:
        self.show_tab(_ATTENDANCE)

    @Slot()
    def cancel(self) -> None:
        """Call the meeting off."""
        if self.card is not None:
            self.acts.cancel(self.card)

    @Slot()
    def print_notice(self) -> None:
        """Go to the notice of the meeting."""
        self._print("council-notice")

    @Slot()
    def print_minutes(self) -> None:
        """Go to the minutes as a document."""
        self._print("council-minutes")

    def _print(self, document: str) -> None:
        if self.key is not None and self.save():
            self.wanted.emit(document_target(document, meeting=self.key))
