"""Affiliations: terms and their history, the main one, and terms that end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts import commands, queries
from app.contacts.organisation import AffiliationDraft, OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.contacts.term import TermState, statutory_term, term_state, terms_meet
from app.kernel.errors import Refusal
from app.storage.store import Store

DAY = date(2026, 4, 1)
SPRING = AffiliationDraft("会長", date(2024, 4, 1), date(2026, 3, 31))
AGAIN = AffiliationDraft("会長", date(2026, 4, 1), date(2028, 3, 31))
COMMISSIONER = AffiliationDraft("民生委員", date(2025, 12, 1), date(2028, 11, 30))
days = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 9))


@pytest.fixture
def person(store: Store) -> PersonId:
    draft = PersonDraft("見本", "花子", "みほん", "はなこ", phone="0138-22-0001")
    return store.do("追加", commands.add_person, draft).result


@pytest.fixture
def club(store: Store) -> OrganisationId:
    draft = OrganisationDraft("見本町会", kana="みほんちょうかい")
    return store.do("追加", commands.add_organisation, draft).result


@pytest.fixture
def council(store: Store) -> OrganisationId:
    return store.do("追加", commands.add_organisation, OrganisationDraft("見本民児協")).result


def _join(
    store: Store, person: PersonId, organisation: OrganisationId, draft: AffiliationDraft
) -> int:
    return store.do("所属", commands.affiliate, person, organisation, draft).result


def test_that_terms_stay_as_history(store: Store, person: PersonId, club: OrganisationId) -> None:
    for draft in (SPRING, AGAIN):
        _join(store, person, club, draft)
    seen = store.ask(queries.affiliations, person=person)
    assert [(row.draft, row.state(DAY)) for row in seen] == [
        (AGAIN, TermState.CURRENT),
        (SPRING, TermState.PAST),
    ]
    assert seen[0].state(date(2026, 3, 31)) is TermState.FUTURE
    assert (seen[0].person_name, seen[0].person_phone) == ("見本　花子", "0138-22-0001")
    assert seen == store.ask(queries.affiliations, organisation=club)
    assert seen == store.ask(queries.organisation_card, club, DAY).affiliations


def test_that_the_same_role_at_the_same_time_is_refused(
    store: Store, person: PersonId, club: OrganisationId
) -> None:
    first = _join(store, person, club, SPRING)
    again = AffiliationDraft(" 会長 ", date(2026, 3, 31))
    with pytest.raises(Refusal, match="同じ役職「会長」が令和6年4月1日～令和8年3月31日に"):
        _join(store, person, club, again)
    _join(store, person, club, AffiliationDraft("班長", date(2025, 4, 1)))
    later = _join(store, person, club, AGAIN)
    with pytest.raises(Refusal, match="重ならないように"):
        store.do("所属", commands.change_affiliation, later, SPRING)
    store.do("所属", commands.change_affiliation, first, SPRING)


def test_that_a_term_ends_after_it_starts(
    store: Store, person: PersonId, club: OrganisationId
) -> None:
    with pytest.raises(Refusal) as refusal:
        _join(store, person, club, AffiliationDraft("会長", DAY, DAY - timedelta(days=1)))
    assert set(refusal.value.fields) == {"ends_on"}


def test_that_a_person_has_one_main_affiliation_at_a_time(
    store: Store, person: PersonId, club: OrganisationId, council: OrganisationId
) -> None:
    past = AffiliationDraft("書記", None, date(2020, 3, 31), is_main=True)
    _join(store, person, club, past)
    _join(store, person, club, AffiliationDraft("会長", DAY, is_main=True))
    assert store.ask(queries.main_affiliations, [person], DAY)[person].role == "会長"
    _join(store, person, council, AffiliationDraft("民生委員", DAY, is_main=True))
    main = [row.role for row in store.ask(queries.affiliations, person=person) if row.is_main]
    assert main == ["民生委員", "書記"]
    assert store.ask(queries.main_affiliations, [person], DAY)[person].role == "民生委員"
    store.undo()
    assert store.ask(queries.main_affiliations, [person], DAY)[person].role == "会長"


def test_that_terms_that_end_are_listed_soonest_first(
    store: Store, person: PersonId, club: OrganisationId, council: OrganisationId
) -> None:
    _join(store, person, council, COMMISSIONER)
    ending = _join(store, person, club, SPRING)
    _join(store, person, club, AffiliationDraft("班長"))
    first, last = date(2026, 3, 31), date(2028, 11, 30)
    found = store.ask(queries.ending_terms, first, last)
    assert [(row.role, row.ends_on) for row in found] == [("会長", first), ("民生委員", last)]
    assert len(store.ask(queries.ending_terms, first + timedelta(days=1), last)) == 1
    _join(store, person, club, AGAIN)
    assert ending not in [row.id for row in store.ask(queries.ending_terms, first, last)]


def test_that_nobody_in_the_bin_is_listed(
    store: Store, person: PersonId, club: OrganisationId, council: OrganisationId
) -> None:
    for place in (club, council):
        _join(store, person, place, SPRING)
    store.do("削除", commands.bin_organisation, council)
    assert len(store.ask(queries.affiliations, person=person)) == 1
    assert len(store.ask(queries.ending_terms, SPRING.ends_on or DAY, DAY)) == 1
    store.do("削除", commands.bin_person, person)
    assert store.ask(queries.affiliations, organisation=club) == ()
    assert store.ask(queries.ending_terms, SPRING.ends_on or DAY, DAY) == ()
    store.do("戻す", commands.restore_person, person)
    assert len(store.ask(queries.affiliations, organisation=club)) == 1


def test_that_adding_and_removing_are_undone_in_one_step(
    store: Store, person: PersonId, club: OrganisationId
) -> None:
    key = _join(store, person, club, SPRING)
    store.do("所属", commands.remove_affiliation, key)
    assert store.ask(queries.affiliations, person=person) == ()
    store.undo()
    assert [row.id for row in store.ask(queries.affiliations, person=person)] == [key]
    with pytest.raises(Refusal, match="削除されています"):
        store.do("所属", commands.remove_affiliation, key + 1)


@given(days, days, days, days)
def test_that_terms_meet_where_they_have_a_day_in_common(
    first: date | None, last: date | None, other_first: date | None, other_last: date | None
) -> None:
    if (first or date.min) > (last or date.max):
        return
    if (other_first or date.min) > (other_last or date.max):
        return
    around = [date(2019, 12, 31) + timedelta(days=number) for number in range(11)]
    common = any(
        term_state(first, last, day) is TermState.CURRENT
        and term_state(other_first, other_last, day) is TermState.CURRENT
        for day in around
    )
    assert terms_meet(first, last, other_first, other_last) is common


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2025, 11, 30), 2022),
        (date(2025, 12, 1), 2025),
        (date(2026, 4, 1), 2025),
        (date(2028, 11, 30), 2025),
        (date(2028, 12, 1), 2028),
        (date(2022, 11, 30), 2019),
    ],
)
def test_that_commissioners_are_appointed_every_third_december(day: date, first: int) -> None:
    term = (date(first, 12, 1), date(first + 3, 11, 30))
    assert statutory_term("主任児童委員", day) == statutory_term("民生委員・児童委員", day) == term
    assert statutory_term("会長", day) is None
