"""まとめて変更: what to change above, what becomes of each of them below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.contacts import commands, queries
from app.contacts.bulk_edit import UNITS, Edit, EditableField, EditFate, EditPlan
from app.contacts.custom import Subject
from app.gui.bulk_edit.edit_lines import EditLines, EditLinesView
from app.gui.framework.jobs import Job, Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.shortcuts import PageKeys
from app.gui.records.picked import Picked
from app.gui.widgets.flow_row import FlowRow
from app.gui.widgets.paragraph import Paragraph
from app.kernel.errors import Refusal
from app.kernel.progress import Progress

if TYPE_CHECKING:
    from app.storage.store import Done, Store

_TABLES = frozenset({"person", "organisation", "tagging", "custom_value"})


class BulkEditPane(QWidget):
    """``left`` says that the user is finished; ``said`` carries a sentence for the status line.

    The plan is made off the window's thread whenever something else is asked for.
    """

    left = Signal()
    said = Signal(str)

    def __init__(self, store: ObservableStore, jobs: Jobs, today: Callable[[], date]) -> None:
        super().__init__()
        self._store, self._jobs, self._today = store, jobs, today
        self._picked = Picked(Subject.PERSON)
        self._fields: dict[str, EditableField] = {}
        self._plan: EditPlan | None = None
        self._job: Job | None = None
        self._title = ""
        self._lay_out()
        self.keys = PageKeys(self, inside=True)
        self.keys.add("この内容で変更する", "Ctrl+Return", self.apply, self.applyButton)
        self.keys.add("一覧へ戻る", "Esc", self.left.emit, self.closeButton)
        self.keys.tell("Space", "選んだ行を変更から外す・変更に入れる")
        self.fieldCombo.currentIndexChanged.connect(self._take_field)
        self.choiceCombo.currentIndexChanged.connect(self.look)
        self.valueEdit.textChanged.connect(self.look)
        self.lines.ticked.connect(self._count)
        store.changed.connect(self._changed)
        self.setFocusProxy(self.fieldCombo)

    def _lay_out(self) -> None:
        self.headingLabel = QLabel("まとめて変更")
        self.headingLabel.setProperty("heading", True)  # noqa: FBT003  what the style sheet asks
        self.closeButton, self.applyButton = QPushButton("一覧へ戻る"), QPushButton("変更する")
        self.applyButton.setProperty("primary", True)  # noqa: FBT003  what the style sheet asks
        bar = QHBoxLayout()
        bar.addWidget(self.headingLabel, 1)
        bar.addWidget(self.closeButton)
        self.row = FlowRow()
        self.fieldCombo = QComboBox(self.row)
        self.choiceCombo, self.valueEdit = QComboBox(self.row), QLineEdit(self.row)
        for widget, name in (
            (self.fieldCombo, "変える項目"),
            (self.choiceCombo, "変えたあとの値"),
            (self.valueEdit, "変えたあとの値"),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        for combo in (self.fieldCombo, self.choiceCombo):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.valueEdit.setProperty("ems", 22)
        self.applyButton.setParent(self.row)
        self.countLabel = Paragraph()
        self.lines = EditLines(self)
        self.view = EditLinesView(self.lines)
        whole = QVBoxLayout(self)
        whole.addLayout(bar)
        whole.addWidget(self.row)
        whole.addWidget(self.countLabel)
        whole.addWidget(self.view, 1)

    def begin(self, picked: Picked) -> None:
        """Begin with the rows selected in a list, or with all of it."""
        self._picked = picked
        which = "選んだ" if picked.several else "一覧の"
        many = f"{len(picked.keys):,}{UNITS[picked.subject]}"
        self.headingLabel.setText(f"まとめて変更（{which}{many}）")
        listed = self._store.ask(queries.editable_fields, picked.subject)
        self._fields = {field.field: field for field in listed}
        for field in listed:
            self.fieldCombo.addItem(field.label, field.field)
        self.setFocus()

    @Slot()
    def _take_field(self) -> None:
        field = self._fields[self.fieldCombo.currentData()]
        self.choiceCombo.blockSignals(True)  # noqa: FBT003  looked at below, once
        self.choiceCombo.clear()
        for words, value in field.choices or ():
            self.choiceCombo.addItem(words, value)
        self.choiceCombo.setCurrentIndex(-1)
        self.choiceCombo.setPlaceholderText("値を選んでください")
        self.choiceCombo.blockSignals(False)  # noqa: FBT003
        self.choiceCombo.setVisible(field.choices is not None)
        self.valueEdit.setVisible(field.choices is None)
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask what would become of each; what was being asked is dropped."""
        self.forget()
        field = self._fields[self.fieldCombo.currentData()]
        value = self.valueEdit.text()
        if field.choices is not None:
            value = self.choiceCombo.currentData()
        if value is None:
            none = "選べる値がありません。先に「設定」で作ってください。"
            self._show(None, none if not field.choices else "値を選ぶと、変わる内容が下に出ます。")
            return
        edit = Edit(self._picked.subject, field.field, value)
        work = partial(_plan, self._store.plain, edit, self._picked.keys, self._today())
        self._job = Job(work, title="変わる内容を調べています")
        self._job.succeeded.connect(self._looked)
        self._jobs.start(self._job)

    def forget(self) -> None:
        """Let go of what is being asked."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.applyButton.setEnabled(False)

    @Slot(object)
    def _looked(self, plan: EditPlan | Refusal) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if isinstance(plan, Refusal):
            self._show(None, plan.text)
        else:
            self._show(plan, "")

    def _show(self, plan: EditPlan | None, said: str) -> None:
        self._plan = plan
        self.lines.show_plan(plan)
        if said:
            self.countLabel.setText(said)

    @Slot()
    def _count(self) -> None:
        plan = self._plan
        if plan is None:
            self.applyButton.setEnabled(False)
            return
        unit, wanted = UNITS[self._picked.subject], len(self.lines.wanted())
        left_out = len(plan.keys(EditFate.CHANGE)) - wanted
        parts = [f"{wanted:,}{unit}を変更します"]
        for count, words in (
            (left_out, "外したもの"),
            (len(plan.keys(EditFate.SAME)), "すでに同じ"),
            (len(plan.keys(EditFate.REFUSED)), "変えられない"),
        ):
            parts += [f"{words} {count:,}{unit}"] if count else []
        self.countLabel.setText("、".join(parts) + "。")
        self.applyButton.setEnabled(wanted > 0)

    @Slot()
    def apply(self) -> None:
        """Change what is ticked, as one step."""
        wanted = self.lines.wanted()
        if self._plan is None or not wanted:
            return
        self._title = self._plan.title(len(wanted))
        work = partial(_apply, self._store.plain, self._title, self._plan.edit, wanted)
        job = Job(work, title="変更しています", writes=True)
        job.succeeded.connect(self._applied)
        job.failed.connect(self.look)
        self._jobs.start(job)

    @Slot(object)
    def _applied(self, done: Done[int]) -> None:
        self._plan = None
        self.left.emit()
        self._store.announce(self._title, done)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        """Look again: what is shown may be so no longer."""
        if self._plan is not None and tables & _TABLES:
            self.look()


def _plan(
    store: Store, edit: Edit, keys: Sequence[int], today: date, progress: Progress
) -> EditPlan | Refusal:
    progress.step(0, 0)  # what waited and is not wanted any more ends here
    try:
        return store.ask(queries.edit_plan, edit, keys, today)
    except Refusal as refusal:
        return refusal


def _apply(
    store: Store, title: str, edit: Edit, keys: Sequence[int], progress: Progress
) -> Done[int]:
    return store.do(title, commands.edit_many, edit, keys, progress)
