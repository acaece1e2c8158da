"""Two records of one person, with a registration at one or at both of them."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.errors import Refusal
from app.supporters import commands, queries
from app.supporters.insurance import InsuranceDraft
from app.supporters.supporter import Skill, SupporterDraft, SupporterState
from tests.duplicates.desk import Desk
from tests.supporters.desk import ON, TODAY, SupporterDesk


def test_that_a_registration_follows_its_person_and_comes_back(desk: SupporterDesk) -> None:
    office = Desk(desk.store)
    kept, merged = desk.person("渡辺", "花子"), desk.person("渡邉", "花子")
    key = desk.do(commands.register, merged, SupporterDraft(), on=ON)
    merge = office.merge(kept, merged)
    assert desk.card(key).person.id == kept
    assert desk.ask(queries.supporter_of, kept) == key
    office.take_back(merge)
    assert desk.ask(queries.supporter_of, merged) == key


def test_that_two_registrations_become_one_with_both_histories(desk: SupporterDesk) -> None:
    office = Desk(desk.store)
    kept, merged = desk.person("渡辺", "花子"), desk.person("渡邉", "花子")
    one = desk.do(commands.register, kept, SupporterDraft(), on=ON)
    other = desk.do(
        commands.register,
        merged,
        SupporterDraft(),
        on=date(2025, 6, 1),
        level=desk.level("単発の手伝い"),
    )
    desk.do(commands.set_skills, other, {desk.kind("見守り"): (Skill.GOOD, True)})
    desk.do(commands.insure, [other], InsuranceDraft(2026, TODAY))
    merge = office.merge(kept, merged)
    card = desk.card(one)
    assert [row.id for row in desk.rows()] == [one]
    assert (card.draft.number, card.level) == ("R8-001", "単発の手伝い")
    assert [state.starts_on for state in card.states] == [date(2025, 6, 1), ON]
    assert (len(card.skills), len(card.insurances)) == (1, 1)
    office.take_back(merge)
    assert desk.card(one).level == ""
    assert desk.card(other).level == "単発の手伝い"
    assert (len(desk.card(other).skills), len(desk.card(other).insurances)) == (1, 1)


def test_that_registrations_that_disagree_are_settled_first(desk: SupporterDesk) -> None:
    office = Desk(desk.store)
    kept, merged = desk.person("渡辺", "花子"), desk.person("渡邉", "花子")
    one = desk.do(
        commands.register, kept, SupporterDraft(), on=ON, level=desk.level("単発の手伝い")
    )
    other = desk.do(
        commands.register, merged, SupporterDraft(), on=ON, level=desk.level("定期的な手伝い")
    )
    desk.do(commands.change_state, other, SupporterState.CANCELLED, on=TODAY)
    with pytest.raises(Refusal) as refused:
        office.merge(kept, merged)
    assert "状態が「登録」と「取消」で違います" in refused.value.text
    assert "活動レベルが違います" in refused.value.text
    desk.do(commands.remove_state, other)
    desk.do(commands.change_level, one, desk.level("定期的な手伝い"), on=TODAY)
    office.merge(kept, merged)
    assert [row.id for row in desk.rows()] == [one]
