"""The part 地図 of 地域資源: the map as it will be printed, and what it is drawn from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QShowEvent

from app.gui.compiled.local_resources.ui_map_page import Ui_MapPage
from app.gui.framework import icons, theme, view
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column, WindowModel
from app.gui.local_resources.map_source import TABLES, MapSource
from app.gui.reporting.document_link import document_target
from app.gui.reporting.making import make_preview, warnings
from app.gui.reporting.preview_pane import PreviewPane
from app.gui.reporting.question_boxes import QuestionBoxes
from app.kernel.errors import Refusal
from app.local_resources.queries import ResourceListing
from app.local_resources.resource_card import ResourceRow
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.produce import Print

DOCUMENT = "resource-map"
_SIDES = (390, 800)
_LISTING = ResourceListing(without_place=True)
_SHOWN = TABLES | _LISTING.tables | {"setting", "town", "form_edition"}
_COLUMNS: tuple[Column[ResourceRow], ...] = (
    Column("名称", lambda row: row.name, width=8, tip=lambda row: row.name),
    Column("住所", lambda row: row.address, width=7, tip=lambda row: row.address),
)


class MapPage(Page):
    """The preview follows every choice and every change; printing is left to 書類をつくる."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_MapPage()
        self.ui.setupUi(self)
        self._job: Job | None = None
        self._stale = True
        self.pane = PreviewPane(self.ui.previewStack, self.dialogs, lambda: False, _nothing)
        self.questions = QuestionBoxes(self.ui.askForm, self.store)
        self.questions.show(self.store.ask(document, DOCUMENT), self._plain)
        self.source = MapSource(self, self.ui)
        self.model = WindowModel(self.store, _COLUMNS, _LISTING, self)
        self.ui.placeList.show_model(self.model, "resources_without_place")
        self.ui.placeList.opened.connect(self._open)
        self.setFocusProxy(self.ui.placeList)
        self.keys.add("地図を印刷・保存", "Ctrl+P", self.print_map, self.ui.printButton)
        self.keys.tell("Enter", "位置のない資源の一覧で：カードを開く")
        self.questions.changed.connect(self._show)
        self.store.changed.connect(self._changed)
        self.ui.splitter.setSizes(_SIDES)
        self.ui.splitter.setStretchFactor(1, 1)
        self.ui.warningLabel.hide()
        self._count()
        self._draw_icons()
        view.current().changed.connect(self._draw_icons)

    @property
    def _plain(self) -> Request:
        return Request(today=self.today, year=self.year.value)

    @Slot()
    def _draw_icons(self) -> None:
        self.ui.printButton.setIcon(icons.icon("print", theme.current().on_accent))
        self.ui.importButton.setIcon(icons.icon("import"))
        self.ui.removeButton.setIcon(icons.icon("delete"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self._show()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.pane.clear()
        return super().event(event)

    @Slot()
    def print_map(self) -> None:
        """Go to the document, with what is chosen here, where it is printed and saved."""
        choice = self.questions.put(self._plain).resources
        self.wanted.emit(
            document_target(
                DOCUMENT,
                view=choice.view.value,
                district=choice.district,
                paper=choice.paper.value,
            )
        )

    @Slot(int)
    def _open(self, key: int) -> None:
        self.wanted.emit(Target("local_resources", "resource", key))

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if "district" in tables:
            self.questions.fill(self._plain)
        if tables & _SHOWN:
            self._count()
            self._show()

    def _count(self) -> None:
        self.ui.placeHeading.setText(f"位置のない資源（{self.model.rowCount()}件）")

    @Slot()
    def _show(self) -> None:
        """Make the preview of what is chosen, off the window's thread; what waited is dropped."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._stale = not self.isVisible()
        if self._stale:
            return
        wanted = self.store.ask(document, DOCUMENT)
        request = self.questions.put(self._plain)
        self._job = Job(
            partial(make_preview, self.store.plain, wanted, request),
            title=f"{wanted.name}を作成しています",
        )
        self._job.succeeded.connect(self._made)
        self.jobs.start(self._job)

    @Slot(object)
    def _made(self, made: Print | Refusal) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        told = "" if isinstance(made, Refusal) else warnings(made.made)
        self.ui.warningLabel.setText(told)
        self.ui.warningLabel.setVisible(bool(told))
        if isinstance(made, Refusal):
            self.pane.say("まだ作れません", made.text)
        else:
            self.pane.show_only(made.pdf, made.made.title)


def _nothing(_kind: str) -> None:
    """Nothing leaves from here."""
