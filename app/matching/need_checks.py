"""What a need must be before it is stored."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from app.contacts.checks import tidy_texts
from app.kernel.ages import AGE_BANDS
from app.kernel.errors import Refusal
from app.matching.need import NeedDraft
from app.matching.request_checks import NO_INDIVIDUAL_HELP

_FIELDS = tuple(field.name for field in fields(NeedDraft))
_TEXTS = tuple(field.name for field in fields(NeedDraft) if field.type == "str")


def checked_need(draft: NeedDraft, today: date, *, individual_help: bool = False) -> NeedDraft:
    """Return a need as it is stored; raises ``Refusal`` with a sentence for each field."""
    problems: dict[str, str] = {}
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    values["kinds"] = tuple(dict.fromkeys(draft.kinds))
    tidied = NeedDraft(**values)
    if tidied.person_id is not None and not individual_help:
        problems["person_id"] = NO_INDIVIDUAL_HELP
    if not tidied.content and not tidied.kinds:
        problems["content"] = "困りごとの内容か区分を入力してください。"
    if tidied.age_band and tidied.age_band not in AGE_BANDS:
        problems["age_band"] = "年代を選び直してください。"
    if tidied.received_on > today:
        problems["received_on"] = "受付日が今日より後の日付になっています。"
    for name, word in (("handed_on", "つないだ日"), ("checked_on", "結果を確かめた日")):
        day = getattr(tidied, name)
        if day is not None and day < tidied.received_on:
            problems[name] = f"{word}が受付日より前になっています。"
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)
    return tidied
