"""Adding a form: the file is looked at, compared with the last edition, and then registered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.documents.form.addresses import Area
from app.documents.form.findings import Finding
from app.forms.edition import EditionDraft
from app.gui.compiled.forms.ui_add_pane import Ui_AddPane
from app.gui.forms.change_step import ChangeStep
from app.gui.forms.form_work import Candidate, look_at, register
from app.gui.forms.sheet_pane import SheetPane
from app.gui.forms.sheet_reading import SheetReading, read_sheet
from app.gui.forms.side_area import SideArea
from app.gui.framework.edit_form import EditForm
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.widgets.dropped_file import dropped_file
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.reporting.catalogue import Document
from app.storage.store import Done

KINDS = "Excelブック (*.xlsx *.xlsm);;すべてのファイル (*)"
_FINDING = Qt.ItemDataRole.UserRole


class AddPane(QWidget):
    """Nothing is registered before 登録する; ``left`` says that the page wants its place back.

    ``registered`` carries the new edition; ``said`` is for the status line.
    """

    left = Signal()
    registered = Signal(int)
    said = Signal(str)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._store = page, page.store
        self._document: Document | None = None
        self.candidate: Candidate | None = None
        self._job: Job | None = None
        self._label = ""
        self.ui = Ui_AddPane()
        self.ui.setupUi(self)
        self.pane = SheetPane()
        self.nothing = EmptyState("", "", "ほかのファイルを選ぶ")
        self._left = SideArea(self.ui.left)
        self.ui.splitter.insertWidget(0, self._left)
        self.ui.pictureStack.addWidget(self.nothing)
        self.ui.pictureStack.addWidget(self.pane)
        self.changes = ChangeStep(self.ui, self.pane)
        self.ui.titleLabel.prepare(ems=26, bold=True)
        em = self.fontMetrics().horizontalAdvance("国")
        self.ui.splitter.setSizes([28 * em, 40 * em])
        self.ui.splitter.setStretchFactor(1, 1)
        self.form = EditForm(self)
        for name, editor in (
            ("name", self.ui.nameEdit),
            ("version", self.ui.versionEdit),
            ("from_year", self.ui.yearCombo),
        ):
            self.form.bind(name, editor)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        self.nothing.wanted.connect(self.choose_file)
        ui.fileButton.clicked.connect(self.choose_file)
        ui.leaveButton.clicked.connect(self.leave)
        ui.registerButton.clicked.connect(self.register)
        ui.findingList.itemClicked.connect(self._go_to_finding)
        ui.findingList.itemActivated.connect(self._go_to_finding)
        self.form.submitted.connect(self.register)
        self.form.cancelled.connect(self.leave)
        self.pane.sheet_wanted.connect(self._read_sheet)
        self.changes.sheet_wanted.connect(self._read_sheet)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.register)

    # The file

    def begin(self, document: Document, path: Path) -> None:
        """Look at a file for a document."""
        self._document, self.candidate = document, None
        self.changes.forget()
        self.ui.titleLabel.setText(f"「{document.name}」の様式を追加")
        self._left.hide()
        self.ui.registerButton.setEnabled(False)
        self._say_problem("")
        self._say("様式を調べています", f"「{path.name}」を読んでいます。")
        work = partial(look_at, self._store.plain, document, path, self._page.year.value)
        self._start(Job(work, title=f"「{path.name}」を調べています"), self._looked_at)
        self.setFocus()

    @Slot()
    def choose_file(self) -> None:
        """Ask for another file."""
        path = self._page.dialogs.ask_open_path("様式にするファイルを選ぶ", KINDS)
        if path is not None and self._document is not None:
            self.begin(self._document, path)

    @Slot(object)
    def _looked_at(self, candidate: Candidate | Refusal) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if isinstance(candidate, Refusal):
            self._say("この様式は登録できません", candidate.text, "ほかのファイルを選ぶ")
            self.nothing.step.setFocus()
            return
        self.candidate = candidate
        self._left.show()
        self.ui.registerButton.setEnabled(True)
        self._show_sheet(candidate.sheet)
        self._show_draft(candidate)
        self._show_findings(candidate.findings)
        self.changes.show_candidate(candidate)
        self.ui.versionEdit.setFocus()

    def _show_draft(self, candidate: Candidate) -> None:
        year = self._page.year.value
        self.ui.yearCombo.offer(year)
        document = self._document.id if self._document else ""
        version = f"{year}版" if candidate.before else ""
        self.form.show_draft(EditionDraft(document, candidate.path.name, version, year))

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        ui = self.ui
        ui.findingList.clear()
        for finding in findings:
            item = QListWidgetItem(str(finding))
            item.setData(_FINDING, finding)
            ui.findingList.addItem(item)
        ui.findingList.setVisible(bool(findings))
        said = (
            f"気づいたこと {len(findings)}件"
            if findings
            else "調べて、困るところはありませんでした"
        )
        ui.findingLabel.setText(said)

    @Slot(QListWidgetItem)
    def _go_to_finding(self, item: QListWidgetItem) -> None:
        finding: Finding = item.data(_FINDING)
        area = Area.parse(finding.cell)
        if area is not None and finding.sheet == self.pane.sheet:
            self.pane.go_to((area.top, area.left))

    # Another sheet

    @Slot(str)
    def _read_sheet(self, sheet: str) -> None:
        if self.candidate is None:
            return
        job = Job(partial(read_sheet, self.candidate.data, sheet), title="シートを読んでいます")
        self._start(job, self._sheet_was_read)

    @Slot(object)
    def _sheet_was_read(self, reading: SheetReading | Refusal) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if isinstance(reading, Refusal):
            self._say_problem(reading.text)
            return
        self._show_sheet(reading)
        self.changes.show_current()

    def _show_sheet(self, reading: SheetReading) -> None:
        self.pane.show_reading(reading)
        self.ui.pictureStack.setCurrentWidget(self.pane)

    # Registering

    @Slot()
    def register(self) -> None:
        """Register the form, unless something about it is still to be decided."""
        if self.candidate is None or not self.ui.registerButton.isEnabled():
            return
        draft = self.form.read()
        if draft is None:
            return
        self.ui.registerButton.setEnabled(False)
        self._label = f"様式を登録（{draft.version or draft.name}）"
        data, marks = self.candidate.data, self.changes.marks()
        work = partial(register, self._store.plain, self._label, draft, data, marks)
        self._start(Job(work, title="様式を登録しています", writes=True), self._was_registered)

    @Slot(object)
    def _was_registered(self, done: Done[int] | Refusal) -> None:
        self._job = None
        self.changes.allow_registering()
        if isinstance(done, Refusal):
            self.form.mark_refusal(done)
            self._say_problem(done.text)
            return
        self.candidate = None
        self._store.announce(self._label, done)
        self.registered.emit(done.result)

    # Leaving

    def may_leave(self) -> bool:
        """Ask before decisions are dropped."""
        if self.candidate is None or not self.changes.decided:
            return True
        return self._page.dialogs.confirm(
            "様式の追加をやめますか",
            "決めた場所は消えます。様式はまだ登録されていません。",
            "追加をやめる",
        )

    @Slot()
    def leave(self) -> None:
        """Give the page its place back."""
        if self.may_leave():
            self.candidate = None
            self.left.emit()

    def _start(self, job: Job, succeeded: Callable[[Any], None]) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = job
        job.succeeded.connect(succeeded)
        job.failed.connect(self._was_stopped)
        job.cancelled.connect(self._was_stopped)
        self._page.jobs.start(job)

    @Slot()
    @Slot(object)
    def _was_stopped(self, _error: object = None) -> None:
        """Stay usable after work that was stopped or went wrong."""
        if self.sender() is not self._job:
            return
        self._job = None
        if self.candidate is None:
            self._say("様式を調べられませんでした", "", "ほかのファイルを選ぶ")
        else:
            self.changes.allow_registering()

    def _say(self, title: str, text: str, step: str = "") -> None:
        self.nothing.title.setText(title)
        self.nothing.text.setText(text)
        self.nothing.step.setText(step)
        self.nothing.step.setVisible(bool(step))
        self.ui.pictureStack.setCurrentWidget(self.nothing)

    def _say_problem(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = dropped_file(event.mimeData())
        if path is not None and self._document is not None:
            event.acceptProposedAction()
            self.begin(self._document, path)
