"""What a meeting decided and left to do, and the homework of the meetings before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from app.council import commands, queries
from app.council.meeting import MeetingId, ResolutionDraft, ResolutionId, ResolutionKind
from app.council.queries import MeetingCard, ResolutionRow
from app.gui.compiled.council.ui_outcome_pane import Ui_OutcomePane
from app.gui.contacts.panel_lines import Act as LineAct
from app.gui.contacts.panel_lines import PanelLines, plain
from app.gui.council.homework_acts import HomeworkActs, homework_text
from app.gui.council.resolution_form import (
    ResolutionEntry,
    ResolutionForm,
    enter_resolution,
)
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.whole_listing import WholeListing
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day

_TABLES = frozenset({"resolution", "agenda_item", "meeting", "person"})
_DAY = "R8.4.1"
_SHOWN = 20


def _done(row: ResolutionRow) -> str:
    draft = row.draft
    if draft.kind is ResolutionKind.DECISION:
        return ""
    if draft.done_on is None:
        return "まだ"
    return "　".join(
        part for part in (f"済 {format_day(draft.done_on, _DAY)}", draft.result) if part
    )


COLUMNS: tuple[Column[ResolutionRow], ...] = (
    Column("種類", lambda row: row.draft.kind.label, width=4),
    Column("内容", lambda row: row.draft.text, width=14, tip=lambda row: row.draft.text),
    Column("担当", lambda row: row.owner, width=6, tip=lambda row: row.owner),
    Column(
        "期限", lambda row: format_day(row.draft.due_on, _DAY) if row.draft.due_on else "", width=4
    ),
    Column("済み", _done, width=8, tip=_done),
    Column("議題", lambda row: row.agenda_item, width=8, tip=lambda row: row.agenda_item),
)


def _resolutions(meeting: MeetingId | None, session: Session) -> Sequence[ResolutionRow]:
    if meeting is None:
        return ()
    try:
        return queries.meeting_card(session, meeting).resolutions
    except Refusal:  # it has just been removed
        return ()


class OutcomePane(QWidget):
    """The form stands above the list while something is written; each is one step of undo."""

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._card: MeetingCard | None = None
        self._being: ResolutionId | None = None
        self.ui = ui = Ui_OutcomePane()
        ui.setupUi(self)
        self.form = ResolutionForm(store, today)
        ui.formPlace.addWidget(self.form)
        self.form.hide()
        ui.actForm.prepare(today)
        self.acts = HomeworkActs(store, ui.actForm, today, ui.resolutionList)
        self.model = WindowModel(store, COLUMNS, self._listing(None), self)
        ui.resolutionList.show_model(self.model, "resolutions")
        self._empty = EmptyState(
            "決定事項と宿題はまだありません",
            "決まったことと、だれがいつまでに何をするかを書きます。済んでいない宿題は、次の会議の議題に"
            "自動で戻ります。",
            "決定事項を追加",
        )
        ui.stack.addWidget(self._empty)
        self._lines = PanelLines()
        column = QVBoxLayout(ui.openPanel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines)
        self._connect()
        self.setFocusProxy(ui.resolutionList)

    def _connect(self) -> None:
        ui = self.ui
        self._empty.wanted.connect(self.add_decision)
        ui.changeButton.clicked.connect(self.change)
        ui.removeButton.clicked.connect(self.remove)
        ui.resolutionList.opened.connect(self.change)
        ui.resolutionList.chosen.connect(self._allow)
        self.form.entered.connect(self._enter)
        self.form.closed.connect(self._close)

    def _listing(self, meeting: MeetingId | None) -> WholeListing[ResolutionRow]:
        return WholeListing(partial(_resolutions, meeting), _TABLES)

    # Showing

    def show_card(self, card: MeetingCard) -> None:
        """Show what a meeting left behind."""
        anew = self._card is None or self._card.id != card.id
        self._card = card
        if anew:
            self._make_room(writing=False)
            self.ui.actForm.drop()
            self.model.show(self._listing(card.id))
        self.ui.stack.setCurrentIndex(0 if card.resolutions else 1)
        if card.resolutions and self.ui.resolutionList.current_key() is None:
            self.ui.resolutionList.choose(card.resolutions[0].id)
        self._allow()
        self._show_open(card)

    def _show_open(self, card: MeetingCard) -> None:
        """Show the homework of earlier meetings, each with the way to finish it."""
        self._make_room(writing=not self.form.isHidden())
        self._lines.clear()
        for row in card.homework:
            act = LineAct("済みに", f"{row.text}を済みにする", partial(self.acts.finish, row))
            self._lines.add(plain(homework_text(row)), (act,))

    @Slot()
    def _allow(self) -> None:
        row = self._row()
        self.ui.changeButton.setEnabled(row is not None)
        self.ui.removeButton.setEnabled(row is not None)
        self.ui.finishButton.setEnabled(_is_homework(row))

    def _row(self) -> ResolutionRow | None:
        key = self.ui.resolutionList.current_key()
        rows = () if self._card is None else self._card.resolutions
        return next((row for row in rows if row.id == key), None)

    # Writing

    @Slot()
    def add_decision(self) -> None:
        """Begin to write down what was decided."""
        self._begin(None, ResolutionDraft(ResolutionKind.DECISION, ""))

    @Slot()
    def add_homework(self) -> None:
        """Begin to write down what somebody is to do."""
        self._begin(None, ResolutionDraft(ResolutionKind.HOMEWORK, ""))

    @Slot()
    def change(self) -> None:
        """Change the current row."""
        if (row := self._row()) is not None:
            self._begin(row.id, row.draft)

    def _begin(self, changed: ResolutionId | None, draft: ResolutionDraft) -> None:
        if self._card is not None:
            self._being = changed
            self._make_room(writing=True)
            self.form.begin_entry(draft, self._card.agenda)

    @Slot(object)
    def _enter(self, entry: ResolutionEntry) -> None:
        if self._card is None:
            return
        label = f"{entry.kind.label}の記録（{entry.text[:_SHOWN]}）"
        done = self._store.do(
            label,
            enter_resolution,
            self._card.id,
            self._being,
            entry,
            on_refusal=self.form.refused,
        )
        if done is not None:
            self._close()
            self.ui.resolutionList.choose(done.result)

    @Slot()
    def _close(self) -> None:
        self._make_room(writing=False)
        self.ui.resolutionList.setFocus()

    def _make_room(self, *, writing: bool) -> None:
        """Let the form stand in the place of the buttons, and of what came before."""
        self.form.setVisible(writing)
        self.ui.tools.setVisible(not writing)
        earlier = self._card is not None and bool(self._card.homework)
        for part in (self.ui.openLabel, self.ui.openPanel):
            part.setVisible(earlier and not writing)

    @Slot()
    def finish(self) -> None:
        """Ask what came of the homework in the current row."""
        row = self._row()
        if row is not None and _is_homework(row):
            self.acts.ask(row.id, row.draft.text, row.draft.result)

    @Slot()
    def remove(self) -> None:
        """Delete the current row."""
        if (row := self._row()) is not None:
            label = f"{row.draft.kind.label}を消す（{row.draft.text[:_SHOWN]}）"
            self._store.do(label, commands.remove_resolution, row.id)
            self.ui.resolutionList.setFocus()


def _is_homework(row: ResolutionRow | None) -> bool:
    return row is not None and row.draft.kind is ResolutionKind.HOMEWORK
