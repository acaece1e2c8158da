"""The page 連絡先: the list at the left, card or form at the right, the import in its place."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.contacts import commands
from app.contacts.custom import Subject
from app.gui.bulk_edit.bulk_edit_entry import BulkEditEntry
from app.gui.compiled.contacts.ui_contacts_page import Ui_ContactsPage
from app.gui.contacts.contact_export import ExportEntry
from app.gui.contacts.import_entry import ImportEntry
from app.gui.contacts.import_pane import ImportPane
from app.gui.contacts.people_list import PeopleList
from app.gui.contacts.person_card import PersonCardView
from app.gui.contacts.person_erasing import PersonErasing
from app.gui.contacts.person_finder import find_people
from app.gui.contacts.person_form import PersonForm
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.mailing.mailing_entry import MailingEntry
from app.gui.records.picked import picking
from app.gui.records.record_side import RecordSide
from app.gui.widgets.dropped_file import dropped_file
from app.gui.widgets.empty_state import EmptyState
from app.supporters.commands import bin_person


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
        nobody = EmptyState(
            "一覧から選んでください",
            "選んだ方のカードがここに出ます。"
            "上の欄に氏名・読みがな・電話番号などを打つと、打つそばから一覧が絞られます。",
        )
        self.side = RecordSide(self, self.ui, self.people, self.card, self.form, nobody)
        self.setAcceptDrops(True)
        self._add_keys()
        ui, picked = self.ui, picking(self.ui.peopleList, Subject.PERSON)
        self.exporting = ExportEntry(self, ui.exportButton, picked)
        self.mailing = MailingEntry(self, ui.views, ui.peopleView, ui.toolRow, picked)
        self.bulk_edit = BulkEditEntry(self, ui.views, ui.peopleView, ui.toolRow, picked)

    def _add_keys(self) -> None:
        ui = self.ui
        self.side.add_keys(find="連絡先を探す", add="新しい人を追加")
        self.side.add_bin_keys(bin_person, commands.restore_person)
        self.card.panels.add_keys(self.keys)
        self.erasing = PersonErasing(self, self.card)
        self.importing = ImportEntry(self, ui.views, ui.peopleView, ui.importButton)
        self.keys.tell("Esc", "入力や取り込みをやめる")

    # Going somewhere

    def open_target(self, target: Target) -> None:
        """Show a person (``person``), or begin an import (``import``, key: a course)."""
        if target.kind == "person" and self._may_show_people():
            self.side.open(target.key)
        elif target.kind == "import":
            self.importing.begin(None if target.key is None else int(target.key))

    def may_leave(self) -> bool:
        """Ask before typed text or decisions of an import are dropped."""
        if self.import_pane is not None:
            return self.import_pane.may_leave()
        return self.side.may_leave()

    def _may_show_people(self) -> bool:
        if not self.may_leave():
            return False
        if self.import_pane is not None:
            self.importing.close()
        return True

    # In and out

    @property
    def import_pane(self) -> ImportPane | None:
        """The import in the list's place, while there is one."""
        return self.importing.pane

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.importing.begin(path=path)
