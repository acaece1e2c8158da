"""What a row of a list changes about somebody who is known already, field by field.

A blank never takes anything away.  Names stay as they are stored: a list from elsewhere often
writes 高 for 髙.  A note is added to, never replaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.contacts.person import PersonDraft
from app.importing.merged import (
    FieldChange,
    address_in_one,
    longer_note,
    new_address,
    new_district,
    shown,
)
from app.kernel.phones import phone_digits

_PLAIN: Mapping[str, str] = {
    "former_name": "旧姓・通称",
    "sex": "性別",
    "neighbourhood": "町会",
    "fax": "FAX",
    "email": "メール",
    "contact_by": "連絡希望手段",
    "contact_hours": "連絡可能時間帯",
    "emergency_name": "緊急連絡先の氏名",
    "emergency_relation": "緊急連絡先の続柄",
    "emergency_phone": "緊急連絡先の電話",
    "occupation": "職業・経歴",
    "qualifications": "資格",
    "interests": "趣味・特技",
}


@dataclass(frozen=True, slots=True)
class Merged:
    """A stored record with a row of a list worked in, what that changes, and what it leaves."""

    draft: PersonDraft
    changes: tuple[FieldChange, ...]
    remarks: tuple[str, ...]


def merge(stored: PersonDraft, new: PersonDraft) -> Merged:
    """Return the stored record with everything the new one knows."""
    values: dict[str, Any] = {}
    for part in (_name, _kana, _birth, new_address, _phones, new_district, _plain, longer_note):
        values.update(part(stored, new))
    draft = replace(stored, **values)
    return Merged(draft, tuple(_changes(stored, draft)), tuple(_remarks(stored, draft, new)))


def _name(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    """Part a name that was stored in one piece, where its characters are the same."""
    if stored.given_name or not new.given_name:
        return {}
    if stored.family_name != new.family_name + new.given_name:
        return {}
    return {"family_name": new.family_name, "given_name": new.given_name}


def _kana(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    if not new.family_kana or (new.kana_guessed and stored.family_kana):
        return {}
    same = stored.family_kana + stored.given_kana == new.family_kana + new.given_kana
    if same and (stored.given_kana or not new.given_kana):
        # A reading that somebody wrote down confirms the guess.
        return {"kana_guessed": stored.kana_guessed and new.kana_guessed}
    return {
        "family_kana": new.family_kana,
        "given_kana": new.given_kana,
        "kana_guessed": new.kana_guessed,
    }


def _birth(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    if new.birth_date is not None:
        return {"birth_date": new.birth_date, "birth_year": None, "age_band": ""}
    if stored.birth_date is not None:
        return {}
    if new.birth_year is not None:
        return {"birth_year": new.birth_year}
    if new.age_band and stored.birth_year is None:
        return {"age_band": new.age_band}
    return {}


def _phones(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    known = {phone_digits(stored.phone), phone_digits(stored.mobile)}
    return {
        name: number
        for name, number in (("phone", new.phone), ("mobile", new.mobile))
        if number and phone_digits(number) not in known
    }


def _plain(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    return {
        name: getattr(new, name)
        for name in _PLAIN
        if getattr(new, name) and getattr(new, name) != getattr(stored, name)
    }


def _changes(stored: PersonDraft, draft: PersonDraft) -> list[FieldChange]:
    pairs = (
        ("氏名", stored.name, draft.name),
        ("ふりがな", stored.kana, draft.kana),
        ("ふりがなの確認", _guess(stored), _guess(draft)),
        ("生年月日", stored.birth_date, draft.birth_date),
        ("生年", stored.birth_year, draft.birth_year),
        ("年代", stored.age_band, draft.age_band),
        ("郵便番号", stored.postal_code, draft.postal_code),
        ("住所", address_in_one(stored), address_in_one(draft)),
        ("電話", stored.phone, draft.phone),
        ("携帯", stored.mobile, draft.mobile),
        *((label, getattr(stored, name), getattr(draft, name)) for name, label in _PLAIN.items()),
        ("圏域", stored.district_id, draft.district_id),
        ("備考", stored.note, draft.note),
    )
    return [FieldChange(label, shown(old), shown(new)) for label, old, new in pairs if old != new]


def _remarks(stored: PersonDraft, draft: PersonDraft, new: PersonDraft) -> list[str]:
    if draft.name.replace("　", "") == new.name.replace("　", ""):
        return []
    return [f"氏名の字は登録のまま「{stored.name}」にします（名簿では「{new.name}」）"]


def _guess(draft: PersonDraft) -> str:
    return "要確認" if draft.kana_guessed else ""
