"""Choosing field by field what the one record will say that two become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, TypeVar

from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day

Draft = PersonDraft | OrganisationDraft
DraftT = TypeVar("DraftT", PersonDraft, OrganisationDraft)

PERSON_LABELS: Final[Mapping[str, str]] = {
    "family_name": "姓",
    "given_name": "名",
    "family_kana": "姓のふりがな",
    "given_kana": "名のふりがな",
    "former_name": "旧姓・通称",
    "unenterable": "入力できない字",
    "substitute": "代わりの字",
    "glyph_note": "字の説明",
    "sex": "性別",
    "birth_date": "生年月日",
    "birth_year": "生まれた年",
    "age_band": "年代",
    "postal_code": "郵便番号",
    "address_town": "町名",
    "address_number": "番地",
    "address_building": "建物名",
    "district_id": "圏域",
    "neighbourhood": "町会",
    "phone": "電話",
    "mobile": "携帯電話",
    "fax": "FAX",
    "email": "メール",
    "contact_by": "連絡方法",
    "contact_hours": "連絡のつく時間",
    "emergency_name": "緊急連絡先",
    "emergency_relation": "緊急連絡先の続柄",
    "emergency_phone": "緊急連絡先の電話",
    "occupation": "職業",
    "qualifications": "資格",
    "interests": "趣味・関心",
    "honorific": "敬称",
    "no_mail": "郵送しない",
    "status": "状態",
    "note": "備考",
}
ORGANISATION_LABELS: Final[Mapping[str, str]] = {
    "name": "名称",
    "short_name": "略称",
    "kana": "ふりがな",
    "legal_form": "法人格",
    "kind_id": "団体種別",
    "representative_title": "代表者の役職",
    "representative_name": "代表者",
    "department": "担当部署",
    "postal_code": "郵便番号",
    "address_town": "町名",
    "address_number": "番地",
    "address_building": "建物名",
    "district_id": "圏域",
    "reach": "活動の範囲",
    "phone": "電話",
    "fax": "FAX",
    "email": "メール",
    "website": "ホームページ",
    "media": "広報の手段",
    "agreement": "協定",
    "no_mail": "郵送しない",
    "status": "状態",
    "note": "備考",
}
"""The fields somebody chooses between, in the order of the card."""

_FOLLOWS: Final = {"kana_guessed": "family_kana", "district_fixed": "district_id"}
"""What is not chosen by itself, and whose choice it follows."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of which two records say different things."""

    name: str
    label: str
    left: str
    right: str
    typed: bool
    """Whether something else may be typed in its place: it is plain text."""


def labels(draft: Draft) -> Mapping[str, str]:
    """Return the fields of a record and what they are called."""
    return PERSON_LABELS if isinstance(draft, PersonDraft) else ORGANISATION_LABELS


def differences(
    left: Draft, right: Draft, names: Mapping[str, Mapping[int, str]]
) -> tuple[Difference, ...]:
    """Return the fields that differ; ``names`` says by field what its keys are called."""
    return tuple(
        Difference(
            name,
            label,
            shown(getattr(left, name), names.get(name, {})),
            shown(getattr(right, name), names.get(name, {})),
            isinstance(getattr(left, name), str),
        )
        for name, label in labels(left).items()
        if getattr(left, name) != getattr(right, name)
    )


def shown(value: object, names: Mapping[int, str]) -> str:
    """Return a value as people read it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, date):
        return format_day(value)
    if isinstance(value, int) and names:
        return names.get(value, str(value))
    return str(value)


def proposal(kept: DraftT, merged: DraftT) -> DraftT:
    """Return what the kept record might say: its own words, the other's where it has none.

    Remarks of both are joined: nobody can tell which of them matters.
    """
    taken = [
        field.name
        for field in fields(kept)
        if _is_blank(getattr(kept, field.name)) and not _is_blank(getattr(merged, field.name))
    ]
    chosen = chosen_from(kept, merged, [name for name in taken if name not in _FOLLOWS])
    if kept.note and merged.note and merged.note not in kept.note:
        chosen = replace(chosen, note=f"{kept.note}\n{merged.note}")
    return chosen


def chosen_from(kept: DraftT, merged: DraftT, taken: list[str]) -> DraftT:
    """Return the kept record with these fields of the other one, and what follows from them."""
    names = [*taken]
    for follower, leader in _FOLLOWS.items():
        if leader in taken and hasattr(kept, follower):
            names.append(follower)
    values: dict[str, Any] = {name: getattr(merged, name) for name in names}
    return replace(kept, **values)


def _is_blank(value: object) -> bool:
    return value is None or value == ""
