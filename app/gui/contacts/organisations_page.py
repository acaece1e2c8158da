"""The part 団体 of 連絡先: the list at the left, card or form at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from app.contacts import commands
from app.contacts.custom import Subject
from app.gui.bulk_edit.bulk_edit_entry import BulkEditEntry
from app.gui.compiled.contacts.ui_organisations_page import Ui_OrganisationsPage
from app.gui.contacts.contact_export import ExportEntry
from app.gui.contacts.organisation_card_view import OrganisationCardView
from app.gui.contacts.organisation_form import OrganisationForm
from app.gui.contacts.organisation_list import OrganisationList
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.mailing.mailing_entry import MailingEntry
from app.gui.records.picked import picking
from app.gui.records.record_side import RecordSide
from app.gui.widgets.empty_state import EmptyState

_SIDES = (570, 460)


class OrganisationsPage(Page):
    """Shows organisations.  A form with unsaved input keeps its place until it is given up."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_OrganisationsPage()
        self.ui.setupUi(self)
        self.organisations = OrganisationList(self.ui, self.store)
        self.card = OrganisationCardView(self.store, self.dialogs, lambda: self.today)
        self.form = OrganisationForm(self.store, self.dialogs, lambda: self.today)
        nothing = EmptyState(
            "一覧から選んでください",
            "選んだ団体のカードがここに出ます。"
            "上の欄に名称・読みがな・代表者などを打つと、打つそばから一覧が絞られます。",
        )
        self.side = RecordSide(
            self, self.ui, self.organisations, self.card, self.form, nothing, _SIDES
        )
        self.side.add_keys(find="団体を探す", add="新しい団体を追加")
        self.side.add_bin_keys(commands.bin_organisation, commands.restore_organisation)
        self.card.panels.add_keys(self.keys)
        self.keys.tell("Esc", "入力をやめる")
        ui, picked = self.ui, picking(self.ui.organisationList, Subject.ORGANISATION)
        self.exporting = ExportEntry(self, QPushButton("一覧を書き出す", ui.toolRow), picked)
        self.mailing = MailingEntry(self, ui.views, ui.listView, ui.toolRow, picked)
        self.bulk_edit = BulkEditEntry(self, ui.views, ui.listView, ui.toolRow, picked)

    def open_target(self, target: Target) -> None:
        """Show an organisation (``organisation``)."""
        if target.kind == "organisation":
            self.side.open(target.key)

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
