"""One search over everything: people, organisations and resources, the likeliest first."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.contacts.derived import terms
from app.contacts.entry_index import EntryIndex
from app.contacts.person import PersonId
from app.local_resources import queries as local_resources
from app.searching.rank import Rank, Ranking

_ENTRIES: Final[Mapping[Subject, contacts.Entries]] = {
    Subject.PERSON: contacts.PEOPLE,
    Subject.ORGANISATION: contacts.ORGANISATIONS,
    Subject.RESOURCE: local_resources.RESOURCES,
}


@dataclass(frozen=True, slots=True)
class FoundHit:
    """One record that was found; ``rank`` says where the words stand in it."""

    subject: Subject
    key: int
    name: str
    rank: Rank


@dataclass(frozen=True, slots=True)
class Found:
    """How many were found in all, and the first of them."""

    total: int
    hits: tuple[FoundHit, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """How many of one subject were found, and the first of them with their ranks."""

    total: int
    first: dict[int, Rank]


class RecordFinder:
    """Finds records in memory; the first search reads them, later ones only what changed.

    Everything that ``kurashi search`` and Ctrl+K promise is one scan over the search texts, so
    one or two characters are found as well as ten.  May be used from several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._indexes = {one: EntryIndex(entries) for one, entries in _ENTRIES.items()}
        self._rankings: dict[Subject, Ranking] = {}

    def keys(self, session: Session, subject: Subject, text: str, limit: int) -> Keys:
        """Return which of one subject bear every word of a text, best first."""
        asked = terms(text)
        if not asked:
            return Keys(0, {})
        with self._lock:
            index = self._indexes[subject]
            if index.refresh(session) is not None or subject not in self._rankings:
                self._rankings[subject] = Ranking(subject, index.texts)
            hits = index.find(asked)
            return Keys(len(hits), self._rankings[subject].first(hits, asked, limit))

    def find(self, session: Session, text: str, limit: int) -> Found:
        """Return what bears every word of a text: best first, at the same rank people first."""
        answers = {subject: self.keys(session, subject, text, limit) for subject in Subject}
        best = sorted(
            (
                (rank, subject, key)
                for subject, answer in answers.items()
                for key, rank in answer.first.items()
            ),
            key=lambda hit: hit[0],
        )[:limit]
        names = _names(session, [(subject, key) for _, subject, key in best])
        hits = (FoundHit(subject, key, names[subject, key], rank) for rank, subject, key in best)
        return Found(sum(answer.total for answer in answers.values()), tuple(hits))


def _names(session: Session, hits: Sequence[tuple[Subject, int]]) -> dict[tuple[Subject, int], str]:
    """Return what the hits are called."""
    of = {one: [key for subject, key in hits if subject is one] for one in Subject}
    people = [PersonId(key) for key in of[Subject.PERSON]]
    rows: dict[Subject, Sequence[Any]] = {
        Subject.PERSON: contacts.search_hits(session, people),
        Subject.ORGANISATION: contacts.organisations(session, of[Subject.ORGANISATION]),
        Subject.RESOURCE: local_resources.resources(session, of[Subject.RESOURCE]),
    }
    return {(subject, row.id): row.name for subject, found in rows.items() for row in found}


def find(session: Session, text: str, limit: int) -> Found:
    """Return what bears every word of a text, for those who ask only once."""
    return RecordFinder().find(session, text, limit)
