"""The part 一覧 of 地域資源: the list at the left, card or form at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.contacts.custom import Subject
from app.gui.compiled.local_resources.ui_resources_page import Ui_ResourcesPage
from app.gui.contacts.contact_export import ExportEntry
from app.gui.contacts.import_entry import ImportEntry
from app.gui.framework import icons, view
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.local_resources.bulk_confirm import BulkConfirmEntry
from app.gui.local_resources.resource_card_view import ResourceCardView
from app.gui.local_resources.resource_form import ResourceForm
from app.gui.local_resources.resource_list import WITHOUT_CONSENT, ResourceList
from app.gui.records.picked import picking
from app.gui.records.record_side import RecordSide
from app.gui.reporting.document_link import document_target
from app.gui.widgets.empty_state import EmptyState
from app.local_resources import commands

_SIDES = (620, 480)


class ResourcesPage(Page):
    """While a form is open it takes the place of the list too: it is long."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_ResourcesPage()
        self.ui.setupUi(self)
        self.resources = ResourceList(self.ui, self.store, lambda: self.today)
        self.card = ResourceCardView(self.store, self.dialogs, lambda: self.today)
        self.form = ResourceForm(self.store, self.dialogs, lambda: self.today)
        nothing = EmptyState(
            "一覧から選んでください",
            "選んだ社会資源のカードがここに出ます。"
            "上の欄に名称・会場・内容などを打つと、打つそばから一覧が絞られます。",
        )
        self.side = RecordSide(self, self.ui, self.resources, self.card, self.form, nothing, _SIDES)
        self._add_keys()
        self._draw_icons()
        view.current().changed.connect(self._draw_icons)
        self.ui.sideStack.currentChanged.connect(self._make_room)

    def _add_keys(self) -> None:
        ui, keys = self.ui, self.keys
        self.side.add_keys(find="社会資源を探す", add="新しい社会資源を追加")
        self.side.add_bin_keys(commands.bin_resource, commands.restore_resource)
        confirm = self.card.confirmations
        keys.add("確認を記録", "Ctrl+G", confirm.begin, confirm.add_button)
        picked = picking(ui.resourceList, Subject.RESOURCE)
        self.exporting = ExportEntry(self, ui.exportButton, picked)
        self.confirming = BulkConfirmEntry(self, ui.views, ui.listView, ui.confirmButton, picked)
        self.importing = ImportEntry(self, ui.views, ui.listView, ui.importButton, Subject.RESOURCE)
        keys.add("社会資源一覧を印刷", "Ctrl+P", self.print_list, ui.printButton)
        keys.tell("Esc", "入力や取り込みをやめる")

    @Slot()
    def _draw_icons(self) -> None:
        self.ui.printButton.setIcon(icons.icon("print"))

    @Slot()
    def _make_room(self) -> None:
        """Give all the room there is to a form."""
        for widget in (self.ui.listSide, self.ui.tabBar):
            widget.setVisible(not self.side.editing)

    @Slot()
    def print_list(self) -> None:
        """Go to the document in which it is chosen for whom the list is."""
        self.wanted.emit(document_target("resource-list"))

    def open_target(self, target: Target) -> None:
        """Show a resource (``resource``), or those that lack a consent (``without-consent``)."""
        if not self.may_leave():
            return
        self.confirming.close()
        self.importing.close()
        if target.kind == WITHOUT_CONSENT:
            self.resources.only(WITHOUT_CONSENT)
        else:
            self.side.open(target.key)

    def may_leave(self) -> bool:
        """Ask before typed text or decisions of an import are dropped."""
        if self.importing.pane is not None:
            return self.importing.pane.may_leave()
        return self.side.may_leave()
