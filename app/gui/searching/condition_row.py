"""One row of a search: a field, how it is compared, and with what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.searching import queries
from app.searching.condition import (
    OWN,
    Comparison,
    Condition,
    SearchField,
    Takes,
    fields_of,
    own_comparisons,
)

_UNTIL = str.maketrans("－ー〜～", "----")
_BLANK = (Comparison.EMPTY, Comparison.FILLED)


class ConditionRow(QWidget):
    """``changed`` says that it asks something else, ``removed`` that the row is to go."""

    changed = Signal()
    removed = Signal()

    def __init__(self, store: ObservableStore, subject: Subject) -> None:
        super().__init__()
        self._store, self._subject = store, subject
        self.fieldCombo, self.choiceCombo = QComboBox(self), QComboBox(self)
        self.valueEdit, self.yearsEdit = QLineEdit(self), QLineEdit(self)
        self.comparisonCombo, self.removeButton = QComboBox(self), QToolButton(self)
        self.removeButton.setText("×")
        self._name_everything()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.fieldCombo, self.choiceCombo, self.valueEdit, self.yearsEdit):
            row.addWidget(widget, 0 if widget is self.fieldCombo else 1)
        row.addWidget(self.comparisonCombo)
        row.addWidget(self.removeButton)
        for field in fields_of(subject):
            self.fieldCombo.addItem(field.label, field.value)
        for own in store.ask(contacts.custom_fields, subject):
            self.fieldCombo.addItem(f"独自項目：{own.name}", f"{OWN}{own.id}")
        self.fieldCombo.currentIndexChanged.connect(self._take_field)
        self.comparisonCombo.currentIndexChanged.connect(self._take_comparison)
        self.choiceCombo.currentIndexChanged.connect(self.changed)
        self.valueEdit.textChanged.connect(self.changed)
        self.yearsEdit.textChanged.connect(self.changed)
        self.removeButton.clicked.connect(self.removed)
        self._take_field()

    def _name_everything(self) -> None:
        named: Sequence[tuple[QWidget, str]] = (
            (self.fieldCombo, "条件の項目"),
            (self.comparisonCombo, "比べ方"),
            (self.choiceCombo, "値"),
            (self.valueEdit, "値"),
            (self.yearsEdit, "年度"),
            (self.removeButton, "この条件を外す"),
        )
        for widget, name in named:
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self.yearsEdit.setPlaceholderText("年度（例 R6-R8）")

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from another widget, and go on from left to right."""
        for widget in (
            self.fieldCombo,
            self.choiceCombo,
            self.valueEdit,
            self.yearsEdit,
            self.comparisonCombo,
            self.removeButton,
        ):
            QWidget.setTabOrder(before, widget)
            before = widget

    @property
    def complete(self) -> bool:
        """Whether there is something to compare with."""
        return not self.valueEdit.isVisibleTo(self) or bool(self.valueEdit.text().strip())

    def condition(self) -> Condition:
        """Return what the row asks; raises ``Refusal`` for years that cannot be read."""
        chosen = self.choiceCombo.isVisibleTo(self)
        value = self.choiceCombo.currentData() if chosen else self.valueEdit.text().strip()
        if not chosen and not self.valueEdit.isVisibleTo(self):
            value = ""
        comparison = self.comparisonCombo.currentData()
        return Condition(self.fieldCombo.currentData(), comparison, value or "", self._years())

    def show_condition(self, condition: Condition) -> None:
        """Show a condition; a field that is gone leaves the first one."""
        place = self.fieldCombo.findData(condition.field)
        self.fieldCombo.setCurrentIndex(max(place, 0))
        comparisons = [
            self.comparisonCombo.itemData(one) for one in range(self.comparisonCombo.count())
        ]
        if condition.comparison in comparisons:
            self.comparisonCombo.setCurrentIndex(comparisons.index(condition.comparison))
        self.choiceCombo.setCurrentIndex(self.choiceCombo.findData(condition.value))
        self.valueEdit.setText(condition.value)
        years = condition.years
        self.yearsEdit.setText("" if years is None else f"{years[0]}-{years[1]}")

    def _years(self) -> tuple[int, int] | None:
        text = self.yearsEdit.text().strip()
        if not text or not self.yearsEdit.isVisibleTo(self):
            return None
        first, _, last = (
            text.replace("－", "-").replace("〜", "-").replace("～", "-").partition("-")
        )
        from_year = FiscalYear.parse(first.strip())
        to_year = FiscalYear.parse(last.strip()) if last.strip() else from_year
        if to_year.start < from_year.start:
            raise Refusal("年度の初めと終わりが逆になっています。")
        return from_year.start, to_year.start

    @Slot()
    def _take_field(self) -> None:
        field = SearchField.of_value(self.fieldCombo.currentData())
        comparisons = own_comparisons() if field is None else field.comparisons
        self.comparisonCombo.blockSignals(True)  # noqa: FBT003
        self.comparisonCombo.clear()
        for one in comparisons:
            self.comparisonCombo.addItem(one.label, one)
        self.comparisonCombo.blockSignals(False)  # noqa: FBT003
        self.choiceCombo.blockSignals(True)  # noqa: FBT003
        self.choiceCombo.clear()
        if field is not None and field.takes is Takes.CHOICE:
            for words, value in self._store.ask(queries.choices, self._subject, field):
                self.choiceCombo.addItem(words, value)
        self.choiceCombo.blockSignals(False)  # noqa: FBT003
        self._take_comparison()

    @Slot()
    def _take_comparison(self) -> None:
        field = SearchField.of_value(self.fieldCombo.currentData())
        takes = Takes.TEXT if field is None else field.takes
        blank = self.comparisonCombo.currentData() in _BLANK
        self.choiceCombo.setVisible(takes is Takes.CHOICE)
        self.valueEdit.setVisible(takes in (Takes.TEXT, Takes.NUMBER) and not blank)
        self.yearsEdit.setVisible(field is not None and field.by_years)
        self.changed.emit()
