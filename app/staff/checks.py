"""What a term of staff and a training must be before they are stored, and what is missing."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from app.contacts.checks import tidy_texts
from app.kernel.errors import Refusal
from app.staff.staff_member import StaffMemberDraft, StaffRole, StaffTrainingDraft

DraftT = TypeVar("DraftT", StaffMemberDraft, StaffTrainingDraft)
_WEEK = 7 * 24 * 60
_LONGEST = 1_000 * 60


def checked_member(draft: StaffMemberDraft) -> StaffMemberDraft:
    """Return a term as it is stored; raises ``Refusal`` with a sentence for each field."""
    draft = _tidied(draft)
    problems: dict[str, str] = {}
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        problems["ends_on"] = "終わりの日が始まりの日より前になっています。"
    if not 0 <= draft.weekly_minutes <= _WEEK:
        problems["weekly_minutes"] = "週の勤務時間は0から168時間までで入力してください。"
    if not 0 < draft.full_time_minutes <= _WEEK:
        problems["full_time_minutes"] = "常勤の週の時間を168時間までで入力してください。"
    _refuse(problems)
    return draft


def checked_training(draft: StaffTrainingDraft, today: date) -> StaffTrainingDraft:
    """Return a training as it is stored; raises ``Refusal`` with a sentence for each field."""
    draft = _tidied(draft)
    problems: dict[str, str] = {}
    if not draft.title:
        problems["title"] = "研修の名称を入力してください。"
    if draft.attended_on > today:
        problems["attended_on"] = "受講した日が今日より後になっています。"
    if draft.minutes is not None and not 0 < draft.minutes <= _LONGEST:
        problems["minutes"] = "研修の時間は1,000時間までで入力してください。"
    _refuse(problems)
    return draft


def change_warning(draft: StaffMemberDraft, *, follows: bool) -> str:
    """Say what a change of coordinator lacks; nothing where nothing does.

    The contract asks for the city's agreement before the change (section 1.1, row 10).
    ``follows`` says that somebody was coordinator before.
    """
    if draft.role is not StaffRole.COORDINATOR or not follows:
        return ""
    if draft.city_agreed_on is None:
        return (
            "コーディネーターの交代には市の事前の承諾が必要です。承諾を得た日を入力してください。"
        )
    if draft.starts_on is not None and draft.city_agreed_on > draft.starts_on:
        return "市の承諾が交代の日より後になっています。事前の承諾だったか確かめてください。"
    return ""


def _refuse(problems: dict[str, str]) -> None:
    if problems:
        raise Refusal("".join(problems.values()), problems)


def _tidied(draft: DraftT) -> DraftT:
    names = [field.name for field in fields(draft) if field.type == "str"]
    values: dict[str, Any] = {name: getattr(draft, name) for name in names}
    tidy_texts(values, names)
    return replace(draft, **values)
