"""The third step of an import: what becomes of each row, and the decisions about doubtful ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent

from app.contacts.custom import Subject
from app.gui.compiled.contacts.ui_import_pane import Ui_ImportPane
from app.gui.contacts.import_known import known
from app.gui.contacts.import_lines import (
    LEFT_OUT,
    PLAN_COLUMNS,
    RESTORE,
    Line,
    Lines,
    details,
    gone_lines,
    left_line,
    plan_line,
)
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import WindowModel
from app.importing.apply import Chosen, Decision
from app.importing.plan import Fate, Plan, PlannedRow
from app.importing.planned import STATUSES, Status
from app.importing.remarks import remarks
from app.importing.report import GONE

_KEYS = {
    Qt.Key.Key_A: Decision.ADD,
    Qt.Key.Key_U: Decision.UPDATE,
    Qt.Key.Key_L: Decision.LEAVE,
}

_NAMED = 6
"""How many columns that are not taken are named."""


class PlanStep(QObject):
    """Shows a plan; ``chosen`` is what was decided."""

    def __init__(
        self, ui: Ui_ImportPane, store: ObservableStore, today: Callable[[], date]
    ) -> None:
        super().__init__(ui.planStep)
        self._ui = ui
        self._store = store
        self._today = today
        self._rows: dict[int, PlannedRow[Any]] = {}
        self._lines: dict[int, Line] = {}
        self._gone: dict[int, Line] = {}
        self._plan: Plan | None = None
        self.decided: dict[int, Decision] = {}
        self.model: WindowModel[Line] = WindowModel(store, PLAN_COLUMNS, Lines(), self)
        ui.planList.show_model(self.model, "import_plan")
        ui.planList.chosen.connect(self._show_row)
        ui.planList.installEventFilter(self)
        ui.fateTabs.currentChanged.connect(self._narrow)
        for button, decision in (
            (ui.addRowButton, Decision.ADD),
            (ui.updateRowButton, Decision.UPDATE),
            (ui.leaveRowButton, Decision.LEAVE),
            (ui.addAllButton, Decision.ADD),
            (ui.updateAllButton, Decision.UPDATE),
            (ui.leaveAllButton, Decision.LEAVE),
        ):
            button.setProperty("decision", decision)
            every = button in (ui.addAllButton, ui.updateAllButton, ui.leaveAllButton)
            button.clicked.connect(self._decide_all if every else self._decide_row)
        ui.planSplitter.setStretchFactor(0, 3)
        ui.planSplitter.setStretchFactor(1, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan on which nothing is decided yet."""
        self._plan = plan
        self.decided = {}
        self._rows = {row.row: row for row in plan.rows}
        lines = {row.row: plan_line(row, None) for row in plan.rows}
        lines.update((left.row, left_line(left)) for left in plan.left_out)
        self._lines = dict(sorted(lines.items()))
        self._gone = {} if plan.edition is None else gone_lines(plan.edition)
        self._offer_statuses(plan)
        self._fill_tabs(plan)
        doubtful = plan.counts[Fate.DOUBTFUL]
        for widget in (
            self._ui.allLabel,
            self._ui.addAllButton,
            self._ui.updateAllButton,
            self._ui.leaveAllButton,
        ):
            widget.setVisible(bool(doubtful))
        self._ui.fateTabs.setCurrentIndex(1 + list(Fate).index(Fate.DOUBTFUL) if doubtful else 0)
        self._narrow()
        self._choose_first()
        self._summarise()
        self._ui.planList.setFocus()

    @property
    def chosen(self) -> Chosen:
        """The decisions; a row nobody decided on is not taken."""
        return Chosen(dict(self.decided))

    @property
    def undecided(self) -> int:
        """How many doubtful rows nobody decided on."""
        doubtful = [row for row in self._rows.values() if row.fate is Fate.DOUBTFUL]
        return len(doubtful) - len(self.decided)

    @property
    def taken(self) -> int:
        """How many rows change anything."""
        fates = (Fate.ADD, Fate.CHANGE)
        sure = sum(row.fate in fates for row in self._rows.values())
        return sure + sum(one is not Decision.LEAVE for one in self.decided.values())

    def _fill_tabs(self, plan: Plan) -> None:
        bar = self._ui.fateTabs
        bar.blockSignals(True)  # noqa: FBT003
        while bar.count():
            bar.removeTab(0)
        bar.addTab(f"すべて {len(self._lines)}")
        for fate, count in plan.counts.items():
            bar.addTab(f"{fate.label} {count}")
        bar.addTab(f"{LEFT_OUT} {len(plan.left_out)}")
        if self._gone:
            bar.addTab(f"{GONE} {len(self._gone)}")
        bar.blockSignals(False)  # noqa: FBT003

    @Slot()
    def _narrow(self) -> None:
        number = self._ui.fateTabs.currentIndex()
        fates = list(Fate)
        lines = self._lines
        if number == len(fates) + 2:
            lines = self._gone
        elif number == len(fates) + 1:
            lines = {key: line for key, line in lines.items() if key not in self._rows}
        elif number > 0:
            fate = fates[number - 1]
            lines = {key: lines[key] for key, row in self._rows.items() if row.fate is fate}
        self.model.show(Lines(lines))

    def _offer_statuses(self, plan: Plan) -> None:
        """Offer what may have become of those who are gone; nothing becomes of them unasked."""
        combo = self._ui.goneCombo
        combo.clear()
        combo.addItem("そのままにする", None)
        for status in STATUSES[plan.subject]:
            combo.addItem(f"「{status.label}」にする", status)
        for widget in (self._ui.goneLabel, combo):
            widget.setVisible(bool(self._gone))

    @property
    def gone_status(self) -> Status | None:
        """The status that was chosen for what is gone."""
        status: Status | None = self._ui.goneCombo.currentData()
        return status

    @property
    def is_new_edition(self) -> bool:
        """Whether what the list holds is to be kept, though no record changes."""
        edition = None if self._plan is None else self._plan.edition
        return edition is not None and edition.previous_file != edition.file_name

    def _choose_first(self) -> None:
        if self.model.rowCount():
            self._ui.planList.choose(self.model.key(self.model.index(0, 0)))
        else:
            self._show_row(None)

    @Slot(object)
    def _show_row(self, key: int | None) -> None:
        row = None if key is None else self._rows.get(key)
        ui = self._ui
        doubtful = row is not None and row.fate is Fate.DOUBTFUL
        for button in (ui.addRowButton, ui.updateRowButton, ui.leaveRowButton):
            button.setVisible(doubtful)
        ui.updateRowButton.setEnabled(row is not None and row.record is not None)
        binned = row is not None and row.binned
        ui.updateRowButton.setText(f"{RESTORE if binned else Decision.UPDATE.label}（U）")
        if row is None:
            line = None if key is None else self._lines.get(key) or self._gone.get(key)
            ui.detailTitle.setText("" if line is None else _title(line))
            ui.detailLabel.setText("" if line is None else line.said)
            return
        draft = row.draft
        subject = Subject.PERSON if self._plan is None else self._plan.subject
        ui.detailTitle.setText(f"{row.row}行目　{draft.name}　{draft.kana}　― {row.fate.label}")
        ui.detailLabel.setText(details(row, known(self._store, subject, row, self._today())))

    @Slot()
    def _decide_row(self) -> None:
        button = self.sender()
        key = self._ui.planList.current_key()
        if button is not None and key is not None:
            self.decide(key, button.property("decision"))

    @Slot()
    def _decide_all(self) -> None:
        button = self.sender()
        if button is not None:
            self.decide_all(button.property("decision"))

    def decide(self, key: int, decision: Decision) -> None:
        """Decide on one doubtful row and go to the next that is undecided."""
        if not self._may(key, decision):
            return
        self._set(key, decision)
        self._show_decisions()
        listed: Sequence[int] = self.model.keys()
        following = [other for other in listed if other > key and self._open(other)]
        if following:
            self._ui.planList.choose(following[0])

    def decide_all(self, decision: Decision) -> None:
        """Decide on every doubtful row; those it does not fit keep what they had."""
        for key in self._rows:
            if self._may(key, decision):
                self._set(key, decision)
        self._show_decisions()

    def _open(self, key: int) -> bool:
        row = self._rows.get(key)
        return row is not None and row.fate is Fate.DOUBTFUL and key not in self.decided

    def _may(self, key: int, decision: Decision) -> bool:
        row = self._rows.get(key)
        if row is None or row.fate is not Fate.DOUBTFUL:
            return False
        return decision is not Decision.UPDATE or row.record is not None

    def _set(self, key: int, decision: Decision) -> None:
        self.decided[key] = decision
        self._lines[key] = plan_line(self._rows[key], decision)

    def _show_decisions(self) -> None:
        self._narrow()
        self._summarise()

    def _summarise(self) -> None:
        plan = self._plan
        assert plan is not None
        said = ""
        if self.undecided:
            said = f"要確認のうち{self.undecided}行は未決定で、このままなら取り込みません。"
        if plan.unused:
            more = f"など{len(plan.unused)}列" if len(plan.unused) > _NAMED else ""
            said += f"取り込まない列：{'、'.join(plan.unused[:_NAMED])}{more}。"
        said += "".join(remarks(plan))
        self._ui.planSummaryLabel.setText(said)
        self._ui.planSummaryLabel.setVisible(bool(said))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        decision = _KEYS.get(Qt.Key(event.key()))
        if decision is None:
            return False
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.decide_all(decision)
            return True
        key = self._ui.planList.current_key()
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and key is not None:
            self.decide(key, decision)
            return True
        return False


def _title(line: Line) -> str:
    return f"{line.row}行目　{line.fate}" if line.row else f"{line.name}　{line.fate}"
