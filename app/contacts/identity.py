"""Is this the same person?  A likeness that explains itself (名寄せ, section 4.13).

A name or a reading must agree before anything else counts: a household shares its telephone,
so a telephone alone never makes two people one.  What is blank on either side says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from app.contacts.derived import Line, fixed_lines, lines
from app.contacts.person import PersonDraft, PersonId

_PREFECTURE = re.compile(r"^(?:北海道|東京都|大阪府|京都府|..県|...県)")
_CITY = re.compile(r"^.{1,7}?市(?=.)")
_NUMBER_WORDS = re.compile(r"丁目|番地|番|号|(?<=[0-9地])ノ(?=[0-9])")
_COUNTED_TOWN = re.compile(r"([一二三四五六七八九])丁目")
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")


class Level(IntEnum):
    """How sure it is that two records are one person."""

    OTHER = 0
    PERHAPS = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one person from another, folded for comparing."""

    name: str
    kana: str
    former_name: str
    birth_date: str
    """ISO, or empty."""
    phones: frozenset[str]
    address: str
    house: str
    """The address without city and counting words; empty unless it has a house number."""

    @property
    def keys(self) -> frozenset[str]:
        """Names and readings by which the same person may be found; never a blank one."""
        return frozenset({self.name, self.kana, self.former_name} - {""})

    @property
    def evidence(self) -> frozenset[str]:
        """What tells namesakes apart; never a blank."""
        return frozenset({self.birth_date, *self.phones, self.house} - {""})


@dataclass(frozen=True, slots=True)
class Known:
    """A stored person as an import compares them."""

    id: PersonId
    identity: Identity
    binned: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two records are, and why, in words."""

    level: Level
    reasons: tuple[str, ...]


def identity(text: str, birth_date: str) -> Identity:
    """Return the identity of a stored person, from their search text and ISO birth date."""
    found = lines(text)[Line.NAME : Line.ADDRESS + 1]
    return _identity(birth_date, *found)


def identity_of(draft: PersonDraft) -> Identity:
    """Return the identity of a record that is not stored yet."""
    birth = "" if draft.birth_date is None else draft.birth_date.isoformat()
    return _identity(birth, *fixed_lines(draft))


def _identity(
    birth: str, name: str, kana: str, former: str, phone: str, mobile: str, address: str
) -> Identity:
    phones = frozenset({phone, mobile} - {""})
    return Identity(name, kana, former, birth, phones, address, house(address))


def likeness(a: Identity, b: Identity) -> Likeness:
    """Return whether two records are the same person, with the reasons."""
    named = _names_agree(a, b)
    if not named:
        return Likeness(Level.OTHER, ())
    evidence = _evidence(a, b)
    same_name = bool(a.name) and a.name == b.name
    if a.birth_date and b.birth_date and a.birth_date != b.birth_date:
        level = Level.PERHAPS if evidence else Level.OTHER
        return Likeness(level, (named, *evidence, "生年月日が違います"))
    if evidence:
        return Likeness(Level.SAME if same_name else Level.PERHAPS, (named, *evidence))
    if same_name:
        return Likeness(Level.PERHAPS, (named, "生年月日・電話・住所では確かめられません"))
    return Likeness(Level.OTHER, (named,))


def _names_agree(a: Identity, b: Identity) -> str:
    if a.name and a.name == b.name:
        return "氏名が同じです"
    if a.kana and a.kana == b.kana:
        return "ふりがなが同じで、氏名の書き方が違います"
    if {a.former_name, a.name} & {b.former_name, b.name} - {""}:
        return "旧姓の氏名が同じです"
    return ""


def _evidence(a: Identity, b: Identity) -> tuple[str, ...]:
    found = []
    if a.birth_date and a.birth_date == b.birth_date:
        found.append("生年月日が同じです")
    if a.phones & b.phones:
        found.append("電話番号が同じです")
    if a.house and a.house == b.house:
        found.append("住所が同じです")
    return tuple(found)


def house(address: str) -> str:
    """Return a folded address as it is compared, however its numbers and city are written.

    An address without a house number says only the town: it is no evidence and gives nothing.
    """
    if not address:
        return ""
    text = _CITY.sub("", _PREFECTURE.sub("", address))
    if "丁目" in text:
        text = _COUNTED_TOWN.sub(lambda found: found[1].translate(_DIGITS), text)
    text = _NUMBER_WORDS.sub("", text)
    return text if text[-1:].isdigit() and not text.isdigit() else ""


class Wanted:
    """What a quick look at many stored people is compared with; blanks are not in it."""

    def __init__(self, sought: Iterable[Identity]) -> None:
        self._evidence: dict[str, set[str]] = {}
        self._names: set[str] = set()
        self._without_birth: set[str] = set()
        for one in sought:
            evidence = {one.birth_date, one.address, *one.phones} - {""}
            for key in one.keys:
                self._evidence.setdefault(key, set()).update(evidence)
            self._names.add(one.name)
            if not one.birth_date:
                self._without_birth.add(one.name)

    def holds(self, text: str, birth: str | None) -> bool:
        """Return whether a stored person, by search text and ISO birth date, may be sought."""
        _, name, kana, former, phone, mobile, address, _ = lines(text)
        if name in self._names and (not birth or name in self._without_birth):
            return True
        for key in (name, kana, former):
            known = self._evidence.get(key)
            if known and not known.isdisjoint((birth, phone, mobile, address)):
                return True
        return False
