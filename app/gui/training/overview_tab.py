"""The tab 概要: what the course is, and closing, reporting and binning it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.training.ui_overview_tab import Ui_OverviewTab
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.training.course_tab import CourseTab
from app.kernel.errors import Refusal
from app.training import commands, queries
from app.training.course import OVER, CourseStatus
from app.training.queries import CourseCard

_NO_RULE = "だれでも"
_TEXT_LINES = 4


class OverviewTab(CourseTab):
    """Stores the form when 保存 is asked for, or when another course or tab is chosen."""

    title = "概要"
    tables: ClassVar[frozenset[str]] = frozenset({"course", "course_session", "course_kind"})

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._card: CourseCard | None = None
        self.ui = Ui_OverviewTab()
        self.ui.setupUi(self)
        self._fill_choices()
        self.form = EditForm(self)
        self._bind()
        self.setFocusProxy(self.ui.titleEdit)
        self._connect()
        self._say_problem("")

    def _fill_choices(self) -> None:
        ui, today = self.ui, self.page
        ui.recruitFromEdit.prepare(lambda: today.today, "募集の開始")
        ui.recruitToEdit.prepare(lambda: today.today, "募集の締切")
        ui.requiresCombo.addItem(_NO_RULE, None)
        for kind in self.store.ask(queries.kinds):
            ui.requiresCombo.addItem(f"{kind.draft.name}を修了した方", kind.id)
        for status in CourseStatus:
            ui.statusCombo.addItem(status.label, status)
        line = self.fontMetrics().height()
        for edit in (ui.purposeEdit, ui.outcomeEdit, ui.improvementEdit, ui.noteEdit):
            edit.setFixedHeight(line * _TEXT_LINES)

    def _bind(self) -> None:
        ui = self.ui
        for name, editor in (
            ("title", ui.titleEdit),
            ("term", ui.termSpin),
            ("status", ui.statusCombo),
            ("capacity", ui.capacitySpin),
            ("planned_sessions", ui.sessionsSpin),
            ("minimum_attended", ui.minimumSpin),
            ("requires_kind_id", ui.requiresCombo),
            ("make_up_allowed", ui.makeUpCheck),
            ("excused_counts", ui.excusedCheck),
            ("venue", ui.venueEdit),
            ("recruit_from", ui.recruitFromEdit),
            ("recruit_to", ui.recruitToEdit),
            ("recruit_way", ui.recruitWayEdit),
            ("fee", ui.feeSpin),
            ("staff", ui.staffEdit),
            ("hosts", ui.hostsEdit),
            ("purpose", ui.purposeEdit),
            ("outcome", ui.outcomeEdit),
            ("improvement", ui.improvementEdit),
            ("note", ui.noteEdit),
        ):
            self.form.bind(name, editor)

    def _connect(self) -> None:
        ui = self.ui
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self._show_again)
        self.add_key("講座を保存", "Ctrl+S", self.save, ui.saveButton)
        ui.finishButton.clicked.connect(self.finish)
        ui.reportedButton.clicked.connect(self.report)
        ui.reopenButton.clicked.connect(self.reopen)
        ui.binButton.clicked.connect(self.put_in_bin)
        ui.restoreButton.clicked.connect(self.restore)
        ui.reportButton.clicked.connect(lambda: self.want_document("course-report"))

    def reload(self) -> None:
        """Read the course; what is being typed about the same course stays."""
        if self.course is None:
            return
        try:
            card = self.store.ask(queries.course, self.course)
        except Refusal as refusal:
            self._say_problem(refusal.text)
            return
        before, self._card = self._card, card
        typing = before is not None and before.id == card.id and self.form.dirty
        if not typing or before is None or before.draft != card.draft:
            self.form.show_draft(card.draft)
            self._say_problem("")
        self._allow(card)

    def _allow(self, card: CourseCard) -> None:
        ui, status = self.ui, card.draft.status
        over, binned = status in OVER, card.deleted_at is not None
        ui.finishButton.setVisible(not over and not binned)
        ui.reportedButton.setVisible(status is CourseStatus.FINISHED and not binned)
        ui.reopenButton.setVisible(over and not binned)
        ui.binButton.setVisible(not binned)
        ui.restoreButton.setVisible(binned)
        ui.saveButton.setEnabled(self.form.dirty and not over and not binned)
        ui.inside.setEnabled(not over and not binned)
        drawn = f"　抽選番号 {card.lottery_seed}" if card.lottery_seed is not None else ""
        closed = "　終了した講座は、終了を取り消すと直せます。" if over else ""
        ui.kindLabel.setText(f"{card.year}　{card.kind}{drawn}{closed}")

    def may_leave(self) -> bool:
        """Store what was typed; stay where that is refused."""
        return self.save()

    @Slot()
    def _edited(self) -> None:
        self.ui.saveButton.setEnabled(self.form.dirty)

    @Slot()
    def _show_again(self) -> None:
        if self._card is not None:
            self.form.show_draft(self._card.draft)
            self._say_problem("")
            self._allow(self._card)

    @Slot()
    def save(self) -> bool:
        """Store what is typed; return whether nothing is left unsaved."""
        card = self._card
        if card is None or not self.form.dirty:
            return True
        draft = self.form.read()
        if draft is None:
            return False
        done = self.store.do(
            f"講座の変更（{draft.title}）",
            commands.change_course,
            card.id,
            draft,
            on_refusal=self._refused,
        )
        return done is not None

    @Slot()
    def finish(self) -> None:
        """Close the course once every session is over and every completion decided."""
        self._do("講座の終了", commands.finish_course)

    @Slot()
    def report(self) -> None:
        """Say that the report went to the city."""
        self._do("報告済にする", commands.mark_reported)

    @Slot()
    def reopen(self) -> None:
        """Make the course changeable again."""
        self._do("講座の終了の取り消し", commands.reopen)

    @Slot()
    def put_in_bin(self) -> None:
        """Put the course into the bin, with all that belongs to it."""
        self._do("講座をごみ箱へ", commands.bin_course)

    @Slot()
    def restore(self) -> None:
        """Take the course out of the bin."""
        self._do("講座をごみ箱から戻す", commands.restore_course)

    def _do(self, label: str, command: Callable[..., None]) -> None:
        card = self._card
        if card is not None and self.save():
            label = f"{label}（{card.draft.title}）"
            self.store.do(label, command, card.id, on_refusal=self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self._say_problem(self.form.mark_refusal(refusal))

    def _say_problem(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))
