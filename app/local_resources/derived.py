"""What is derived from the record of a resource: its place in lists and its search text."""

from __future__ import annotations

from enum import IntEnum

from app.contacts.derived import digits, joined
from app.contacts.organisation_derived import name_key
from app.kernel.folding import fold
from app.local_resources.local_resource import LocalResourceDraft


class ResourceLine(IntEnum):
    """Where a field stands in a resource's search text."""

    NAME = 1
    KANA = 2
    VENUE = 3
    PUBLIC_PHONE = 4
    INTERNAL_PHONE = 5
    ADDRESS = 6


def resource_key(draft: LocalResourceDraft) -> str:
    """Return what puts a resource in 五十音 order; those without reading stand last."""
    return name_key(draft.name, draft.kana)


def resource_search_text(draft: LocalResourceDraft) -> str:
    """Return everything a search looks at, folded."""
    return joined(
        fold(draft.name),
        fold(draft.kana),
        fold(draft.venue),
        digits(draft.public_phone),
        digits(draft.internal_phone),
        fold(draft.address_town + draft.address_number),
        fold(draft.address_building),
        draft.postal_code.replace("-", ""),
        *(fold(text) for text in _free_texts(draft) if text),
    )


def _free_texts(draft: LocalResourceDraft) -> tuple[str, ...]:
    return (
        draft.content,
        draft.opening,
        draft.target,
        draft.representative,
        draft.public_contact,
        draft.internal_contact,
        draft.supporters_work,
        draft.website,
        draft.source,
        draft.note,
    )
