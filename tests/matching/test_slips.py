"""Activity slips, warnings, incidents and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.contacts import commands as contacts
from app.contacts.person import ConsentDraft, ConsentItem, PersonId
from app.kernel.errors import Refusal
from app.local_resources import commands as places
from app.local_resources.opening import Opening
from app.matching import commands, queries
from app.matching.match import ActivityDraft, Answer, IncidentDraft, MatchDraft, MatchState
from app.matching.queries import EntryKind
from app.matching.request import Rhythm
from app.supporters import commands as supporters
from app.supporters.insurance import InsuranceDraft
from tests.matching.desk import RECEIVED, Desk

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
DAY = date(2026, 11, 1)


def _lines(*days: int, **changes: object) -> list[ActivityDraft]:
    return [ActivityDraft(date(2026, 5, day), minutes=90, **changes) for day in days]


@pytest.fixture
def match(desk: Desk) -> int:
    return desk.agreed(desk.request(rhythm=Rhythm.REGULAR), desk.supporter())


def test_that_a_slip_replaces_what_was_written_for_its_month(desk: Desk, match: int) -> None:
    desk.do(commands.keep_slip, match, date(2026, 5, 31), _lines(25, 18), received_on=JUNE)
    card = desk.ask(queries.match_card, match, DAY)
    assert (card.state, card.row.starts_on) == (MatchState.ACTIVE, date(2026, 5, 18))
    corrected = [
        *_lines(18, 27),
        ActivityDraft(None, 3, 200),
        ActivityDraft(date(2026, 5, 12), starts_at=time(10), ends_at=time(11, 30)),
    ]
    desk.do(commands.keep_slip, match, MAY, corrected, received_on=JUNE, note="訂正")
    (slip,) = desk.ask(queries.slips_of, match)
    assert [line.on_day and line.on_day.day for line in slip.lines] == [12, 18, 27, None]
    assert (slip.times, slip.minutes, slip.note) == (6, 90 * 3 + 200, "訂正")
    desk.do(commands.keep_activity, match, date(2026, 5, 18), None)
    desk.do(commands.keep_activity, match, date(2026, 6, 2), ActivityDraft(date(2026, 6, 2)))
    sheet = desk.ask(queries.slip_sheet, MAY)
    (row,) = sheet.rows
    assert (len(sheet.days), sheet.due, sheet.missing) == (31, date(2026, 6, 7), 0)
    assert row.on(date(2026, 5, 18)) is None
    assert [line.minutes for line in row.undated] == [200]
    desk.do(commands.keep_slip, match, date(2026, 7, 1), [], received_on=date(2026, 8, 1))
    assert desk.ask(queries.slips_due, date(2026, 7, 1)) == ()
    desk.do(commands.remove_slip, match, date(2026, 7, 1))
    assert [one.id for one in desk.ask(queries.slips_due, date(2026, 7, 1))] == [match]


def test_that_a_late_slip_of_an_earlier_month_moves_the_beginning_back(
    desk: Desk, match: int
) -> None:
    july, may = date(2026, 7, 3), date(2026, 5, 20)
    for day, began in ((july, july), (date(2026, 6, 5), date(2026, 6, 5)), (may, may)):
        line = ActivityDraft(day, minutes=60)
        desk.do(commands.keep_slip, match, day, [line], received_on=DAY)
        card = desk.ask(queries.match_card, match, DAY)
        assert (card.row.starts_on, card.steps[-1].on) == (began, began)
    before_agreed = [ActivityDraft(date(2026, 5, 2), minutes=60)]
    desk.do(commands.keep_slip, match, MAY, before_agreed, received_on=DAY)
    assert desk.ask(queries.match_card, match, DAY).row.starts_on == RECEIVED


@pytest.mark.parametrize(
    ("month", "lines", "words"),
    [
        (date(2026, 4, 1), [], "成立したのは令和8年5月です"),
        (date(2026, 12, 1), [], "令和8年12月はまだ来ていません"),
        (JUNE, _lines(20), "5月20日は令和8年6月の日ではありません"),
        (MAY, _lines(20, times=0), "5月20日の回数は1から"),
        (MAY, _lines(20, starts_at=time(12), ends_at=time(9)), "終わりの時刻"),
        (MAY, [ActivityDraft(date(2026, 5, 20), minutes=2000)], "5月20日の活動時間"),
        (MAY, _lines(20, fare=-1), "交通費"),
    ],
)
def test_that_slips_of_the_pen_are_refused(
    desk: Desk, match: int, month: date, lines: list[ActivityDraft], words: str
) -> None:
    with pytest.raises(Refusal, match=words):
        desk.do(commands.keep_slip, match, month, lines, received_on=DAY)


def test_that_only_what_was_agreed_has_slips_and_ends_with_its_last_month(
    desk: Desk, match: int
) -> None:
    (asked,) = desk.asked(desk.request(), desk.supporter(2))
    with pytest.raises(Refusal, match="「成立」にしてから"):
        desk.do(commands.keep_slip, asked, MAY, [], received_on=None)
    desk.do(commands.step, match, MatchState.ENDED, on=date(2026, 5, 31))
    with pytest.raises(Refusal, match="令和8年5月に終わっています"):
        desk.do(commands.keep_slip, match, JUNE, [], received_on=None)


def test_that_days_put_right_move_the_history_and_wrong_steps_come_off(
    desk: Desk, match: int
) -> None:
    desk.do(commands.step, match, MatchState.ACTIVE, on=date(2026, 6, 1))
    draft: MatchDraft = desk.ask(queries.match_card, match, DAY).draft
    moved = replace(draft, agreed_on=date(2026, 5, 14), satisfaction=4, place_words="助かる")
    desk.do(commands.change_match, match, moved)
    card = desk.ask(queries.match_card, match, DAY)
    assert [step.on.day for step in card.steps] == [11, 11, 14, 1]
    for wrong, words in (
        (replace(moved, agreed_on=date(2026, 6, 2)), "前の段階の日より前"),
        (replace(moved, starts_on=None), "日付を空にできません"),
        (replace(moved, satisfaction=9), "1から5まで"),
    ):
        with pytest.raises(Refusal, match=words):
            desk.do(commands.change_match, match, wrong)
    desk.do(commands.take_back_step, match)
    card = desk.ask(queries.match_card, match, DAY)
    assert (card.state, card.row.starts_on) == (MatchState.AGREED, None)
    desk.do(commands.bin_match, match)
    with pytest.raises(Refusal, match="ごみ箱"):
        desk.do(commands.answer, match, Answer.PENDING, on=RECEIVED)
    desk.do(commands.restore_match, match)
    with pytest.raises(Refusal, match="打診の返事は記録できません"):
        desk.do(commands.answer, match, Answer.PENDING, on=RECEIVED)


def test_that_nobody_is_asked_twice_and_the_left_not_at_all(desk: Desk) -> None:
    helper, request = desk.supporter(), desk.request(people_wanted=2)
    (match,) = desk.asked(request, helper)
    with pytest.raises(Refusal, match="見本1　試さん（打診中）"):
        desk.asked(request, helper)
    desk.do(commands.answer, match, Answer.PENDING, on=date(2026, 5, 12))
    assert [one.id for one in desk.ask(queries.follow_ups, date(2026, 5, 19))] == [match]
    desk.do(commands.answer, match, Answer.DECLINED, on=date(2026, 5, 19), reason="多忙")
    assert len(desk.asked(request, helper, on=date(2026, 5, 20))) == 1
    with pytest.raises(Refusal, match="すでに同じ件"):
        desk.do(commands.take_back_step, match)
    with pytest.raises(Refusal, match="受付日から今日まで"):
        desk.asked(request, desk.supporter(2), on=date(2026, 5, 1))


def test_that_warnings_tell_and_do_not_block(desk: Desk) -> None:
    helper, place = desk.supporter(), desk.place("水曜サロン")
    wednesdays = Opening((2,), (), (), time(10), time(12))
    desk.store.do("開催日", places.set_openings, place, [wednesdays])
    desk.agreed(desk.request(local_resource_id=place, rhythm=Rhythm.REGULAR), helper)
    day = date(2026, 6, 3)
    other = desk.request(on_day=day, starts_at=time(11), ends_at=time(13), title="茶話会")
    told = desk.ask(queries.warnings_for, helper, other, day)
    parts = ("6月3日（水）　10:00～12:00", "令和8年6月3日を補償する", "活動先への氏名・電話の提供")
    assert [part in text for part, text in zip(parts, told, strict=True)] == [True] * 3
    assert "「水曜サロン　行事の手伝い（成立）」と重なります" in told[0]
    insured = InsuranceDraft(2026, joined_on=date(2026, 4, 1))
    desk.store.do("保険", supporters.insure, [helper], insured)
    given = ConsentDraft(ConsentItem.TO_PLACES, RECEIVED)
    person = desk.ask(queries.match_card, 1, DAY).row.person
    desk.store.do("同意", contacts.give_consent, PersonId(person), given)
    elsewhere = desk.request(on_day=date(2026, 6, 4))
    assert desk.ask(queries.warnings_for, helper, elsewhere, day) == ()
    (match,) = desk.asked(other, helper)
    assert len(desk.ask(queries.match_card, match, DAY).warnings) == 1
    entries = desk.ask(queries.calendar, day, date(2026, 6, 10))
    assert [(one.on.day, one.kind) for one in entries] == [
        (3, EntryKind.OPENING), (3, EntryKind.REQUEST), (4, EntryKind.REQUEST),
        (10, EntryKind.OPENING),
    ]  # fmt: skip
    assert entries[0].who == ("見本1　試",)
    assert desk.ask(queries.current_places, [helper]) == {helper: ("水曜サロン",)}


def test_that_incidents_are_kept_with_their_match(desk: Desk, match: int) -> None:
    draft = IncidentDraft(date(2026, 6, 1), content="玄関で転びそうになった")
    key = desk.do(commands.add_incident, match, draft)
    closed = replace(draft, reported_on=date(2026, 6, 2), closed_on=date(2026, 6, 9))
    desk.do(commands.change_incident, key, closed)
    (row,) = desk.ask(queries.incidents, MAY, DAY)
    assert (row.draft, row.match.id) == (closed, match)
    with pytest.raises(Refusal) as refused:
        desk.do(commands.add_incident, match, replace(draft, content="", closed_on=MAY))
    assert set(refused.value.fields) == {"content", "closed_on"}
    desk.do(commands.remove_incident, key)
    assert desk.ask(queries.match_card, match, DAY).incidents == ()
