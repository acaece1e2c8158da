"""The card of a form: the picture of its sheet, and beside it fields, editions, trial print."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.forms import commands
from app.gui.compiled.forms.ui_form_card import Ui_FormCard
from app.gui.forms.edition_side import EditionSide
from app.gui.forms.field_side import FieldSide
from app.gui.forms.form_work import (
    FormReading,
    Trial,
    read_form,
    try_form,
    write_form,
)
from app.gui.forms.marking import Marking
from app.gui.forms.sheet_pane import SheetPane
from app.gui.forms.shown_form import ShownForm
from app.gui.forms.side_area import SideArea
from app.gui.forms.trial_side import TrialSide
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.reporting.catalogue import Document

FIELDS, EDITIONS, TRIAL = range(3)
_TABS = ("項目", "版", "試し刷り")
_KINDS = "Excelブック (*.xlsx *.xlsm)"


class FormCard(QWidget):
    """Shows one form of a document.

    ``add_wanted`` asks for another to be registered; ``said`` is for the status line.
    """

    add_wanted = Signal()
    said = Signal(str)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._store = page, page.store
        self.document: Document | None = None
        self.shown: ShownForm | None = None
        self._forms: tuple[ShownForm, ...] = ()
        self._now: ShownForm | None = None
        self._job: Job | None = None
        self._trial_job: Job | None = None
        self._trial_due = True
        self._wide = False
        self.ui = Ui_FormCard()
        self.ui.setupUi(self)
        self.ui.titleLabel.prepare(ems=13, bold=True)
        self.pane, self.fields = SheetPane(), FieldSide()
        self.editions = EditionSide(page.store)
        self.trial = TrialSide(page.dialogs)
        self.nothing = EmptyState("様式を読んでいます", "できるまで、そのままお待ちください。")
        self.marking = Marking(page.store, self.pane, self.fields)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        ui = self.ui
        ui.pictureStack.addWidget(self.nothing)
        ui.pictureStack.addWidget(self.pane)
        ui.sideTabs.setDrawBase(False)
        ui.sideTabs.setExpanding(False)
        for title, side in zip(_TABS, (self.fields, self.editions, self.trial), strict=True):
            ui.sideTabs.addTab(title)
            ui.tabStack.addWidget(SideArea(side))
        em = self.fontMetrics().horizontalAdvance("国")
        ui.splitter.setSizes([40 * em, 22 * em])
        ui.splitter.setStretchFactor(0, 1)
        self.setFocusProxy(self.pane)

    def _connect(self) -> None:
        self.ui.sideTabs.currentChanged.connect(self._tab_chosen)
        self.pane.sheet_wanted.connect(self._read)
        self.editions.chosen.connect(self._edition_chosen)
        self.trial.cell_wanted.connect(self._go_to_cell)
        self.marking.changed.connect(self._trial_is_old)
        self.marking.said.connect(self.said)
        self.nothing.wanted.connect(self._step)

    # What is shown

    def show_document(
        self, document: Document, forms: Sequence[ShownForm], now: ShownForm | None
    ) -> None:
        """Show the form of a document that was looked at, or else the one in effect."""
        same = self.document is not None and self.document.id == document.id
        before = self.shown if same else None
        self.document, self._forms, self._now = document, tuple(forms), now
        found = (one for one in self._forms if before and _is_same(one, before))
        first = self._forms[0] if self._forms else None
        shown = next(found, now or first)
        changed = before is None or shown is None or not _is_same(shown, before)
        self._show(shown, changed=changed)

    def _show(self, shown: ShownForm | None, *, changed: bool) -> None:
        self.shown = shown
        self.editions.show_forms(self._forms, self._now, shown)
        own = shown is not None and shown.edition is not None
        self.ui.side.setVisible(shown is not None)
        self.ui.exportButton.setEnabled(shown is not None)
        self.ui.removeButton.setEnabled(own)
        name = self.document.name if self.document else ""
        self.ui.titleLabel.setText(f"{name}　{shown.title}" if shown else name)
        if changed:
            self._trial_is_old()
            self._read("")
        else:
            self.marking.reload()

    def look_at(self, edition: int) -> None:
        """Show an edition of the document, if it is there."""
        found = next((one for one in self._forms if one.edition == edition), None)
        if found is not None:
            self._edition_chosen(found)
            self.choose_tab(FIELDS)

    def say(self, title: str, text: str, step: str = "") -> None:
        """Say why there is no picture."""
        self.nothing.title.setText(title)
        self.nothing.text.setText(text)
        self.nothing.step.setText(step)
        self.nothing.step.setVisible(bool(step))
        self.ui.pictureStack.setCurrentWidget(self.nothing)

    def choose_tab(self, number: int) -> None:
        """Open a tab of the side."""
        self.ui.sideTabs.setCurrentIndex(number)

    def may_leave(self) -> bool:
        """Store what was typed about the edition; stay where that is refused."""
        return self.editions.save()

    # Reading

    @Slot(str)
    def _read(self, sheet: str) -> None:
        """Read the form off the window's thread; what was being read is dropped."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self.shown is None or self.document is None:
            self.say(
                "まだ様式がありません",
                "市からもらったExcelの様式（.xlsx）を登録すると、ここに絵が出ます。"
                "この画面へファイルを引いて落としても登録できます。",
                "様式を追加",
            )
            return
        if not sheet:
            self.say("様式を読んでいます", "できるまで、そのままお待ちください。")
        work = partial(
            read_form, self._store.plain, self.document, self.shown, sheet, self._page.today
        )
        self._job = Job(work, title=f"「{self.shown.name}」を読んでいます")
        self._job.succeeded.connect(self._was_read)
        self._job.failed.connect(self._was_not_read)
        self._job.cancelled.connect(self._was_not_read)
        self._page.jobs.start(self._job)

    @Slot(object)
    def _was_read(self, reading: FormReading | Refusal) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if isinstance(reading, Refusal) and self.ui.pictureStack.currentWidget() is self.pane:
            self.pane.choose_shown()
            self.said.emit(reading.text)
            return
        if isinstance(reading, Refusal):
            self.say("この様式は開けません", reading.text)
            return
        self.marking.show_reading(reading)
        self.ui.pictureStack.setCurrentWidget(self.pane)
        self._make_trial()

    @Slot()
    @Slot(object)
    def _was_not_read(self, _error: object = None) -> None:
        if self.sender() is self._job:
            self._job = None
            self.say("様式を読めませんでした", "", "もう一度読む")

    @Slot()
    def _step(self) -> None:
        """Do what the empty card offers: read the form again, or add one where there is none."""
        if self.shown is None:
            self.add_wanted.emit()
        else:
            self._read("")

    @Slot(object)
    def _edition_chosen(self, form: ShownForm) -> None:
        if self.shown is not None and _is_same(form, self.shown):
            return
        if not self.editions.save():
            self.editions.show_forms(self._forms, self._now, self.shown)
            return
        self._show(form, changed=True)

    @Slot(str, int, int)
    def _go_to_cell(self, sheet: str, row: int, column: int) -> None:
        if sheet and sheet != self.pane.sheet:
            self.said.emit(f"「{sheet}」のシートを選ぶと、そのセルが見られます。")
        elif self.pane.go_to((row, column)):
            self.pane.view.setFocus()
        else:
            self.said.emit("このセルは印刷の範囲の外にあります。")

    # The trial print

    @Slot()
    def _trial_is_old(self) -> None:
        self._trial_due = True
        self._make_trial()

    @Slot(int)
    def _tab_chosen(self, number: int) -> None:
        self.ui.tabStack.setCurrentIndex(number)
        self._widen(wide=number == TRIAL)
        self._make_trial()

    def _widen(self, *, wide: bool) -> None:
        """Give the trial print half of the room, and that of the list of documents."""
        if wide == self._wide:
            return
        self._wide = wide
        self.ui.splitter.setStretchFactor(1, int(wide))
        whole = sum(self.ui.splitter.sizes())
        em = self.fontMetrics().horizontalAdvance("国")
        side = whole // 2 if wide else min(22 * em, whole // 2)
        self.ui.splitter.setSizes([whole - side, side])
        self.ui.listButton.setChecked(not wide)

    def _make_trial(self) -> None:
        if not self._trial_due or self.ui.sideTabs.currentIndex() != TRIAL:
            return
        if self.shown is None or self.document is None or self._job is not None:
            return
        if self._trial_job is not None:
            self._trial_job.cancel()
        self._trial_due = False
        work = partial(
            try_form,
            self._store.plain,
            self.document,
            self.shown,
            self.marking.mark_map,
            self._page.today,
        )
        self._trial_job = Job(work, title="試し刷りを作っています")
        self._trial_job.succeeded.connect(self._was_tried)
        self._page.jobs.start(self._trial_job)

    @Slot(object)
    def _was_tried(self, trial: Trial | Refusal) -> None:
        if self.sender() is not self._trial_job:
            return
        self._trial_job = None
        self.trial.show_trial(trial)

    # Files

    @Slot()
    def export(self) -> None:
        """Write the form as a file that can be edited in Excel."""
        if self.shown is None:
            return
        target = self._page.dialogs.ask_save_path("様式を書き出す", self.shown.name, _KINDS)
        if target is None:
            return
        suffix = Path(self.shown.name).suffix or ".xlsx"
        target = target if target.suffix else Path(f"{target}{suffix}")
        work = partial(write_form, self._store.plain, self.shown, target)
        job = Job(work, title=f"「{target.name}」を保存しています")
        job.succeeded.connect(self._was_written)
        self._page.jobs.start(job)

    @Slot(object)
    def _was_written(self, target: Path | Refusal) -> None:
        if isinstance(target, Refusal):
            self._page.dialogs.tell(target.text)
        else:
            self.said.emit(f"様式を「{target.name}」に書き出しました。Excelで直せます。")

    @Slot()
    def remove(self) -> None:
        """Take the edition away, with what was pointed at; that can be undone."""
        if self.shown is not None and self.shown.edition is not None:
            label = f"様式をはずす（{self.shown.title}）"
            self._store.do(label, commands.remove_edition, self.shown.edition)


def _is_same(one: ShownForm, other: ShownForm) -> bool:
    return (one.edition, one.path) == (other.edition, other.path)
