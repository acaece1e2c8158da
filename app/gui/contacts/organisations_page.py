"""The part 団体 of 連絡先: the list at the left, card or form at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.contacts import commands
from app.contacts.organisation import OrganisationId
from app.gui.compiled.contacts.ui_organisations_page import Ui_OrganisationsPage
from app.gui.contacts.organisation_card_view import OrganisationCardView
from app.gui.contacts.organisation_form import OrganisationForm
from app.gui.contacts.organisation_list import OrganisationList
from app.gui.framework import icons, view
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.mailing.mailing_entry import mail_organisations
from app.gui.widgets.empty_state import EmptyState

_SIDES = (600, 430)


class OrganisationsPage(Page):
    """Shows organisations.  A form with unsaved input keeps its place until it is given up."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_OrganisationsPage()
        self.ui.setupUi(self)
        self.organisations = OrganisationList(self.ui, self.store)
        self.card = OrganisationCardView(self.store, self.dialogs, lambda: self.today)
        self.form = OrganisationForm(self.store, self.dialogs, lambda: self.today)
        self._nothing = EmptyState(
            "一覧から選んでください",
            "選んだ団体のカードがここに出ます。"
            "上の欄に名称・読みがな・代表者などを打つと、打つそばから一覧が絞られます。",
        )
        for side in (self._nothing, self.card, self.form):
            self.ui.sideStack.addWidget(side)
        self.ui.splitter.setSizes(_SIDES)
        self.setFocusProxy(self.ui.searchEdit)
        self._add_keys()
        self.mailing = mail_organisations(self, self.ui, self.organisations.model.keys)
        self._connect()
        self._draw_icons()
        view.current().changed.connect(self._draw_icons)

    def _add_keys(self) -> None:
        ui, card = self.ui, self.card.ui
        self.keys.add("団体を探す", "Ctrl+F", self._focus_search)
        self.keys.add("新しい団体を追加", "Ctrl+N", self.add_organisation, ui.addButton)
        self.keys.add("編集", "F2", self.edit_organisation, card.editButton)
        self.keys.add("ごみ箱へ移す", "Del", self.bin_organisation, card.binButton)
        self.keys.add("ごみ箱から戻す", "Ctrl+R", self.restore_organisation, card.restoreButton)
        self.card.panels.add_keys(self.keys)
        self.keys.tell("Enter", "入力のときは次の欄へ、一覧では編集")
        self.keys.tell("Ctrl+Enter", "入力を保存")
        self.keys.tell("Esc", "入力をやめる")

    def _connect(self) -> None:
        self.organisations.chosen.connect(self._chosen)
        self.organisations.opened.connect(self._opened)
        self.organisations.first_wanted.connect(self.add_organisation)
        self.card.wanted.connect(self.wanted)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._show_card)
        self._allow_actions()

    @Slot()
    def _draw_icons(self) -> None:
        card = self.card.ui
        card.editButton.setIcon(icons.icon("edit"))
        card.binButton.setIcon(icons.icon("delete"))
        card.restoreButton.setIcon(icons.icon("restore"))

    # Going somewhere

    def open_target(self, target: Target) -> None:
        """Show an organisation (``organisation``)."""
        if target.kind == "organisation" and target.key is not None and self.may_leave():
            self.organisations.show_organisation(int(target.key))

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        if self._editing and not self.form.may_leave():
            return False
        if self._editing:
            self._show_card()
        return True

    @property
    def _editing(self) -> bool:
        return self.ui.sideStack.currentWidget() is self.form

    @Slot()
    def _focus_search(self) -> None:
        self.ui.searchEdit.setFocus()
        self.ui.searchEdit.selectAll()

    # The card and the form

    @Slot(object)
    def _chosen(self, key: int | None) -> None:
        if self._editing and (self.form.dirty or (key and self.form.organisation == key)):
            return
        self._show_card()

    @Slot()
    def _show_card(self) -> None:
        key = self.ui.organisationList.current_key()
        shown = key is not None and self.card.show_organisation(OrganisationId(key))
        self._show_side(self.card if shown else self._nothing)

    def _show_side(self, side: QWidget) -> None:
        self.ui.sideStack.setCurrentWidget(side)
        self._allow_actions()

    def _allow_actions(self) -> None:
        """Let the keys of the card work only while it is shown."""
        shown = self.ui.sideStack.currentWidget() is self.card
        card = self.card.ui
        for button in (card.editButton, card.binButton, card.restoreButton):
            button.setEnabled(shown and not button.isHidden())

    @Slot()
    def add_organisation(self) -> None:
        """Begin a new organisation."""
        if not self._editing or self.form.may_leave():
            self.form.start_new()
            self._show_side(self.form)
            self.form.focus_form()

    @Slot(int)
    def _opened(self, _key: int) -> None:
        if self.card.ui.editButton.isEnabled():
            self.edit_organisation()

    @Slot()
    def edit_organisation(self) -> None:
        """Change the organisation whose card is shown."""
        known = self.card.organisation
        if known is not None and self.form.start_edit(known):
            self._show_side(self.form)
            self.form.focus_form()

    @Slot(int)
    def _saved(self, organisation: int) -> None:
        self.organisations.show_organisation(organisation)
        self._show_card()
        self.ui.organisationList.setFocus()

    @Slot()
    def bin_organisation(self) -> None:
        """Move the organisation whose card is shown to the bin; that can be undone."""
        if (known := self.card.organisation) is not None:
            name = self.card.ui.nameLabel.text()
            self.store.do(f"ごみ箱へ移動（{name}）", commands.bin_organisation, known)

    @Slot()
    def restore_organisation(self) -> None:
        """Take the organisation whose card is shown out of the bin."""
        if (known := self.card.organisation) is not None:
            name = self.card.ui.nameLabel.text()
            self.store.do(f"ごみ箱から復帰（{name}）", commands.restore_organisation, known)
