"""The last step of an import: what became of each row, to keep, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.documents.csv_file import write_csv
from app.documents.list_file import write_xlsx
from app.gui.compiled.contacts.ui_import_pane import Ui_ImportPane
from app.gui.contacts.import_lines import REPORT_COLUMNS, Line, Lines, report_lines
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import WindowModel
from app.importing.apply import Report
from app.importing.report import HEADINGS, as_list
from app.kernel.errors import Refusal
from app.office import commands as office
from app.office.exports import Export
from app.storage.store import Done

_KINDS = "Excelブック (*.xlsx);;CSV UTF-8 (*.csv)"


class ReportStep(QObject):
    """Shows a report, saves it, and undoes the import."""

    def __init__(self, ui: Ui_ImportPane, store: ObservableStore, dialogs: Dialogs) -> None:
        super().__init__(ui.reportStep)
        self._ui = ui
        self._store = store
        self._dialogs = dialogs
        self._done: Done[Report] | None = None
        self._name = ""
        self.model: WindowModel[Line] = WindowModel(store, REPORT_COLUMNS, Lines(), self)
        ui.reportList.show_model(self.model, "import_report")
        ui.undoButton.clicked.connect(self.undo)
        ui.saveReportButton.clicked.connect(self.save)
        store.reverted.connect(self._reverted)
        store.repeated.connect(self._repeated)

    def show_report(self, done: Done[Report], label: str, *, for_course: bool) -> None:
        """Show what an import did."""
        self._done = done
        self._name = label
        report = done.result
        counts = "、".join(
            f"{outcome.label} {count}行" for outcome, count in report.counts.items() if count
        )
        applied = _applied(report) if for_course else ""
        left = len(report.plan.left_out)
        others = f"対象外（題名・合計・注記など）{left}行。" if left else ""
        self._ui.reportLabel.setText(f"{counts}。{applied}{others}{_followed(report)}")
        self._ui.reportTitle.setText("取り込みました。")
        self._ui.undoButton.setEnabled(done.operation is not None)
        self.model.show(Lines(report_lines(report.plan, report.rows)))
        self._ui.doneButton.setFocus()

    @Slot()
    def undo(self) -> None:
        """Take the import back, also after other things were done, while its rows are unchanged."""
        if self._done is not None and self._done.operation is not None:
            self._store.undo(self._done.operation)

    @Slot(str)
    def _reverted(self, label: str) -> None:
        if label == self._name:
            self._ui.reportTitle.setText("取り込みを元に戻しました。台帳は取り込む前のままです。")
            self._ui.undoButton.setEnabled(False)

    @Slot(str)
    def _repeated(self, label: str) -> None:
        if label == self._name:
            self._ui.reportTitle.setText("取り込みました。")

    @Slot()
    def save(self) -> None:
        """Write the report to a file, after asking what for."""
        if self._done is None:
            return
        report = self._done.result
        rows = list(as_list(report.plan, report))
        edition = report.plan.edition
        count = len(report.rows) + (0 if edition is None else len(edition.gone))
        purpose = self._dialogs.ask_text(
            "取り込み結果の持ち出し",
            f"{count:,}件の情報（{'、'.join(HEADINGS)}）が外に出ます。\n"
            "提供記録に残す目的を確かめてください。",
            "取り込み結果の確認",
        )
        if purpose is None:
            return
        target = self._dialogs.ask_save_path("結果を保存", "取り込み結果.xlsx", _KINDS)
        if target is None:
            return
        kind = "csv" if target.suffix.lower() == ".csv" else "xlsx"
        try:
            if kind == "csv":
                write_csv(target, HEADINGS, rows)
            else:
                write_xlsx(target, HEADINGS, rows, title="取り込み結果")
        except Refusal as refusal:
            self._store.refused.emit(refusal.text)
            return
        export = Export("import-report", "取り込み結果", kind, count, HEADINGS, purpose)
        self._store.note(f"「{target.name}」を保存", office.record_export, export)


def _followed(report: Report) -> str:
    edition = report.plan.edition
    if edition is None or edition.previous_on is None:
        return ""
    ended = f"{report.ended}件の状態を変えました。" if report.ended else ""
    return f"前の版にあって今回ない{len(edition.gone)}件。{ended}"


def _applied(report: Report) -> str:
    people = sum(row.record is not None for row in report.rows)
    missed = people - report.applications
    said = f"受講の申込を{report.applications}件受け付けました。"
    if missed:
        said += f"{missed}件は申込を記録していません（理由は一覧にあります）。"
    return said
