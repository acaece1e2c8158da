"""An organisation as organisations are compared: without legal form, blanks, ・ and ー."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

from app.contacts.derived import digits
from app.contacts.legal_forms import kana_without_legal_form, legal_form, without_legal_form
from app.contacts.organisation import OrganisationDraft
from app.duplicates.addresses import Place, place
from app.kernel.folding import fold

_IN_FULL: Final = (
    ("地域包括支援センター", "包括"),
    ("社会福祉協議会", "社協"),
    ("民生委員児童委員協議会", "民児協"),
    ("民生児童委員協議会", "民児協"),
    ("民生委員・児童委員協議会", "民児協"),
    ("老人クラブ連合会", "老連"),
    ("ボランティアセンター", "ボラセン"),
    ("自治会", "町会"),
    ("町内会", "町会"),
)
"""Words that lists shorten, and the one they are compared by."""

_SHORTENED: Final = tuple({fold(full): fold(short) for full, short in _IN_FULL}.items())
_KANJI_NUMBERS: Final = str.maketrans("一二三四五六七八九", "123456789")
_ORDINAL: Final = re.compile("第([一二三四五六七八九]+)")
_NUMBER: Final = re.compile("[0-9]+")

FIELDS = (
    "name", "short_name", "kana", "legal_form", "phone", "fax", "email", "postal_code",
    "address_town", "address_number", "address_building",
)  # fmt: skip
"""The fields of an organisation that are compared, as ``profile`` takes them."""


class OrganisationProfile(NamedTuple):
    """What is compared of an organisation; blank texts where something is not known."""

    key: int
    name: str
    short: str
    kana: str
    form: str
    numbers: tuple[str, ...]
    """The numbers its name bears: 第一町会 is not 第二町会."""
    phones: frozenset[str]
    email: str
    place: Place


def profile(key: int, values: tuple[Any, ...]) -> OrganisationProfile:
    """Return the profile of a stored organisation, from ``FIELDS``."""
    name, short, kana, form, phone, fax, email, postal, town, number, building = values
    core = _core(name)
    return OrganisationProfile(
        key,
        core,
        _core(short),
        fold(kana_without_legal_form(kana)),
        form or legal_form(name),
        tuple(_NUMBER.findall(core)),
        frozenset({digits(phone), digits(fax)} - {""}),
        email.casefold(),
        place(postal, town, number, building),
    )


def profile_of(key: int, draft: OrganisationDraft) -> OrganisationProfile:
    """Return the profile of a record that need not be stored."""
    return profile(key, tuple(getattr(draft, name) for name in FIELDS))


@lru_cache(maxsize=65536)
def _core(name: str) -> str:
    """Return a name as it is compared; 第一 is written 第1."""
    folded = fold(without_legal_form(name))
    for full, short in _SHORTENED:
        folded = folded.replace(full, short)
    return _ORDINAL.sub(lambda found: "第" + found[1].translate(_KANJI_NUMBERS), folded)
