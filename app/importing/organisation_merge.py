"""What a row of a list changes about an organisation that is known already, field by field.

A blank never takes anything away, a note is added to, and a name that is only written otherwise
stays as it is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.contacts.organisation import OrganisationDraft
from app.importing.merged import (
    FieldChange,
    address_in_one,
    longer_note,
    new_address,
    new_district,
    shown,
)
from app.importing.organisation_match import organisation_identity

OPERATOR = "運営法人: "
"""How the line of the note begins that says who runs an organisation."""

_PLAIN = {
    "short_name": "略称",
    "kana": "団体名のふりがな",
    "representative_title": "代表者の職",
    "representative_name": "代表者",
    "department": "担当部署",
    "phone": "電話",
    "fax": "FAX",
    "email": "メール",
    "website": "ウェブサイト",
}


@dataclass(frozen=True, slots=True)
class MergedOrganisation:
    """A stored record with a row of a list worked in, what that changes, and what it leaves."""

    draft: OrganisationDraft
    changes: tuple[FieldChange, ...]
    remarks: tuple[str, ...]


def merge_organisation(
    stored: OrganisationDraft, new: OrganisationDraft, kinds: Mapping[int, str]
) -> MergedOrganisation:
    """Return the stored record with everything the new one knows; ``kinds`` are names by key."""
    values: dict[str, Any] = {
        name: getattr(new, name) for name in _PLAIN if getattr(new, name) not in ("", stored.name)
    }
    for part in (new_address, new_district, _note):
        values.update(part(stored, new))
    if new.kind_id is not None:
        values["kind_id"] = new.kind_id
    if not stored.legal_form:
        values["legal_form"] = new.legal_form
    if not _is_named_alike(stored, new):
        values["name"] = new.name
    draft = replace(stored, **values)
    return MergedOrganisation(
        draft, tuple(_changes(stored, draft, kinds)), tuple(_remarks(draft, new))
    )


def _changes(
    stored: OrganisationDraft, draft: OrganisationDraft, kinds: Mapping[int, str]
) -> list[FieldChange]:
    pairs = (
        ("団体名", stored.name, draft.name),
        *((label, getattr(stored, name), getattr(draft, name)) for name, label in _PLAIN.items()),
        ("法人格", stored.legal_form, draft.legal_form),
        ("団体種別", _kind(stored, kinds), _kind(draft, kinds)),
        ("郵便番号", stored.postal_code, draft.postal_code),
        ("住所", address_in_one(stored), address_in_one(draft)),
        ("圏域", stored.district_id, draft.district_id),
        ("備考", stored.note, draft.note),
    )
    return [FieldChange(label, shown(old), shown(new)) for label, old, new in pairs if old != new]


def _note(stored: OrganisationDraft, new: OrganisationDraft) -> dict[str, Any]:
    """Return the note with what is new in it; who runs it now takes the place of who did."""
    lines = stored.note.splitlines()
    if any(line.startswith(OPERATOR) for line in new.note.splitlines()):
        lines = [line for line in lines if not line.startswith(OPERATOR) or line in new.note]
    return longer_note(replace(stored, note="\n".join(lines)), new)


def _is_named_alike(stored: OrganisationDraft, new: OrganisationDraft) -> bool:
    """Return whether the names differ in their writing only, so that the stored one stays."""
    sought, known = organisation_identity(new), organisation_identity(stored)
    return not sought.names.isdisjoint(known.names)


def _kind(draft: OrganisationDraft, kinds: Mapping[int, str]) -> str:
    return "" if draft.kind_id is None else kinds.get(draft.kind_id, "")


def _remarks(stored: OrganisationDraft, new: OrganisationDraft) -> list[str]:
    if stored.name == new.name:
        return []
    return [f"名前は登録のまま「{stored.name}」にします（一覧では「{new.name}」）"]
