"""Which of the records that were found come first: by where in the record the words stand.

A name that begins with one of the words comes before one that holds it, then readings,
telephone numbers, addresses, and everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import compress, repeat
from operator import contains

from app.contacts.custom import Subject
from app.contacts.derived import Line
from app.contacts.organisation_derived import OrganisationLine
from app.local_resources.derived import ResourceLine

_FULL_NAME = 9
"""Where the name with its legal form stands: first behind the fixed lines, building and code."""
_LINES: Mapping[Subject, tuple[tuple[int, ...], ...]] = {
    Subject.PERSON: (
        (Line.NAME, Line.FORMER_NAME),
        (Line.KANA,),
        (Line.PHONE, Line.MOBILE),
        (Line.ADDRESS,),
    ),
    Subject.ORGANISATION: (
        (OrganisationLine.NAME, OrganisationLine.SHORT_NAME, _FULL_NAME),
        (OrganisationLine.KANA,),
        (OrganisationLine.PHONE, OrganisationLine.FAX),
        (OrganisationLine.ADDRESS,),
    ),
    Subject.RESOURCE: (
        (ResourceLine.NAME,),
        (ResourceLine.KANA,),
        (ResourceLine.PUBLIC_PHONE, ResourceLine.INTERNAL_PHONE),
        (ResourceLine.VENUE, ResourceLine.ADDRESS),
    ),
}


class Rank(IntEnum):
    """Where the best of the words stands."""

    NAME_BEGINS = 0
    NAME = 1
    READING = 2
    PHONE = 3
    ADDRESS = 4
    ELSEWHERE = 5


class _Part(dict[int, str]):
    """Some lines of the search texts, cut out when they are first looked at."""

    def __init__(self, texts: Mapping[int, str], lines: tuple[int, ...]) -> None:
        super().__init__()
        self._texts = texts
        self._lines = lines

    def __missing__(self, key: int) -> str:
        lines = self._texts[key].split("\n", self._lines[-1] + 1)
        part = self[key] = "\n" + "\n".join([lines[line] for line in self._lines])
        return part


class Ranking:
    """Ranks records whose search texts these are, for as long as no text changes."""

    def __init__(self, subject: Subject, texts: Mapping[int, str]) -> None:
        self._parts = [_Part(texts, lines) for lines in _LINES[subject]]

    def first(
        self, hits: Sequence[int], asked: tuple[tuple[str, ...], ...], limit: int
    ) -> dict[int, Rank]:
        """Return the first of these hits with their ranks, best first, else in their order.

        What is sure not to be among them is not looked at.
        """
        forms = [form for group in asked for form in group]
        found: dict[int, Rank] = {}
        for rank, keys in self._tiers(hits, forms):
            for key in keys:
                if len(found) >= limit:
                    return found
                found.setdefault(key, rank)
        return found

    def _tiers(
        self, hits: Sequence[int], forms: Sequence[str]
    ) -> Iterator[tuple[Rank, Iterable[int]]]:
        names, readings, phones, addresses = self._parts
        numbers = [form for form in forms if any(char.isdigit() for char in form)]
        yield Rank.NAME_BEGINS, _holding(hits, names, [f"\n{form}" for form in forms])
        yield Rank.NAME, _holding(hits, names, forms)
        yield Rank.READING, _holding(hits, readings, forms)
        yield Rank.PHONE, _holding(hits, phones, numbers)
        yield Rank.ADDRESS, _holding(hits, addresses, forms)
        yield Rank.ELSEWHERE, hits


def _holding(hits: Sequence[int], part: _Part, forms: Sequence[str]) -> Iterable[int]:
    """Give the hits that hold any of the forms there."""
    if not forms:
        return ()
    held = part.__getitem__
    if len(forms) == 1:
        return compress(hits, map(contains, map(held, hits), repeat(forms[0])))
    return (key for key in hits if any(form in held(key) for form in forms))
