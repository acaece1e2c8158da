"""The page 連絡先: the list at the left, card or form at the right, the import in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.contacts import commands
from app.contacts.person import PersonId
from app.gui.compiled.contacts.ui_contacts_page import Ui_ContactsPage
from app.gui.contacts.import_pane import ImportPane
from app.gui.contacts.people_export import ask_and_write
from app.gui.contacts.people_list import PeopleList
from app.gui.contacts.person_card import PersonCardView
from app.gui.contacts.person_finder import find_people
from app.gui.contacts.person_form import PersonForm
from app.gui.framework import icons, view
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.mailing.mailing_entry import mail_people
from app.gui.widgets.dropped_file import dropped_file
from app.gui.widgets.empty_state import EmptyState
from app.training.commands import bin_person

_SIDES = (560, 450)


class ContactsPage(Page):
    """Shows people.  A form with unsaved input keeps its place until it is saved or given up."""

    finders = (find_people,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_ContactsPage()
        self.ui.setupUi(self)
        self.people = PeopleList(self.ui, self.store, lambda: self.today)
        self.card = PersonCardView(self.store, self.dialogs, lambda: self.today)
        self.form = PersonForm(self.store, self.dialogs, lambda: self.today)
        self.import_pane: ImportPane | None = None
        self._nobody = EmptyState(
            "一覧から選んでください",
            "選んだ方のカードがここに出ます。"
            "上の欄に氏名・読みがな・電話番号などを打つと、打つそばから一覧が絞られます。",
        )
        for side in (self._nobody, self.card, self.form):
            self.ui.sideStack.addWidget(side)
        self.ui.splitter.setSizes(_SIDES)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.ui.searchEdit)
        self._add_keys()
        self.mailing = mail_people(self, self.ui, self.people.model.keys)
        self._connect()
        self._draw_icons()
        view.current().changed.connect(self._draw_icons)

    def _add_keys(self) -> None:
        ui, card = self.ui, self.card.ui
        self.keys.add("連絡先を探す", "Ctrl+F", self._focus_search)
        self.keys.add("新しい人を追加", "Ctrl+N", self.add_person, ui.addButton)
        self.keys.add("編集", "F2", self.edit_person, card.editButton)
        self.keys.add("ごみ箱へ移す", "Del", self.bin_person, card.binButton)
        self.keys.add("ごみ箱から戻す", "Ctrl+R", self.restore_person, card.restoreButton)
        self.card.panels.add_keys(self.keys)
        self.keys.add("名簿を取り込む", "Ctrl+I", self.start_import, ui.importButton)
        self.keys.add("一覧をExcel・CSVに書き出す", "Ctrl+E", self.export_list, ui.exportButton)
        self.keys.tell("Enter", "入力のときは次の欄へ、一覧では編集")
        self.keys.tell("Ctrl+Enter", "入力を保存")
        self.keys.tell("Esc", "入力や取り込みをやめる")
        self.keys.tell("A・U・L", "取り込みの要確認の行：追加・更新・取り込まない（Shiftで全部）")

    def _connect(self) -> None:
        self.people.chosen.connect(self._chosen)
        self.people.opened.connect(self._opened)
        self.people.first_wanted.connect(self.add_person)
        self.card.wanted.connect(self.wanted)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._show_card)
        self.form.other_wanted.connect(self._show_other)
        self._allow_actions()

    @Slot()
    def _draw_icons(self) -> None:
        ui, card = self.ui, self.card.ui
        ui.importButton.setIcon(icons.icon("import"))
        ui.exportButton.setIcon(icons.icon("export"))
        card.editButton.setIcon(icons.icon("edit"))
        card.binButton.setIcon(icons.icon("delete"))
        card.restoreButton.setIcon(icons.icon("restore"))

    # Going somewhere

    def open_target(self, target: Target) -> None:
        """Show a person (``person``), or begin an import (``import``, key: a course)."""
        if target.kind == "person" and target.key is not None and self._may_show_people():
            self.people.show_person(int(target.key))
        elif target.kind == "import":
            self.start_import(None if target.key is None else int(target.key))

    def may_leave(self) -> bool:
        """Ask before typed text or decisions of an import are dropped."""
        if self.import_pane is not None:
            return self.import_pane.may_leave()
        if self._editing and not self.form.may_leave():
            return False
        if self._editing:
            self._show_card()
        return True

    @property
    def _editing(self) -> bool:
        return self.ui.sideStack.currentWidget() is self.form

    def _may_show_people(self) -> bool:
        if not self.may_leave():
            return False
        if self.import_pane is not None:
            self._close_import()
        return True

    @Slot()
    def _focus_search(self) -> None:
        self.ui.searchEdit.setFocus()
        self.ui.searchEdit.selectAll()

    # The card and the form

    @Slot(object)
    def _chosen(self, key: int | None) -> None:
        if self._editing and self.form.person == key and key is not None:
            return
        if self._editing and self.form.dirty:
            return
        self._show_card()

    @Slot()
    def _show_card(self) -> None:
        key = self.ui.peopleList.current_key()
        shown = key is not None and self.card.show_person(PersonId(key))
        self._show_side(self.card if shown else self._nobody)

    def _show_side(self, side: QWidget) -> None:
        self.ui.sideStack.setCurrentWidget(side)
        self._allow_actions()

    def _allow_actions(self) -> None:
        """Let the keys of the card work only while it is shown."""
        shown = self.ui.sideStack.currentWidget() is self.card
        card = self.card.ui
        for button in (card.editButton, card.binButton):
            button.setEnabled(shown and not button.isHidden())
        card.restoreButton.setEnabled(shown and not card.restoreButton.isHidden())

    @Slot()
    def add_person(self) -> None:
        """Begin a new person."""
        if not self._editing or self.form.may_leave():
            self.form.start_new()
            self._show_side(self.form)
            self.form.focus_form()

    @Slot(int)
    def _opened(self, _key: int) -> None:
        if self.card.ui.editButton.isEnabled():
            self.edit_person()

    @Slot()
    def edit_person(self) -> None:
        """Change the person whose card is shown."""
        if self.card.person is not None and self.form.start_edit(self.card.person):
            self._show_side(self.form)
            self.form.focus_form()

    @Slot(int)
    def _saved(self, person: int) -> None:
        self.people.show_person(person)
        self._show_card()
        self.ui.peopleList.setFocus()

    @Slot(int)
    def _show_other(self, person: int) -> None:
        if self.form.may_leave():
            self._show_card()
            self.people.show_person(person)

    @Slot()
    def bin_person(self) -> None:
        """Move the person whose card is shown to the bin; that can be undone."""
        if self.card.person is not None:
            name = self.card.ui.nameLabel.text()
            self.store.do(f"ごみ箱へ移動（{name}）", bin_person, self.card.person)

    @Slot()
    def restore_person(self) -> None:
        """Take the person whose card is shown out of the bin."""
        if self.card.person is not None:
            name = self.card.ui.nameLabel.text()
            self.store.do(f"ごみ箱から復帰（{name}）", commands.restore_person, self.card.person)

    # In and out

    @Slot()
    def export_list(self) -> None:
        """Write the shown list to a file, after asking what for."""
        keys = self.people.model.keys()
        ask_and_write(self.store, self.dialogs, self.jobs, keys, self.today, self._exported)

    @Slot(object)
    def _exported(self, path: Path) -> None:
        self.store.changed.emit(frozenset({"export_record"}))
        self.said.emit(f"「{path.name}」に書き出し、提供記録に残しました。")

    @Slot()
    def start_import(self, course: int | None = None, path: Path | None = None) -> None:
        """Show the import in place of the list, for a course's applicants if one is given."""
        if not self.may_leave():
            return
        if self.import_pane is None:
            self.import_pane = ImportPane(
                self.store, self.year, self.dialogs, self.jobs, lambda: self.today
            )
            self.import_pane.left.connect(self._close_import)
            self.import_pane.wanted.connect(self.wanted)
            self.ui.views.addWidget(self.import_pane)
        self.ui.views.setCurrentWidget(self.import_pane)
        self.import_pane.begin(course or None)
        if path is not None:
            self.import_pane.read(path)

    @Slot()
    def _close_import(self) -> None:
        pane, self.import_pane = self.import_pane, None
        if pane is not None:
            self.ui.views.setCurrentWidget(self.ui.peopleView)
            self.ui.views.removeWidget(pane)
            pane.deleteLater()
            self.ui.searchEdit.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.start_import(path=path)
