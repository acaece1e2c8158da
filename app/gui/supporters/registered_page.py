"""The part 登録者 of サポーター: the list at the left, card or form at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from app.contacts.custom import Subject
from app.gui.compiled.supporters.ui_registered_page import Ui_RegisteredPage
from app.gui.contacts.contact_export import ExportEntry
from app.gui.framework import icons, view
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.mailing.mailing_entry import MailingEntry
from app.gui.records.picked import Picked, picking
from app.gui.records.record_side import RecordSide
from app.gui.reporting.document_link import document_target
from app.gui.supporters.many import ManyActs
from app.gui.supporters.supporter_card_view import SupporterCardView
from app.gui.supporters.supporter_form import SupporterForm
from app.gui.supporters.supporter_list import SupporterList
from app.gui.widgets.empty_state import EmptyState
from app.supporters import commands, queries
from app.supporters.lacking import Lack

_SIDES = (600, 480)


class RegisteredPage(Page):
    """Shows supporters.  A form with unsaved input keeps its place until it is given up."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = ui = Ui_RegisteredPage()
        ui.setupUi(self)
        self.supporters = SupporterList(ui, self.store, lambda: self.today)
        self.card = SupporterCardView(self.store, self.dialogs, lambda: self.today)
        self.form = SupporterForm(self.store, self.dialogs, lambda: self.today)
        nobody = EmptyState(
            "一覧から選んでください",
            "選んだサポーターのカードがここに出ます。"
            "上の欄に氏名・ふりがな・登録番号などを打つと、打つそばから一覧が絞られます。",
        )
        self.side = RecordSide(self, ui, self.supporters, self.card, self.form, nobody, _SIDES)
        self.side.add_keys(find="サポーターを探す", add="サポーターを1人登録")
        self.side.add_bin_keys(commands.bin_supporter, commands.restore_supporter)
        self.keys.tell("Esc", "入力をやめる")
        picked = picking(ui.supporterList, Subject.PERSON)
        self._picked = picked
        self.many = ManyActs(self, ui.toolRow, ui.listColumn, ui.supporterList)
        self.exporting = ExportEntry(self, QPushButton("書き出す", ui.toolRow), self._people)
        self.mailing = MailingEntry(self, ui.views, ui.listView, ui.toolRow, self._people)
        self._add_documents()

    def _add_documents(self) -> None:
        self.roster_button = QPushButton("名簿", self.ui.toolRow)
        self.keys.add("登録者名簿を見る・印刷・Excel", "Ctrl+P", self._roster, self.roster_button)
        card = self.card.ui.printButton
        self.keys.add("この方の登録証を見る・印刷", "Ctrl+Shift+P", self.card.print_card, card)
        self._draw()
        view.current().changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        for button in (self.roster_button, self.card.ui.printButton):
            button.setIcon(icons.icon("print"))

    @Slot()
    def _roster(self) -> None:
        self.wanted.emit(document_target("supporter-roster"))

    def _people(self) -> Picked:
        """Return whom the list shows and who is selected, as people."""
        picked = self._picked()
        rows = self.store.ask(queries.supporters, picked.listed, self.today)
        people = {int(row.id): int(row.person) for row in rows}
        listed, selected = (
            tuple(people[key] for key in keys if key in people)
            for keys in (picked.listed, picked.selected)
        )
        return Picked(Subject.PERSON, listed, selected)

    def open_target(self, target: Target) -> None:
        """Show a supporter, who lacks something (``lacking``), or register a person."""
        if target.kind == "supporter":
            self.side.open(target.key)
        elif target.kind == "lacking" and self.may_leave():
            lack = Lack.of_value(str(target.key))
            if lack is not None:
                self.supporters.show_lacking(lack)
        elif target.kind == "register" and target.key is not None and self.may_leave():
            self.side.add()
            self.form.start_for(int(target.key))

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
