"""Which pairs are looked at at all: those that share one of a few keys.

A hundred thousand records make five thousand million pairs; some hundred thousand of them
share a key.  A key that very many share (the telephone of a home, an everyday name) finds nobody
by itself: its records are compared only where they share a finer key as well, and the keys below
are chosen so that every pair that could be proposed shares one of those too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.duplicates.organisation_profile import OrganisationProfile
from app.duplicates.person_profile import PersonProfile

Key = tuple[object, ...]

_LETTERS = 24
"""How far into a name of an organisation a slip is looked for without any other agreement."""

_CROWD = 40
"""Records of one key beyond which the key says too little."""


def person_keys(person: PersonProfile) -> Iterator[Key]:
    """Return the keys under which a person is compared."""
    place = person.place
    yield from _whole_names(person)
    words = {person.family, person.family_kana, person.former, person.given, person.given_kana}
    for word in words - {""}:
        yield from _with_word(person, word)
    if person.birth:
        yield "born", person.birth, place.postal
        yield "born at", person.birth, place.digits
    if person.email:
        yield "email", person.email


def _whole_names(person: PersonProfile) -> Iterator[Key]:
    for first, second in (
        (person.family, person.given),
        (person.family_kana, person.given_kana),
        (person.former, person.given),
    ):
        if first and second:
            yield "name", *sorted((first, second))
    yield "joined", person.name


def _with_word(person: PersonProfile, word: str) -> Iterator[Key]:
    place = person.place
    start = word[:2]
    if person.birth:
        yield "birth", person.birth, start
    if place.postal:
        yield "postal", place.postal, word
    for phone in person.phones:
        yield "phone", phone, start
    if place.digits:
        yield "house", place.letters, place.digits, word[:1]


def organisation_keys(one: OrganisationProfile) -> Iterator[Key]:
    """Return the keys under which an organisation is compared."""
    place = one.place
    for name in {one.name, one.short, one.kana} - {""}:
        yield "name", name
        yield "begins", name[:3], place.postal or place.town
        yield from (("phone", phone, name[:2]) for phone in one.phones)
        yield from (
            ("slip", name[:at] + name[at + 1 :]) for at in range(len(name)) if at < _LETTERS
        )
    yield from (("phone", phone) for phone in one.phones)
    if one.email:
        yield "email", one.email
    if place.digits:
        yield "house", place.letters, place.digits


def blocks(keys: Iterable[tuple[int, Iterable[Key]]]) -> Iterator[Sequence[int]]:
    """Return the positions that share a key, key by key; crowds are left out.

    Nine keys in ten are one record's alone: only where a second comes a list is made.
    """
    first: dict[int, int] = {}
    shared: dict[int, list[int]] = {}
    for position, of_one in keys:
        for key in map(hash, of_one):
            earlier = first.setdefault(key, position)
            if earlier == position:
                continue
            block = shared.setdefault(key, [earlier])
            if block[-1] != position and len(block) <= _CROWD:
                block.append(position)
    first.clear()
    return (block for block in shared.values() if len(block) <= _CROWD)


def pairs(keys: Iterable[tuple[int, Iterable[Key]]], count: int) -> Iterator[tuple[int, int]]:
    """Return every pair of positions that shares a key, once."""
    seen: set[int] = set()
    for block in blocks(keys):
        for at, second in enumerate(block):
            for first in block[:at]:
                code = first * count + second
                if code not in seen:
                    seen.add(code)
                    yield first, second
