"""Two records side by side, with what would be carried over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.contacts.tables import Organisation, Person
from app.duplicates import organisation_profile, person_profile
from app.duplicates.choosing import Difference, differences
from app.duplicates.organisation_rule import judge_organisations
from app.duplicates.queries.conflicts import conflicts
from app.duplicates.reason import Judgement
from app.duplicates.references import references
from app.duplicates.rule import judge_people
from app.kernel.errors import Refusal
from app.office import queries as office

_WHAT = {
    "enrollment": "研修",
    "consent": "同意",
    "affiliation": "所属",
    "relation": "関係",
    "household_member": "世帯",
    "tagging": "タグ",
    "custom_value": "独自項目",
    "person_consideration": "配慮事項",
    "contact_note": "応対の記録",
    "attachment": "添付",
}
_REST = "その他の記録"


@dataclass(frozen=True, slots=True)
class Carried:
    """How many rows of one sort belong to a record: 研修2件."""

    what: str
    count: int

    def __str__(self) -> str:
        return f"{self.what}{self.count}件"


@dataclass(frozen=True, slots=True)
class Side:
    """One record of a pair."""

    key: int
    draft: PersonDraft | OrganisationDraft
    belongings: tuple[Carried, ...]

    @property
    def name(self) -> str:
        return self.draft.name


@dataclass(frozen=True, slots=True)
class PairDetails:
    """Both records of a pair, how alike they are, and where they differ."""

    a: Side
    b: Side
    judgement: Judgement
    differences: tuple[Difference, ...]
    conflicts: tuple[str, ...]
    """Where ``a`` is kept."""
    turned_conflicts: tuple[str, ...]
    """Where ``b`` is kept."""


def pair_details(session: Session, subject: Subject, a: int, b: int) -> PairDetails:
    """Return two records side by side.  Refused where one was merged or deleted meanwhile."""
    left, right = (_side(session, subject, key) for key in (a, b))
    return PairDetails(
        left,
        right,
        _judged(left, right),
        differences(left.draft, right.draft, _names(session)),
        conflicts(session, subject, a, b),
        conflicts(session, subject, b, a),
    )


def _side(session: Session, subject: Subject, key: int) -> Side:
    row = cast("Person | Organisation | None", session.get(_kind(subject), key))
    if row is None or row.deleted_at is not None:
        raise Refusal("この組の記録は、削除されたか、すでに統合されています。")
    return Side(key, _draft(session, subject, key), carried(session, subject, key))


def _kind(subject: Subject) -> type[Person] | type[Organisation]:
    return Person if subject is Subject.PERSON else Organisation


def carried(session: Session, subject: Subject, key: int) -> tuple[Carried, ...]:
    """Return what belongs to a record and would go with it."""
    counts: dict[str, int] = dict.fromkeys((*_WHAT.values(), _REST), 0)
    for reference in references(_kind(subject).__tablename__):
        query = select(func.count()).where(getattr(reference.kind, reference.column) == key)
        counts[_WHAT.get(reference.table, _REST)] += session.scalars(query).one()
    return tuple(Carried(what, count) for what, count in counts.items() if count)


def _draft(session: Session, subject: Subject, key: int) -> PersonDraft | OrganisationDraft:
    if subject is Subject.PERSON:
        return contacts.drafts(session, [PersonId(key)])[PersonId(key)]
    return contacts.organisation_drafts(session, [OrganisationId(key)])[OrganisationId(key)]


def _judged(a: Side, b: Side) -> Judgement:
    if isinstance(a.draft, PersonDraft) and isinstance(b.draft, PersonDraft):
        return judge_people(
            person_profile.profile_of(a.key, a.draft), person_profile.profile_of(b.key, b.draft)
        )
    assert isinstance(a.draft, OrganisationDraft)
    assert isinstance(b.draft, OrganisationDraft)
    return judge_organisations(
        organisation_profile.profile_of(a.key, a.draft),
        organisation_profile.profile_of(b.key, b.draft),
    )


def _names(session: Session) -> Mapping[str, Mapping[int, str]]:
    return {
        "district_id": {row.id: row.name for row in office.districts(session)},
        "kind_id": {row.id: row.name for row in contacts.organisation_kinds(session)},
    }
