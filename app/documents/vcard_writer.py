"""Address cards for telephones and mail programs: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350).

Readings are written three times, because programs look in different places: as SORT-STRING (3.0)
or SORT-AS (4.0), and as X-PHONETIC-LAST-NAME and X-PHONETIC-FIRST-NAME.  An address has its parts
as Japanese programs take them: town and number with the building as the street, the city as the
locality, the prefecture as the region.  A card without a person's name is the organisation's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

VERSIONS: Final = ("3.0", "4.0")
_LONGEST: Final = 75
_PARTS: Final = re.compile(
    r"(?P<region>北海道|東京都|大阪府|京都府|(?:..|神奈川|和歌山|鹿児島)県)?"
    r"(?P<locality>.{1,5}?郡.{1,6}?[町村]|.{1,6}?[市区])?(?P<street>.*)",
    re.DOTALL,
)
_ESCAPED: Final = {"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"}


@dataclass(frozen=True, slots=True)
class Card:
    """One person or organisation, as far as known; blank parts are left out.

    A reading is in hiragana.
    """

    family_name: str = ""
    given_name: str = ""
    family_kana: str = ""
    given_kana: str = ""
    organisation: str = ""
    title: str = ""
    phone: str = ""
    mobile: str = ""
    fax: str = ""
    email: str = ""
    postal_code: str = ""
    address: str = ""
    building: str = ""
    birth_date: date | None = None
    note: str = ""
    categories: tuple[str, ...] = ()
    organisation_kana: str = ""
    website: str = ""

    @property
    def of_organisation(self) -> bool:
        return bool(self.organisation) and not self.family_name + self.given_name


def vcards(cards: Iterable[Card], version: str = "4.0") -> bytes:
    """Return cards as one file in UTF-8, lines of 75 octets at most."""
    lines = (line for card in cards for line in _lines(card, version))
    return b"".join(_folded(line) for line in lines)


def _lines(card: Card, version: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    if card.of_organisation:
        yield "KIND:org" if version == "4.0" else "X-ABSHOWAS:COMPANY"
    name = ";".join(map(_text, (card.family_name, card.given_name, "", "", "")))
    kana = [part for part in (card.family_kana, card.given_kana) if part]
    sort_as = f';SORT-AS="{",".join(kana)}"' if version == "4.0" and kana else ""
    yield f"N{sort_as}:{name}"
    called = " ".join(part for part in (card.family_name, card.given_name) if part)
    yield f"FN:{_text(called or card.organisation)}"
    if version == "3.0" and kana:
        yield f"SORT-STRING:{_text(' '.join(kana))}"
    yield from _known("X-PHONETIC-LAST-NAME", card.family_kana)
    yield from _known("X-PHONETIC-FIRST-NAME", card.given_kana)
    yield from _known("ORG", card.organisation)
    yield from _known("X-PHONETIC-ORG", card.organisation_kana)
    yield from _known("TITLE", card.title)
    yield from _reached_by(card, version)
    yield from _address(card)
    if card.birth_date:
        day = card.birth_date
        yield f"BDAY:{day:%Y-%m-%d}" if version == "3.0" else f"BDAY:{day:%Y%m%d}"
    yield from _known("URL", card.website)
    yield from _known("NOTE", card.note)
    if card.categories:
        yield f"CATEGORIES:{','.join(map(_text, card.categories))}"
    yield "END:VCARD"


def _reached_by(card: Card, version: str) -> Iterator[str]:
    place = "WORK" if card.of_organisation else "HOME"
    kinds = (f"{place},VOICE", "CELL,VOICE", f"{place},FAX")
    mail = ";TYPE=INTERNET" if version == "3.0" else ""
    home, cell, fax = kinds if version == "3.0" else (f'"{kind.lower()}"' for kind in kinds)
    yield from _known(f"TEL;TYPE={home}", card.phone)
    yield from _known(f"TEL;TYPE={cell}", card.mobile)
    yield from _known(f"TEL;TYPE={fax}", card.fax)
    yield from _known(f"EMAIL{mail}", card.email)


def _address(card: Card) -> Iterator[str]:
    found = _PARTS.fullmatch(card.address)
    if found is None or not (card.address or card.postal_code):
        return
    street = "　".join(part for part in (found["street"], card.building) if part)
    parts = (
        "", "", street, found["locality"] or "", found["region"] or "", card.postal_code, "日本",
    )  # fmt: skip
    place = "work" if card.of_organisation else "home"
    yield f"ADR;TYPE={place}:{';'.join(map(_text, parts))}"


def _known(name: str, value: str) -> Iterator[str]:
    if value:
        yield f"{name}:{_text(value)}"


def _text(value: str) -> str:
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_ESCAPED.get(char, char) for char in plain)


def _folded(line: str) -> bytes:
    """Break a line after 75 octets at most, never inside a character."""
    rows: list[bytes] = []
    row = b""
    for char in line:
        octets = char.encode()
        if len(row) + len(octets) > _LONGEST:
            rows.append(row)
            row = b" "
        row += octets
    return b"\r\n".join([*rows, row]) + b"\r\n"
