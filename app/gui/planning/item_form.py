"""The form of an item of a plan, with its review below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.duties import queries as duties
from app.gui.compiled.planning.ui_item_form import Ui_ItemForm
from app.gui.council.room import no_more_than
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.matching.choices import fill_labels
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.planning import commands, queries
from app.planning.measure import Measure, suited
from app.planning.months import calendar_months, month_bits
from app.planning.plan import Grade, PlanItemDraft, PlanItemId, ReviewDraft

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("duty_id", "dutyCombo"),
    ("title", "titleEdit"),
    ("purpose", "purposeEdit"),
    ("content", "contentEdit"),
    ("when", "monthsEdit"),
    ("measure", "measureCombo"),
    ("indicator", "indicatorEdit"),
    ("unit", "unitEdit"),
    ("target", "targetEdit"),
    ("actual", "actualEdit"),
    ("grade", "gradeCombo"),
    ("done", "doneEdit"),
    ("outcome", "outcomeEdit"),
    ("problems", "problemsEdit"),
    ("direction", "directionEdit"),
)
_LONG = (
    *("purposeEdit", "contentEdit", "doneEdit"),
    *("outcomeEdit", "problemsEdit", "directionEdit"),
)
_TYPED = "数えない（実績を入力する）"


@dataclass(frozen=True, slots=True)
class ItemEntry(PlanItemDraft):
    """An item with its review, as the form shows them; ``when`` are calendar months."""

    when: tuple[int, ...] = ()
    done: str = ""
    outcome: str = ""
    problems: str = ""
    direction: str = ""
    grade: Grade | None = None


def enter_item(session: Session, item: PlanItemId | None, entry: ItemEntry) -> PlanItemId:
    """Write an item and its review down, new or known; return its key."""
    draft = PlanItemDraft(**_parts(entry, PlanItemDraft))
    draft = replace(draft, months=month_bits(entry.when))
    if item is None:
        item = commands.add_item(session, draft)
    else:
        commands.change_item(session, item, draft)
    commands.review_item(session, item, ReviewDraft(**_parts(entry, ReviewDraft)))
    return item


def _parts(entry: ItemEntry, kind: Any) -> dict[str, Any]:
    return {field.name: getattr(entry, field.name) for field in fields(kind)}


class ItemForm(RecordForm[PlanItemId]):
    """Measures that suit the duty are offered first; with one, the actual is not typed."""

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
        self._signs: dict[int, str] = {}
        self._measures: tuple[Measure, ...] = ()
        self.ui = ui = Ui_ItemForm()
        ui.setupUi(self)
        ui.monthsEdit.prepare("時期（月）", "月の番号で　例：6 7 8")
        ui.monthsEdit.offer([(month, "月") for month in range(1, 13)])
        ui.targetEdit.prepare("目標値", "", "例：40")
        ui.actualEdit.prepare("実績", "", "数えたもの")
        fill_labels(ui.gradeCombo, Grade, "まだ評価していない")
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.titleEdit)
        for name in _LONG:
            no_more_than(getattr(ui, name), 2.5)
        ui.dutyCombo.currentIndexChanged.connect(self._offer_measures)
        ui.measureCombo.currentIndexChanged.connect(self._follow_measure)

    def start_new(self) -> None:
        """Begin with an empty form in the year of the window."""
        self.form.begin_at("duty_id")
        rows = self.store.ask(duties.duty_list, self.year.value.last_day)
        first = rows[0].id if rows else 0
        entry = ItemEntry(self.year.value.start, first, "")
        self._start(None, entry, f"{self.year.value}の新しい事業")

    def start_edit(self, key: PlanItemId) -> bool:
        """Begin with a stored item; return whether it is still there."""
        self.form.begin_at("duty_id")
        return self._start_known(key)

    def start_review(self, key: PlanItemId) -> bool:
        """Begin with the review of a stored item."""
        self.form.begin_at("grade")
        return self._start_known(key)

    def _start_known(self, key: PlanItemId) -> bool:
        try:
            row = self.store.ask(queries.plan_item, key)
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        values = {
            field.name: getattr(part, field.name)
            for part in (row.draft, row.review)
            for field in fields(part)
        }
        entry = ItemEntry(**values, when=calendar_months(row.draft.months))
        self._start(key, entry, f"{row.title}の編集")
        return True

    def _start(self, key: PlanItemId | None, entry: ItemEntry, title: str) -> None:
        ui = self.ui
        year = FiscalYear(entry.fiscal_year)
        known = list(self.store.ask(duties.duty_list, year.last_day))
        if entry.duty_id not in {row.id for row in known}:
            known += self.store.ask(duties.duties, [entry.duty_id]).values()
        self._signs = {row.id: row.sign for row in known}
        self._measures = self.store.ask(queries.measures)
        ui.dutyCombo.clear()
        for row in known:
            ui.dutyCombo.addItem(row.label, row.id)
        self._offer(entry.duty_id, entry.measure)
        self.begin(key, entry, title)
        self._follow_measure()

    # While typing

    @Slot()
    def _offer_measures(self) -> None:
        duty = self.ui.dutyCombo.currentData()
        if duty is not None:
            self._offer(duty, self.ui.measureCombo.currentData() or "")

    def _offer(self, duty: int, chosen: str) -> None:
        """Offer what can be counted, what suits the duty first; what is chosen stays."""
        combo = self.ui.measureCombo
        combo.blockSignals(True)  # noqa: FBT003  what is chosen does not change
        combo.clear()
        combo.addItem(_TYPED, "")
        for one in suited(self._signs.get(duty, ""), self._measures):
            combo.addItem(f"{one.name}　{one.unit}", one.stored)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.blockSignals(False)  # noqa: FBT003

    @Slot()
    def _follow_measure(self) -> None:
        """With a measure, its words and unit are proposed and nothing is typed as the actual."""
        ui = self.ui
        chosen = ui.measureCombo.currentData()
        measure = next((one for one in self._measures if one.stored == chosen), None)
        ui.actualEdit.setEnabled(measure is None)
        ui.unitEdit.setEnabled(measure is None)
        if measure is not None:
            ui.unitEdit.setText(measure.unit)
            if not ui.indicatorEdit.text().strip():
                ui.indicatorEdit.setText(measure.name)

    def write(self, entry: ItemEntry) -> Done[PlanItemId] | None:
        """Write the item and its review down."""
        label = "事業の追加" if self.key is None else "事業の変更"
        return self.store.do(
            f"{label}（{entry.title}）",
            enter_item,
            self.key,
            replace(entry, duty_id=entry.duty_id or 0),
            on_refusal=self.refused,
        )
