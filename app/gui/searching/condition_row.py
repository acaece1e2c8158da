"""One row of a search: a field, how it is compared, and with what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget

from app.contacts import queries as contacts
from app.contacts.custom import OWN, CustomFieldDraft, FieldKind, Subject
from app.gui.framework.observable_store import ObservableStore
from app.gui.searching.years_choice import YearsChoice
from app.gui.widgets.flow_row import FlowRow
from app.gui.widgets.wareki_edit import WarekiEdit
from app.searching import queries
from app.searching.condition import (
    PICKED_KINDS,
    Comparison,
    Condition,
    SearchField,
    Takes,
    fields_of,
    own_comparisons,
)

_BLANK = (Comparison.EMPTY, Comparison.FILLED)
_PICKING = (Comparison.IS, Comparison.IS_NOT)


class _Asked(NamedTuple):
    """How the chosen field is asked about."""

    comparisons: Sequence[Comparison]
    picked: bool
    typed: bool
    number: bool = False
    choices: Sequence[tuple[str, str]] = ()


class ConditionRow(FlowRow):
    """``changed`` says that it asks something else, ``removed`` that the row is to go."""

    changed = Signal()
    removed = Signal()

    def __init__(self, store: ObservableStore, subject: Subject, today: Callable[[], date]) -> None:
        super().__init__()
        self._store, self._subject = store, subject
        self._own: dict[str, CustomFieldDraft] = {}
        self.fieldCombo, self.choiceCombo = QComboBox(self), QComboBox(self)
        self.dayEdit, self.valueEdit = WarekiEdit(self), QLineEdit(self)
        self.yearsChoice = YearsChoice(self)
        self.comparisonCombo, self.removeButton = QComboBox(self), QToolButton(self)
        self.dayEdit.prepare(today, "年齢を数える日")
        self.removeButton.setText("×")
        self._name_everything()
        self._measure()
        for field in fields_of(subject):
            self.fieldCombo.addItem(field.label, field.value)
        for own in store.ask(contacts.custom_fields, subject, retired=True):
            self._own[f"{OWN}{own.id}"] = own.draft
            if not own.retired:
                self._offer_own(f"{OWN}{own.id}")
        self.fieldCombo.currentIndexChanged.connect(self._take_field)
        self.comparisonCombo.currentIndexChanged.connect(self._take_comparison)
        self.choiceCombo.currentIndexChanged.connect(self.changed)
        self.valueEdit.textChanged.connect(self.changed)
        self.dayEdit.edited.connect(self.changed)
        self.yearsChoice.changed.connect(self.changed)
        self.removeButton.clicked.connect(self.removed)
        self._take_field()

    def _name_everything(self) -> None:
        named: Sequence[tuple[QWidget, str]] = (
            (self.fieldCombo, "条件の項目"),
            (self.comparisonCombo, "比べ方"),
            (self.choiceCombo, "値"),
            (self.valueEdit, "値"),
            (self.removeButton, "この条件を外す"),
        )
        for widget, name in named:
            widget.setAccessibleName(name)
            widget.setToolTip(name)

    def _measure(self) -> None:
        """Say how wide the parts are, so that those of several rows stand below one another."""
        for widget, ems in (
            (self.fieldCombo, 12),
            (self.choiceCombo, 9),
            (self.dayEdit, 9),
            (self.comparisonCombo, 8),
        ):
            widget.setProperty("ems", ems)
        self.choiceCombo.setProperty("fills", True)  # noqa: FBT003  what the row asks
        self.dayEdit.understood.hide()  # the field itself says 令和9年3月31日

    @property
    def _parts(self) -> Sequence[QWidget]:
        """What stands in the row, from left to right."""
        return (
            self.fieldCombo,
            self.choiceCombo,
            self.dayEdit,
            self.valueEdit,
            self.yearsChoice,
            self.comparisonCombo,
            self.removeButton,
        )

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from another widget, and go on from left to right."""
        years = (self.yearsChoice.firstCombo, self.yearsChoice.lastCombo)
        for part in self._parts:
            for widget in years if part is self.yearsChoice else (part.focusProxy() or part,):
                QWidget.setTabOrder(before, widget)
                before = widget

    @property
    def complete(self) -> bool:
        """Whether there is something to compare with."""
        if self.choiceCombo.isVisibleTo(self):
            return self.choiceCombo.currentData() is not None
        if self.dayEdit.isVisibleTo(self) and not self.dayEdit.typed().strip():
            return False
        return not self.valueEdit.isVisibleTo(self) or bool(self.valueEdit.text().strip())

    def condition(self) -> Condition:
        """Return what the row asks; raises ``Refusal`` for a day that cannot be read."""
        value = ""
        if self.choiceCombo.isVisibleTo(self):
            value = self.choiceCombo.currentData() or ""
        elif self.valueEdit.isVisibleTo(self):
            value = self.valueEdit.text().strip()
        years = self.yearsChoice.years() if self.yearsChoice.isVisibleTo(self) else None
        day = self.dayEdit.value() if self.dayEdit.isVisibleTo(self) else None
        comparison = self.comparisonCombo.currentData()
        return Condition(self.fieldCombo.currentData(), comparison, value, years, day)

    def show_condition(self, condition: Condition) -> None:
        """Show a condition; a field that is gone leaves the first one."""
        if condition.field in self._own and self.fieldCombo.findData(condition.field) < 0:
            self._offer_own(condition.field)
        self.fieldCombo.setCurrentIndex(max(self.fieldCombo.findData(condition.field), 0))
        offered = self._asked().comparisons
        if condition.comparison in offered:
            self.comparisonCombo.setCurrentIndex(offered.index(condition.comparison))
        if condition.value and self.choiceCombo.findData(condition.value) < 0:
            self.choiceCombo.addItem(f"{condition.value}（いまはない選択肢）", condition.value)
        self.choiceCombo.setCurrentIndex(self.choiceCombo.findData(condition.value))
        self.valueEdit.setText(condition.value)
        self.dayEdit.set_value(condition.day)
        self.yearsChoice.show_years(condition.years)

    def _offer_own(self, field: str) -> None:
        self.fieldCombo.addItem(f"独自項目：{self._own[field].name}", field)

    def _asked(self) -> _Asked:
        chosen = self.fieldCombo.currentData()
        field = SearchField.of_value(chosen)
        if field is None:
            own = self._own[chosen]
            picked = own.kind in PICKED_KINDS
            choices = queries.own_choices(own) if picked else ()
            number = own.kind is FieldKind.NUMBER
            return _Asked(
                own_comparisons(own.kind), picked, typed=True, number=number, choices=choices
            )
        picked = field.takes is Takes.CHOICE
        choices = self._store.ask(queries.choices, self._subject, field) if picked else ()
        number = field.takes is Takes.NUMBER
        typed = number or field.takes is Takes.TEXT
        return _Asked(field.comparisons, picked, typed, number, choices)

    @Slot()
    def _take_field(self) -> None:
        asked = self._asked()
        field = SearchField.of_value(self.fieldCombo.currentData())
        for combo in (self.comparisonCombo, self.choiceCombo):
            combo.blockSignals(True)  # noqa: FBT003  filling is no choosing
            combo.clear()
        for one in asked.comparisons:
            self.comparisonCombo.addItem(one.label, one)
        for words, value in asked.choices:
            self.choiceCombo.addItem(words, value)
        for combo in (self.comparisonCombo, self.choiceCombo):
            combo.blockSignals(False)  # noqa: FBT003
        self.yearsChoice.setVisible(field is not None and field.by_years)
        if field is not None and field.by_years:
            self.yearsChoice.offer(self._store.ask(queries.course_years))
        self.dayEdit.setVisible(field is not None and field.by_day)
        self._take_comparison()

    @Slot()
    def _take_comparison(self) -> None:
        asked, comparison = self._asked(), self.comparisonCombo.currentData()
        picking = asked.picked and comparison in _PICKING
        self.valueEdit.setProperty("ems", 4 if asked.number else 8)
        self.valueEdit.setProperty("fills", not asked.number)
        self.choiceCombo.setVisible(picking)
        self.valueEdit.setVisible(asked.typed and not picking and comparison not in _BLANK)
        self.changed.emit()
