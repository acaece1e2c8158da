"""What a row of a list changes about a resource that is known already, field by field.

A blank never takes anything away, a note is added to, and the name stays as it is stored.  Who may
see it and how to reach it from outside is the office's own word: no list changes that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.importing.merged import (
    FieldChange,
    address_in_one,
    longer_note,
    new_address,
    new_district,
    shown,
)
from app.local_resources.local_resource import LocalResourceDraft

_PLAIN = {
    "kana": "名称のふりがな",
    "organisation_id": "主体の団体",
    "venue": "会場",
    "latitude": "緯度",
    "longitude": "経度",
    "opening": "開催日時",
    "target": "対象",
    "fee": "参加費",
    "capacity": "定員",
    "application": "申込",
    "content": "内容",
    "representative": "代表者",
    "website": "ウェブサイト",
}


@dataclass(frozen=True, slots=True)
class MergedResource:
    """A stored record with a row of a list worked in, and what that changes."""

    draft: LocalResourceDraft
    changes: tuple[FieldChange, ...]


def merge_resource(
    stored: LocalResourceDraft, new: LocalResourceDraft, kinds: Mapping[int, str]
) -> MergedResource:
    """Return the stored record with everything the new one knows; ``kinds`` are names by key."""
    values: dict[str, Any] = {
        name: getattr(new, name) for name in _PLAIN if getattr(new, name) not in ("", None)
    }
    for part in (new_address, new_district, longer_note, _phone):
        values.update(part(stored, new))
    if new.kind_id is not None:
        values["kind_id"] = new.kind_id
    draft = replace(stored, **values)
    return MergedResource(draft, tuple(_changes(stored, draft, kinds)))


def _phone(stored: LocalResourceDraft, new: LocalResourceDraft) -> dict[str, Any]:
    known = {stored.public_phone, stored.internal_phone}
    if not new.internal_phone or new.internal_phone in known:
        return {}
    return {"internal_phone": new.internal_phone}


def _changes(
    stored: LocalResourceDraft, draft: LocalResourceDraft, kinds: Mapping[int, str]
) -> list[FieldChange]:
    pairs = (
        *((label, getattr(stored, name), getattr(draft, name)) for name, label in _PLAIN.items()),
        ("区分", kinds.get(stored.kind_id or 0, ""), kinds.get(draft.kind_id or 0, "")),
        ("郵便番号", stored.postal_code, draft.postal_code),
        ("住所", address_in_one(stored), address_in_one(draft)),
        ("電話", stored.internal_phone, draft.internal_phone),
        ("圏域", stored.district_id, draft.district_id),
        ("備考", stored.note, draft.note),
    )
    return [FieldChange(label, shown(old), shown(new)) for label, old, new in pairs if old != new]
