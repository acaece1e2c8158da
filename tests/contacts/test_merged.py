"""Records that were merged into others: they are in no list, no search and not in the bin."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.contacts import commands, queries
from app.contacts.identity import identity_of
from app.contacts.organisation import OrganisationDraft
from app.contacts.people_index import PeopleIndex
from app.contacts.person import PersonDraft
from app.contacts.queries import OrganisationListing, PersonListing
from app.contacts.tables import Organisation, Person
from app.kernel.errors import Refusal
from app.storage.base import moment
from app.storage.store import Store

DAY = date(2026, 4, 1)
TWICE = PersonDraft("見本", "花子", "みほん", "はなこ", phone="0138-22-0001")


def _merge(session: Session, kind: type[Person | Organisation], kept: int, merged: int) -> None:
    row = session.get_one(kind, merged)
    row.merged_into_id = kept
    row.deleted_at = moment(session)


def test_that_a_merged_person_is_nowhere(store: Store) -> None:
    kept, merged = store.do("追加", commands.add_people, [TWICE, TWICE]).result
    tag = store.do("タグ", commands.add_tag, "会").result
    store.do("タグ", commands.tag, tag, people=[kept, merged])
    store.do("名寄せ", _merge, Person, kept, merged)
    index = PeopleIndex()
    for listing in (
        PersonListing(DAY),
        PersonListing(DAY, text="見本"),
        PersonListing(DAY, tag_id=tag),
    ):
        assert store.ask(listing.keys) == [kept]
        assert store.ask(index.find, listing).keys == [kept]
    for binned in (PersonListing(DAY, binned=True), PersonListing(DAY, text="見本", binned=True)):
        assert store.ask(binned.keys) == []
        assert store.ask(index.find, binned).keys == []
    assert sum(tab.people for tab in store.ask(PersonListing(DAY, binned=True).tabs)) == 0
    assert [key for key, _ in store.ask(queries.search_entries)] == [kept]
    assert store.ask(queries.search_people, "見本")[0] == 1
    assert [one.person.id for one in store.ask(queries.possible_same, TWICE, DAY)] == [kept]
    assert {one.id for one in store.ask(queries.known_by, [identity_of(TWICE)])} == {kept}
    assert store.ask(queries.tagged, tag).people == (kept,)
    with pytest.raises(Refusal, match="まとめを戻す"):
        store.do("戻す", commands.restore_person, merged)


def test_that_a_merged_organisation_is_nowhere(store: Store) -> None:
    twice = OrganisationDraft("見本会", kana="みほんかい")
    kept, merged = store.do("追加", commands.add_organisations, [twice, twice]).result
    store.do("名寄せ", _merge, Organisation, kept, merged)
    assert store.ask(OrganisationListing().keys) == [kept]
    assert store.ask(OrganisationListing("見本").keys) == [kept]
    assert store.ask(OrganisationListing(binned=True).keys) == []
    assert {one.id for one in store.ask(queries.known_organisations)} == {kept}
    with pytest.raises(Refusal, match="まとめを戻す"):
        store.do("戻す", commands.restore_organisation, merged)
