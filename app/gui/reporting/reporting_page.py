"""The page 報告と様式: choose a document, see it, then print or save it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidgetItem

from app.gui.compiled.reporting.ui_reporting_page import Ui_ReportingPage
from app.gui.framework import theme
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.reporting.choices import Choices
from app.gui.reporting.document_link import KIND, read_target
from app.gui.reporting.handing_in import HandingIn
from app.gui.reporting.leaving import ask_purpose
from app.gui.reporting.making import (
    make_preview,
    remark,
    warnings,
    what_lacks,
    write_document,
)
from app.gui.reporting.preview_pane import PreviewPane
from app.kernel.errors import Refusal
from app.reporting.catalogue import Document, Request
from app.reporting.documents import document, documents
from app.reporting.produce import Print
from app.reporting.submitting import can_be_submitted

_ID = Qt.ItemDataRole.UserRole
_LEFT = frozenset({"export_record", "submission", "submission_file", "letter"})
"""What is written when a document leaves: the document is the same after it."""


class ReportingPage(Page):
    """A list of documents and what each asks for; the preview follows every choice."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_ReportingPage()
        self.ui.setupUi(self)
        self.choices = Choices(self.ui, self.store, self.year)
        self.pane = PreviewPane(self.ui.previewStack, self.dialogs, self._may_leave, self._left)
        self._purpose = ""
        self._job: Job | None = None
        self._stale = True
        self._shown: Print | None = None
        self._list_documents()
        self.setFocusProxy(self.ui.documentList)
        self.keys.add("Excelで保存", "Ctrl+E", self.save_excel, self.ui.excelButton)
        self.keys.add("CSVで保存", "Ctrl+Shift+E", self.save_csv, self.ui.csvButton)
        self.keys.add("提出する", "Ctrl+T", self.hand_in, self.ui.submitButton)
        self.handing = HandingIn(self)
        self.ui.documentList.currentRowChanged.connect(self._document_chosen)
        self.choices.changed.connect(self._show)
        self.store.changed.connect(self._data_changed)
        self.ui.splitter.setSizes([340, 800])
        self.ui.splitter.setStretchFactor(1, 1)
        self.ui.documentList.setCurrentRow(max(self._row(self.choices.last.document), 0))

    def open_target(self, target: Target) -> None:
        """Show the document a link names, with what the link asks it for."""
        if target.kind != KIND:
            return
        name, asked = read_target(target)
        if (row := self._row(name)) < 0:
            self.said.emit("この書類はありません。左の一覧から選んでください。")
            return
        try:
            if row != self.ui.documentList.currentRow():
                self.ui.documentList.setCurrentRow(row)
            self.choices.set(asked)
        except Refusal as refusal:
            self.said.emit(refusal.text)
        self._show()

    def _row(self, name: str) -> int:
        """Return where a document stands in the list; -1 where there is none of that name."""
        items = self.ui.documentList
        return next((at for at in range(items.count()) if items.item(at).data(_ID) == name), -1)

    def _list_documents(self) -> None:
        """List the catalogue and the office's own documents; the choice stays where it can."""
        items = self.ui.documentList
        before = items.currentItem().data(_ID) if items.currentItem() is not None else ""
        items.blockSignals(True)  # noqa: FBT003  what is chosen is told once, by the caller
        items.clear()
        for one in self.store.ask(documents):
            item = QListWidgetItem(one.name)
            item.setData(_ID, one.id)
            items.addItem(item)
        items.setCurrentRow(self._row(before))
        items.blockSignals(False)  # noqa: FBT003
        self._draw()
        if before and items.currentItem() is None:
            items.setCurrentRow(0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self._show()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.release()
        return super().event(event)

    def release(self) -> None:
        """Let go of what is shown; call this before the page goes with what holds it."""
        self.pane.clear()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "pane"):
            self._draw()

    def _draw(self) -> None:
        for row in range(self.ui.documentList.count()):
            self.ui.documentList.item(row).setSizeHint(QSize(0, theme.row_height()))

    @property
    def document(self) -> Document:
        """The document that is chosen."""
        return self.store.ask(document, self.ui.documentList.currentItem().data(_ID))

    @Slot()
    def _document_chosen(self) -> None:
        if self.ui.documentList.currentItem() is not None:
            self.choices.ask(self.document)
            self.ui.submitButton.setVisible(can_be_submitted(self.document))
            self._show()

    @Slot(object)
    def _data_changed(self, tables: frozenset[str]) -> None:
        if "own_document" in tables:
            self._list_documents()
        self.choices.data_changed(tables)
        if tables - _LEFT:
            self._show()

    def _request(self) -> Request:
        return replace(self.choices.request(), today=self.today)

    @Slot()
    def _show(self) -> None:
        """Make the preview of what is chosen, off the window's thread; what waited is dropped."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._forget()
        wanted, request = self.document, self._request()
        if (lacking := what_lacks(wanted, request)) is not None:
            self.pane.say(*lacking)
            return
        self._job = Job(
            partial(make_preview, self.store.plain, wanted, request),
            title=f"{wanted.name}を作成しています",
        )
        self._job.succeeded.connect(self._made)
        self.jobs.start(self._job)

    def _forget(self) -> None:
        self._shown = None
        self._say_about("", "")
        for button in (self.ui.excelButton, self.ui.csvButton, self.ui.submitButton):
            button.setEnabled(False)

    def _say_about(self, told: str, warned: str) -> None:
        self.ui.remarkLabel.setText(told)
        self.ui.warningLabel.setText(warned)
        self.ui.remarkArea.setVisible(bool(told or warned))
        # What is asked and said leaves the list less room: what is chosen stays in sight.
        self.ui.choiceColumn.activate()
        self.ui.documentList.scrollToItem(self.ui.documentList.currentItem())

    @Slot(object)
    def _made(self, made: Print | Refusal) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if isinstance(made, Refusal):
            self.pane.say("まだ作れません", made.text)
            return
        self._shown = made
        self.pane.show(made.pdf, made.made.title)
        self._say_about(remark(made.made), warnings(made.made))
        self.ui.excelButton.setEnabled(True)
        self.ui.csvButton.setEnabled("csv" in self.document.formats)
        self.ui.submitButton.setEnabled(can_be_submitted(self.document))

    def _may_leave(self) -> bool:
        """Say what is about to leave, and note why.  Called before printing and saving."""
        if self._shown is None:
            self.said.emit("書類を作っています。できてから、もう一度押してください。")
            return False
        purpose = ask_purpose(self.dialogs, self.document, self._shown.made.content)
        self._purpose = purpose or ""
        return purpose is not None

    def _left(self, kind: str) -> None:
        """Record that the shown document was printed or saved as PDF."""
        if self._shown is not None:
            self.choices.record(self.document, self._shown.made, kind, self._purpose)
            if kind == "pdf":
                self.said.emit(f"「{self._shown.made.title}」をPDFで保存しました。")

    @Slot()
    def save_excel(self) -> None:
        self._save("xlsx", "Excelで保存", "Excelブック (*.xlsx)")

    @Slot()
    def save_csv(self) -> None:
        self._save("csv", "CSVで保存", "CSV (*.csv)")

    @Slot()
    def hand_in(self) -> None:
        """Keep the document as it is handed in, with a number of its own."""
        if self._shown is not None:
            self.handing.begin(self.document, self._request(), remark(self._shown.made))

    def _save(self, kind: str, title: str, kinds: str) -> None:
        if self._shown is None or not self._may_leave():
            return
        name = f"{self._shown.made.title}.{kind}".replace("　", " ")
        target = self.dialogs.ask_save_path(title, name, kinds)
        if target is not None:
            self._write(target if target.suffix else Path(f"{target}.{kind}"))

    def _write(self, target: Path) -> None:
        """Write the file and keep the record of it, off the window's thread."""
        work = partial(
            write_document, self.store.plain, self.document, self._request(), target, self._purpose
        )
        job = Job(work, title=f"「{target.name}」を保存しています", writes=True)
        job.succeeded.connect(self._written)
        self.jobs.start(job)

    @Slot(object)
    def _written(self, target: Path) -> None:
        self.store.changed.emit(frozenset({"export_record"}))
        self.said.emit(f"「{target.name}」に保存しました。")
