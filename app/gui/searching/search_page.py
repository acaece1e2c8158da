"""The part さがす of 連絡先: saved searches at the left, conditions and whom they find right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.contacts.custom import CONTACTS, Subject
from app.gui.bulk_edit.bulk_edit_entry import BulkEditEntry
from app.gui.contacts import organisation_list, people_list
from app.gui.contacts.contact_export import ExportEntry
from app.gui.framework import theme
from app.gui.framework.list_view import ListView
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column, WindowModel
from app.gui.mailing.mailing_entry import MailingEntry
from app.gui.records.picked import Picked, picking
from app.gui.searching.conditions_box import ConditionsBox
from app.gui.searching.saved_searches import SavedSearches
from app.gui.searching.search_listing import SearchListing
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.flow_row import FlowRow
from app.gui.widgets.paragraph import Paragraph
from app.kernel.errors import Refusal
from app.searching import commands, queries
from app.searching.condition import Search

_SIDES = (220, 760)
_ROWS = 4
"""How many rows of the list are seen however many conditions there are."""
_COLUMNS: dict[Subject, Sequence[Column[Any]]] = {
    Subject.PERSON: people_list.COLUMNS,
    Subject.ORGANISATION: organisation_list.COLUMNS,
}


class SearchPage(Page):
    """Shows whom the conditions find while they are put together."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.conditions = ConditionsBox(self.store, lambda: self.today)
        self._lay_out()
        self.models: dict[Subject, WindowModel[Any]] = {}
        self.lists: dict[Subject, ListView] = {}
        self._picking: dict[Subject, Callable[[], Picked]] = {}
        for subject in CONTACTS:
            listing = SearchListing(Search(subject), self.today)
            model = WindowModel(self.store, _COLUMNS[subject], listing, self)
            shown = ListView()
            shown.setAccessibleName(f"条件に合う{subject.label}")
            shown.show_model(model, f"search.{subject.value}")
            shown.opened.connect(self._open)
            self._picking[subject] = picking(shown, subject)
            self.listStack.addWidget(shown)
            self.models[subject], self.lists[subject] = model, shown
        self.exporting = ExportEntry(self, self.exportButton, self._picked)
        self.mailing = MailingEntry(self, self.views, self.listView, self.toolRow, self._picked)
        self.bulk_edit = BulkEditEntry(self, self.views, self.listView, self.toolRow, self._picked)
        self._add_keys()
        self.conditions.changed.connect(self._ask)
        self.saved.chosen.connect(self._show_saved)
        self.store.changed.connect(self._changed)
        self.setFocusProxy(self.saved)
        self._ask()

    def _lay_out(self) -> None:
        self.saved = SavedSearches(self.store, self.dialogs)
        self.saveButton = QPushButton("名前を付けて保存")
        self.changeButton = QPushButton("条件を上書き保存")
        self.toolRow = FlowRow()
        for button in (self.saveButton, self.changeButton):
            button.setParent(self.toolRow)
        self.exportButton = QPushButton("書き出す", self.toolRow)
        self.countLabel, self.problemLabel = QLabel(), Paragraph()
        self.countLabel.setAccessibleName("件数")
        self.listStack = QStackedWidget()
        self._nobody = EmptyState(
            "条件に合う相手がいません",
            "条件の値を確かめるか、×で条件を外してください。条件がないときは、全員が出ます。",
        )
        self.listStack.addWidget(self._nobody)
        self.listStack.setMinimumHeight(_ROWS * theme.row_height())
        column = QVBoxLayout(right := QWidget())
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.conditions, self.problemLabel, self.toolRow, self.countLabel):
            column.addWidget(widget)
        column.addWidget(self.listStack, 1)
        self.listView = QSplitter()
        self.listView.addWidget(self.saved)
        self.listView.addWidget(right)
        self.listView.setSizes(_SIDES)
        self.listView.setStretchFactor(1, 1)
        self.views = QStackedWidget()
        self.views.addWidget(self.listView)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 10, 12, 8)
        whole.addWidget(self.views)

    def _add_keys(self) -> None:
        saved = self.saved
        self.keys.add("新しい条件で探す", "Ctrl+N", self.start_new, saved.newButton)
        self.keys.add("条件を加える", "Ctrl+J", self.conditions.add_row)
        self.keys.add("条件を名前を付けて保存", "Ctrl+S", self.save, self.saveButton)
        self.keys.add("条件を上書き保存", "Ctrl+Shift+S", self.change, self.changeButton)
        self.keys.add("保存した条件の名前を変える", "F2", saved.rename, saved.renameButton)
        self.keys.add("保存した条件を削除", "Del", saved.remove, saved.removeButton)

    @property
    def found(self) -> list[int]:
        """The keys of whom the conditions find, in 五十音 order."""
        return list(self.models[self.conditions.subject].keys())

    def open_target(self, target: Target) -> None:
        """Show a saved search (``search``)."""
        self.saved.load(None if target.key is None else int(target.key))
        self._show_saved()

    @Slot()
    def _ask(self) -> None:
        subject, problem = self.conditions.subject, ""
        try:
            search = self.conditions.search()
            self.store.ask(queries.matching, search, self.today)
        except Refusal as refusal:
            problem = refusal.text
        else:
            self.models[subject].show(SearchListing(search, self.today))
        self.problemLabel.setText(problem)
        self.problemLabel.setVisible(bool(problem))
        self.saveButton.setEnabled(not problem)
        self.changeButton.setEnabled(not problem and self.saved.key is not None)
        self._show_count()

    def _show_count(self) -> None:
        subject = self.conditions.subject
        count, unit = self.models[subject].rowCount(), "人" if subject is Subject.PERSON else "件"
        self.countLabel.setText(f"{count:,}{unit}")
        self.listStack.setCurrentWidget(self.lists[subject] if count else self._nobody)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if "saved_search" in tables:
            self.saved.load()
            self._allow()
        self._show_count()

    # The saved searches

    @Slot()
    def _show_saved(self) -> None:
        if (key := self.saved.key) is not None:
            _name, search = self.store.ask(queries.saved_search, key)
            self.conditions.show_search(search)
        self._allow()

    def _allow(self) -> None:
        self.saved.allow()
        self.changeButton.setEnabled(self.saved.key is not None)

    @Slot()
    def start_new(self) -> None:
        """Begin a search without conditions."""
        self.saved.let_go()
        self.conditions.show_search(Search(self.conditions.subject))
        self.conditions.add_row()

    @Slot()
    def save(self) -> None:
        """Keep the conditions under a name, asked for."""
        name = self.dialogs.ask_text("条件の保存", "この条件の名前を入力してください。")
        if name is not None:
            search = self.conditions.search()
            done = self.store.do(f"条件の保存（{name}）", commands.save_search, name, search)
            if done is not None:
                self.saved.load(done.result)
                self._allow()
                self.said.emit(f"条件を「{name}」として保存しました。")

    @Slot()
    def change(self) -> None:
        """Keep the conditions in place of those of the chosen one."""
        if (key := self.saved.key) is not None:
            search = self.conditions.search()
            if self.store.do("条件の変更", commands.change_search, key, search) is not None:
                self.said.emit("条件を上書き保存しました。")

    # What is done with the list

    def _picked(self) -> Picked:
        """Return the list; it stays linked to the saved search whose conditions it shows."""
        picked = self._picking[self.conditions.subject]()
        key = self.saved.key
        if key is None:
            return picked
        _name, search = self.store.ask(queries.saved_search, key)
        shown = self.models[self.conditions.subject].listing.search
        return replace(picked, search=key) if search == shown else picked

    @Slot(int)
    def _open(self, key: int) -> None:
        self.wanted.emit(Target("contacts", self.conditions.subject.value, key))
