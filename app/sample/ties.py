"""What ties the sample's people together: organisations, terms, couples, tags and own fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from sqlalchemy.orm import Session

from app.contacts import commands, queries
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.organisation import AffiliationDraft, OrganisationId
from app.contacts.person import PersonId
from app.contacts.relation import RelationKind
from app.sample.districts import towns_of_sample
from app.sample.organisations import invent_organisations
from app.sample.people import Invented

_EVERY_COUPLE = 16
_MOST_COUPLES = 12
_FEWEST_PEOPLE = 20
_TAGS = ("第1層協議体", "広報誌の送付先", "見本サロン連絡網")
_TAGGED = 12
_VALUES = 60


@dataclass(frozen=True, slots=True)
class _Office:
    """Offices of one kind of organisation: who holds them, and the terms, past and present."""

    kind: str
    roles: tuple[str, ...]
    terms: tuple[tuple[date, date], ...]


_OFFICES = (
    _Office(
        "町会",
        ("会長", "副会長", "会計"),
        ((date(2023, 4, 1), date(2025, 3, 31)), (date(2025, 4, 1), date(2027, 3, 31))),
    ),
    _Office(
        "在宅福祉委員会",
        ("委員長", "副委員長"),
        ((date(2025, 1, 1), date(2026, 12, 31)),),
    ),
    _Office(
        "民生委員・児童委員（地区民児協）",
        ("会長", "民生委員", "民生委員", "主任児童委員"),
        ((date(2022, 12, 1), date(2025, 11, 30)), (date(2025, 12, 1), date(2028, 11, 30))),
    ),
)


def wed_couples(invented: Sequence[Invented]) -> list[Invented]:
    """Give a few pairs one surname, address and telephone, as couples have."""
    people = list(invented)
    for first in _couples(len(people)):
        husband = people[first].draft
        wife = replace(
            people[first + 1].draft,
            family_name=husband.family_name,
            family_kana=husband.family_kana,
            address_town=husband.address_town,
            address_number=husband.address_number,
            address_building=husband.address_building,
            postal_code=husband.postal_code,
            phone=husband.phone,
        )
        people[first + 1] = replace(people[first + 1], draft=wife)
    return people


def tie_together(
    session: Session,
    random: Random,
    people: Sequence[PersonId],
    codes: Mapping[str, str],
) -> None:
    """Add the organisations and everything people have to do with them and each other.

    ``codes`` are the postal codes of the towns.
    """
    kinds = {row.name: row.id for row in queries.organisation_kinds(session)}
    if len(people) < _FEWEST_PEOPLE:
        return
    drafts = list(invent_organisations(random, towns_of_sample(), kinds, codes))
    added = commands.add_organisations(session, drafts)
    by_kind: dict[int | None, list[OrganisationId]] = {}
    for key, draft in zip(added, drafts, strict=True):
        by_kind.setdefault(draft.kind_id, []).append(key)
    for one in _OFFICES:
        if one.kind in kinds:
            _fill_offices(session, random, one, by_kind.get(kinds[one.kind], []), people)
    _write_couples(session, people)
    _write_tags(session, random, people, added)
    _write_own_fields(session, random, people, by_kind.get(kinds.get("町会"), []))


def _couples(people: int) -> Iterator[int]:
    """Yield the places of the first of each couple."""
    return iter(range(0, min(people - 1, _EVERY_COUPLE * _MOST_COUPLES), _EVERY_COUPLE))


def _fill_offices(
    session: Session,
    random: Random,
    one: _Office,
    organisations: Sequence[OrganisationId],
    people: Sequence[PersonId],
) -> None:
    for organisation in organisations:
        for first, last in one.terms:
            chosen = random.sample(people, len(one.roles))
            for person, role in zip(chosen, one.roles, strict=True):
                draft = AffiliationDraft(role, first, last, is_main=True)
                commands.affiliate(session, person, organisation, draft)


def _write_couples(session: Session, people: Sequence[PersonId]) -> None:
    for first in _couples(len(people)):
        husband, wife = people[first : first + 2]
        commands.relate(session, husband, wife, RelationKind.SPOUSE)
        commands.set_household(session, [husband, wife])
        if first:
            commands.relate(session, wife, people[0], RelationKind.INTRODUCER)


def _write_tags(
    session: Session,
    random: Random,
    people: Sequence[PersonId],
    organisations: Sequence[OrganisationId],
) -> None:
    for name in _TAGS:
        tag = commands.add_tag(session, name)
        commands.tag(
            session,
            tag,
            people=random.sample(people, min(_TAGGED, len(people))),
            organisations=random.sample(organisations, _TAGGED // 2),
        )


def _write_own_fields(
    session: Session,
    random: Random,
    people: Sequence[PersonId],
    neighbourhoods: Sequence[OrganisationId],
) -> None:
    shirt = commands.add_custom_field(
        session,
        CustomFieldDraft("ベストのサイズ", Subject.PERSON, FieldKind.CHOICE, ("S", "M", "L")),
    )
    houses = commands.add_custom_field(
        session, CustomFieldDraft("加入世帯数", Subject.ORGANISATION, FieldKind.NUMBER)
    )
    sizes = {person: {shirt: random.choice("SML")} for person in people[:_VALUES]}
    counts = {key: {houses: str(random.randint(40, 900))} for key in neighbourhoods}
    commands.set_customs(session, Subject.PERSON, sizes)
    commands.set_customs(session, Subject.ORGANISATION, counts)
