"""Whom a mailing or a list of contacts is about: those who were named, and a saved search's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.reporting.catalogue import Request
from app.searching import queries as searching


@dataclass(frozen=True, slots=True)
class Addressed:
    """People and organisations, in the order in which they were named or found."""

    people: tuple[PersonId, ...] = ()
    organisations: tuple[OrganisationId, ...] = ()

    @property
    def count(self) -> int:
        return len(self.people) + len(self.organisations)


def addressed(session: Session, request: Request) -> Addressed:
    """Return whom a request names, and after them whom its saved search finds on its day.

    Raises ``Refusal`` where that is nobody, or the search is no longer there.
    """
    named = Addressed(request.people, request.organisations)
    if request.search is None:
        if not named.count:
            raise Refusal(
                "どなたに宛てるかを選んでください。"
                "「連絡先」の一覧を絞り込むか、行を選んで「宛名・案内状」を押すと作れます。"
            )
        return named
    found = searched(session, request.search, request.today)
    if not named.count + found.count:
        name, _search = searching.saved_search(session, request.search)
        raise Refusal(
            f"保存した条件「{name}」に合う相手がいません。「さがす」で条件を確かめてください。"
        )
    return Addressed(
        tuple(dict.fromkeys((*named.people, *found.people))),
        tuple(dict.fromkeys((*named.organisations, *found.organisations))),
    )


def searched(session: Session, search: int, day: date) -> Addressed:
    """Return whom a saved search finds on a day."""
    _name, asked = searching.saved_search(session, search)
    return of_subject(asked.subject, searching.matching(session, asked, day))


def of_subject(subject: Subject, keys: Sequence[int]) -> Addressed:
    """Return people or organisations by their keys."""
    if subject is Subject.PERSON:
        return Addressed(people=tuple(map(PersonId, keys)))
    return Addressed(organisations=tuple(map(OrganisationId, keys)))
