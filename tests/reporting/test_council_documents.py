"""The documents of councils: notices, members, minutes in three ways, 地域ケア会議."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft, PersonId, PersonStatus
from app.council import commands, queries
from app.council.council import Office, Tier
from app.council.meeting import (
    AgendaItemDraft,
    MeetingId,
    Presence,
    ResolutionDraft,
    ResolutionKind,
)
from app.kernel.errors import Refusal
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.produce import preview
from app.storage.store import Store
from tests.conftest import Clock
from tests.council.chamber import Chamber

TODAY = date(2026, 11, 1)
HELD = date(2026, 10, 30)
_SAID = "○事務局　始めます。\n○井上委員　会田さんの森林の話です。\n○会田会長　はい。"


@pytest.fixture
def chamber(store: Store, clock: Clock) -> Chamber:
    clock.now = datetime(2026, 11, 1, 9)
    return Chamber(store)


@pytest.fixture
def meeting(chamber: Chamber) -> MeetingId:
    """A meeting that was held: chair and a proxy there, one member absent, a clerk."""
    council = chamber.council("港協議体")
    seats = (("会田", Office.CHAIR), ("井上", Office.MEMBER), ("上野", Office.MEMBER))
    people = [chamber.person(name, kana) for (name, _), kana in zip(seats, "あいう", strict=True)]
    clerk = chamber.person("小川", "お")
    for person, (_, place) in zip(people, seats, strict=True):
        chamber.seat(council, person, place, post="町会長")
    chamber.seat(council, clerk, Office.SECRETARIAT, post="主査")
    meeting = chamber.meeting(
        council, HELD, starts_at=time(16), ends_at=time(17, 35), venue="会館", full_minutes=_SAID,
        reply_by=date(2026, 10, 23), observers=2,
    )  # fmt: skip
    do = chamber.store.do
    do("案内", commands.invite, meeting, date(2026, 10, 13))
    (item,) = do(
        "議題", commands.set_agenda, meeting, [AgendaItemDraft("除雪", None, "意見")]
    ).result
    for kind, text in ((ResolutionKind.DECISION, "集める"), (ResolutionKind.HOMEWORK, "聞く")):
        draft = ResolutionDraft(kind, text, item, owner="事務局", due_on=date(2026, 11, 30))
        do("決定", commands.add_resolution, meeting, draft)
    do("開催", commands.hold_meeting, meeting)
    marks = (Presence.PRESENT, Presence.PROXY, Presence.ABSENT, Presence.PRESENT)
    given: dict[PersonId, Presence] = dict(zip([*people, clerk], marks, strict=True))
    do("出席", commands.mark_presence, meeting, given, {people[1]: "代理　花"})
    return meeting


def _made(chamber: Chamber, name: str, **asked: Any) -> Content:
    return chamber.store.ask(document(None, name).make, Request(TODAY, **asked))


def test_that_minutes_follow_the_city_s_table(chamber: Chamber, meeting: MeetingId) -> None:
    found = _made(chamber, "council-minutes")
    assert found.title == "会議録　令和8年度第1回 港協議体"
    assert found.fields["開催日時"] == "令和8年10月30日(金)　16時00分～17時35分"
    came = "◎会田　一委員，井上　一委員（代理 代理　花）\n（◎会長　○副会長）（計2名）"
    assert found.fields["出席委員"] == came
    assert found.fields["欠席委員"] == "上野　一委員\n（計1名）"
    assert found.fields["事務局"] == "主査　小川　一\n（計1名）"
    assert "傍聴者 2名" in found.fields["その他"]
    assert found.lists["要点"] == [
        {
            "議題": "除雪",
            "主な意見": "意見",
            "決定事項": "・集める",
            "担当と期限": "・聞く\n　事務局　11月30日まで",
        }
    ]
    with pytest.raises(Refusal, match="書き方「long」はありません"):
        _made(chamber, "council-minutes", minutes="long")


def test_that_masked_minutes_name_nobody(chamber: Chamber, meeting: MeetingId) -> None:
    full = _made(chamber, "council-minutes", meeting=meeting, minutes="full")
    assert [row["文"] for row in full.lists["発言"]] == _SAID.splitlines()
    found = _made(chamber, "council-minutes", meeting=meeting, minutes="masked")
    assert [row["文"] for row in found.lists["発言"]] == [
        "○事務局　始めます。", "○委員　会長の森林の話です。", "○会長　はい。",
    ]  # fmt: skip
    said = str(found.values())
    assert not [name for name in ("会田", "井上", "上野", "小川", "花") if name in said]
    assert found.people == 0


def test_that_short_minutes_take_one_page_and_long_ones_lose_nothing(
    chamber: Chamber, meeting: MeetingId
) -> None:
    def printed(way: str) -> tuple[list[str], tuple[str, ...]]:
        request = Request(TODAY, meeting=meeting, minutes=way)
        shown = preview(chamber.store, document(None, "council-minutes"), request)
        pages = [one.get_textpage().get_text_range() for one in PdfDocument(shown.pdf)]
        return pages, shown.made.warnings

    for way in ("summary", "full"):
        pages, warnings = printed(way)
        assert (len(pages), warnings) == (1, ())
    said = "".join(f"第{number}に、申し上げます。" for number in range(600))
    full = f"○会田　{said}\n○井上　はい。"
    chamber.store.do("会議録", commands.set_minutes, meeting, summary=said, full=full)
    for way in ("summary", "full"):
        pages, warnings = printed(way)
        assert len(pages) > 2
        assert warnings == ()


def test_that_every_member_gets_a_notice_of_the_next_meeting(
    chamber: Chamber, meeting: MeetingId
) -> None:
    council = chamber.store.ask(queries.meeting_card, meeting).row.council_id
    chamber.meeting(council, date(2026, 12, 18), starts_at=time(13, 30))
    late = PersonDraft("上野", "一", "う", "はじめ", status=PersonStatus.DECEASED)
    chamber.store.do("人", contacts.change_person, PersonId(3), late)
    found = _made(chamber, "council-notice")
    assert found.title.endswith("第2回 港協議体")
    assert [row["宛名"] for row in found.lists["宛名"]] == ["会田　一　様", "井上　一　様"]
    assert found.fields["日時"] == "令和8年12月18日(金)　13時30分～"
    assert found.remarks == ("亡くなった1名の分は作っていません。",)
    named = _made(chamber, "council-notice", meeting=meeting)
    assert named.fields["案内日"] == date(2026, 10, 13)
    assert "10月23日(金)までに" in named.fields["本文"]


def test_that_members_are_listed_as_on_the_day(chamber: Chamber, meeting: MeetingId) -> None:
    chamber.council("空の部会", Tier.SECTION)
    found = _made(chamber, "council-members")
    (page,) = found.lists["会議体"]
    assert (page["名称"], page["人数"]) == (
        "港協議体", "委員 3名（ほかにオブザーバー・事務局 1名）",
    )  # fmt: skip
    assert page["委員"][0]["氏名"] == "会田　一"
    assert _made(chamber, "council-members", day=date(2024, 4, 1)).lists["会議体"] == []


def test_that_care_meetings_add_up(chamber: Chamber) -> None:
    for name in ("西部", "北部"):
        district = chamber.district(name)
        for day in (5, 6, 7):
            chamber.store.do(
                "会議", commands.write_down_care_meeting, district, date(2026, 10, day),
                attended=day != 6 or name == "北部",
            )  # fmt: skip
    found = _made(chamber, "care-meetings")
    assert [row["参加率"] for row in found.lists["圏域別"]] == ["66.7", "100.0"]
    assert (found.fields["開催"], found.fields["参加"], found.fields["参加率"]) == (6, 5, "83.3")
    for name in ("開催", "参加", "10月開催", "10月参加"):
        assert sum(row[name] for row in found.lists["圏域別"]) == found.fields[name]
    assert len(found.lists["会議"]) == 6
    assert found.fields["4月開催"] == 0
