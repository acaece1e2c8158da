"""Labels, envelopes and letters to the people of a list: choices at the left, the print right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.contacts.custom import Subject
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Job, Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.shortcuts import PageKeys
from app.gui.mailing.mailing_fields import MailingFields
from app.gui.records.picked import Picked
from app.gui.reporting.leaving import ask_purpose
from app.gui.reporting.making import make_preview, remark, warnings, write_document
from app.gui.reporting.preview_pane import PreviewPane
from app.gui.widgets.paragraph import Paragraph
from app.kernel.errors import Refusal
from app.office import commands as office
from app.reporting.addressed import of_subject
from app.reporting.catalogue import Document, Request
from app.reporting.documents import document
from app.reporting.labels import add_label_sheet
from app.reporting.produce import Print, export_of
from app.searching import queries as searching

_SIDES = (360, 640)
_LISTED, _SEARCHED, _SELECTED = "listed", "searched", "selected"
_WITHOUT_EFFECT = frozenset({"export_record"})


class MailingPane(QWidget):
    """``left`` says that the user is finished; ``said`` carries a sentence for the status line."""

    left = Signal()
    said = Signal(str)

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        jobs: Jobs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.store, self.dialogs, self.jobs, self._today = store, dialogs, jobs, today
        self._picked = Picked(Subject.PERSON)
        self._job: Job | None = None
        self._shown: Print | None = None
        self._purpose = ""
        self.fields = MailingFields(store)
        self._lay_out()
        self.pane = PreviewPane(self.previewStack, dialogs, self._may_leave, self._left)
        self.keys = PageKeys(self, inside=True)
        self.keys.add("一覧へ戻る", "Esc", self.left.emit, self.closeButton)
        self.keys.add("Excelで保存", "Ctrl+Shift+E", self.save_excel, self.excelButton)
        self.fields.changed.connect(self.show_print)
        store.changed.connect(self._data_changed)
        self.fields.addSheetButton.clicked.connect(self.add_sheet)
        self.setFocusProxy(self.fields.documentCombo)

    def _lay_out(self) -> None:
        self.headingLabel = QLabel("宛名・案内状")
        self.headingLabel.setProperty("heading", True)  # noqa: FBT003  what the style sheet asks
        self.closeButton = QPushButton("一覧へ戻る")
        self.excelButton = QPushButton("Excelで保存")
        bar = QHBoxLayout()
        bar.addWidget(self.headingLabel, 1)
        bar.addWidget(self.excelButton)
        bar.addWidget(self.closeButton)
        self.remarkLabel, self.warningLabel = Paragraph(), Paragraph()
        choices = QScrollArea()
        choices.setWidget(self.fields)
        choices.setWidgetResizable(True)
        choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        choices.setMinimumWidth(300)
        self.previewStack = QStackedWidget()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self.warningLabel, self.remarkLabel):
            column.addWidget(label)
        column.addWidget(self.previewStack, 1)
        splitter = QSplitter()
        splitter.addWidget(choices)
        splitter.addWidget(right)
        splitter.setSizes(_SIDES)
        splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(bar)
        whole.addWidget(splitter, 1)

    def begin(self, picked: Picked) -> None:
        """Begin with the people or organisations of a list."""
        self._picked = picked
        self.headingLabel.setText(f"宛名・案内状（一覧の{len(picked.listed):,}件）")
        self.fields.show_for(people=picked.subject is Subject.PERSON)
        combo = self.fields.whoCombo
        combo.blockSignals(True)  # noqa: FBT003  shown below, once
        combo.clear()
        if picked.search is None:
            combo.addItem(f"一覧の全部（{len(picked.listed):,}件）", _LISTED)
        else:
            name, _search = self.store.ask(searching.saved_search, picked.search)
            self.headingLabel.setText(f"宛名・案内状（保存した条件「{name}」）")
            combo.addItem("条件に合う相手の全部", _SEARCHED)
        if picked.selected:
            combo.addItem(f"選んでいる{len(picked.selected):,}件だけ", _SELECTED)
        combo.setCurrentIndex(combo.findData(_SELECTED) if picked.several else 0)
        combo.blockSignals(False)  # noqa: FBT003
        self.show_print()
        self.setFocus()

    @property
    def document(self) -> Document:
        """The document that is to be made."""
        return document(None, self.fields.document)

    def request(self) -> Request:
        """Return what is chosen."""
        picked, who = self._picked, self.fields.whoCombo.currentData()
        keys = picked.selected if who == _SELECTED else picked.listed
        to = of_subject(picked.subject, () if who == _SEARCHED else keys)
        return Request(
            self._today(),
            people=to.people,
            organisations=to.organisations,
            search=picked.search if who == _SEARCHED else None,
            course=self.fields.course,
            order=self.fields.orderCombo.currentData(),
            mailing=self.fields.choice,
        )

    @Slot(object)
    def _data_changed(self, tables: frozenset[str]) -> None:
        """Keep in step with the records, and with whom a saved search finds."""
        if tables - _WITHOUT_EFFECT:
            self.show_print()

    @Slot()
    def show_print(self) -> None:
        """Make the preview of what is chosen, off the window's thread; what waited is dropped."""
        self.forget()
        self._job = Job(
            partial(make_preview, self.store.plain, self.document, self.request()),
            title=f"{self.document.name}を作成しています",
        )
        self._job.succeeded.connect(self._made)
        self.jobs.start(self._job)

    @Slot()
    def add_sheet(self) -> None:
        """Ask for the measures of a label sheet of the office's own, and keep it."""
        text = self.dialogs.ask_text(
            "用紙を追加",
            "横×縦の面数、ラベルの幅×高さ、左の余白、上の余白（mm）を入力してください。\n"
            "例：2×6, 86.4×42.3, 18.6, 21.6（間隔があれば続けて 横の間隔, 縦の間隔）",
        )
        if text is None:
            return
        added = self.store.do("ラベル用紙を追加", add_label_sheet, text)
        if added is not None:
            self.fields.load_sheets(added.result)

    def forget(self) -> None:
        """Let go of what was being made."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._shown = None
        self.remarkLabel.setText("")
        self.warningLabel.setText("")
        self.excelButton.setEnabled(False)

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
        self.remarkLabel.setText(remark(made.made))
        self.warningLabel.setText(warnings(made.made))
        self.excelButton.setEnabled(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.pane.clear()
        return super().event(event)

    def _may_leave(self) -> bool:
        """Say whose data is about to leave and who was left out, and ask what for."""
        if self._shown is None:
            return False
        purpose = ask_purpose(self.dialogs, self.document, self._shown.made.content)
        self._purpose = purpose or ""
        return purpose is not None

    def _left(self, kind: str) -> None:
        """Record that what is shown was printed or saved as PDF."""
        if self._shown is None:
            return
        export = export_of(self.document, self._shown.made, kind, self._purpose)
        self.store.note(f"書類を出力: {self.document.name}", office.record_export, export)
        if kind == "pdf":
            self.said.emit(f"「{self._shown.made.title}」をPDFで保存しました。")

    @Slot()
    def save_excel(self) -> None:
        """Save as a workbook what is shown, after asking what for."""
        if not self._may_leave() or self._shown is None:
            return
        name = f"{self._shown.made.title}.xlsx".replace("　", " ")
        target = self.dialogs.ask_save_path("Excelで保存", name, "Excelブック (*.xlsx)")
        if target is None:
            return
        path = target if target.suffix else Path(f"{target}.xlsx")
        work = partial(
            write_document, self.store.plain, self.document, self.request(), path, self._purpose
        )
        job = Job(work, title=f"「{path.name}」を保存しています", writes=True)
        job.succeeded.connect(self._written)
        self.jobs.start(job)

    @Slot(object)
    def _written(self, target: Path) -> None:
        self.store.changed.emit(frozenset({"export_record"}))
        self.said.emit(f"「{target.name}」に保存し、提供記録に残しました。")
