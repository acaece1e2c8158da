"""One search over everything: people and organisations, the likeliest first."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.contacts.derived import terms
from app.contacts.entry_index import EntryIndex
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.searching.rank import Rank, Ranking


@dataclass(frozen=True, slots=True)
class FoundHit:
    """One contact that was found; ``rank`` says where the words stand in it."""

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


class ContactFinder:
    """Finds contacts in memory; the first search reads them, later ones only what changed.

    Everything that ``kurashi search`` and Ctrl+K promise is one scan over the search texts, so
    one or two characters are found as well as ten.  May be used from several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._indexes = {subject: EntryIndex(subject) for subject in Subject}
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
        people = [PersonId(key) for _, subject, key in best if subject is Subject.PERSON]
        others = [OrganisationId(key) for _, subject, key in best if subject is not Subject.PERSON]
        names: dict[tuple[Subject, int], str] = {
            **{(Subject.PERSON, hit.id): hit.name for hit in contacts.search_hits(session, people)},
            **{
                (Subject.ORGANISATION, row.id): row.name
                for row in contacts.organisations(session, others)
            },
        }
        hits = (FoundHit(subject, key, names[subject, key], rank) for rank, subject, key in best)
        return Found(sum(answer.total for answer in answers.values()), tuple(hits))


def find(session: Session, text: str, limit: int) -> Found:
    """Return what bears every word of a text, for those who ask only once."""
    return ContactFinder().find(session, text, limit)
