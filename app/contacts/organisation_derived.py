"""What is derived from an organisation's record: its place in lists and its search text.

As with people (``derived``): a digit for the 五十音 tab and then the reading, both without the
legal form, so that 社会福祉法人函館… stands under は; and one folded line a field.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from app.contacts.derived import digits, joined, tab_code
from app.contacts.legal_forms import kana_without_legal_form, without_legal_form
from app.contacts.organisation import OrganisationDraft
from app.kernel.folding import fold
from app.kernel.kana import NO_READING, index_row, sort_key


class OrganisationLine(IntEnum):
    """Where a field stands in an organisation's search text; names are without legal form."""

    NAME = 1
    KANA = 2
    SHORT_NAME = 3
    PHONE = 4
    FAX = 5
    ADDRESS = 6


def organisation_key(draft: OrganisationDraft) -> str:
    """Return what puts an organisation in 五十音 order; those without reading stand last."""
    return name_key(draft.name, draft.kana)


def name_key(name: str, kana: str) -> str:
    """Return the place in 五十音 order of a name that may bear a legal form."""
    kana = kana_without_legal_form(kana)
    if not kana:
        return tab_code(NO_READING) + fold(without_legal_form(name))
    return tab_code(index_row(kana)) + sort_key(kana)


def organisation_lines(draft: OrganisationDraft) -> tuple[str, str, str, str, str, str]:
    """Return the lines organisations are compared by, in the order of ``OrganisationLine``."""
    return (
        fold(without_legal_form(draft.name)),
        fold(kana_without_legal_form(draft.kana)),
        fold(without_legal_form(draft.short_name)),
        digits(draft.phone),
        digits(draft.fax),
        fold(draft.address_town + draft.address_number),
    )


def organisation_search_text(draft: OrganisationDraft, own: Sequence[str] = ()) -> str:
    """Return everything a search looks at, folded; ``own`` is what stands in own fields."""
    return joined(
        *organisation_lines(draft),
        fold(draft.address_building),
        draft.postal_code.replace("-", ""),
        *(fold(text) for text in (*_free_texts(draft), *own) if text),
    )


def _free_texts(draft: OrganisationDraft) -> tuple[str, ...]:
    return (
        draft.name,
        draft.legal_form,
        draft.kana,
        draft.representative_title + draft.representative_name,
        draft.department,
        draft.email,
        draft.website,
        draft.media,
        draft.note,
    )
