"""Legal forms: recognised at a name's ends, in any writing, and never cut out of a name."""

from __future__ import annotations

import pytest

from app.contacts.legal_forms import (
    LEGAL_FORMS,
    kana_without_legal_form,
    legal_form,
    without_legal_form,
)


@pytest.mark.parametrize(
    ("name", "form", "bare"),
    [
        ("社会福祉法人見本会", "社会福祉法人", "見本会"),
        ("社会福祉法人　見本会", "社会福祉法人", "見本会"),
        ("（福）見本会", "社会福祉法人", "見本会"),
        ("ＮＰＯ法人・見本", "特定非営利活動法人", "見本"),
        ("npo法人見本", "特定非営利活動法人", "見本"),
        ("認定NPO法人見本", "認定特定非営利活動法人", "見本"),
        ("一般社団法人見本", "一般社団法人", "見本"),
        ("医療法人社団見本会", "医療法人社団", "見本会"),
        ("㈱見本", "株式会社", "見本"),
        ("見本（株）", "株式会社", "見本"),
        ("見本株式会社", "株式会社", "見本"),
        ("有限会社見本", "有限会社", "見本"),
        ("見本町会", "", "見本町会"),
        ("見本生活協同組合", "", "見本生活協同組合"),
        ("社会福祉法人", "", "社会福祉法人"),
        ("見本社会福祉法人連絡会", "", "見本社会福祉法人連絡会"),
        ("髙見本会", "", "髙見本会"),
        ("", "", ""),
    ],
)
def test_that_a_form_is_recognised_and_left_out(name: str, form: str, bare: str) -> None:
    assert legal_form(name) == form
    assert without_legal_form(name) == bare


@pytest.mark.parametrize(
    ("kana", "bare"),
    [
        ("しゃかいふくしほうじんみほんかい", "みほんかい"),
        ("えぬぴーおーほうじん　みほん", "みほん"),
        ("みほんかぶしきがいしゃ", "みほん"),
        ("かぶしきがいしゃ", "かぶしきがいしゃ"),
        ("みほん", "みほん"),
        ("", ""),
    ],
)
def test_that_its_reading_is_left_out(kana: str, bare: str) -> None:
    assert kana_without_legal_form(kana) == bare


def test_that_every_form_is_recognised_by_its_own_name() -> None:
    assert [legal_form(f"{form}見本") for form in LEGAL_FORMS] == list(LEGAL_FORMS)
