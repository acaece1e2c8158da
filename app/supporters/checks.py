"""What can be wrong with the fields of a registration, in the words of the form."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.supporters.availability import MONTHS_OF_YEAR, PARTS_OF_WEEK
from app.supporters.supporter import CentreDraft, QualificationDraft, SupporterDraft

_MOST_TIMES = 31
DraftT = TypeVar("DraftT", SupporterDraft, CentreDraft, QualificationDraft)


def tidied(draft: DraftT) -> DraftT:
    """Return a draft with its texts put right."""
    values: dict[str, Any] = {one.name: getattr(draft, one.name) for one in fields(draft)}
    texts = {name: tidy(text).text for name, text in values.items() if isinstance(text, str)}
    return replace(draft, **(values | texts))


def checked_supporter(draft: SupporterDraft) -> SupporterDraft:
    """Return a draft with its texts put right, or refuse.

    Raises ``ValueError`` for a week or months that no form can make.
    """
    if draft.week >> PARTS_OF_WEEK or draft.months >> MONTHS_OF_YEAR:
        raise ValueError((draft.week, draft.months))
    problems = {}
    if draft.times_a_month is not None and not 1 <= draft.times_a_month <= _MOST_TIMES:
        problems["times_a_month"] = f"月の回数は1から{_MOST_TIMES}までの数で入力してください。"
    if _is_before(draft.valid_until, draft.registered_on):
        problems["valid_until"] = "有効期限が登録日より前になっています。"
    _refuse("登録を保存できません。", problems)
    return replace(tidied(draft), transport=tuple(dict.fromkeys(draft.transport)))


def checked_centre(draft: CentreDraft) -> CentreDraft:
    """Return a draft with its texts put right, or refuse days that run backwards."""
    problems = {}
    if _is_before(draft.requested_on, draft.wished_on):
        problems["requested_on"] = "依頼日が希望した日より前になっています。"
    if _is_before(draft.registered_on, draft.requested_on):
        problems["registered_on"] = "登録日が依頼日より前になっています。"
    if _is_before(draft.cancelled_on, draft.registered_on):
        problems["cancelled_on"] = "取消日が登録日より前になっています。"
    _refuse("ボランティアセンターへの登録を保存できません。", problems)
    return tidied(draft)


def checked_qualification(draft: QualificationDraft) -> QualificationDraft:
    """Return a draft with its texts put right, or refuse."""
    draft = tidied(draft)
    problems = {}
    if not draft.name:
        problems["name"] = "資格の名前を入力してください。"
    if _is_before(draft.expires_on, draft.obtained_on):
        problems["expires_on"] = "有効期限が取得日より前になっています。"
    _refuse("資格を保存できません。", problems)
    return draft


def _is_before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _refuse(text: str, problems: dict[str, str]) -> None:
    if problems:
        raise Refusal(text + "".join(problems.values()), fields=problems)
