"""What is asked of one supporter on the card and of many at once: insurance, and going on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.wareki_edit import WarekiEdit
from app.kernel.fiscal_year import FiscalYear
from app.supporters.insurance import InsuranceDraft
from app.supporters.supporter import InsurancePlan

Today = Callable[[], date]
LETTERS = 10
SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_DEAREST = 100_000


@dataclass(frozen=True, slots=True)
class Confirmed:
    """When somebody said that they go on, and what else they said."""

    on: date | None
    note: str = ""


def short_combo() -> QComboBox:
    """Return a box whose width does not follow its longest choice."""
    combo = QComboBox()
    combo.setSizeAdjustPolicy(SHORT)
    combo.setMinimumContentsLength(LETTERS)
    return combo


def day_edit(today: Today, name: str) -> WarekiEdit:
    """Return a field for a day."""
    edit = WarekiEdit()
    edit.setProperty("below", True)  # noqa: FBT003  cards are narrow
    edit.prepare(today, name)
    return edit


def confirm_form(today: Today, columns: int = 1, parent: QWidget | None = None) -> SmallForm:
    """Return a form that asks for a ``Confirmed``."""
    fields = (
        ("on", "確認した日", day_edit(today, "確認した日")),
        ("note", "メモ", QLineEdit()),
    )
    return SmallForm(fields, {"on": "確認した日を入力してください。"}, columns, parent)


class InsuranceForm(SmallForm):
    """Asks for an ``InsuranceDraft``."""

    def __init__(self, today: Today, columns: int = 1, parent: QWidget | None = None) -> None:
        self._today = today
        self.year, self.plan = short_combo(), short_combo()
        for one in InsurancePlan:
            self.plan.addItem(one.label, one)
        premium = QSpinBox()
        premium.setRange(0, _DEAREST)
        premium.setSuffix(" 円")
        premium.setGroupSeparatorShown(True)
        fields = (
            ("fiscal_year", "年度", self.year),
            ("joined_on", "加入した日", day_edit(today, "加入した日")),
            ("plan", "プラン", self.plan),
            ("premium", "保険料", premium),
            ("joined_through", "加入の窓口", QLineEdit()),
            ("note", "メモ", QLineEdit()),
        )
        super().__init__(fields, {"joined_on": "加入した日を入力してください。"}, columns, parent)

    def begin_draft(self, title: str, verb: str, draft: InsuranceDraft) -> None:
        """Begin with a draft; the years around today's are offered, and the draft's own."""
        now = FiscalYear.of(self._today()).start
        self.year.clear()
        for start in sorted({now - 1, now, now + 1, draft.fiscal_year}):
            self.year.addItem(str(FiscalYear(start)), start)
        self.begin(title, verb, draft)
