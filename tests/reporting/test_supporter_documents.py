"""The documents of supporters: who is in them, who is left out, and what the paper shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pypdfium2
import pytest
from sqlalchemy.orm import Session

from app.contacts.commands import add_people, give_consent
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft, PersonId, Sex
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.produce import preview
from app.reporting.questions import questions_of
from app.reporting.supporter_choice import InsuredOf, SupporterChoice
from app.storage.store import Store
from app.supporters import commands
from app.supporters.availability import DayPart, week_of
from app.supporters.insurance import InsuranceDraft
from app.supporters.masters import SupportKindDraft
from app.supporters.supporter import (
    EndReason,
    InsurancePlan,
    Skill,
    SupporterDraft,
    SupporterId,
    SupporterState,
)
from tests.conftest import Clock

ON, TODAY = date(2026, 6, 1), date(2026, 8, 20)
WEEK = week_of([(2, DayPart.MORNING), (2, DayPart.EVENING), (6, DayPart.AFTERNOON)])
NAMES = ("髙橋", "𠮷田", "勅使河原", "辻󠄀", "休止", "取消", "満了")
ALL, NO_PLACES, NO_INSURANCE, OTHER, PAUSED, CANCELLED, EXPIRED = range(7)


@pytest.fixture
def office(store: Store, clock: Clock) -> Store:
    """Seven supporters: of all kinds of state and consent, three of them insured."""
    clock.now = datetime(2026, 8, 20, 9)
    store.do("用意", _fill)
    return store


def _fill(session: Session) -> None:
    kinds = [SupportKindDraft("話し相手・傾聴", "傾聴"), SupportKindDraft("除雪・雪かき", "除雪")]
    commands.seed_supporter_masters(session, ["単発", "定期"], kinds)
    drafts = [
        PersonDraft(name, "権之助左衛門", sex=Sex.FEMALE, phone=f"0138-22-000{number}")
        for number, name in enumerate(NAMES)
    ]
    people = add_people(session, drafts)
    keys = [_register(session, person, number) for number, person in enumerate(people)]
    for one, state in ((PAUSED, SupporterState.PAUSED), (CANCELLED, SupporterState.CANCELLED)):
        commands.change_state(
            session, keys[one], state, on=date(2026, 8, 3), reason=EndReason.MOVED
        )
    insured = [keys[one] for one in (ALL, NO_INSURANCE, OTHER)]
    cover = InsuranceDraft(2026, ON, InsurancePlan.DISASTER, premium=500)
    entries = commands.insure(session, insured, cover)
    commands.hand_in(session, entries[2:], TODAY)


def _register(session: Session, person: PersonId, number: int) -> SupporterId:
    ends = date(2026, 7, 31) if number == EXPIRED else None
    draft = SupporterDraft(week=WEEK, valid_until=ends)
    key = commands.register(session, person, draft, on=ON, level=1 + number % 2)
    commands.set_skills(session, key, {1: (Skill.CAN, True), 2: (Skill.GOOD, False)})
    lacking = {NO_PLACES: ConsentItem.TO_PLACES, NO_INSURANCE: ConsentItem.INSURANCE}
    for item in (ConsentItem.ROSTER, ConsentItem.TO_PLACES, ConsentItem.INSURANCE):
        if lacking.get(number) is not item:
            give_consent(session, person, ConsentDraft(item, ON))
    return key


def made(store: Store, name: str, **asked: Any) -> Content:
    return store.ask(document(None, name).make, Request(TODAY, **asked))


def pages(store: Store, name: str, **asked: Any) -> Sequence[str]:
    """Return what stands on each page of a document."""
    printed = preview(store, document(None, name), Request(TODAY, **asked))
    assert printed.made.missing == ()
    pdf = pypdfium2.PdfDocument(printed.pdf)
    return [page.get_textpage().get_text_range() for page in pdf]


def families(content: Content, name: str) -> set[str]:
    return {row["氏名"].partition("　")[0] for row in content.lists[name]}


def test_that_the_roster_holds_who_is_registered_and_adds_up(office: Store) -> None:
    roster = made(office, "supporter-roster")
    assert families(roster, "サポーター") == set(NAMES) - {"取消"}
    assert roster.people == 6
    fields = roster.fields
    before, after = fields["前月末登録者数"], fields["当月末登録者数"]
    left = fields["取消登録者数"] + fields["満了登録者数"]
    assert (before, fields["新規登録者数"], left, after) == (7, 0, 1, 6)
    for name in ("圏域別", "年代別"):
        *rows, total = roster.lists[name]
        assert total["計"] == after == sum(row["計"] for row in rows)
    levels = [one["名称"] for one in roster.lists["レベル"]]
    counted = dict(zip(levels, roster.lists["圏域別"][-1]["レベル"], strict=True))
    assert [counted[name]["人数"] for name in ("単発", "定期", "未定")] == [4, 2, 0]
    line = roster.lists["サポーター"][0]
    assert [name for name, mark in line.items() if mark == "●"] == ["水午前", "水夜間", "日午後"]
    assert line["できること"] == "傾聴・除雪"


def test_that_the_roster_shows_a_grid_a_warning_and_a_page_of_figures(office: Store) -> None:
    *listed, figures = pages(office, "supporter-roster")
    assert "".join(listed).count("●") == 3 * 6
    assert all("取扱注意" in text and "火" in text for text in listed)
    assert "取扱注意" not in figures
    assert "令和8年8月" in figures
    assert "𠮷田　権之助左衛門" in "".join(listed)


def test_that_only_who_agreed_is_introduced_with_nothing_more(office: Store) -> None:
    content = made(office, "supporter-introduction")
    assert families(content, "サポーター") == {"髙橋", "勅使河原", "辻󠄀", "満了"}
    assert set(content.lists["サポーター"][0]) == {"No", "ふりがな", "氏名", "電話", "できること"}
    assert content.remarks == (
        "活動先への氏名・電話の提供に同意した記録がない1名は載せていません。",
        "登録の状態が「登録」ではない2名は載せていません。",
    )
    assert "ください。" in content.fields["注記"]
    assert "、" not in content.fields["注記"]
    text = "".join(pages(office, "supporter-introduction"))
    assert "話し相手・傾聴、除雪・雪かき" in text
    assert not [name for name in ("𠮷田", "休止", "取消", "単発") if f"{name}　" in text]


def test_that_cards_are_for_registrations_that_hold(office: Store) -> None:
    cards = made(office, "registration-card")
    assert families(cards, "登録証") == {"髙橋", "𠮷田", "勅使河原", "辻󠄀"}
    assert cards.remarks
    assert cards.lists["登録証"][0]["有効期限"] == "令和12年3月31日まで"
    assert made(office, "registration-card", supporter=1).title.endswith("髙橋　権之助左衛門")
    earlier = SupporterChoice(of_year=True)
    assert made(office, "registration-card", supporters=earlier).people == 4
    (sheet,) = pages(office, "registration-card", people=(PersonId(1), PersonId(4)))
    assert sheet.count("登録証") == 10
    assert "R8-001" in sheet
    assert "R8-002" not in sheet


def test_that_the_roster_of_the_insured_is_what_is_still_to_be_handed_in(office: Store) -> None:
    waiting = made(office, "insurance-roster")
    assert families(waiting, "加入者") == {"髙橋"}
    assert waiting.lists["加入者"][0]["補償期間"] == "R8.6.2～R9.3.31"
    assert waiting.remarks == (
        "保険加入のための提供に同意した記録がない1名は載せていません。",
        "すでに名簿を提出した1名は載せていません。",
    )
    everybody = SupporterChoice(insured=InsuredOf.EVERYBODY)
    whole = made(office, "insurance-roster", supporters=everybody)
    assert (whole.people, whole.fields["保険料の計"]) == (2, 1000)
    assert [row["人数"] for row in whole.lists["プラン別"]] == [0, 2]


def test_that_nobody_stands_in_for_somebody_who_left(office: Store) -> None:
    question = questions_of(document(None, "registration-card"))[0]
    options = office.ask(question.offered, Request(TODAY), 1 + CANCELLED)
    assert options[0].value is None
    assert options[-1].name == "取消　権之助左衛門　取消"
    asked = question.put(Request(TODAY), options[-1].value)
    assert office.ask(document(None, "registration-card").make, asked).people == 0


@pytest.mark.parametrize(
    "name", ["supporter-roster", "supporter-introduction", "registration-card", "insurance-roster"]
)
def test_that_an_office_without_supporters_has_a_sheet_with_no_names(
    store: Store, name: str
) -> None:
    assert len(pages(store, name)) <= 2
    assert made(store, name).people == 0
