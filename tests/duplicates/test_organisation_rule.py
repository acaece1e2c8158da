"""Which organisations are proposed as the same, and which are not."""

from __future__ import annotations

import pytest

from app.contacts.organisation import OrganisationDraft
from app.duplicates.organisation_profile import profile_of
from app.duplicates.organisation_rule import judge_organisations
from app.duplicates.reason import Judgement

PHONE = "0138-00-0001"
HOUSE = {"address_town": "函館市松風町", "address_number": "1番2号"}


def judged(a: OrganisationDraft, b: OrganisationDraft) -> Judgement:
    one, other = profile_of(1, a), profile_of(2, b)
    there, back = judge_organisations(one, other), judge_organisations(other, one)
    assert (there.score, there.proposed) == (back.score, back.proposed)
    return there


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("社会福祉法人 函館松風会", "（福）函館松風会"),
        ("株式会社サンプル・サービス", "サンプルサ−ビス㈱"),
        ("松風町会", "松風町町会"),
        ("函館市地域包括支援センター　みほん", "函館市包括みほん"),
        ("函館市社会福祉協議会", "函館市社協"),
        ("第一町会", "第1町会"),
        ("松風自治会", "松風町内会"),
        ("ボランティアの会　ひまわり", "ボランテイアの会ひまわり"),
    ],
)
def test_that_one_name_in_other_spellings_is_proposed(one: str, other: str) -> None:
    a = OrganisationDraft(name=one, phone=PHONE, **HOUSE)
    assert judged(a, OrganisationDraft(name=other, phone=PHONE, **HOUSE)).proposed


def test_that_a_short_name_stands_for_a_long_one() -> None:
    a = OrganisationDraft(name="函館市民生活ささえあい会", short_name="ささえあい会", phone=PHONE)
    assert judged(a, OrganisationDraft(name="ささえあい会", phone=PHONE)).proposed


def test_that_a_long_name_needs_nothing_more() -> None:
    a = OrganisationDraft(name="特定非営利活動法人　くらしを支える見本の会")
    assert judged(a, OrganisationDraft(name="くらしを支える見本の会")).proposed
    short = OrganisationDraft(name="寿会")
    assert not judged(short, short).proposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("松風第一町会", "松風第二町会"),
        ("社会福祉法人松風会　デイサービス", "社会福祉法人松風会　ケアハウス"),
        ("松風会", "青柳会"),
    ],
)
def test_that_others_at_one_address_are_not(one: str, other: str) -> None:
    a = OrganisationDraft(name=one, phone=PHONE, **HOUSE)
    found = judged(a, OrganisationDraft(name=other, phone=PHONE, **HOUSE))
    assert not found.proposed
    assert any("別の団体と考えます" in reason.text for reason in found.reasons)


def test_that_clubs_of_one_name_in_two_towns_are_two() -> None:
    a = OrganisationDraft(name="寿会", phone=PHONE, **HOUSE)
    b = OrganisationDraft(
        name="寿会", phone="0138-00-0002", address_town="函館市湯川町", address_number="3番4号"
    )
    assert not judged(a, b).proposed


def test_that_another_legal_form_speaks_against_a_pair() -> None:
    a = OrganisationDraft(name="株式会社みなと")
    b = OrganisationDraft(name="社会福祉法人みなと")
    assert any(reason.text == "法人格が違います" for reason in judged(a, b).reasons)
