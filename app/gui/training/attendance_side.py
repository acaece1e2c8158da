"""What stands beside the grid: the running count, who needs watching, and closing the session."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.gui.compiled.training.ui_attendance_side import Ui_AttendanceSide
from app.gui.framework.page import Page
from app.gui.training.grid_model import day_text
from app.kernel.errors import Refusal
from app.training import commands, queries
from app.training.course import CourseId, SessionStatus, SheetOrder
from app.training.queries import Absentee, AtRisk, SessionSummary
from app.training.sheet import Sheet, SheetSession

_ROW = Qt.ItemDataRole.UserRole
_WIDTH_EMS = 14
_KEYS = (
    "番号のあとに：O 出席　X 欠席　L 遅刻　E 早退　K 公欠　M 補講　P 事前連絡　R 理由　"
    "Del 消す　Enter 空欄なら出席"
)


class AttendanceSide(QWidget):
    """The panel at the right of the grid.

    ``row_wanted`` carries a row of the grid, counted from 0; ``blanks_left`` says that the
    session could not be closed, so the first blank is of interest.
    """

    row_wanted = Signal(int)
    blanks_left = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = page.store
        self._course: CourseId | None = None
        self._session: SheetSession | None = None
        self._order = SheetOrder.KANA
        self.ui = Ui_AttendanceSide()
        self.ui.setupUi(self)
        self.ui.keysLabel.setText(_KEYS)
        for count in (self.ui.presentCount, self.ui.absentCount, self.ui.blankCount):
            count.prepare(ems=3, bold=True, big=True, right=True)
        self.ui.otherCounts.prepare(ems=_WIDTH_EMS - 2, lines=2, quiet=True)
        self.say_problem("", blanks=False)
        self.ui.holdButton.clicked.connect(self.hold)
        self.ui.blanksButton.clicked.connect(self._hold_anyway)
        self.ui.absenteesButton.toggled.connect(self.show_people)
        self.ui.riskList.itemActivated.connect(self._go)
        self.ui.riskList.itemClicked.connect(self._go)

    def sizeHint(self) -> QSize:  # noqa: N802
        em = self.fontMetrics().horizontalAdvance("国")
        return QSize(em * _WIDTH_EMS, super().sizeHint().height())

    def show_session(self, course: CourseId, session: SheetSession, order: SheetOrder) -> None:
        """Show another session, or the same one after a change."""
        if self._session is None or session.id != self._session.id:
            self.say_problem("", blanks=False)
        self._course, self._session, self._order = course, session, order
        self.ui.sessionLabel.setText(f"{session.label}　{day_text(session)}")
        told = [session.status.label, session.theme, "必修" if session.required else ""]
        self.ui.themeLabel.setText("　".join(part for part in told if part))
        held = session.status is SessionStatus.HELD
        self.ui.holdButton.setText("実施済みです" if held else "実施にする (Ctrl+Enter)")
        self.ui.holdButton.setEnabled(not held and session.status is not SessionStatus.CANCELLED)

    def show_counts(self, sheet: Sheet) -> None:
        """Count the marks of the session on the sheet as it was last read."""
        if self._session is None:
            return
        summary = queries.summary_of(sheet, self._session.id)
        self.ui.presentCount.setText(f"{summary.came}")
        self.ui.absentCount.setText(f"{summary.absent}")
        self.ui.blankCount.setText(f"{summary.unmarked}")
        self.ui.otherCounts.setText(_others(summary))
        if not summary.unmarked and self.ui.blanksButton.isVisible():
            self.say_problem("", blanks=False)

    @Slot()
    def show_people(self) -> None:
        """List who needs watching, or who did not come, with the number to call."""
        if self._session is None or self._course is None:
            return
        listing, away = self.ui.riskList, self.ui.absenteesButton.isChecked()
        listing.clear()
        if away:
            self.ui.riskHead.setText(f"{self._session.label}に来なかった人")
            for one in self._store.ask(queries.absentees, self._session.id, self._order):
                self._add(one.row, _absentee(one))
        else:
            self.ui.riskHead.setText("修了に気をつける人")
            for person in self._store.ask(queries.at_risk, self._course, self._order):
                self._add(person.row, _risk(person))
        if not listing.count():
            self._add(0, "いません。")

    def _add(self, row: int, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_ROW, row)
        self.ui.riskList.addItem(item)

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        row = int(item.data(_ROW))
        if row:
            self.row_wanted.emit(row - 1)

    @Slot()
    def hold(self) -> None:
        """Say that the session took place; while blanks remain it is refused, and said here."""
        self._hold(leave_blanks=False)

    @Slot()
    def _hold_anyway(self) -> None:
        self._hold(leave_blanks=True)

    def _hold(self, *, leave_blanks: bool) -> None:
        session = self._session
        if session is None or not self.ui.holdButton.isEnabled():
            return
        done = self._store.do(
            f"{session.label}を実施",
            commands.hold_session,
            session.id,
            leave_blanks=leave_blanks,
            on_refusal=self._refused,
        )
        if done is not None:
            self.say_problem("", blanks=False)

    def _refused(self, refusal: Refusal) -> None:
        unmarked = self.ui.blankCount.text() not in ("", "0") and not refusal.fields
        blanks = unmarked and "空欄" in refusal.text
        self.say_problem(refusal.text, blanks=blanks)
        if blanks:
            self.blanks_left.emit()

    def say_problem(self, text: str, *, blanks: bool) -> None:
        """Say why the session cannot be closed; offer to close it with its blanks."""
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))
        self.ui.blanksButton.setVisible(blanks)


def _others(summary: SessionSummary) -> str:
    told = [
        (summary.late, "出席のうち遅刻"),
        (summary.left_early, "出席のうち早退"),
        (summary.excused, "公欠"),
        (summary.made_up, "補講"),
        (summary.told_ahead, "事前連絡"),
    ]
    parts = [f"{word} {count}" for count, word in told if count]
    return "　".join([f"受講者 {summary.expected}名", *parts])


def _risk(person: AtRisk) -> str:
    sign = "▲" if person.too_late else "△"
    return f"{sign} {person.row}番 {person.name}\n{person.sentence}\n{person.phone}".rstrip()


def _absentee(person: Absentee) -> str:
    mark = person.cell.mark.label if person.cell.mark else "未記入"
    told = "・事前連絡" if person.cell.planned else ""
    reason = f"（{person.cell.reason}）" if person.cell.reason else ""
    phones = "　".join(number for number in (person.phone, person.mobile) if number)
    return f"{person.row}番 {person.name}　{mark}{told}{reason}\n{phones or '電話番号なし'}"
