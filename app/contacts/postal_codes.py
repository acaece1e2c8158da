"""Postal codes: which places a code stands for, and which codes a town has.

The table is one zip with a member for each first two digits, so that a look-up unpacks about a
hundredth of it (5 ms), and the next one nearby nothing.  ``tools/make_postal_codes.py`` writes it
from what Japan Post publishes.
"""

from __future__ import annotations

import unicodedata
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

_CITIES = "cities"


@dataclass(frozen=True, slots=True)
class Place:
    """What one postal code stands for, or one of the things it stands for.

    ``town`` is blank where the code is that of a whole city (以下に掲載がない場合).  ``note`` says
    which part of the town is meant (1〜3丁目, その他).  A code of one office (大口事業所) has its
    name in ``office`` and the rest of its address in ``block``.
    """

    prefecture: str
    city: str
    town: str = ""
    kana: str = ""
    note: str = ""
    block: str = ""
    office: str = ""

    @property
    def address(self) -> str:
        """The address as far as the code tells it."""
        return self.prefecture + self.city + self.town + self.block


@dataclass(frozen=True)
class PostalCodes:
    """The postal codes of all Japan, read from the file as they are asked for."""

    path: Path
    _read: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def places(self, code: str) -> tuple[Place, ...]:
        """Return what a code stands for, in the order published; nothing if it is not known.

        The code may be written in any width, with a hyphen, a 〒 or neither.
        """
        digits = _digits(code)
        if len(digits) != 7:
            return ()
        lines = (line.split("\t") for line in self._member(digits[:2]) if line.startswith(digits))
        return tuple(Place(*columns) for _, *columns in lines)

    def codes(self, prefecture: str, city: str, town: str) -> tuple[str, ...]:
        """Return the codes of a town without those of offices, as ``040-0001``, in order."""
        wanted = [prefecture, city, town] if town else [prefecture, city]
        found = {
            columns[0]
            for head in self._heads(prefecture, city)
            for columns in (line.split("\t") for line in self._member(head))
            if columns[1:4] == wanted and len(columns) < len(Place.__slots__)
        }
        return tuple(f"{code[:3]}-{code[3:]}" for code in sorted(found))

    def _heads(self, prefecture: str, city: str) -> list[str]:
        for line in self._member(_CITIES):
            name, of, *heads = line.split("\t")
            if (name, of) == (prefecture, city):
                return heads
        return []

    def _member(self, name: str) -> tuple[str, ...]:
        if name not in self._read:
            with zipfile.ZipFile(self.path) as archive:
                known = name in archive.namelist()
                text = archive.read(name).decode("utf-8") if known else ""
            self._read[name] = tuple(text.splitlines())
        return self._read[name]


def _digits(code: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", code) if c.isascii() and c.isdigit())
