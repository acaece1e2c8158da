"""The page 報告と様式: choose a document, see it, then print or save it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidgetItem

from app.gui.compiled.reporting.ui_reporting_page import Ui_ReportingPage
from app.gui.framework.jobs import Job
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.search import Hit, Target
from app.gui.reporting.choices import Choices
from app.gui.reporting.document_link import KIND, document_target, read_target
from app.gui.reporting.leaving import ask_purpose
from app.gui.reporting.preview_pane import PreviewPane
from app.kernel.errors import Refusal
from app.kernel.progress import Progress
from app.reporting.catalogue import Ask, Document, Request
from app.reporting.documents import DOCUMENTS, document
from app.reporting.produce import Made, Print, preview, produce

_ID = Qt.ItemDataRole.UserRole


def find_documents(_store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find documents by their Japanese name."""
    found = [one for one in DOCUMENTS if text in one.name]
    return [Hit(one.name, "様式", document_target(one.id)) for one in found[:limit]]


class ReportingPage(Page):
    """A list of documents and what each asks for; the preview follows every choice."""

    finders = (find_documents,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_ReportingPage()
        self.ui.setupUi(self)
        self.choices = Choices(self.ui, self.store, self.year)
        self.pane = PreviewPane(self.ui.previewStack, self.dialogs, self._may_leave, self._left)
        self._purpose = ""
        self._wanted: tuple[Document, Request] | None = None
        self._shown: Print | None = None
        for one in DOCUMENTS:
            item = QListWidgetItem(one.name)
            item.setData(_ID, one.id)
            self.ui.documentList.addItem(item)
        self.keys.add("Excelで保存", "Ctrl+E", self.save_excel, self.ui.excelButton)
        self.keys.add("CSVで保存", "Ctrl+Shift+E", self.save_csv, self.ui.csvButton)
        self.ui.documentList.currentRowChanged.connect(self._document_chosen)
        self.choices.changed.connect(self._show)
        self.store.changed.connect(self._data_changed)
        self.ui.splitter.setSizes([340, 800])
        self.ui.documentList.setCurrentRow(0)

    def open_target(self, target: Target) -> None:
        """Show the document a link names, with what the link asks it for."""
        if target.kind != KIND:
            return
        name, asked = read_target(target)
        self.choices.set(asked)
        rows = [one.id for one in DOCUMENTS]
        if self.ui.documentList.currentRow() == rows.index(name):
            self._document_chosen()
        else:
            self.ui.documentList.setCurrentRow(rows.index(name))

    @property
    def document(self) -> Document:
        """The document that is chosen."""
        return document(self.ui.documentList.currentItem().data(_ID))

    @Slot()
    def _document_chosen(self) -> None:
        self.choices.ask(self.document)
        self.ui.csvButton.setEnabled("csv" in self.document.formats)
        self._show()

    @Slot(object)
    def _data_changed(self, tables: frozenset[str]) -> None:
        if tables & {"course", "course_session"}:
            self.choices.reload()
        if tables - {"export_record"} and self.isVisible():
            self._show()

    def _request(self) -> Request:
        return replace(self.choices.request(), today=self.today)

    @Slot()
    def _show(self) -> None:
        """Make the preview of what is chosen, off the window's thread."""
        wanted = self.document, self._request()
        self._wanted = wanted
        self._shown = None
        if Ask.COURSE in wanted[0].asks and wanted[1].course is None:
            self.pane.say(
                "研修がありません",
                "この年度には研修がありません。研修のページで開設すると、ここで書類を作れます。",
            )
            self.ui.remarkLabel.clear()
            return

        def work(_progress: Progress) -> Print:
            return preview(self.store.plain, *wanted)

        job = Job(work, title=f"{wanted[0].name}を作成しています")
        job.setProperty("wanted", wanted)
        job.succeeded.connect(self._made)
        job.failed.connect(self._not_made)
        self.jobs.start(job)

    @Slot(object)
    def _made(self, printed: Print) -> None:
        sender = self.sender()
        if sender is None or sender.property("wanted") != self._wanted:
            return
        self._shown = printed
        self.pane.show(printed.pdf, printed.made.title)
        self.ui.remarkLabel.setText(_remarks(printed.made))

    @Slot(object)
    def _not_made(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            self.pane.say("まだ作れません", error.text)
            self.ui.remarkLabel.clear()

    def _may_leave(self) -> bool:
        """Say what is about to leave, and note why.  Called before printing and saving."""
        if self._shown is None:
            return False
        purpose = ask_purpose(self.dialogs, self.document, self._shown.made.content)
        self._purpose = purpose or ""
        return purpose is not None

    def _left(self, kind: str) -> None:
        """Record that the shown document was printed or saved as PDF."""
        if self._shown is not None:
            self.choices.record(self.document, self._shown.made.content, kind, self._purpose)

    @Slot()
    def save_excel(self) -> None:
        self._save("xlsx", "Excelで保存", "Excelブック (*.xlsx)")

    @Slot()
    def save_csv(self) -> None:
        self._save("csv", "CSVで保存", "CSV (*.csv)")

    def _save(self, kind: str, title: str, kinds: str) -> None:
        if self._shown is None or not self._may_leave():
            return
        name = f"{self._shown.made.title}.{kind}".replace("　", " ")
        target = self.dialogs.ask_save_path(title, name, kinds)
        if target is not None:
            self._write(target if target.suffix else Path(f"{target}.{kind}"))

    def _write(self, target: Path) -> None:
        try:
            produce(self.store.plain, self.document, self._request(), target, purpose=self._purpose)
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return
        self.store.changed.emit(frozenset({"export_record"}))
        self.said.emit(f"「{target.name}」に保存しました。")


def _remarks(made: Made) -> str:
    """Say what is remarkable about a document before it is printed."""
    sentences = [*made.warnings]
    if made.missing:
        codes = "、".join(f"{one}（U+{ord(one[0]):04X}）" for one in made.missing)
        sentences.append(f"どの書体にもない字があります: {codes}")
    if made.content.people:
        sentences.insert(0, f"{made.content.people}名分の個人情報を含みます（取扱注意）。")
    return "\n".join(sentences)
