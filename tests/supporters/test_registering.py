"""Registering people and what is written about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.contacts import commands as contacts
from app.contacts.person import ConsentItem, PersonId
from app.kernel.errors import Refusal
from app.office import commands as office
from app.office import queries as office_queries
from app.office.masters import DistrictDraft
from app.supporters import commands, queries
from app.supporters.insurance import InsuranceDraft
from app.supporters.lacking import Lack
from app.supporters.offer import Ability
from app.supporters.registration import STANDING
from app.supporters.supporter import (
    Basis,
    CentreDraft,
    EndReason,
    QualificationDraft,
    Skill,
    SupporterDraft,
    SupporterId,
    SupporterState,
    Transport,
)
from app.training import commands as training
from tests.conftest import Clock
from tests.supporters.desk import ON, TODAY, SupporterDesk
from tests.training.office import Office


def completed(desk: SupporterDesk, count: int) -> tuple[list[int], list[PersonId]]:
    """Let some people complete a course; return their applications and themselves."""
    desk.store.do("種別", training.seed_kinds)
    office = Office(desk.store)
    people = office.people(count)
    course = office.course(minimum_attended=0)
    applied = office.apply(course, people)
    desk.store.do("決定", training.accept, applied, over_capacity=True)
    decisions = dict.fromkeys(applied, True)
    desk.store.do("修了", training.confirm_completion, course, decisions, ON)
    return applied, people


def test_that_who_completed_is_registered_in_one_step_and_kana_order(
    desk: SupporterDesk, clock: Clock
) -> None:
    applied, people = completed(desk, 3)
    first = desk.do(commands.register_completed, applied[:1], on=ON)
    assert [one.person for one in desk.ask(queries.candidates_to_register)] == [
        people[1],
        people[2],
    ]
    with pytest.raises(Refusal, match="登録日が今日より後"):
        desk.do(commands.register_completed, applied, on=date(2027, 4, 1))
    clock.now = datetime(2027, 4, 1, 9)
    rest = desk.do(commands.register_completed, applied, on=date(2027, 4, 1))
    assert rest.skipped == ("さとう試　0号",)
    cards = [desk.card(key) for key in (*first.supporters, *rest.supporters)]
    assert [(card.person.id, card.draft.number) for card in cards] == [
        (people[0], "R8-001"),
        (people[1], "R9-001"),  # あべ comes before わたなべ
        (people[2], "R9-002"),
    ]
    assert cards[0].draft.basis is Basis.TRAINING
    assert cards[0].draft.valid_until == date(2030, 3, 31)
    assert cards[1].draft.valid_until == date(2030, 3, 31)
    assert desk.ask(queries.candidates_to_register) == ()


def test_that_who_did_not_complete_is_refused(desk: SupporterDesk) -> None:
    desk.store.do("種別", training.seed_kinds)
    office = Office(desk.store)
    applied = office.apply(office.course(), office.people(1))
    with pytest.raises(Refusal, match="さとう試　0号さんは講座を修了していません"):
        desk.do(commands.register_completed, applied, on=ON)


def test_that_one_person_has_one_registration(desk: SupporterDesk) -> None:
    person = desk.person()
    key = desk.do(commands.register, person, SupporterDraft(), on=ON)
    with pytest.raises(Refusal, match="すでにサポーターの一覧にあります（登録番号 R8-001、登録）"):
        desk.do(commands.register, person, SupporterDraft(), on=ON)
    desk.do(commands.bin_supporter, key)
    assert desk.ask(queries.supporter_of, person) is None
    assert [row.id for row in desk.rows(binned=True)] == [key]
    with pytest.raises(Refusal, match="ごみ箱から戻す"):
        desk.do(commands.register, person, SupporterDraft(), on=ON)
    with pytest.raises(Refusal, match="登録はごみ箱にあります"):
        desk.do(commands.confirm, [key], on=ON)
    desk.do(commands.restore_supporter, key)
    assert desk.ask(queries.supporter_of, person) == key
    with pytest.raises(Refusal, match="サポーターに登録されている（登録）ため"):
        desk.do(commands.bin_person, person)
    desk.do(commands.change_state, key, SupporterState.CANCELLED, on=TODAY)
    desk.store.do("ごみ箱", commands.bin_person, person)
    assert desk.rows() == []
    other = desk.person("別", "人")
    desk.store.do("ごみ箱", contacts.bin_person, other)
    with pytest.raises(Refusal, match="連絡先のごみ箱にあります"):
        desk.do(commands.register, other, SupporterDraft(), on=ON)
    with pytest.raises(Refusal, match="はじめの状態を「取消」にはできません"):
        desk.do(
            commands.register,
            desk.person("三", "人"),
            SupporterDraft(),
            on=ON,
            state=SupporterState.CANCELLED,
        )


def test_that_planned_people_get_number_and_validity_once_registered(desk: SupporterDesk) -> None:
    desk.supporter(number="旧12")
    key = desk.do(
        commands.register,
        desk.person("予定", "者"),
        SupporterDraft(motive=" 役に\x00立ちたい "),
        on=ON,
        state=SupporterState.PLANNED,
        level=desk.level("単発の手伝い"),
    )
    card = desk.card(key)
    assert (card.draft.number, card.draft.motive, card.level) == (
        "",
        "役に立ちたい",
        "単発の手伝い",
    )
    desk.do(commands.change_state, key, SupporterState.REGISTERED, on=TODAY)
    draft = desk.card(key).draft
    assert (draft.number, draft.registered_on, draft.valid_until) == (
        "R8-001",
        TODAY,
        date(2030, 3, 31),
    )


def test_that_changes_keep_the_number_and_move_the_history(desk: SupporterDesk) -> None:
    one, other = desk.supporter(), desk.supporter("別", "人")
    draft = desk.card(one).draft
    moved = replace(draft, number="", registered_on=date(2026, 5, 1), transport=(Transport.CAR,))
    desk.do(commands.change_supporter, one, moved)
    card = desk.card(one)
    assert (card.draft.number, card.draft.transport) == ("R8-001", (Transport.CAR,))
    assert [state.starts_on for state in card.states] == [date(2026, 5, 1)]
    with pytest.raises(Refusal, match="ほかのサポーターが使っています") as refused:
        desk.do(commands.change_supporter, other, replace(draft, number="R8-001"))
    assert set(refused.value.fields) == {"number"}
    desk.do(commands.change_state, one, SupporterState.PAUSED, on=ON)
    for day in (None, TODAY):
        with pytest.raises(Refusal, match="順番と合う日"):
            desk.do(commands.change_supporter, one, replace(moved, registered_on=day))
    hostile = replace(moved, times_a_month=0, valid_until=date(2020, 1, 1))
    with pytest.raises(Refusal) as refused:
        desk.do(commands.change_supporter, one, hostile)
    assert set(refused.value.fields) == {"times_a_month", "valid_until"}
    with pytest.raises(ValueError, match=str(1 << 21)):
        desk.do(commands.change_supporter, one, replace(moved, week=1 << 21))


def test_that_states_follow_their_way_and_can_be_taken_out(desk: SupporterDesk) -> None:
    key = desk.supporter()
    desk.do(
        commands.change_state,
        key,
        SupporterState.CANCELLED,
        on=date(2026, 7, 1),
        reason=EndReason.MOVED,
    )
    with pytest.raises(Refusal, match="「取消」から「休止」へは変えられません"):
        desk.do(commands.change_state, key, SupporterState.PAUSED, on=TODAY)
    with pytest.raises(Refusal, match="すでに「取消」"):
        desk.do(commands.change_state, key, SupporterState.CANCELLED, on=TODAY)
    with pytest.raises(Refusal, match="令和8年7月1日からです"):
        desk.do(commands.change_state, key, SupporterState.REGISTERED, on=date(2026, 6, 30))
    with pytest.raises(Refusal, match="意向を確認する前に"):
        desk.do(commands.confirm, [key], on=TODAY)
    desk.do(commands.remove_state, key)
    assert desk.card(key).state is SupporterState.REGISTERED
    with pytest.raises(Refusal, match="はじめの状態は消せません"):
        desk.do(commands.remove_state, key)


def test_that_validity_runs_out_and_is_renewed(desk: SupporterDesk) -> None:
    key = desk.supporter(valid_until=date(2026, 7, 31))
    other = desk.supporter("別", "人")
    found = desk.ask(queries.expiring, ON, TODAY)
    assert [(one.supporter, one.on) for one in found] == [(key, date(2026, 7, 31))]
    assert Lack.VALIDITY in desk.card(key).lacks
    assert desk.do(commands.expire, TODAY) == (key,)
    card = desk.card(key)
    assert (card.state, card.states[-1].starts_on) == (SupporterState.EXPIRED, TODAY)
    assert card.warnings == ()
    desk.do(commands.change_state, key, SupporterState.REGISTERED, on=TODAY)
    assert desk.card(key).draft.valid_until == date(2030, 3, 31)
    desk.do(commands.confirm, [key, other], on=date(2027, 4, 2))
    assert desk.card(key).draft.valid_until == date(2031, 3, 31)
    settings = replace(desk.ask(office_queries.settings), registration_years=0)
    desk.store.do("設定", office.change_settings, settings)
    assert desk.card(desk.supporter("無", "期限")).draft.valid_until is None


def test_that_levels_have_a_history(desk: SupporterDesk) -> None:
    key = desk.supporter()
    low, high = desk.level("体験・見学から"), desk.level("定期的な手伝い")
    entered = desk.do(commands.change_level, key, high, on=TODAY, decided_by="担当", reason="意欲")
    desk.do(commands.change_level, key, low, on=ON)
    assert [(one.level, one.starts_on) for one in desk.card(key).levels] == [
        ("定期的な手伝い", TODAY),
        ("体験・見学から", ON),
    ]
    assert desk.card(key).level == "定期的な手伝い"
    with pytest.raises(Refusal, match="すでに「定期的な手伝い」"):
        desk.do(commands.change_level, key, high, on=TODAY)
    desk.do(commands.remove_level_change, entered)
    assert desk.card(key).level == "体験・見学から"
    desk.do(commands.retire_level, high)
    with pytest.raises(Refusal, match="使わない"):
        desk.do(commands.change_level, key, high, on=TODAY)
    with pytest.raises(Refusal, match="使っている記録が2件あるため削除できません"):
        desk.do(commands.remove_level, low)
    desk.do(commands.remove_level, high)


def test_that_skills_and_districts_are_replaced_whole(desk: SupporterDesk) -> None:
    key = desk.supporter()
    watch, shop = desk.kind("見守り"), desk.kind("買い物")
    desk.do(commands.set_skills, key, {shop: (Skill.CAN, False), watch: (Skill.GOOD, True)})
    desk.do(commands.set_skills, key, {watch: (Skill.CAN, True)})
    assert [(one.name, one.skill) for one in desk.card(key).skills] == [("見守り", Skill.CAN)]
    assert [row.skills for row in desk.rows(kind_id=watch)] == [("見",)]
    desk.do(commands.change_support_kind, watch, short_name="", distance_matters=False)
    assert [row.skills for row in desk.rows()] == [("見守り",)]
    kinds = desk.ask(queries.support_kinds)
    assert [(one.short_name, one.distance_matters) for one in kinds] == [
        ("見守り", False),
        ("買", True),
    ]
    desk.do(commands.retire_support_kind, watch)
    desk.do(commands.set_skills, key, {watch: (Skill.GOOD, True)})
    with pytest.raises(Refusal, match="使わない"):
        desk.do(commands.set_skills, desk.supporter("別", "人"), {watch: (Skill.GOOD, True)})
    district = desk.do(office.add_district, DistrictDraft("西部"))
    desk.do(commands.set_districts, key, [district, district])
    assert desk.card(key).districts == ((district, "西部"),)
    assert [row.id for row in desk.rows(district_id=district)] == [key]
    with pytest.raises(Refusal, match="圏域"):
        desk.do(commands.set_districts, key, [district, 999])
    desk.do(commands.set_districts, key, [])
    assert desk.card(key).districts == ()


def test_that_insurance_is_entered_for_many_and_handed_in(desk: SupporterDesk) -> None:
    keys = [desk.supporter("甲", "人"), desk.supporter("乙", "人")]
    draft = InsuranceDraft(2026, TODAY, premium=350, joined_through=" 社協 ")
    entered = desk.do(commands.insure, keys[:1], draft)
    with pytest.raises(Refusal, match="甲　人さんは令和8年度の保険にすでに加入しています"):
        desk.do(commands.insure, keys, draft)
    assert desk.ask(queries.uninsured, 2026) == (keys[1],)
    assert set(desk.ask(queries.uninsured, 2027)) == set(keys)
    (row,) = desk.ask(queries.insured, 2026)
    assert (row.covers_from, row.covers_until) == (date(2026, 8, 2), date(2027, 3, 31))
    assert row.draft.joined_through == "社協"
    desk.do(commands.hand_in, entered, TODAY)
    assert desk.ask(queries.insured, 2026)[0].handed_in_on == TODAY
    desk.do(commands.change_insurance, entered[0], replace(draft, joined_on=date(2026, 3, 20)))
    assert desk.ask(queries.insured, 2026)[0].covers_from == date(2026, 4, 1)
    for wrong in (replace(draft, premium=-1), replace(draft, joined_on=date(2027, 3, 31))):
        with pytest.raises(Refusal):
            desk.do(commands.insure, keys[1:], wrong)
    desk.do(commands.remove_insurance, entered[0])
    assert desk.ask(queries.insured, 2026) == ()


def test_that_the_centre_is_told_only_with_consent(desk: SupporterDesk) -> None:
    key = desk.supporter()
    wish = CentreDraft(wished_on=ON)
    desk.do(commands.set_centre, key, wish)
    told = replace(wish, requested_on=ON, registered_on=TODAY, number="V-1")
    with pytest.raises(Refusal, match="ボランティアセンターへの提供」の同意の記録がありません"):
        desk.do(commands.set_centre, key, told)
    desk.consent(desk.card(key).person.id, ConsentItem.TO_VOLUNTEER_CENTRE)
    desk.do(commands.set_centre, key, told)
    assert [row.centre for row in desk.rows()] == [True]
    with pytest.raises(Refusal, match="取消日が登録日より前"):
        desk.do(commands.set_centre, key, replace(told, cancelled_on=ON))
    desk.do(commands.set_centre, key, replace(told, cancelled_on=TODAY))
    assert [row.centre for row in desk.rows()] == [False]
    desk.do(commands.set_centre, key, CentreDraft())
    assert desk.card(key).centre == CentreDraft()


def test_that_qualifications_run_out(desk: SupporterDesk) -> None:
    key = desk.supporter()
    licence = QualificationDraft("普通自動車免許", expires_on=date(2026, 7, 1))
    entered = desk.do(commands.add_qualification, key, licence)
    (found,) = desk.ask(queries.expiring, ON, TODAY)
    assert (found.text, found.on) == ("普通自動車免許", date(2026, 7, 1))
    assert Lack.QUALIFICATION in desk.card(key).lacks
    with pytest.raises(Refusal, match="資格の名前"):
        desk.do(commands.change_qualification, entered, QualificationDraft())
    desk.do(commands.change_qualification, entered, replace(licence, expires_on=None))
    assert Lack.QUALIFICATION not in desk.card(key).lacks
    desk.do(commands.remove_qualification, entered)
    assert desk.card(key).qualifications == ()


def test_that_lists_find_by_words_number_and_what_is_lacking(
    desk: SupporterDesk, clock: Clock
) -> None:
    one = desk.do(
        commands.register,
        desk.person("渡邉", "花子", family_kana="わたなべ", given_kana="はなこ"),
        SupporterDraft(interviewed_on=ON, transport=(Transport.CAR, Transport.WALK)),
        on=ON,
        level=desk.level("単発の手伝い"),
    )
    other = desk.supporter("安部", "太郎")
    for words in ("渡辺", "わたなべ　はな", "R8-001", "ｒ８－００１"):
        assert [row.id for row in desk.rows(text=words)] == [one]
    assert {row.id for row in desk.rows(lacking=Lack.LEVEL)} == {other}
    assert {row.id for row in desk.rows(lacking=Lack.INSURANCE)} == {one, other}
    assert [row.id for row in desk.rows(level_id=desk.level("単発の手伝い"))] == [one]
    assert desk.rows(state=SupporterState.PAUSED) == []
    later = date(2027, 4, 1)
    assert desk.ask(queries.to_confirm, TODAY) == ()
    assert set(desk.ask(queries.to_confirm, later)) == {one, other}
    clock.now = datetime(2027, 4, 1, 9)
    desk.do(commands.confirm, [one], on=later)
    assert desk.ask(queries.to_confirm, later) == (other,)
    desk.do(commands.set_skills, one, {desk.kind("見守り"): (Skill.GOOD, True)})
    desk.do(commands.insure, [one], InsuranceDraft(2026, TODAY))
    desk.consent(desk.card(one).person.id, ConsentItem.TO_PLACES)
    offered = desk.ask(queries.offers, TODAY)
    assert offered[0].kinds == {desk.kind("見守り"): Ability(Skill.GOOD, wished=True)}
    assert offered[0].covers == ((date(2026, 8, 2), date(2027, 3, 31)),)
    assert offered[0].transport == {Transport.CAR, Transport.WALK}
    assert offered[0].consents == {ConsentItem.TO_PLACES}
    assert [(offer.supporter, offer.level) for offer in offered] == [(one, 2), (other, None)]
    assert all(offer.state in STANDING for offer in offered)


def test_that_a_registration_that_is_gone_is_refused(desk: SupporterDesk) -> None:
    gone = SupporterId(99)
    with pytest.raises(Refusal, match="削除されています"):
        desk.ask(queries.supporter_card, gone, TODAY)
    for command, given in (
        (commands.confirm, ([gone],)),
        (commands.bin_supporter, (gone,)),
        (commands.set_skills, (gone, {})),
        (commands.remove_insurance, (99,)),
        (commands.remove_qualification, (99,)),
        (commands.remove_level_change, (99,)),
        (commands.remove_confirmation, (99,)),
        (commands.restore_supporter, (gone,)),
    ):
        with pytest.raises(Refusal, match="削除されています"):
            desk.do(command, *given, **({"on": ON} if command is commands.confirm else {}))
