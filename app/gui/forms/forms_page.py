"""The part 様式: every document with its form at the left, the form itself at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

from app.forms import queries
from app.gui.compiled.forms.ui_forms_page import Ui_FormsPage
from app.gui.forms.add_pane import KINDS, AddPane
from app.gui.forms.form_card import EDITIONS, FIELDS, TRIAL, FormCard
from app.gui.forms.form_list import FormLine
from app.gui.forms.own_documents import OwnDocuments
from app.gui.forms.shown_form import forms_of, in_effect
from app.gui.framework import icons, view
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.search import Hit, Target
from app.gui.widgets.dropped_file import dropped_file
from app.reporting.documents import documents

KIND = "form"
_LIST_EMS, _CARD_EMS = 16, 58
_LEAST_EMS = 52
"""In a narrower page the list is folded away at first."""


def find_forms(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find the forms of documents by a part of the document's name."""
    found = [one for one in store.ask(documents) if text in f"{one.name}の様式"]
    return [
        Hit(f"{one.name}の様式", "様式", Target("reporting", KIND, one.id)) for one in found[:limit]
    ]


class FormsPage(Page):
    """Links: ``form`` with the id of a document."""

    finders = (find_forms,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_FormsPage()
        self.ui.setupUi(self)
        self.card = FormCard(self)
        self.adding = AddPane(self)
        self.ui.cardStack.addWidget(self.card)
        self.ui.cardStack.addWidget(self.adding)
        em = self.fontMetrics().horizontalAdvance("国")
        self.ui.splitter.setSizes([_LIST_EMS * em, _CARD_EMS * em])
        self.ui.splitter.setStretchFactor(1, 1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.ui.formList)
        self.own = OwnDocuments(self.ui, self.store, self.dialogs)
        self._stale = True
        self._add_keys()
        self._connect()
        self._draw()

    def _add_keys(self) -> None:
        ui, card, keys = self.ui, self.card, self.keys
        keys.add("様式を追加", "Ctrl+N", self.add_form, card.ui.addButton)
        keys.add("自分の書類を追加", "Ctrl+Shift+N", self.own.add, ui.ownButton)
        keys.add("様式を書き出す", "Ctrl+E", card.export, card.ui.exportButton)
        keys.add("様式をはずす", "Ctrl+Del", card.remove, card.ui.removeButton)
        keys.add("項目を探す", "Ctrl+F", self._show_fields)
        keys.add("版の一覧", "Ctrl+L", self._show_editions)
        keys.add("版の変更を保存", "Ctrl+S", card.editions.save, card.editions.ui.saveButton)
        keys.add("試し刷り", "Ctrl+T", self._show_trial)
        keys.add("書類の一覧を出す・たたむ", "F4", card.ui.listButton.toggle)
        keys.tell("↑ ↓ ← →", "様式の絵で、となりのセルへ移る")
        keys.tell("Enter", "選んだセルに入れる項目を選ぶ。項目の一覧では、セルに入れる")
        keys.tell("F2", "セルの項目を手で書く")
        keys.tell("Delete", "セルから項目を外す")
        keys.tell("Ctrl+C", "項目を {{…}} の形で写す")
        keys.tell("Esc", "項目を入れるのをやめる")

    def _connect(self) -> None:
        ui, card = self.ui, self.card
        ui.formList.chosen.connect(self._chosen)
        card.ui.listButton.toggled.connect(ui.listPanel.setVisible)
        card.add_wanted.connect(self.add_form)
        card.said.connect(self.said)
        self.adding.said.connect(self.said)
        self.adding.left.connect(self._close_adding)
        self.adding.registered.connect(self._registered)
        self.store.changed.connect(self._changed)
        self.year.changed.connect(self.reload)
        view.current().changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        named: tuple[tuple[QPushButton, str], ...] = (
            (self.card.ui.addButton, "add"),
            (self.card.ui.exportButton, "export"),
            (self.card.ui.removeButton, "delete"),
            (self.ui.ownButton, "document"),
        )
        for button, name in named:
            button.setIcon(icons.icon(name))

    # What is shown

    def open_target(self, target: Target) -> None:
        """Show the form of a document."""
        if target.kind == KIND and self.may_leave():
            self._close_adding()
            self.reload()
            if not self.ui.formList.choose(str(target.key)):
                self.said.emit("この書類はありません。左の一覧から選んでください。")

    def may_leave(self) -> bool:
        return self.adding.may_leave() if self._is_adding else self.card.may_leave()

    @property
    def _is_adding(self) -> bool:
        return self.ui.cardStack.currentWidget() is self.adding

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        em = self.fontMetrics().horizontalAdvance("国")
        if self.width() < _LEAST_EMS * em:
            self.card.ui.listButton.setChecked(False)
        if self._stale:
            self.reload()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.release()
        return super().event(event)

    def release(self) -> None:
        """Let go of what is shown; call this before the page goes with what holds it."""
        self.card.pane.release()
        self.card.trial.pane.clear()
        self.adding.pane.release()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & queries.TABLES:
            self.reload()

    @Slot()
    @Slot(object)
    def reload(self, _year: object = None) -> None:
        """Read the documents and their forms anew, when the page is next seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        rows = self.store.ask(queries.editions)
        lines = []
        for document in self.store.ask(documents):
            forms = forms_of(document, rows)
            lines.append(FormLine(document, in_effect(forms, self.year.value), forms))
        self.ui.formList.show_lines(lines)

    @Slot(object)
    def _chosen(self, line: FormLine) -> None:
        before = self.card.document
        if before is not None and before.id != line.document.id and not self.card.may_leave():
            self.ui.formList.choose(before.id)
            return
        self.ui.ownRow.setVisible(line.document.own)
        self.card.show_document(line.document, line.forms, line.form)

    @Slot()
    def _show_fields(self) -> None:
        self.card.choose_tab(FIELDS)
        self.card.fields.focus_fields()

    @Slot()
    def _show_editions(self) -> None:
        self.card.choose_tab(EDITIONS)
        self.card.editions.ui.editionList.setFocus()

    @Slot()
    def _show_trial(self) -> None:
        self.card.choose_tab(TRIAL)
        self.card.trial.setFocus()

    # Adding a form

    @Slot()
    def add_form(self) -> None:
        """Ask for a file that becomes the form of the chosen document."""
        path = self.dialogs.ask_open_path("様式にするファイルを選ぶ", KINDS)
        if path is not None:
            self.add_file(path)

    def add_file(self, path: Path) -> None:
        """Look at a file before it becomes the form of the chosen document."""
        line = self.ui.formList.line()
        if line is None or not self.may_leave():
            return
        self.ui.cardStack.setCurrentWidget(self.adding)
        self.ui.listPanel.hide()
        self.adding.begin(line.document, path)

    @Slot()
    def _close_adding(self) -> None:
        if self._is_adding:
            self.ui.cardStack.setCurrentWidget(self.card)
            self.ui.listPanel.setVisible(self.card.ui.listButton.isChecked())
            self.card.setFocus()

    @Slot(int)
    def _registered(self, edition: int) -> None:
        self._close_adding()
        self.card.look_at(edition)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if not self._is_adding and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.add_file(path)
