"""What councils, seats, meetings and what they leave behind must be before they are stored.

Everything raises ``Refusal`` with a sentence for each field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import TypeVar

from app.contacts.checks import tidy_texts
from app.council.council import CouncilDraft, MemberDraft, Standing, Tier
from app.council.meeting import (
    AgendaItemDraft,
    AttendeeDraft,
    MeetingDraft,
    MeetingState,
    ResolutionDraft,
)
from app.kernel.errors import Refusal
from app.kernel.text import quoted, tidy
from app.kernel.wareki import format_day

DraftT = TypeVar("DraftT", CouncilDraft, MemberDraft, MeetingDraft, AttendeeDraft, ResolutionDraft)
_MOST_MEETINGS = 365
_MOST_PEOPLE = 9_999
_FURTHEST = timedelta(days=2 * 366)


def checked_council(draft: CouncilDraft) -> CouncilDraft:
    """Return a council as it is stored."""
    draft = _tidied(draft)
    problems: dict[str, str] = {}
    if not draft.name:
        problems["name"] = "会議体の名称を入力してください。"
    if draft.care_too and draft.tier is not Tier.SECOND:
        problems["care_too"] = "地域ケア会議を兼ねるのは第2層協議体だけです。"
    if draft.care_too and draft.district_id is None:
        problems["district_id"] = "地域ケア会議を兼ねる協議体は、圏域を選んでください。"
    if draft.meetings_a_year is not None and not 0 < draft.meetings_a_year <= _MOST_MEETINGS:
        problems["meetings_a_year"] = "年間の開催回数を1～365で入力してください。"
    _in_order(
        problems, "ended_on", draft.established_on, draft.ended_on, "終了日が設置日より前です。"
    )
    _refuse(problems)
    return draft


def checked_member(draft: MemberDraft) -> MemberDraft:
    """Return a seat as it is stored."""
    draft = _tidied(draft)
    problems: dict[str, str] = {}
    if draft.standing is Standing.NONE:
        problems["standing"] = "選出区分を選んでください。"
    _in_order(
        problems, "ends_on", draft.starts_on, draft.ends_on, "任期の終わりが始まりより前です。"
    )
    _refuse(problems)
    return draft


def checked_meeting(draft: MeetingDraft, today: date) -> MeetingDraft:
    """Return a meeting as it is stored, but for its number."""
    draft = _tidied(draft)
    problems: dict[str, str] = {}
    if draft.state is MeetingState.HELD and draft.held_on > today:
        problems["held_on"] = "開催日が今日より後です。開催するまでは「予定」にしてください。"
    elif draft.held_on > today + _FURTHEST:
        problems["held_on"] = "開催日が2年より先になっています。日付を確かめてください。"
    if draft.starts_at and draft.ends_at and draft.ends_at <= draft.starts_at:
        problems["ends_at"] = "終了の時刻が開始より前です。"
    if not 0 <= draft.number <= _MOST_MEETINGS:
        problems["number"] = "回は1～365で入力してください。"
    for name, word in (("observers", "傍聴者数"), ("press", "報道機関の数")):
        if not 0 <= getattr(draft, name) <= _MOST_PEOPLE:
            problems[name] = f"{word}を0～9,999で入力してください。"
    _in_order(
        problems, "reply_by", draft.invited_on, draft.reply_by, "回答の期限が案内の日より前です。"
    )
    if draft.reply_by is not None and draft.reply_by > draft.held_on:
        problems["reply_by"] = "回答の期限が開催日より後です。"
    _check_minutes(problems, draft)
    _refuse(problems)
    return draft


def checked_agenda_item(draft: AgendaItemDraft) -> AgendaItemDraft:
    """Return an item of an agenda as it is stored."""
    draft = replace(draft, title=tidy(draft.title).text, opinions=tidy(draft.opinions).text)
    if not draft.title:
        text = "議題を入力してください。"
        raise Refusal(text, {"title": text})
    return draft


def checked_attendee(draft: AttendeeDraft) -> AttendeeDraft:
    """Return who is asked to a meeting as it is stored."""
    return _tidied(draft)


def checked_resolution(draft: ResolutionDraft, held_on: date) -> ResolutionDraft:
    """Return a decision or homework of a meeting held on a day as it is stored."""
    draft = _tidied(draft)
    problems: dict[str, str] = {}
    if not draft.text:
        problems["text"] = f"{draft.kind.label}の内容を入力してください。"
    _in_order(problems, "due_on", held_on, draft.due_on, "期限が会議の日より前です。")
    _in_order(problems, "done_on", held_on, draft.done_on, "済んだ日が会議の日より前です。")
    if draft.due_on is not None and draft.due_on > held_on + _FURTHEST:
        problems["due_on"] = "期限が会議から2年より先になっています。日付を確かめてください。"
    _refuse(problems)
    return draft


def check_running(council: CouncilDraft, day: date) -> None:
    """Refuse a meeting on a day before a council began or after it ended."""
    first, last = council.established_on, council.ended_on
    if first is not None and day < first:
        text = (
            f"{quoted(council.name)}の設置日（{format_day(first)}）より前の会議です。"
            "会議の日か、協議体の設置日を直してください。"
        )
    elif last is not None and day > last:
        text = (
            f"{quoted(council.name)}は{format_day(last)}に終わっています。"
            "会議の日か、協議体の終わった日を直してください。"
        )
    else:
        return
    raise Refusal(text, {"held_on": text})


def check_meetings_within(draft: CouncilDraft, days: Sequence[date]) -> None:
    """Refuse to let a council begin after, or end before, a meeting that was not called off."""
    problems: dict[str, str] = {}
    if days and draft.established_on is not None and min(days) < draft.established_on:
        problems["established_on"] = (
            f"設置日より前の会議（{format_day(min(days))}）があります。"
            "設置日を会議の日までの日にしてください。"
        )
    if days and draft.ended_on is not None and max(days) > draft.ended_on:
        problems["ended_on"] = (
            f"終わった日より後の会議（{format_day(max(days))}）があります。"
            "先にその会議を中止にするか、終わった日を直してください。"
        )
    _refuse(problems)


def _check_minutes(problems: dict[str, str], draft: MeetingDraft) -> None:
    _in_order(
        problems,
        "minutes_sent_on",
        draft.held_on,
        draft.minutes_sent_on,
        "会議録の照会日が開催日より前です。",
    )
    since = draft.minutes_sent_on or draft.held_on
    _in_order(
        problems,
        "minutes_confirmed_on",
        since,
        draft.minutes_confirmed_on,
        "会議録の確定日が開催日か照会日より前です。",
    )


def _in_order(
    problems: dict[str, str], name: str, first: date | None, last: date | None, text: str
) -> None:
    if first is not None and last is not None and last < first:
        problems[name] = text


def _refuse(problems: dict[str, str]) -> None:
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)


def _tidied(draft: DraftT) -> DraftT:
    texts = [field.name for field in fields(draft) if field.type == "str"]
    values = {name: getattr(draft, name) for name in texts}
    tidy_texts(values, texts)
    return replace(draft, **values)
