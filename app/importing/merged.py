"""What is the same in working a row into a stored person and a stored organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.contacts.identity import house
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.kernel.folding import fold
from app.kernel.labelled import Labelled
from app.local_resources.local_resource import LocalResourceDraft

Record = PersonDraft | OrganisationDraft | LocalResourceDraft


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field as it is stored and as it would be."""

    label: str
    old: str
    new: str


def new_address(stored: Record, new: Record) -> dict[str, Any]:
    """Take a new address whole; the same one only fills what is missing."""
    postal = {"postal_code": new.postal_code} if new.postal_code else {}
    there = stored.address_town + stored.address_number
    here = new.address_town + new.address_number
    if not here:
        return postal
    before, after = fold(there), fold(here)
    if before == after or (house(before) and house(before) == house(after)):
        building = {"address_building": stored.address_building or new.address_building}
        return {**postal, **building}
    return {
        "postal_code": new.postal_code,
        "address_town": new.address_town,
        "address_number": new.address_number,
        "address_building": new.address_building,
    }


def new_district(stored: Record, new: Record) -> dict[str, Any]:
    """Return the district a list names, where it is another."""
    if not new.district_fixed or new.district_id == stored.district_id:
        return {}
    return {"district_id": new.district_id, "district_fixed": True}


def longer_note(stored: Record, new: Record) -> dict[str, Any]:
    """Return the stored note with the lines it has not yet."""
    lines = stored.note.splitlines()
    added = [line for line in new.note.splitlines() if line not in lines]
    return {"note": "\n".join([*lines, *added])} if added else {}


def address_in_one(draft: Record) -> str:
    """Return an address without its postal number, for showing."""
    return " ".join(
        part for part in (draft.address_town + draft.address_number, draft.address_building) if part
    )


def shown(value: object) -> str:
    """Return a stored value as it is shown beside another."""
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
