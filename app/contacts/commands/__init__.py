"""What a user can do to people and organisations.  Each function is one step of undo."""

from app.contacts.commands.affiliations import (
    affiliate,
    change_affiliation,
    remove_affiliation,
)
from app.contacts.commands.bulk_edit import edit_many
from app.contacts.commands.consents import give_consent, set_consideration, withdraw_consent
from app.contacts.commands.custom import (
    add_custom_field,
    change_custom_field,
    move_custom_field,
    refresh_search,
    remove_custom_field,
    retire_custom_field,
    set_custom,
    set_customs,
)
from app.contacts.commands.districts import refresh_districts
from app.contacts.commands.households import leave_household, set_household
from app.contacts.commands.kinds import (
    add_organisation_kind,
    move_organisation_kind,
    remove_organisation_kind,
    rename_organisation_kind,
    retire_organisation_kind,
    seed_organisation_kinds,
)
from app.contacts.commands.organisations import (
    add_organisation,
    add_organisations,
    bin_organisation,
    change_organisation,
    change_organisations,
    restore_organisation,
)
from app.contacts.commands.people import (
    add_people,
    add_person,
    bin_person,
    change_people,
    change_person,
    enter_person,
    restore_person,
)
from app.contacts.commands.relations import relate, unrelate
from app.contacts.commands.tags import add_tag, change_tag, move_tag, remove_tag, tag, untag

__all__ = [
    "add_custom_field",
    "add_organisation",
    "add_organisation_kind",
    "add_organisations",
    "add_people",
    "add_person",
    "add_tag",
    "affiliate",
    "bin_organisation",
    "bin_person",
    "change_affiliation",
    "change_custom_field",
    "change_organisation",
    "change_organisations",
    "change_people",
    "change_person",
    "change_tag",
    "edit_many",
    "enter_person",
    "give_consent",
    "leave_household",
    "move_custom_field",
    "move_organisation_kind",
    "move_tag",
    "refresh_districts",
    "refresh_search",
    "relate",
    "remove_affiliation",
    "remove_custom_field",
    "remove_organisation_kind",
    "remove_tag",
    "rename_organisation_kind",
    "restore_organisation",
    "restore_person",
    "retire_custom_field",
    "retire_organisation_kind",
    "seed_organisation_kinds",
    "set_consideration",
    "set_custom",
    "set_customs",
    "set_household",
    "tag",
    "unrelate",
    "untag",
    "withdraw_consent",
]
