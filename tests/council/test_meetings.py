"""Planning meetings, asking and marking people, agenda, minutes, homework."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.council import commands, queries
from app.council.council import Office
from app.council.meeting import (
    AgendaItemDraft,
    AttendeeDraft,
    DiscussionStage,
    MeetingDraft,
    MeetingId,
    MeetingState,
    MinutesState,
    Presence,
    Reply,
    ResolutionDraft,
    ResolutionKind,
)
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from tests.council.chamber import Chamber


def card(chamber: Chamber, meeting: MeetingId) -> queries.MeetingCard:
    return chamber.store.ask(queries.meeting_card, meeting)


def test_that_a_meeting_has_the_next_number_of_its_council_and_year(chamber: Chamber) -> None:
    council, other = chamber.council(), chamber.council("部会")
    first = chamber.meeting(council, date(2026, 5, 20))
    second = chamber.meeting(
        council, date(2026, 8, 20), stages=frozenset({DiscussionStage.SOLVING})
    )
    assert card(chamber, chamber.meeting(other, date(2026, 5, 21))).draft.number == 1
    assert [card(chamber, one).draft.number for one in (first, second)] == [1, 2]
    assert card(chamber, second).draft.stages == {DiscussionStage.SOLVING}
    with pytest.raises(Refusal, match="第1回はすでに") as caught:
        chamber.meeting(council, date(2026, 9, 1), number=1)
    assert "number" in caught.value.fields
    moved = MeetingDraft(council, date(2025, 5, 20), number=2)
    chamber.store.do("会議を変更", commands.change_meeting, second, moved)
    row = card(chamber, second).row
    assert (row.year, row.number) == (FiscalYear(2025), 1)
    assert row.title == "令和7年度第1回 港地域支えあい推進協議体"


def test_that_who_sits_on_the_day_is_asked_and_marked_as_they_answered(chamber: Chamber) -> None:
    council = chamber.council()
    chair, member = chamber.person("渡会", "わたらい"), chamber.person("井上", "いのうえ")
    absent = chamber.person("上野", "うえの")
    gone, clerk = chamber.person("江口"), chamber.person("小川")
    chamber.seat(council, chair, Office.CHAIR, post="会長")
    chamber.seat(council, member)
    chamber.seat(council, absent)
    chamber.seat(council, gone, last=date(2026, 9, 30))
    chamber.seat(council, clerk, Office.SECRETARIAT)
    meeting = chamber.meeting(council, date(2026, 11, 1))
    do = chamber.store.do
    assert do("案内", commands.invite, meeting, date(2026, 10, 15)).result == 4
    do("回答", commands.reply, meeting, chair, Reply.COMES, on=date(2026, 10, 20))
    do("回答", commands.reply, meeting, member, Reply.PROXY, proxy_name="代理　花")
    do("回答", commands.reply, meeting, absent, Reply.ABSENT)
    assert card(chamber, meeting).row.unanswered == 0
    with pytest.raises(Refusal, match="呼ばれていません"):
        do("回答", commands.reply, meeting, gone, Reply.COMES)
    do("開催", commands.hold_meeting, meeting)
    row = card(chamber, meeting).row
    assert (row.members, row.present, row.state) == (3, 2, MeetingState.HELD)
    assert [one.draft.presence for one in card(chamber, meeting).attendees] == [
        Presence.PRESENT, Presence.PROXY, Presence.ABSENT, None,
    ]  # fmt: skip
    do("出席", commands.mark_presence, meeting, {absent: Presence.PROXY}, {absent: "代理　二郎"})
    assert card(chamber, meeting).row.present == 3
    assert do("案内", commands.invite, meeting).result == 0, "a second time asks nobody twice"


def test_that_decisions_stay_with_their_item_of_the_agenda(chamber: Chamber) -> None:
    meeting = chamber.meeting(chamber.council(), date(2026, 10, 1))
    do = chamber.store.do
    keys = do(
        "議題", commands.set_agenda, meeting, [AgendaItemDraft("除雪"), AgendaItemDraft("買い物")]
    )
    decision = ResolutionDraft(ResolutionKind.DECISION, "講座を開く", keys.result[1])
    do("決定", commands.add_resolution, meeting, decision)
    agenda = card(chamber, meeting).agenda
    do("議題", commands.set_agenda, meeting, [agenda[1], AgendaItemDraft("その他")])
    assert [item.title for item in card(chamber, meeting).agenda] == ["買い物", "その他"]
    assert card(chamber, meeting).resolutions[0].agenda_item == "買い物"
    do("議題", commands.set_agenda, meeting, [])
    assert card(chamber, meeting).resolutions[0].agenda_item == ""
    with pytest.raises(Refusal, match="開き直して"):
        do("議題", commands.set_agenda, meeting, agenda)


def test_that_undone_homework_returns_in_the_next_agenda(chamber: Chamber) -> None:
    council = chamber.council()
    first = chamber.meeting(council, date(2026, 6, 1))
    do = chamber.store.do
    homework = ResolutionDraft(
        ResolutionKind.HOMEWORK, "町会に聞く", owner="事務局", due_on=date(2026, 7, 31)
    )
    todo = do("宿題", commands.add_resolution, first, homework).result
    done = do("宿題", commands.add_resolution, first, homework).result
    do("済み", commands.finish_resolution, done, date(2026, 7, 1), "聞いた")
    assert [row.id for row in chamber.store.ask(queries.homework, date(2026, 8, 1))] == [todo]
    assert not chamber.store.ask(queries.homework, date(2026, 7, 30))
    second = chamber.meeting(council, date(2026, 11, 20))
    do("議題", commands.set_agenda, second, [AgendaItemDraft("除雪")])
    do("案内", commands.invite, second, date(2026, 11, 1))
    do("案内", commands.invite, second, date(2026, 11, 1))
    carried, other = card(chamber, second).agenda
    assert other.title == "除雪"
    assert carried.opinions == "・町会に聞く（事務局，7月31日まで）"
    assert [row.id for row in card(chamber, second).homework] == [todo]


def test_that_confirmed_minutes_are_no_longer_changed(chamber: Chamber) -> None:
    meeting = chamber.meeting(chamber.council(), date(2026, 10, 1), state=MeetingState.HELD)
    do = chamber.store.do
    with pytest.raises(Refusal, match="まだ書かれていません"):
        do("確定", commands.confirm_minutes, meeting, date(2026, 10, 20))
    said = AgendaItemDraft("除雪", opinions="担い手が足りない。")
    (item,) = do("議題", commands.set_agenda, meeting, [said]).result
    todo = ResolutionDraft(ResolutionKind.HOMEWORK, "町会に聞く", item)
    left = do("宿題", commands.add_resolution, meeting, todo).result
    assert card(chamber, meeting).row.minutes is MinutesState.DRAFT
    with pytest.raises(Refusal, match="前です"):
        do("確定", commands.confirm_minutes, meeting, date(2026, 9, 20))
    do("照会", commands.send_minutes, meeting, date(2026, 10, 10))
    do("確定", commands.confirm_minutes, meeting, date(2026, 10, 20))
    assert card(chamber, meeting).row.minutes is MinutesState.CONFIRMED
    again = replace(said, id=item)
    do("議題", commands.set_agenda, meeting, [again])
    do("期限", commands.change_resolution, left, replace(todo, due_on=date(2026, 12, 1)))
    do("済み", commands.finish_resolution, left, date(2026, 10, 30))
    final = (
        (commands.set_agenda, meeting, [replace(again, opinions="足りている。")]),
        (commands.add_resolution, meeting, todo),
        (commands.change_resolution, left, replace(todo, text="市に聞く")),
        (commands.remove_resolution, left),
    )
    for command, *values in final:
        with pytest.raises(Refusal, match="確定しています"):
            do("変更", command, *values)
    with pytest.raises(Refusal, match="確定しています"):
        do("会議録", commands.set_minutes, meeting, summary="要点")


def test_that_a_removed_meeting_comes_back_whole(chamber: Chamber) -> None:
    council, person = chamber.council(), chamber.person("井上")
    meeting = chamber.meeting(council, date(2026, 10, 1))
    do = chamber.store.do
    do("議題", commands.set_agenda, meeting, [AgendaItemDraft("除雪", opinions="意見")])
    do("資料", commands.set_papers, meeting, ["資料1 次第", " ", "資料2 名簿"])
    do("出席者", commands.set_attendees, meeting, [AttendeeDraft(person)])
    before = card(chamber, meeting)
    assert before.papers == ("資料1 次第", "資料2 名簿")
    do("会議を削除", commands.remove_meeting, meeting)
    with pytest.raises(Refusal, match="削除されています"):
        card(chamber, meeting)
    chamber.store.undo()
    assert card(chamber, meeting) == before


def test_that_words_are_found_in_agenda_and_minutes(chamber: Chamber) -> None:
    council = chamber.council()
    snow = chamber.meeting(council, date(2026, 10, 1), full_minutes="○委員　配食の話")
    shop = chamber.meeting(council, date(2026, 10, 2), venue="総合福祉センター")
    chamber.store.do("議題", commands.set_agenda, snow, [AgendaItemDraft("ジョセツの課題")])
    for text, found in (
        ("じょせつ", [snow]),
        ("配食", [snow]),
        ("福祉", [shop]),
        ("支えあい", [shop, snow]),
    ):
        assert chamber.store.ask(queries.MeetingListing(text=text).keys) == found, text
    between = chamber.store.ask(queries.meetings_between, date(2026, 10, 1), date(2026, 10, 31))
    assert [row.id for row in between] == [snow, shop]


@pytest.mark.parametrize(
    ("rest", "field"),
    [
        ({"state": MeetingState.HELD}, "held_on"),
        ({"reply_by": date(2026, 12, 2)}, "reply_by"),
        ({"observers": -1}, "observers"),
        ({"minutes_confirmed_on": date(2026, 11, 1)}, "minutes_confirmed_on"),
    ],
)
def test_that_what_cannot_be_is_refused(
    chamber: Chamber, rest: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as caught:
        chamber.meeting(chamber.council(), date(2026, 12, 1), **rest)
    assert list(caught.value.fields) == [field]


def test_that_a_meeting_is_held_at_hours_in_their_order(chamber: Chamber) -> None:
    meeting = chamber.meeting(chamber.council(), date(2026, 10, 1), starts_at=time(14))
    with pytest.raises(Refusal, match="終了の時刻") as refused:
        chamber.store.do("開催", commands.hold_meeting, meeting, ends_at=time(13))
    assert "ends_at" in refused.value.fields
    assert card(chamber, meeting).draft.state is MeetingState.PLANNED


def test_that_days_that_cannot_be_are_refused(chamber: Chamber) -> None:
    council = chamber.council(established_on=date(2015, 6, 1))
    meeting = chamber.meeting(council, date(2026, 10, 1))
    for day, said in ((date(2015, 5, 31), "設置日"), (date(2028, 12, 1), "2年より先")):
        with pytest.raises(Refusal, match=said) as caught:
            chamber.meeting(council, day)
        assert "held_on" in caught.value.fields
    homework = ResolutionDraft(ResolutionKind.HOMEWORK, "名簿を作る")
    for due in (date(2026, 9, 30), date(2126, 10, 1)):
        with pytest.raises(Refusal, match="期限が会議") as caught:
            chamber.store.do(
                "宿題", commands.add_resolution, meeting, replace(homework, due_on=due)
            )
        assert "due_on" in caught.value.fields
    left = chamber.store.do("宿題", commands.add_resolution, meeting, homework).result
    with pytest.raises(Refusal, match="済んだ日"):
        chamber.store.do("済み", commands.finish_resolution, left, date(2026, 9, 30))
    draft = chamber.store.ask(queries.council_card, council, date(2026, 11, 1)).draft
    for field, day in (("established_on", date(2026, 10, 2)), ("ended_on", date(2026, 9, 30))):
        with pytest.raises(Refusal, match="会議（令和8年10月1日）があります") as caught:
            chamber.store.do(
                "変更", commands.change_council, council, replace(draft, **{field: day})
            )
        assert field in caught.value.fields
    ended = replace(draft, ended_on=date(2026, 10, 31))
    chamber.store.do("変更", commands.change_council, council, ended)
    with pytest.raises(Refusal, match="終わっています"):
        chamber.meeting(council, date(2026, 11, 1))
