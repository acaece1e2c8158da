"""The way of a match (マッチング) through its states: which step may follow, and what it sets.

打診中 → 調整中 → 顔合わせ → 成立 → 活動中 → 終了, or 不成立 and 取消 on the way.  Steps may be
left out forwards; nothing goes backwards.  Who is asked again is a match of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.kernel.errors import Refusal
from app.kernel.holidays import holiday_name, is_year_end
from app.kernel.wareki import format_day
from app.matching.match import Answer, MatchState

_S = MatchState
NEXT: Final[Mapping[MatchState, tuple[MatchState, ...]]] = {
    _S.ASKING: (_S.ARRANGING, _S.MEETING, _S.AGREED, _S.FAILED, _S.CANCELLED),
    _S.ARRANGING: (_S.MEETING, _S.AGREED, _S.FAILED, _S.CANCELLED),
    _S.MEETING: (_S.AGREED, _S.FAILED, _S.CANCELLED),
    _S.AGREED: (_S.ACTIVE, _S.ENDED, _S.CANCELLED),
    _S.ACTIVE: (_S.ENDED,),
    _S.ENDED: (),
    _S.FAILED: (),
    _S.CANCELLED: (),
}
"""The states a match may go to from each, in the order they are offered."""

PENDING: Final = frozenset({_S.ASKING, _S.ARRANGING, _S.MEETING})
"""Nothing agreed yet."""
GOING_ON: Final = frozenset({_S.AGREED, _S.ACTIVE})
"""Agreed, and not over."""
OPEN: Final = PENDING | GOING_ON
OVER: Final = frozenset(_S) - OPEN

SETS: Final[Mapping[MatchState, str]] = {
    _S.ASKING: "asked_on",
    _S.MEETING: "meeting_on",
    _S.AGREED: "agreed_on",
    _S.ACTIVE: "starts_on",
    _S.ENDED: "ends_on",
}
"""The date of the match that the day of a step is."""

ANSWER_DAYS: Final = 3
"""Within how many days an answer is awaited."""
SETTLE_DAYS: Final = 7
"""After how many days an open answer or a meeting without a day is asked about."""
START_DAYS: Final = 14
"""After how many days the office asks whether what was agreed has begun."""

_SATURDAY = 5
_DAY = "令和8年4月1日"


@dataclass(frozen=True, slots=True)
class Step:
    """A state and the day it began."""

    state: MatchState
    on: date


def check_step(steps: Sequence[Step], new: Step, today: date) -> None:
    """Refuse a step that the way does not have, or whose day cannot be.

    Only a meeting may lie ahead: all others are written down once they happened.
    """
    last = steps[-1]
    if new.state not in NEXT[last.state]:
        raise Refusal(_not_allowed(last.state, new.state))
    if new.on > today and new.state is not MatchState.MEETING:
        text = (
            f"まだ来ていない日なので「{new.state.label}」にできません。"
            "その日になってから記録してください。"
        )
        raise Refusal(text, {"on": text})
    if new.on < last.on:
        text = (
            f"「{last.state.label}」にした日（{format_day(last.on, _DAY)}）より前の日です。"
            "日付を確かめてください。"
        )
        raise Refusal(text, {"on": text})


def state_at(steps: Sequence[Step], day: date) -> MatchState | None:
    """Return the state on the evening of a day; nothing before the supporter was asked."""
    reached = [step.state for step in steps if step.on <= day]
    return reached[-1] if reached else None


def was_active(steps: Sequence[Step], first: date, last: date) -> bool:
    """Return whether a match was 活動中 on any day of a span."""
    for step, after in zip(steps, (*steps[1:], None), strict=True):
        ended = after.on if after is not None else date.max
        if step.state is MatchState.ACTIVE and step.on <= last and ended >= first:
            return True
    return False


def answer_leads_to(answer: Answer) -> MatchState | None:
    """Return the state an answer leads to; nothing where the office goes on waiting."""
    return {Answer.ACCEPTED: MatchState.ARRANGING, Answer.DECLINED: MatchState.FAILED}.get(answer)


def follow_up_after(state: MatchState, on: date, starts_on: date | None = None) -> date | None:
    """Propose when to ask again after a step: a working day, or none once the match is over.

    After 成立 it is the day it starts where that is known, after 活動中 a month later.
    """
    if state is MatchState.ASKING:
        return working_day(on + timedelta(days=ANSWER_DAYS))
    if state is MatchState.ARRANGING:
        return working_day(on + timedelta(days=SETTLE_DAYS))
    if state is MatchState.MEETING:
        return working_day(on + timedelta(days=1))
    if state is MatchState.AGREED:
        planned = starts_on if starts_on is not None and starts_on >= on else None
        return working_day(planned or on + timedelta(days=START_DAYS))
    if state is MatchState.ACTIVE:
        return working_day(a_month_after(on))
    return None


def follow_up_after_answer(answer: Answer, on: date) -> date | None:
    """Propose when to ask again after an answer that leaves the match as it is."""
    if answer is Answer.PENDING:
        return working_day(on + timedelta(days=SETTLE_DAYS))
    if answer is Answer.NONE:
        return working_day(on + timedelta(days=ANSWER_DAYS))
    return None


def working_day(day: date) -> date:
    """Return a day, or the next one on which the office is open."""
    while day.weekday() >= _SATURDAY or holiday_name(day) is not None or is_year_end(day):
        day += timedelta(days=1)
    return day


def a_month_after(day: date) -> date:
    """Return the same day of the next month, or its last day where it is too short."""
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), after - timedelta(days=1))


def _not_allowed(state: MatchState, wanted: MatchState) -> str:
    if not NEXT[state]:
        return (
            f"このマッチングは「{state.label}」になっています。"
            "もう一度お願いするときは、新しく打診してください。"
        )
    choices = "・".join(one.label for one in NEXT[state])
    return f"「{state.label}」から「{wanted.label}」には進めません。進められるのは{choices}です。"
