"""What a match's record must be before it is stored: its days agree with the way it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from app.contacts.checks import tidy_texts
from app.kernel.errors import Refusal
from app.matching.match import MatchDraft, MatchState
from app.matching.match_way import SETS, Step

_FIELDS = tuple(field.name for field in fields(MatchDraft))
_TEXTS = tuple(field.name for field in fields(MatchDraft) if field.type == "str")
_MOST_SATISFIED = 5


def checked_match(draft: MatchDraft) -> MatchDraft:
    """Return what is written about a match as it is stored.

    Raises ``Refusal`` with a sentence for each field; satisfaction is 1 (poor) to 5.
    """
    problems: dict[str, str] = {}
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    if draft.satisfaction is not None and not 1 <= draft.satisfaction <= _MOST_SATISFIED:
        problems["satisfaction"] = "満足度は1から5までで選んでください。"
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        problems["ends_on"] = "終了日が開始日より前になっています。"
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)
    return MatchDraft(**values)


def check_dates(draft: MatchDraft, steps: Sequence[Step], today: date) -> None:
    """Refuse days that do not agree with the states a match went through.

    The day of a state reached may be put right, not taken away, and keeps the order of the
    steps.  A match that was never agreed bears no such day; a beginning or an end may be planned.
    """
    problems: dict[str, str] = {}
    reached = {step.state for step in steps}
    before = date.min
    for step in steps:
        day = _day_of(draft, step)
        name = SETS.get(step.state, "")
        if day is None:
            problems[name] = f"「{step.state.label}」にしてあるので、日付を空にできません。"
            continue
        if day < before:
            problems[name] = f"「{step.state.label}」の日が、その前の段階の日より前になっています。"
        elif day > today:
            problems[name] = f"「{step.state.label}」の日が、今日より後の日付になっています。"
        before = max(before, day)
    if draft.agreed_on is not None and MatchState.AGREED not in reached:
        problems["agreed_on"] = "成立日は「成立」にするときに記録します。"
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)


def _day_of(draft: MatchDraft, step: Step) -> date | None:
    """Return the day of a step as the draft has it; a meeting is arranged before its day."""
    name = SETS.get(step.state, "")
    if step.state is MatchState.MEETING or name not in _FIELDS:
        return step.on
    day: date | None = getattr(draft, name)
    return day
