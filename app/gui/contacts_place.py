"""The place 連絡先: people, organisations, and what is looked for among them.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from typing import cast

from app.gui.contacts.contacts_page import ContactsPage
from app.gui.contacts.organisation_finder import find_organisations
from app.gui.contacts.person_finder import find_people
from app.gui.framework.parted_page import Part, PartedPage

PEOPLE = "people"


class ContactsPlace(PartedPage):
    """Passes links on: ``person`` and ``import`` to 人, ``organisation`` to 団体."""

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
    )
    finders = (find_people, find_organisations)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（人・団体…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（人・団体…）を開く", "Ctrl+PgUp", self.previous_part)

    @property
    def people(self) -> ContactsPage:
        """The part 人."""
        return cast("ContactsPage", self.part_named(PEOPLE))
