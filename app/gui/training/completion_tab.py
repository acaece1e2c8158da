"""The tab 修了: who completes, as proposed with reasons, confirmed once; then the certificates."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.gui.compiled.training.ui_completion_tab import Ui_CompletionTab
from app.gui.framework import theme
from app.gui.framework.page import Page
from app.gui.training.completion_model import HEADINGS, WIDTHS, CompletionModel
from app.gui.training.course_tab import CourseTab
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.training import commands, queries
from app.training.course import CourseId

_HINT = (
    "判定は出席から出した案です。Space か印の欄を押すと変えられ、「修了を確定」で記録します。"
    "交付の番号は、確定した方に五十音順で付きます。"
)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CompletionTab(CourseTab):
    """Nothing is stored before 修了を確定 is asked for."""

    title = "修了"
    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "course",
            "course_session",
            "enrollment",
            "attendance",
            "person",
            "certificate",
            "certificate_reissue",
        }
    )

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._shown: CourseId | None = None
        self.ui = Ui_CompletionTab()
        self.ui.setupUi(self)
        self.model = CompletionModel(self)
        self.empty = EmptyState(
            "受講者がまだいません", "受講を決定し、出席を記録すると、修了の案がここに出ます。"
        )
        self.ui.stack.addWidget(self.empty)
        self.ui.dayEdit.prepare(lambda: page.today, "判定・交付の日")
        self.ui.hintLabel.setText(_HINT)
        self._lay_out_table()
        self.setFocusProxy(self.ui.table)
        self._connect()

    def _lay_out_table(self) -> None:
        table = self.ui.table
        table.setModel(self.model)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.row_height())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        em = table.fontMetrics().horizontalAdvance("国")
        for column in range(len(HEADINGS)):
            table.setColumnWidth(column, round(WIDTHS[column] * em))
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(_LEFT)
        table.installEventFilter(self)

    def _connect(self) -> None:
        ui = self.ui
        self.add_key("修了を確定", "Ctrl+Return", self.confirm, ui.confirmButton)
        self.add_key("修了証書を交付", "Ctrl+G", self.issue, ui.issueButton)
        self.tell_key("Space", "修了・未修了を切り替える（確定するまで記録しません）")
        ui.againButton.clicked.connect(self.reissue)
        ui.certificateButton.clicked.connect(lambda: self.want_document("certificate"))
        ui.registerButton.clicked.connect(lambda: self.want_document("certificate-register"))
        ui.reportButton.clicked.connect(lambda: self.want_document("course-report"))
        self.model.dataChanged.connect(self._say)
        self.model.modelReset.connect(self._say)
        ui.table.selectionModel().currentRowChanged.connect(self._say)

    def reload(self) -> None:
        """Read the proposals; decisions not yet confirmed stay, unless the course is another."""
        if self.course is None:
            return
        proposals = self.store.ask(queries.propose_completion, self.course)
        issued = self.store.ask(queries.certificates, self.course)
        self.model.show(proposals, issued, keep=self._shown == self.course)
        self.ui.stack.setCurrentIndex(0 if proposals else 1)
        if self._shown != self.course:
            self._shown = self.course
            self.ui.dayEdit.set_value(self._day_offered())
            if proposals:
                self.ui.table.setCurrentIndex(self.model.index(0, 0))
        self._say()

    def _day_offered(self) -> date:
        """Offer the last session's day once it is over, else today."""
        days = []
        if self.course is not None:
            cards = self.store.ask(queries.sessions, self.course)
            days = [one.draft.held_on for one in cards if one.draft.held_on is not None]
        return min(max(days, default=self.page.today), self.page.today)

    @Slot()
    def _say(self) -> None:
        """Say how many complete, and allow what can be done now."""
        decided = list(self.model.decisions().values())
        certified = [n for n in range(len(decided)) if self.model.certificate(n)]
        confirmed = sum(one.decided is True for one in self.model.proposals)
        parts = [
            f"修了 {sum(decided)}名",
            f"未修了 {len(decided) - sum(decided)}名",
            f"まだ確定していない {self.model.open()}名" if self.model.open() else "",
            f"交付済み {len(certified)}名" if certified else "",
        ]
        self.ui.countLabel.setText("　".join(part for part in parts if part))
        self.ui.confirmButton.setEnabled(self.model.open() > 0)
        self.ui.issueButton.setEnabled(confirmed > len(certified))
        self.ui.againButton.setEnabled(self.ui.table.currentIndex().row() in certified)

    def _day(self) -> date | None:
        """Return the day typed; say what is wrong with it otherwise."""
        try:
            value = self.ui.dayEdit.value()
        except Refusal as refusal:
            self.said.emit(refusal.text)
            value = None
        if not isinstance(value, date):
            self.ui.dayEdit.setFocus()
            return None
        return value

    @Slot()
    def confirm(self) -> None:
        """Store every decision as shown."""
        day = self._day()
        if self.course is None or day is None:
            return
        decisions = self.model.decisions()
        label = f"修了の確定（修了{sum(decisions.values())}名・全{len(decisions)}名）"
        done = self.store.do(label, commands.confirm_completion, self.course, decisions, day)
        if done is not None:
            self._shown = None
            self.reload()

    @Slot()
    def issue(self) -> None:
        """Give out all certificates not yet given out, with the next numbers of the register."""
        day = self._day()
        if self.course is None or day is None:
            return
        done = self.store.do("修了証書の交付", commands.issue_certificates, self.course, day)
        if done is not None and done.result.certificates:
            count = len(done.result.certificates)
            self.said.emit(f"修了証書{count}通を交付し、台帳に番号を付けました。")

    @Slot()
    def reissue(self) -> None:
        """Ask why, and record that the certificate of the current row is given out again."""
        row = self.ui.table.currentIndex().row()
        certificate = self.model.certificate(row) if row >= 0 else None
        if certificate is None:
            return
        reason = self.dialogs.ask_text(
            "再交付",
            f"{certificate.number} {certificate.name}さんへ再交付する理由（例：紛失のため）",
        )
        if reason is None:
            return
        label = f"修了証書の再交付（{certificate.number}）"
        self.store.do(label, commands.reissue_certificate, certificate.id, self.page.today, reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (
            watched is self.ui.table
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            self.model.toggle(self.ui.table.currentIndex().row())
            return True
        return super().eventFilter(watched, event)
