"""The place 連絡先: people, organisations, and what is looked for among them.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Slot

from app.gui.contacts.contacts_page import ContactsPage
from app.gui.contacts.organisation_finder import find_organisations
from app.gui.contacts.person_finder import find_people
from app.gui.framework.parted_page import Part, PartedPage
from app.gui.framework.search import Target
from app.gui.timeline.notes_of_place import (
    LINKS,
    choose_the_only_one,
    owner_of,
    panel_shown,
)

PEOPLE = "people"


class ContactsPlace(PartedPage):
    """Passes links on: ``person`` and ``import`` to 人, ``organisation`` to 団体.

    A merge (``merge``, ``organisation-merge``) is shown in 同じ人かも.
    A note (``note``, ``organisation-note``) is shown on the card of whose it is.
    """

    NAME = "contacts"
    TITLE = "連絡先"
    PARTS = (
        Part(
            PEOPLE,
            "人",
            "person",
            "app.gui.contacts.contacts_page",
            "ContactsPage",
            ("person", "import"),
        ),
        Part(
            "organisations",
            "団体",
            "organisation",
            "app.gui.contacts.organisations_page",
            "OrganisationsPage",
            ("organisation",),
        ),
        Part(
            "searches",
            "さがす",
            "filter",
            "app.gui.searching.search_page",
            "SearchPage",
            ("search",),
        ),
        Part(
            "duplicates",
            "同じ人かも",
            "people",
            "app.gui.duplicates.duplicates_page",
            "DuplicatesPage",
            ("merge", "organisation-merge"),
        ),
    )
    finders = (find_people, find_organisations)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("電話のメモをとる", "Ctrl+M", self.take_note)
        self.keys.add("次の部分（人・団体…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（人・団体…）を開く", "Ctrl+PgUp", self.previous_part)

    @Slot()
    def take_note(self) -> None:
        """Begin the note of a call with whose card is shown, or with the only one listed."""
        panel = panel_shown(self.part)
        if panel is None and self.part.may_leave():
            choose_the_only_one(self.part)
            panel = panel_shown(self.part)
        if panel is not None:
            panel.begin_call()
        else:
            self.said.emit("電話メモは、一覧で相手を選んでから Ctrl+M を押してください。")

    def open_target(self, target: Target) -> None:
        """Show what a link names; for a note the card of whose it is, and the note there."""
        if target.kind not in LINKS:
            super().open_target(target)
            return
        owner = owner_of(self.store, target)
        if owner is None:
            return
        super().open_target(owner)
        panel = panel_shown(self.part)
        if panel is not None and target.key is not None:
            panel.show_note(int(target.key))

    def may_leave(self) -> bool:
        panel = panel_shown(self.part)
        return (panel is None or panel.may_leave()) and super().may_leave()

    @property
    def people(self) -> ContactsPage:
        """The part 人."""
        return cast("ContactsPage", self.part_named(PEOPLE))
