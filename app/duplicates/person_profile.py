"""A person as people are compared: everything folded once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from app.contacts.derived import digits
from app.contacts.person import PersonDraft
from app.duplicates.addresses import Place, place
from app.kernel.folding import fold


class PersonProfile(NamedTuple):
    """What is compared of a person; blank texts where something is not known."""

    key: int
    family: str
    given: str
    family_kana: str
    given_kana: str
    former: str
    """The family name somebody had before."""
    birth: str
    """ISO, or empty."""
    year: int | None
    """The year of birth, known alone or with the day."""
    phones: frozenset[str]
    email: str
    place: Place

    @property
    def name(self) -> str:
        return self.family + self.given

    @property
    def kana(self) -> str:
        return self.family_kana + self.given_kana


FIELDS = (
    "family_name", "given_name", "family_kana", "given_kana", "former_name", "birth_date",
    "birth_year", "phone", "mobile", "fax", "email", "postal_code", "address_town",
    "address_number", "address_building",
)  # fmt: skip
"""The fields of a person that are compared, as ``profile`` takes them."""


def profile(key: int, values: tuple[Any, ...]) -> PersonProfile:
    """Return the profile of a stored person, from ``FIELDS``; the birth date is in ISO."""
    (
        family, given, family_kana, given_kana, former, birth, year, phone, mobile, fax,
        email, postal, town, number, building,
    ) = values  # fmt: skip
    return PersonProfile(
        key,
        _name(family),
        _name(given),
        _name(family_kana),
        _name(given_kana),
        _name(former),
        birth or "",
        int(birth[:4]) if birth else year,
        frozenset({digits(phone), digits(mobile), digits(fax)} - {""}),
        email.casefold(),
        place(postal, town, number, building),
    )


def profile_of(key: int, draft: PersonDraft) -> PersonProfile:
    """Return the profile of a record that need not be stored."""
    values: Mapping[str, Any] = {name: getattr(draft, name) for name in FIELDS}
    birth = draft.birth_date.isoformat() if draft.birth_date else ""
    return profile(key, tuple(birth if n == "birth_date" else values[n] for n in FIELDS))


@lru_cache(maxsize=65536)
def _name(text: str) -> str:
    """Return a name folded; 佐々木 is 佐佐木."""
    folded = fold(text)
    for at, char in enumerate(folded):
        if char == "々" and at:
            folded = folded[:at] + folded[at - 1] + folded[at + 1 :]
    return folded
