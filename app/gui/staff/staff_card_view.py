"""The card of somebody of the staff: their term, and what they learnt in the year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.staff.ui_staff_card import Ui_StaffCardView
from app.gui.contacts.card_panel import bring_into_view
from app.gui.contacts.facts_grid import FactsGrid, Group
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_card import RecordCard
from app.gui.staff.staff_list import term_text
from app.gui.staff.training_form import TrainingEntry, TrainingForm, enter_training, entry_of
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.staff import commands, queries
from app.staff.full_time import equivalent_text, hours_text
from app.staff.queries import StaffRow, TrainingListing, TrainingRow
from app.staff.staff_member import StaffMemberId, StaffTrainingDraft, StaffTrainingId

COLUMNS: tuple[Column[TrainingRow], ...] = (
    Column("受講日", lambda row: format_day(row.draft.attended_on, "R8.4.1"), width=4),
    Column("研修", lambda row: row.draft.title, width=12, tip=lambda row: row.draft.title),
    Column("主催", lambda row: row.draft.host, width=7, tip=lambda row: row.draft.host),
    Column(
        "時間",
        lambda row: hours_text(row.draft.minutes) if row.draft.minutes else "",
        number=True,
        width=5,
    ),
    Column("学んだこと", lambda row: row.draft.learnt, width=9, tip=lambda row: row.draft.learnt),
)


class StaffCardView(RecordCard[StaffMemberId]):
    """The form of a training stands in the place of the list while it is written."""

    TABLES = frozenset({"staff_member", "staff_training", "person"})

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
        self.ui = ui = Ui_StaffCardView()
        ui.setupUi(self)
        self.hold(ui)
        self._being: StaffTrainingId | None = None
        self._facts = FactsGrid(ui.factsPanel)
        self.form = TrainingForm(today)
        self._empty = EmptyState(
            "この年度の受講記録はありません",
            "コーディネーターの研修や情報交換会への参加を記録すると、時間の合計と一緒に残ります。",
            "受講を記録",
        )
        listing = TrainingListing(year.value, StaffMemberId(0))
        self.model = WindowModel(store, COLUMNS, listing, self)
        ui.trainingList.show_model(self.model, "staff_trainings")
        ui.trainingStack.addWidget(self.form)
        ui.trainingStack.addWidget(self._empty)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        self._empty.wanted.connect(self.add_training)
        ui.trainingList.opened.connect(self.change_training)
        self.form.entered.connect(self._enter)
        self.form.closed.connect(self._close)
        self.year.changed.connect(self._list)

    # Showing

    def fill(self, key: StaffMemberId) -> None:
        """Show the term and the trainings of the year."""
        row = self.store.ask(queries.staff_member, key)
        self.show_head(row.name, row.draft.role.label)
        self.ui.warningLabel.setText(row.warning)
        self.ui.warningLabel.setVisible(bool(row.warning))
        self._facts.show(groups_of(row))
        if key != self.key:
            self.key = key
            self._close_form()
        self._list()

    @Slot()
    def _list(self) -> None:
        if self.key is None:
            return
        listing = TrainingListing(self.year.value, self.key)
        if listing != self.model.listing:
            self.model.show(listing)
        count = self.model.rowCount()
        rows = self.store.ask(listing.rows, self.store.ask(listing.keys)).values()
        total = queries.training_minutes(rows)
        said = f"　{count}件・{hours_text(total)}" if count else ""
        self.ui.trainingsLabel.setText(f"{self.year.value}の研修の受講{said}")
        if count and self.ui.trainingList.current_key() is None:
            self.ui.trainingList.setCurrentIndex(self.model.index(0, 0))
        self._show_part()

    def _show_part(self) -> None:
        ui, count = self.ui, self.model.rowCount()
        if ui.trainingStack.currentWidget() is not self.form:
            ui.trainingStack.setCurrentWidget(ui.trainingList if count else self._empty)
        for button in (ui.changeButton, ui.removeButton):
            button.setEnabled(bool(count))

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.trainingRow.setEnabled(shown)

    def _row(self) -> TrainingRow | None:
        key = self.ui.trainingList.current_key()
        place = None if key is None else self.model.row_of(key)
        return None if place is None else self.model.row(self.model.index(place, 0))

    # One training

    @Slot()
    def add_training(self) -> None:
        """Begin to write down a training."""
        if self.key is not None:
            draft = StaffTrainingDraft(self.key, self.today(), "")
            self._begin(None, draft, "受講を記録する", "記録する")

    @Slot()
    def change_training(self) -> None:
        """Change the training in the current row."""
        if (row := self._row()) is not None:
            self._begin(row.id, row.draft, "受講の記録を直す", "変更する")

    def _begin(
        self, changed: StaffTrainingId | None, draft: StaffTrainingDraft, title: str, verb: str
    ) -> None:
        self._being = changed
        self.ui.trainingStack.setCurrentWidget(self.form)
        self.form.begin(title, verb, entry_of(draft))
        bring_into_view(self.form)

    @Slot(object)
    def _enter(self, entry: TrainingEntry) -> None:
        done = self.store.do(
            f"研修の受講（{entry.title}）",
            enter_training,
            self._being,
            entry,
            on_refusal=self.form.refuse,
        )
        if done is not None:
            self._close()
            self.ui.trainingList.choose(done.result)

    @Slot()
    def _close(self) -> None:
        self._close_form()
        self._show_part()
        self.ui.trainingList.setFocus()

    def _close_form(self) -> None:
        self.ui.trainingStack.setCurrentWidget(self.ui.trainingList)

    @Slot()
    def remove_training(self) -> None:
        """Remove the training in the current row."""
        if (row := self._row()) is not None:
            label = f"受講の記録を消す（{row.draft.title}）"
            self.store.do(label, commands.remove_training, row.id)


def groups_of(row: StaffRow) -> tuple[Group, ...]:
    """Return what a card says of a term, only what is known."""
    draft = row.draft
    hours = f"週{hours_text(draft.weekly_minutes)}（常勤は週{hours_text(draft.full_time_minutes)}）"
    agreed = format_day(draft.city_agreed_on) if draft.city_agreed_on else ""
    facts = (
        ("期間", term_text(row)),
        ("勤務", hours),
        ("常勤換算", equivalent_text(row.equivalent)),
        ("兼務", draft.concurrent_post or "専任"),
        ("市の承諾", agreed),
        ("交代の理由", draft.reason),
        ("備考", draft.note),
    )
    return (("在籍", tuple(fact for fact in facts if fact[1])),)
