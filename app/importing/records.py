"""The stored records that lists of each kind are of: how they are added, changed and read.

What an import does to records goes through here, so that a list of something else needs one
entry more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.contacts import commands, queries
from app.contacts.custom import Subject
from app.local_resources import commands as local_resources
from app.local_resources.queries import resource_drafts


@dataclass(frozen=True, slots=True)
class Records:
    """The commands and the query for records of one kind; each takes the session first."""

    add: Callable[..., list[Any]]
    """Adds drafts that are checked already; returns their keys in order."""
    change: Callable[..., None]
    """Replaces what is written, given drafts by key."""
    restore: Callable[..., None]
    """Takes one record out of the bin."""
    drafts: Callable[..., Mapping[Any, Any]]
    """Returns the drafts of keys."""


RECORDS: Mapping[Subject, Records] = {
    Subject.PERSON: Records(
        commands.add_people, commands.change_people, commands.restore_person, queries.drafts
    ),
    Subject.ORGANISATION: Records(
        commands.add_organisations,
        commands.change_organisations,
        commands.restore_organisation,
        queries.organisation_drafts,
    ),
    Subject.RESOURCE: Records(
        local_resources.add_resources,
        local_resources.change_resources,
        local_resources.restore_resource,
        resource_drafts,
    ),
}
