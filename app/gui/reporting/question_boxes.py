"""A box for each question of the chosen document, whatever it is asked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel

from app.gui.framework.observable_store import ObservableStore
from app.reporting.catalogue import Document, Request
from app.reporting.questions import Answer, Question, questions_of


class QuestionBoxes(QObject):
    """``changed`` says that another answer was chosen; ``put`` enters what is chosen.

    An answer is kept while the page lives, so that the next document that asks the same begins
    with it.
    """

    changed = Signal()

    def __init__(self, form: QFormLayout, store: ObservableStore) -> None:
        super().__init__(form)
        self._form, self._store = form, store
        self._chosen: dict[str, Answer] = {}
        self._boxes: dict[str, tuple[Question, QComboBox]] = {}

    def show(self, document: Document, request: Request) -> None:
        """Draw the boxes of a document, and fill them for what is asked so far."""
        for _, box in self._boxes.values():
            self._form.removeRow(box)
        self._boxes = {one.name: (one, self._box(one)) for one in questions_of(document)}
        self.fill(request)

    def fill(self, request: Request) -> None:
        """Offer the answers anew: records, or the year, changed."""
        for name, (question, box) in self._boxes.items():
            chosen = self._chosen.get(name)
            with QSignalBlocker(box):
                box.clear()
                for one in self._store.ask(question.offered, request, chosen):
                    box.addItem(one.name, one.value)
                    box.setItemData(box.count() - 1, one.name, Qt.ItemDataRole.ToolTipRole)
                box.setCurrentIndex(max(box.findData(chosen), 0))

    def set(self, asked: Mapping[str, str], request: Request) -> None:
        """Choose what a link asks for; what it does not name begins anew."""
        for name, (_, box) in self._boxes.items():
            given = asked.get(name)
            known = {str(box.itemData(place)): box.itemData(place) for place in range(box.count())}
            if given is None:
                self._chosen.pop(name, None)
            else:
                self._chosen[name] = known.get(given, int(given) if given.isdecimal() else given)
        self.fill(request)

    def put(self, request: Request) -> Request:
        """Return what is asked with the answers in it."""
        for question, box in self._boxes.values():
            if box.count():
                request = question.put(request, box.currentData())
        return request

    def _box(self, question: Question) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"{question.name}Combo")
        box.setAccessibleName(question.label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        label = QLabel(question.label)
        label.setObjectName(f"{question.name}Label")
        label.setBuddy(box)
        self._form.addRow(label, box)
        box.currentIndexChanged.connect(self._answered)
        return box

    @Slot()
    def _answered(self) -> None:
        for name, (_, box) in self._boxes.items():
            self._chosen[name] = box.currentData()
        self.changed.emit()
