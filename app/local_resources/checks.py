"""What the record of a resource must be before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from app.contacts.checks import plain_kana, repair, tidy_texts
from app.kernel.errors import Refusal
from app.kernel.phones import normalise_phone
from app.kernel.postal import normalise_postal
from app.kernel.text import tidy
from app.local_resources.local_resource import ConfirmationDraft, LocalResourceDraft

_FIELDS = tuple(field.name for field in fields(LocalResourceDraft))
_TEXTS = tuple(field.name for field in fields(LocalResourceDraft) if field.type == "str")
_PHONES = ("public_phone", "internal_phone")
_COUNTS = {
    "capacity": "定員",
    "usual_number": "平均参加者数",
    "supporters_wanted": "サポーターの希望数",
}
_DEGREES = {"latitude": ("緯度", 90), "longitude": ("経度", 180)}
_MOST = 100_000


def checked_resource(draft: LocalResourceDraft, area_code: str = "0138") -> LocalResourceDraft:
    """Return the record as it is stored: trimmed, numbers and reading in one spelling.

    Raises ``Refusal`` with a sentence for each field that cannot be stored.
    """
    problems: dict[str, str] = {}
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    if not values["name"]:
        problems["name"] = "名称を入力してください。"
    repair(values, problems, "kana", plain_kana)
    for name in _PHONES:
        repair(values, problems, name, lambda text: normalise_phone(text, area_code))
    repair(values, problems, "postal_code", normalise_postal)
    problems.update(_count_problems(values))
    problems.update(_place_problems(values))
    if draft.started_on and draft.ended_on and draft.ended_on < draft.started_on:
        problems["ended_on"] = "終了の日が開始の日より前になっています。"
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), fields=problems)
    return LocalResourceDraft(**values)


def checked_confirmation(draft: ConfirmationDraft) -> ConfirmationDraft:
    """Return a confirmation as it is stored."""
    return ConfirmationDraft(
        draft.confirmed_on,
        tidy(draft.confirmed_by).text,
        draft.way,
        draft.result,
        tidy(draft.note).text,
    )


def _count_problems(values: Mapping[str, Any]) -> Mapping[str, str]:
    return {
        name: f"{word}は0～{_MOST:,}の数で入力してください。"
        for name, word in _COUNTS.items()
        if values[name] is not None and not 0 <= values[name] <= _MOST
    }


def _place_problems(values: Mapping[str, Any]) -> Mapping[str, str]:
    known = [name for name in _DEGREES if values[name] is not None]
    if len(known) == 1:
        missing = next(name for name in _DEGREES if name not in known)
        return {missing: "緯度と経度は両方を入力してください。"}
    return {
        name: f"{_DEGREES[name][0]}は-{most}～{most}の度で入力してください（例 41.7688）。"
        for name in known
        if not -(most := _DEGREES[name][1]) <= values[name] <= most
    }
