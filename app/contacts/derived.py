"""What is derived from a person's record and stored beside it: its place in lists, its search text.

The place in lists is a digit for the 五十音 tab and then the reading, family name first.  The
search text is one folded line a field, each between line feeds: folding removes blanks, so no
search term holds one and no hit crosses fields.  The first lines have fixed places
(``Line``), so that people can be compared without folding their names again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from app.contacts.person import PersonDraft
from app.kernel.folding import fold, query_forms
from app.kernel.kana import INDEX_ROWS, NO_READING, index_row, name_sort_key
from app.kernel.phones import phone_digits

TABS = INDEX_ROWS
"""The 五十音 tabs in their order; the last holds those with no reading."""

TAB_TITLES = {NO_READING: "ふりがな未入力"}

_CODES = dict(zip(TABS, "0123456789xz", strict=True))
_SEPARATOR = "\n"


class Line(IntEnum):
    """Where a field stands in the search text."""

    NAME = 1
    KANA = 2
    FORMER_NAME = 3
    PHONE = 4
    MOBILE = 5
    ADDRESS = 6


_FIXED = len(Line) + 1
_FIRST = 4


def tab_code(tab: str) -> str:
    """Return the character the sort keys under a tab begin with."""
    return _CODES[tab]


def list_key(draft: PersonDraft) -> str:
    """Return what puts the person in 五十音 order: tab, family reading, given reading.

    Without a reading people stand in a group of their own, after all others.
    """
    family, given = draft.family_kana, draft.given_kana
    if not family:
        family, given = given, ""
    if not family:
        return f"{_CODES[NO_READING]}{fold(draft.family_name)} {fold(draft.given_name)}"
    # The tab is that of the first sound; the rest of the reading need not be weighed twice.
    return _CODES[index_row(family[:_FIRST])] + name_sort_key(family, given)


def search_text(draft: PersonDraft, own: Sequence[str] = ()) -> str:
    """Return everything a search looks at, folded; ``own`` is what stands in own fields."""
    return joined(
        *fixed_lines(draft),
        fold(draft.address_building),
        draft.postal_code.replace("-", ""),
        digits(draft.fax),
        digits(draft.emergency_phone),
        *(fold(text) for text in (*_free_texts(draft), *own) if text),
    )


def joined(*folded: str) -> str:
    """Return a search text of these lines."""
    return _SEPARATOR + _SEPARATOR.join(folded) + _SEPARATOR


def fixed_lines(draft: PersonDraft) -> tuple[str, str, str, str, str, str]:
    """Return the lines people are compared by, in the order of ``Line``."""
    return (
        fold(draft.family_name + draft.given_name),
        fold(draft.family_kana + draft.given_kana),
        fold(draft.former_name + draft.given_name) if draft.former_name else "",
        digits(draft.phone),
        digits(draft.mobile),
        fold(draft.address_town + draft.address_number),
    )


def line(text: str) -> str:
    """Return what a search text holds where one of its lines is exactly this."""
    return f"{_SEPARATOR}{text}{_SEPARATOR}"


def lines(text: str) -> list[str]:
    """Return the lines of a search text that have fixed places, by ``Line``."""
    return text.split(_SEPARATOR, _FIXED)


def terms(query: str) -> tuple[tuple[str, ...], ...]:
    """Return what a typed query asks for: every group must be met, each by any of its forms."""
    words = re.split(r"\s+", query.strip())
    return tuple(forms for forms in (query_forms(word) for word in words if word) if forms)


def matches(text: str, asked: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether a search text meets every group of ``terms``."""
    return all(any(form in text for form in forms) for forms in asked)


def digits(phone: str) -> str:
    """Return a stored number as it is searched for, its extension left off."""
    plain = phone.replace("-", "")
    return plain if plain.isdigit() or not plain else phone_digits(phone)


def _free_texts(draft: PersonDraft) -> tuple[str, ...]:
    return (
        draft.email,
        draft.neighbourhood,
        draft.substitute,
        draft.emergency_name,
        draft.occupation,
        draft.qualifications,
        draft.interests,
        draft.note,
    )
