"""The sample's organisations, terms, couples, tags and own fields."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from app.contacts import commands, queries
from app.contacts.custom import Subject
from app.contacts.person import PersonId
from app.contacts.queries import OrganisationListing
from app.office import commands as office
from app.sample.office import TODAY
from app.sample.people import invent_people
from app.sample.ties import tie_together, wed_couples
from app.storage.dump import all_records
from app.storage.store import Store
from app.wiring import default_masters, default_organisation_kinds


def _fill(store: Store) -> list[PersonId]:
    districts, towns = default_masters()
    store.do("町名", office.seed_masters, districts, towns)
    store.do("種別", commands.seed_organisation_kinds, default_organisation_kinds())
    invented = wed_couples(invent_people(Random(1), 60, [town.name for town in towns]))
    people = store.do("人", commands.add_people, [one.draft for one in invented]).result
    store.do("つながり", tie_together, Random(1), people, {})
    return people


@pytest.fixture
def people(store: Store) -> list[PersonId]:
    return _fill(store)


def test_that_sixty_organisations_have_kinds_readings_and_terms(
    store: Store, people: list[PersonId]
) -> None:
    rows = store.ask(queries.organisations, store.ask(OrganisationListing().keys))
    assert (len(people), len(rows)) == (60, 60)
    assert all(row.kind and row.kana and "見本" in row.name for row in rows)
    forms = {"", "社会福祉法人", "特定非営利活動法人", "株式会社"}
    assert {row.legal_form for row in rows} == forms
    ending = store.ask(queries.ending_terms, TODAY, date(2026, 12, 31))
    assert {row.role for row in ending} == {"委員長", "副委員長"}
    assert len(store.ask(queries.ending_terms, date(2028, 11, 30), date(2028, 11, 30))) == 12


def test_that_couples_share_a_telephone_and_some_bear_tags_and_values(
    store: Store, people: list[PersonId]
) -> None:
    found = store.ask(queries.households, people)
    assert len({one.id for one in found.values()}) == 4
    drafts = store.ask(queries.drafts, list(found))
    for household in found.values():
        phones = {drafts[one.person].phone for one in household.members}
        families = {one.family_name for one in household.members}
        assert (len(phones), len(families)) == (1, 1)
    assert [(row.people, row.organisations) for row in store.ask(queries.tags)] == [(12, 6)] * 3
    for subject, used in ((Subject.PERSON, len(people)), (Subject.ORGANISATION, 14)):
        assert [row.used for row in store.ask(queries.custom_fields, subject)] == [used]


def test_that_a_dump_holds_it_all_and_the_same_every_time(
    store: Store, people: list[PersonId]
) -> None:
    first = list(store.ask(all_records))
    tables = {record["table"] for record in first}
    assert tables >= {
        "organisation", "affiliation", "relation", "household", "household_member", "tag",
        "tagging", "custom_field", "custom_value", "organisation_kind",
    }  # fmt: skip
    assert people
    while store.undo_label():
        store.undo()
    assert _contacts(list(store.ask(all_records))) == []
    _fill(store)
    assert _contacts(list(store.ask(all_records))) == _contacts(first)


def _contacts(records: list[dict[str, object]]) -> list[dict[str, object]]:
    kinds = {"person", "organisation", "affiliation", "tagging", "custom_value", "relation"}
    return [record for record in records if record["table"] in kinds]
