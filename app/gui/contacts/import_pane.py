"""The import of a list, step by step in place of the page: file, columns, plan, report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from app.contacts.custom import Subject
from app.gui.compiled.contacts.ui_import_pane import Ui_ImportPane
from app.gui.contacts.import_columns import ColumnStep
from app.gui.contacts.import_plan import PlanStep
from app.gui.contacts.import_report import ReportStep
from app.gui.contacts.import_work import Asked, Order, Source, carry_out, make_plan, read_source
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Job, Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.widgets.dropped_file import dropped_file
from app.importing.apply import Report
from app.importing.mapping import Mapping, as_columns
from app.importing.plan import Plan
from app.kernel.errors import Refusal
from app.storage.store import Done

KINDS = "名簿 (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.vcf);;すべてのファイル (*)"
_STEPS = (
    "１／４　ファイルを選ぶ",
    "２／４　列を確かめる",
    "３／４　各行の予定を確かめる",
    "４／４　結果",
)
_FILE, _COLUMNS, _PLAN, _REPORT = range(4)


class ImportPane(QWidget):
    """Nothing is changed before the last step; ``left`` says that the page wants its place back.

    ``wanted`` carries the link to the course people were applied to.
    """

    left = Signal()
    wanted = Signal(object)

    def __init__(
        self,
        store: ObservableStore,
        year: YearChoice,
        dialogs: Dialogs,
        jobs: Jobs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._dialogs = dialogs
        self._jobs = jobs
        self._today = today
        self._source: Source | None = None
        self._subject: Subject | None = None
        self._mapping: Mapping | None = None
        self._planned: Plan | None = None
        self._label = ""
        self._running: Job | None = None
        self.ui = Ui_ImportPane()
        self.ui.setupUi(self)
        self.columns = ColumnStep(self.ui, store, year, today)
        self.plan = PlanStep(self.ui, store, today)
        self.report = ReportStep(self.ui, store, dialogs)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        ui.chooseButton.clicked.connect(self.choose_file)
        ui.otherFileButton.clicked.connect(self.choose_file)
        ui.planButton.clicked.connect(self.make_plan)
        ui.applyButton.clicked.connect(self.carry_out)
        ui.backButton.clicked.connect(self._back_to_columns)
        ui.leaveButton.clicked.connect(self.leave)
        ui.doneButton.clicked.connect(self.left)
        self.columns.wanted.connect(self._read_again)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._go_on)

    def begin(self, course: int | None, subject: Subject | None = None) -> None:
        """Begin with no file, for the applicants of a course if one is given.

        Without a subject the columns of a file say what it is a list of.
        """
        self._subject = subject
        self._source = self._planned = None
        self.columns.offer_courses(course)
        self.ui.fileProblemLabel.setText("")
        self._show_step(_FILE)
        self.ui.chooseButton.setFocus()

    def may_leave(self) -> bool:
        """Ask before decisions are dropped; wait for what is running."""
        if self._running is not None:
            return False
        if self._step != _PLAN or not self.plan.decided:
            return True
        return self._dialogs.confirm(
            "取り込みをやめますか",
            "要確認の行について決めたことは消えます。台帳はまだ何も変わっていません。",
            "取り込みをやめる",
        )

    @property
    def _step(self) -> int:
        return self.ui.steps.currentIndex()

    def _show_step(self, step: int) -> None:
        self.ui.steps.setCurrentIndex(step)
        self.ui.stepLabel.setText(_STEPS[step])
        self.ui.leaveButton.setVisible(step != _REPORT)

    @Slot()
    def leave(self) -> None:
        """Give the page its place back."""
        if self.may_leave():
            self.left.emit()

    @Slot()
    def _go_on(self) -> None:
        """Do what the main button of this step does."""
        self._main_button().click()

    def _main_button(self) -> QPushButton:
        ui = self.ui
        return (ui.chooseButton, ui.planButton, ui.applyButton, ui.doneButton)[self._step]

    # The file

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._dialogs.ask_open_path("取り込む名簿を選ぶ", KINDS)
        if path is not None:
            self.read(path)

    def read(self, path: Path, asked: Asked | None = None) -> None:
        """Read a file on another thread, then show its columns."""
        self.ui.fileProblemLabel.setText("")
        asked = asked or Asked()
        asked = replace(asked, subject=asked.subject or self._subject)
        work = partial(read_source, self._store.plain, path, asked)
        self._start(Job(work, title=f"「{path.name}」を読んでいます"), self._was_read)

    @Slot(object)
    def _read_again(self, asked: Asked) -> None:
        if self._source is not None:
            self.read(self._source.path, asked)

    @Slot(object)
    def _was_read(self, source: Source) -> None:
        self._source = source
        self.columns.show_source(source)
        self._show_step(_COLUMNS)
        self.ui.planButton.setFocus()

    # The plan

    @Slot()
    def make_plan(self) -> None:
        """Work out what would become of every row."""
        if self._source is None:
            return
        self.columns.say_problem("")
        try:
            self._mapping = self.columns.mapping()
            self.columns.applied_on()
        except Refusal as refusal:
            self.columns.say_problem(refusal.text)
            return
        work = partial(
            make_plan,
            self._store.plain,
            self._source.table,
            self._mapping,
            self._today(),
            self.columns.edition(),
        )
        self._start(Job(work, title="各行を台帳と照らし合わせています"), self._was_planned)

    @Slot(object)
    def _was_planned(self, plan: Plan) -> None:
        self._planned = plan
        self._show_step(_PLAN)
        self.plan.show_plan(plan)

    @Slot()
    def _back_to_columns(self) -> None:
        if self.may_leave():
            self._show_step(_COLUMNS)

    # Carrying out

    @Slot()
    def carry_out(self) -> None:
        """Do what the plan says: one step of undo, after a backup."""
        source, mapping, plan = self._source, self._mapping, self._planned
        if source is None or mapping is None or plan is None or not self._sure():
            return
        course = self.columns.course()
        self._label = f"取り込み: {source.path.name}"
        order = Order(
            plan,
            self.plan.chosen,
            self._label,
            course,
            self.columns.applied_on(),
            source.table.fingerprint,
            as_columns(source.table, mapping),
            self.plan.gone_status,
        )
        work = partial(carry_out, self._store.plain, order)
        self._start(Job(work, title="控えを取って、取り込んでいます", writes=True), self._was_done)

    def _sure(self) -> bool:
        if not (self.plan.taken or self.plan.is_new_edition or self.columns.course()):
            self._dialogs.tell("追加や更新になる行がないため、取り込むものがありません。")
            return False
        if not self.plan.undecided:
            return True
        return self._dialogs.confirm(
            "未決定の行があります",
            f"要確認の{self.plan.undecided}行は決めていないため、取り込みません。よろしいですか。",
            "残りを取り込む",
        )

    @Slot(object)
    def _was_done(self, done: Done[Report]) -> None:
        self._show_step(_REPORT)
        for_course = self.columns.course() is not None
        self.report.show_report(done, self._label, for_course=for_course)
        self._store.changed.emit(frozenset({"setting"}))
        self._store.announce(self._label, done)

    # Jobs

    def _start(self, job: Job, succeeded: Callable[[Any], None]) -> None:
        if self._running is not None:
            job.deleteLater()
            return
        self._running = job
        self.ui.steps.setEnabled(False)
        job.succeeded.connect(self._over)
        job.succeeded.connect(succeeded)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._over)
        self._jobs.start(job)

    @Slot()
    @Slot(object)
    def _over(self, _result: object = None) -> None:
        self._running = None
        self.ui.steps.setEnabled(True)
        self._main_button().setFocus()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        """Keep the sentence in sight where the step was; nothing that was chosen is lost."""
        self._over()
        if isinstance(error, Refusal):
            if self._step == _FILE:
                self.ui.fileProblemLabel.setText(error.text)
            else:
                self.columns.say_problem(error.text)

    # Keys and drops

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self._step in (_FILE, _COLUMNS) and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read(path)
