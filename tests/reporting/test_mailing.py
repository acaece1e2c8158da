"""Who is written to, who is not and why, and what is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.contacts import commands as contacts
from app.contacts.organisation import AffiliationDraft, OrganisationDraft, OrganisationId
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft, PersonId, PersonStatus
from app.contacts.queries import consents
from app.kernel.errors import Refusal
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.reporting.addressee import Addressee, ToOrganisation
from app.reporting.catalogue import Request
from app.reporting.envelopes import envelope_fields
from app.reporting.mailing import Letter, Mailing, Reason, mailing
from app.reporting.mailing_choice import MailingChoice
from app.storage.store import Store

TODAY = date(2026, 4, 1)
HANAKO = PersonDraft(
    "函館", "花子", "はこだて", "はなこ",
    postal_code="040-8666", address_town="函館市東雲町", address_number="４番１３号",
)  # fmt: skip


def add(store: Store, *drafts: PersonDraft, consent: bool = True) -> tuple[PersonId, ...]:
    keys = store.do("人", contacts.add_people, drafts).result
    for key in keys if consent else ():
        given = ConsentDraft(ConsentItem.MAILINGS, TODAY)
        store.do("同意", contacts.give_consent, key, given)
    return tuple(keys)


def ask(
    store: Store,
    people: tuple[PersonId, ...] = (),
    organisations: tuple[OrganisationId, ...] = (),
    order: str = "kana",
    **choice: object,
) -> Mailing:
    wanted = MailingChoice(**choice)  # type: ignore[arg-type]
    request = Request(
        TODAY, people=people, organisations=organisations, order=order, mailing=wanted
    )
    return store.ask(mailing, request)


def names(found: Mailing) -> list[str]:
    return [one.to.names[0] for one in found.letters]


def test_that_everybody_gets_a_letter_or_is_left_out_with_a_reason(store: Store) -> None:
    changes = [
        {},
        {"status": PersonStatus.MOVED},
        {"status": PersonStatus.DECEASED},
        {"status": PersonStatus.WITHDRAWN},
        {"no_mail": True},
        {"address_town": "", "address_number": ""},
    ]
    keys = add(store, *(replace(HANAKO, given_name=f"{n}子", **change)  # type: ignore[arg-type]
                        for n, change in enumerate(changes)))  # fmt: skip
    silent = add(store, HANAKO, consent=False)
    (binned,) = add(store, HANAKO)
    store.do("ごみ箱", contacts.bin_person, binned)
    found = ask(store, (*keys, *silent, binned))
    assert names(found) == ["函館　0子　様"]
    assert {one.reason for one in found.left_out} == set(Reason) - {Reason.CLOSED}
    assert len(found.letters) + len(found.left_out) == len(changes) + 2
    assert found.remarks == (
        "宛名1件。除いたもの7件（ごみ箱にある 1件、転出 1件、逝去 1件、辞退 1件、"
        "発送しない 1件、案内の同意がない 1件、住所がない 1件）。",
    )


def test_that_a_withdrawn_consent_counts_even_where_none_is_needed(store: Store) -> None:
    never, taken_back = *add(store, HANAKO, consent=False), *add(store, HANAKO)
    row = store.ask(consents, taken_back)[0].id
    store.do("撤回", contacts.withdraw_consent, row, TODAY)
    found = ask(store, (never, taken_back), need_consent=False)
    assert [one.people for one in found.letters] == [(never,)]
    assert [one.person for one in found.left_out] == [taken_back]


def test_that_nobody_at_all_is_refused_with_what_to_do(store: Store) -> None:
    with pytest.raises(Refusal, match="連絡先"):
        ask(store)
    with pytest.raises(Refusal, match="案内の同意がない 1件"):
        ask(store, add(store, HANAKO, consent=False))


def test_that_a_household_gets_one_letter(store: Store) -> None:
    taro = replace(HANAKO, given_name="太郎", given_kana="たろう")
    jiro = replace(HANAKO, given_name="次郎", given_kana="じろう", status=PersonStatus.MOVED)
    keys = add(store, taro, HANAKO, jiro)
    store.do("世帯", contacts.set_household, keys)
    (letter,) = ask(store, keys).letters
    assert letter.to.names == ("函館　太郎　様", "　　　花子　様")
    assert letter.people == keys[:2]
    assert ask(store, keys).named == 2
    assert len(ask(store, keys, households=False).letters) == 2
    assert names(ask(store, keys[:1])) == ["函館　太郎　様"]
    store.do("世帯", contacts.set_household, keys, "函館家ご一同")
    assert names(ask(store, keys)) == ["函館家ご一同"]


def test_that_an_affiliation_lends_its_name_role_and_address(store: Store) -> None:
    firm = OrganisationDraft(
        "東雲町会", postal_code="040-0001", address_town="函館市東雲町", address_number="1-2"
    )
    key = store.do("団体", contacts.add_organisation, firm).result
    (person,) = add(store, replace(HANAKO, address_town="", address_number="", postal_code=""))
    draft = AffiliationDraft("町会長", is_main=True)
    store.do("所属", contacts.affiliate, person, key, draft)
    (letter,) = ask(store, (person,), with_role=True).letters
    assert letter.to == Addressee(
        "040-0001", "函館市東雲町1-2", "", "東雲町会", "町会長", ("函館　花子　様",)
    )
    with pytest.raises(Refusal, match="住所がない"):
        ask(store, (person,))


def test_that_organisations_are_written_to_whole_or_through_somebody(store: Store) -> None:
    draft = OrganisationDraft(
        "東雲町会", representative_title="会長", representative_name="函館　太郎",
        address_town="函館市東雲町",
    )  # fmt: skip
    keys = tuple(
        store.do("団体", contacts.add_organisation, one).result
        for one in (draft, replace(draft, name="港町会", no_mail=True))
    )
    assert names(ask(store, (), keys)) == ["東雲町会　御中"]
    found = ask(store, (), keys, organisation=ToOrganisation.REPRESENTATIVE)
    assert found.letters[0].to.organisation == "東雲町会"
    assert names(found) == ["函館　太郎　様"]
    assert [one.reason for one in found.left_out] == [Reason.NO_MAIL]


def test_that_letters_come_in_the_order_asked_for(store: Store) -> None:
    west, east = (
        store.do("圏域", office.add_district, DistrictDraft(name)).result for name in ("西", "東")
    )
    keys = add(
        store,
        replace(HANAKO, family_kana="あ", family_name="青", postal_code="042-0001",
                district_id=east, district_fixed=True),
        replace(HANAKO, family_kana="い", family_name="石", postal_code="041-0001",
                district_id=west, district_fixed=True),
        replace(HANAKO, family_kana="う", family_name="臼", postal_code=""),
    )  # fmt: skip
    assert [name[0] for name in names(ask(store, keys[::-1]))] == ["青", "石", "臼"]
    assert [name[0] for name in names(ask(store, keys, order="postal"))] == ["石", "青", "臼"]
    assert [name[0] for name in names(ask(store, keys, order="district"))] == ["石", "青", "臼"]


def test_that_a_long_address_takes_the_line_of_the_building(store: Store) -> None:
    town, number = "北海道亀田郡七飯町字東大沼", "１２３４番地の５６７８"
    far = replace(HANAKO, address_town=town, address_number=number)
    keys = add(store, far, replace(far, address_building="見本荘"), HANAKO)
    places = {(one.to.address, one.to.building) for one in ask(store, keys).letters}
    assert places == {
        (town, "1234番地の5678"),
        (f"{town}1234番地の5678", "見本荘"),
        ("函館市東雲町4番13号", ""),
    }


def test_that_a_long_role_stands_beside_a_name_written_downwards() -> None:
    to = Addressee(organisation="東雲町会", role="福祉推進委員会委員長", names=("甲　様",))
    told = [
        (one["縦書き建物"], one["縦書き団体名"], one["縦書き役職"])
        for one in map(envelope_fields, map(Letter, (
            to, replace(to, building="見本荘"), replace(to, role="町会長"),
        )))
    ]  # fmt: skip
    assert told == [
        ("東雲町会", "福祉推進委員会委員長", ""),
        ("見本荘", "東雲町会　福祉推進委員会委員長", ""),
        ("", "東雲町会", "町会長"),
    ]
