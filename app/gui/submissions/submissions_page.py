"""The part 提出と訂正: what was handed in, the same files again, and what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.gui.compiled.submissions.ui_submissions_page import Ui_SubmissionsPage
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.framework.fresh_page import FreshPage
from app.gui.framework.jobs import Job
from app.gui.framework.newest import Newest
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column, WindowModel
from app.gui.reporting.handing_in import HandingIn, file_name, take_out
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.kernel.progress import Progress
from app.kernel.wareki import format_day
from app.reporting.documents import document
from app.reporting.submitting import differences, request_of
from app.storage.store import Store
from app.submissions import queries
from app.submissions.corrections import Correction
from app.submissions.queries import SubmissionListing, SubmissionRow
from app.submissions.submission import SubmissionId

_DAY = "R8.4.1"
_KINDS = {"pdf": "PDF (*.pdf)", "xlsx": "Excelブック (*.xlsx)"}


def _replaced(row: SubmissionRow) -> str:
    return "差し替え済み" if row.replaced else ""


COLUMNS: tuple[Column[SubmissionRow], ...] = (
    Column("提出日", lambda row: format_day(row.submitted_at.date(), _DAY), width=4),
    Column("書類", lambda row: row.title, width=13, tip=lambda row: row.title),
    Column("文書番号", lambda row: row.letter_number, width=6),
    Column("状態", _replaced, width=5),
)


class SubmissionsPage(FreshPage):
    """The list of the window's year at the left; at the right one of them with its 訂正."""

    tables: ClassVar[frozenset[str]] = frozenset({"submission", "letter"})

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = ui = Ui_SubmissionsPage()
        ui.setupUi(self)
        self.comparing = Newest(self.store, self.jobs, self)
        self.comparing.arrived.connect(self._compared)
        self.handing = HandingIn(self)
        self.facts = FactsGrid(ui.factsPanel)
        self.nothing = EmptyState(
            "この年度に提出したものはまだありません",
            "「月次報告」「年次報告」「書類をつくる」で「提出する」を押すと、"
            "そのときの数字とファイルがここに残り、あとからの変更は訂正として出ます。",
        )
        ui.listStack.addWidget(self.nothing)
        listing = SubmissionListing(self.year.value)
        self.model = WindowModel(self.store, COLUMNS, listing, self)
        ui.submissionList.show_model(self.model, "submissions")
        ui.splitter.setSizes([470, 560])
        self.setFocusProxy(ui.submissionList)
        add = self.keys.add
        add("提出時のPDFを取り出す", "Ctrl+S", self.take_pdf, ui.pdfButton)
        add("提出時のExcelを取り出す", "Ctrl+E", self.take_excel, ui.excelButton)
        add("もう一度提出する", "Ctrl+T", self.hand_in_again, ui.againButton)
        ui.submissionList.chosen.connect(self._show)
        self.handing.handed.connect(self._choose)
        self.year.changed.connect(self._list)

    def open_target(self, target: Target) -> None:
        """Show a submission, in its year."""
        if target.key is None:
            return
        try:
            row = self.store.ask(queries.submission, SubmissionId(int(target.key)))
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return
        self.year.choose(row.year)
        self._choose(row.id)

    @Slot(object)
    def _choose(self, key: int) -> None:
        self.ui.submissionList.choose(key)

    @Slot()
    def _list(self) -> None:
        self.model.show(SubmissionListing(self.year.value))
        self.outdate()

    def reload(self) -> None:
        """Show what is there, the newest first."""
        ui = self.ui
        some = bool(self.model.rowCount())
        ui.listStack.setCurrentWidget(ui.submissionList if some else self.nothing)
        if some and ui.submissionList.current_key() is None:
            ui.submissionList.setCurrentIndex(self.model.index(0, 0))
        self._show()

    @property
    def row(self) -> SubmissionRow | None:
        """The submission that is shown."""
        key = self.ui.submissionList.current_key()
        return None if key is None else self.store.ask(queries.submission, SubmissionId(key))

    @Slot()
    def _show(self) -> None:
        """Show the chosen one, and compare it with the facts of today off the window's thread."""
        if not self.isVisible():
            return
        self.comparing.drop()
        row, ui = self.row, self.ui
        ui.side.setVisible(row is not None)
        if row is None:
            return
        ui.nameLabel.setText(row.title)
        self.facts.show([("提出", _facts(row))])
        ui.pdfButton.setEnabled("pdf" in row.formats)
        ui.excelButton.setEnabled("xlsx" in row.formats)
        ui.correctionLabel.setText("訂正を調べています…")
        ui.correctionTable.setRowCount(0)
        self.comparing.ask(partial(_differences, key=row.id))

    @Slot(object)
    def _compared(self, found: Sequence[Correction] | Refusal) -> None:
        ui = self.ui
        if isinstance(found, Refusal):
            ui.correctionLabel.setText(found.text)
            return
        ui.correctionTable.show_corrections(found)
        ui.correctionTable.setVisible(bool(found))
        ui.correctionLabel.setText(
            f"訂正 {len(found)}件（提出してから変わったところ）"
            if found
            else "訂正はありません。提出してから変わったところはありません。"
        )

    # Doing

    @Slot()
    def take_pdf(self) -> None:
        """Save the PDF as it was handed in."""
        self._take("pdf")

    @Slot()
    def take_excel(self) -> None:
        """Save the workbook as it was handed in."""
        self._take("xlsx")

    def _take(self, kind: str) -> None:
        row = self.row
        if row is None:
            return
        name = file_name(row, kind)
        target = self.dialogs.ask_save_path("提出時のファイルを取り出す", name, _KINDS[kind])
        if target is not None:
            target = target if target.suffix else target.with_name(f"{target.name}.{kind}")
            work = partial(_take_out, self.store.plain, row.id, kind, target)
            job = Job(work, title=f"「{target.name}」を保存しています")
            job.succeeded.connect(self._taken)
            self.jobs.start(job)

    @Slot(object)
    def _taken(self, target: Path) -> None:
        self.said.emit(f"「{target.name}」に、提出したときのまま保存しました。")

    @Slot()
    def hand_in_again(self) -> None:
        """Hand the same document in as it is now; it stands in place of the one shown."""
        if (row := self.row) is not None:
            told = f"いまの記録で作り直し、{row.letter_number or '前のもの'}に代わります。"
            request = replace(request_of(row), today=self.today)
            self.handing.begin(self.store.ask(document, row.document), request, told)


def _facts(row: SubmissionRow) -> tuple[tuple[str, str], ...]:
    facts = (
        ("提出日", format_day(row.submitted_at.date(), "令和8年4月1日(水)")),
        ("文書番号", row.letter_number),
        ("状態", "あとから提出したものに差し替えられています" if row.replaced else ""),
        ("備考", row.note),
    )
    return tuple(fact for fact in facts if fact[1])


def _differences(session: Session, *, key: SubmissionId) -> tuple[Correction, ...] | Refusal:
    try:
        return differences(session, key)
    except Refusal as refusal:
        return refusal


def _take_out(store: Store, key: SubmissionId, kind: str, target: Path, _: Progress) -> Path:
    return take_out(store, key, kind, target)
