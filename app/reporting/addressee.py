"""Whom a letter is addressed to: the lines of an address, and 敬称 (sections 3.16 and 4.10).

An individual is 様, or 先生, 殿 and the like where the office has written so on the person; an
organisation is 御中.  Where a name stands below an organisation, only the name has its 敬称.  A
title without a name is addressed as such: 町会長　様.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.kernel.labelled import Labelled

SAMA: Final = "様"
ONCHU: Final = "御中"
KAKUI: Final = "各位"
HONORIFICS: Final = ("御中", "各位", "先生", "様", "殿", "さま", "さん", "御一同", "ご一同")

_WIDE_DIGIT = str.maketrans("０１２３４５６７８９", "0123456789")
_DASH = re.compile("(?<=[0-9])[－−‐‑‒–—―ーｰ](?=[0-9])")
_SPACE = "　"


class ToOrganisation(Labelled):
    """How an organisation is addressed."""

    WHOLE = "whole", "団体名　御中"
    REPRESENTATIVE = "representative", "代表者　様"
    MEMBERS = "members", "団体名　各位"


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody whose name stands on an envelope, with the 敬称 written on the person."""

    family_name: str
    given_name: str
    honorific: str = SAMA

    @property
    def name(self) -> str:
        return _SPACE.join(part for part in (self.family_name, self.given_name) if part)


@dataclass(frozen=True, slots=True)
class Addressee:
    """What stands on one letter; ``names`` have their 敬称, one line each."""

    postal_code: str = ""
    address: str = ""
    building: str = ""
    organisation: str = ""
    role: str = ""
    names: tuple[str, ...] = ()


def with_honorific(name: str, honorific: str) -> str:
    """Return a name with its 敬称, unless it ends with one already."""
    if not name or name.endswith(HONORIFICS):
        return name
    return f"{name}{_SPACE}{honorific or SAMA}"


def of_people(bearers: Sequence[Bearer]) -> tuple[str, ...]:
    """Return the lines of names: everybody has their own 敬称 (連名).

    The first stands on the first line, the others on the second, their given names below that
    of the first where they share the family's.
    """
    first, *others = bearers
    lines = [with_honorific(first.name, first.honorific)]
    if others:
        shared = first.family_name and all(
            one.family_name == first.family_name and one.given_name for one in others
        )
        names = [one.given_name if shared else one.name for one in others]
        honoured = [
            with_honorific(name, one.honorific) for name, one in zip(names, others, strict=True)
        ]
        indent = _SPACE * (len(first.family_name) + 1) if shared else ""
        lines.append(indent + "・".join(honoured))
    return tuple(lines)


def of_organisation(
    name: str, department: str, title: str, representative: str, style: ToOrganisation
) -> tuple[str, str, tuple[str, ...]]:
    """Return the lines for organisation, role and names of a letter to an organisation.

    To its representative, as far as one is known; otherwise to the whole, 御中.
    """
    if style is ToOrganisation.REPRESENTATIVE and (title or representative):
        if representative:
            return name, title, (with_honorific(representative, SAMA),)
        return name, "", (with_honorific(title, SAMA),)
    honorific = KAKUI if style is ToOrganisation.MEMBERS else ONCHU
    if department:
        return name, "", (with_honorific(department, honorific),)
    return "", "", (with_honorific(name, honorific),)


def horizontal(text: str) -> str:
    """Return a line for writing from left to right: digits of half width, - between them."""
    return _DASH.sub("-", text.translate(_WIDE_DIGIT))


def vertical(text: str) -> str:
    """Return a line for writing from top to bottom: kanji digits, a stroke between them."""
    return horizontal(text).replace("-", "ー").translate(_KANJI)


_KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")
