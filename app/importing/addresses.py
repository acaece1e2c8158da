"""Addresses as they stand in lists: in one cell or up to five, parted where the number begins."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.importing.fields import Field
from app.importing.findings import Findings
from app.importing.mapping import Mapping
from app.importing.names import first
from app.importing.table import SourceRow
from app.importing.values import postal_and_rest, read_postal

_KANJI_NUMBER = r"[〇一二三四五六七八九十]+"
_DASH = re.compile(r"(?<=[0-9])[‐‑‒–—―−ーｰ－-](?=[0-9])")
_NUMBER = re.compile(
    rf"(?:[0-9]+|{_KANJI_NUMBER}(?=丁目|番|条|号))"
    rf"(?:[0-9]+|{_KANJI_NUMBER}(?=丁目|番|条|号)|丁目|番地の|番地|番|号|条|の(?=[0-9])|-(?=[0-9]))*"
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Address:
    """An address in the parts the office keeps."""

    postal_code: str = ""
    town: str = ""
    number: str = ""
    building: str = ""


def read_address(row: SourceRow, mapping: Mapping, findings: Findings) -> Address:
    """Return the address of a row, its digits in one width, its building apart."""
    postal, whole = postal_and_rest(_together(row, mapping))
    number = first(row, mapping, Field.NUMBER)
    building = " ".join(
        text for text in (row.text(at) for at in mapping.columns(Field.BUILDING)) if text
    )
    if number and not _begins_with_number(number):
        building = " ".join(part for part in (number, building) if part)
        number = ""
    town, found, rest = part(whole + number)
    building = "　".join(each for each in (rest, building) if each)
    own = first(row, mapping, Field.POSTAL_CODE)
    return Address(
        read_postal(own or postal, findings) if own or postal else "", town, found, building
    )


def part(address: str) -> tuple[str, str, str]:
    """Part an address into town, number and building."""
    text = _DASH.sub("-", " ".join(address.split()).translate(_FULL_WIDTH))
    found = _NUMBER.search(text)
    if found is None:
        town, _, building = text.partition(" ") if _has_blank_after_town(text) else (text, "", "")
        return town, "", building
    return text[: found.start()].strip(), found[0], text[found.end() :].strip()


def _together(row: SourceRow, mapping: Mapping) -> str:
    """Return the parts before the number as one text, what is said twice only once."""
    whole = first(row, mapping, Field.ADDRESS)
    town = first(row, mapping, Field.TOWN)
    if town and town not in whole:
        whole += town
    for field in (Field.CITY, Field.PREFECTURE):
        above = first(row, mapping, field)
        if above and above not in whole:
            whole = above + whole
    return whole


def _begins_with_number(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text)
    return re.match(rf"[0-9]|{_KANJI_NUMBER}(?:丁目|番|条)|字|丁目", plain) is not None


def _has_blank_after_town(text: str) -> bool:
    return re.match(r".*?[市区町村] ?\S*[町村通] \S", text) is not None
