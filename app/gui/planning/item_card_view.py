"""The card of one item of a plan: what is planned, what was done, and the rows it counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.planning.ui_item_card import Ui_ItemCardView
from app.gui.contacts.card_panel import bring_into_view
from app.gui.contacts.facts_grid import FactsGrid, Group
from app.gui.council.room import fit_rows
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import WindowModel
from app.gui.planning.plan_words import counted, rate_text, target_text
from app.gui.records.record_card import RecordCard
from app.gui.results.figure_row import COLUMNS
from app.gui.results.figure_rows import READERS, FigureListing
from app.kernel.figure import Counted, Figure
from app.planning import commands, queries
from app.planning.plan import PlanItemId
from app.planning.queries import PlanRow
from app.planning.queries.plan import Actual

_MOST_ROWS = 9


class ItemCardView(RecordCard[PlanItemId]):
    """Ctrl+L opens the rows the actual counts, in the lower half."""

    TABLES = frozenset({"plan_item", "duty"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_ItemCardView()
        ui.setupUi(self)
        self.hold(ui)
        self.row: PlanRow | None = None
        self._facts = FactsGrid(ui.factsPanel)
        listing = FigureListing(Counted.MATCH, (), today())
        self.model = WindowModel[Any](store, COLUMNS, listing, self)
        ui.rowList.show_model(self.model, "plan_rows")
        ui.rowList.opened.connect(self._open_row)
        ui.rowList.left.connect(self.close_rows)
        self.close_rows()

    def fill(self, key: PlanItemId) -> None:
        """Show what is planned and what was done."""
        row = self.store.ask(queries.plan_item, key)
        if key != self.key:
            self.close_rows()
        self.row = row
        self.show_head(row.title, f"{row.year}　{row.duty.label}")
        self._facts.show(groups_of(row))
        self._allow_rows()

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the item, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.actRow.setEnabled(shown)
        self._allow_rows()

    def _allow_rows(self) -> None:
        row, ui = self.row, self.ui
        ui.rowsButton.setEnabled(row is not None and _opens(row.actual))
        ui.beforeButton.setEnabled(row is not None and _opens(row.before))

    # Rows

    @Slot()
    def show_rows(self) -> None:
        """Show the rows the actual counts."""
        if self.row is not None:
            self._open_figure(self.row.actual, str(self.row.year))

    @Slot()
    def show_before(self) -> None:
        """Show the rows last year's actual counted."""
        if self.row is not None:
            self._open_figure(self.row.before, str(self.row.year.previous))

    def _open_figure(self, actual: Actual, year: str) -> None:
        if self.row is None or not isinstance(actual, Figure) or not _opens(actual):
            return
        self.model.show(FigureListing(actual.of, actual.keys, self.today()))
        count = f"{actual.of.label}{len(set(actual.keys)):,}行"
        self.ui.rowsLabel.setText(f"{year}の実績 {counted(actual, self.row)} のもとになった{count}")
        self.ui.rowsLabel.show()
        fit_rows(self.ui.rowList, len(set(actual.keys)) + 2, _MOST_ROWS)
        self.ui.rowList.show()
        bring_into_view(self.ui.rowList)
        self.ui.rowList.setCurrentIndex(self.model.index(0, 0))
        self.ui.rowList.setFocus()

    @Slot()
    def close_rows(self) -> None:
        """Take the rows away."""
        self.ui.rowsLabel.hide()
        self.ui.rowList.hide()

    @Slot(int)
    def _open_row(self, key: int) -> None:
        place = self.model.row_of(key)
        row = None if place is None else self.model.row(self.model.index(place, 0))
        if row is not None:
            self.wanted.emit(row.target)

    # Its place

    @Slot()
    def move_up(self) -> None:
        """Move the item before the one above it."""
        self._move(-1, "上へ")

    @Slot()
    def move_down(self) -> None:
        """Move the item after the one below it."""
        self._move(1, "下へ")

    def _move(self, by: int, word: str) -> None:
        if self.key is not None:
            self.store.do(f"事業を{word}（{self.name}）", commands.move_item, self.key, by)


def groups_of(row: PlanRow) -> tuple[Group, ...]:
    """Return what a card says of an item, only what is known."""
    draft, review = row.draft, row.review
    target = "　".join(part for part in (draft.indicator, target_text(row)) if part)
    rate = f"（達成率 {rate_text(row)}）" if row.rate is not None else ""
    how = "　自動で数えています" if row.measure else ""
    groups: tuple[Group, ...] = (
        ("計画", (("時期", row.when), ("目的", draft.purpose), ("内容", draft.content))),
        (
            "目標と実績",
            (
                ("目標", target),
                ("実績", f"{counted(row.actual, row)}{rate}{how}" if row.done is not None else ""),
                ("前年度", counted(row.before, row)),
            ),
        ),
        (
            "評価",
            (
                ("自己評価", review.grade.label if review.grade else ""),
                ("実施内容", review.done),
                ("成果", review.outcome),
                ("課題", review.problems),
                ("方向性", review.direction),
            ),
        ),
    )
    known = ((name, tuple(fact for fact in facts if fact[1])) for name, facts in groups)
    return tuple((name, facts) for name, facts in known if facts)


def _opens(actual: Actual) -> bool:
    return isinstance(actual, Figure) and actual.of in READERS and bool(actual.keys)
