"""What a row of a list changes about somebody who is known already, field by field.

A blank never takes anything away.  Names stay as they are stored: a list from elsewhere often
writes 高 for 髙.  A note is added to, never replaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.contacts.identity import house
from app.contacts.person import PersonDraft
from app.kernel.folding import fold
from app.kernel.labelled import Labelled
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
class FieldChange:
    """One field as it is stored and as it would be."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A stored record with a row of a list worked in, what that changes, and what it leaves."""

    draft: PersonDraft
    changes: tuple[FieldChange, ...]
    remarks: tuple[str, ...]


def merge(stored: PersonDraft, new: PersonDraft) -> Merged:
    """Return the stored record with everything the new one knows."""
    values: dict[str, Any] = {}
    for part in (_name, _kana, _birth, _address, _phones, _district, _plain, _note):
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


def _address(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    """Take a new address whole; the same one only fills what is missing."""
    postal = {"postal_code": new.postal_code} if new.postal_code else {}
    there = stored.address_town + stored.address_number
    here = new.address_town + new.address_number
    if not here:
        return postal
    before, after = fold(there), fold(here)
    if before == after or (house(before) and house(before) == house(after)):
        building = {"address_building": stored.address_building or new.address_building}
        return {**postal, **building}
    return {
        "postal_code": new.postal_code,
        "address_town": new.address_town,
        "address_number": new.address_number,
        "address_building": new.address_building,
    }


def _phones(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    known = {phone_digits(stored.phone), phone_digits(stored.mobile)}
    return {
        name: number
        for name, number in (("phone", new.phone), ("mobile", new.mobile))
        if number and phone_digits(number) not in known
    }


def _district(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    if not new.district_fixed or new.district_id == stored.district_id:
        return {}
    return {"district_id": new.district_id, "district_fixed": True}


def _plain(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    return {
        name: getattr(new, name)
        for name in _PLAIN
        if getattr(new, name) and getattr(new, name) != getattr(stored, name)
    }


def _note(stored: PersonDraft, new: PersonDraft) -> dict[str, Any]:
    lines = stored.note.splitlines()
    added = [line for line in new.note.splitlines() if line not in lines]
    return {"note": "\n".join([*lines, *added])} if added else {}


def _changes(stored: PersonDraft, draft: PersonDraft) -> list[FieldChange]:
    shown = (
        ("氏名", stored.name, draft.name),
        ("ふりがな", stored.kana, draft.kana),
        ("ふりがなの確認", _guess(stored), _guess(draft)),
        ("生年月日", stored.birth_date, draft.birth_date),
        ("生年", stored.birth_year, draft.birth_year),
        ("年代", stored.age_band, draft.age_band),
        ("郵便番号", stored.postal_code, draft.postal_code),
        ("住所", _lines(stored), _lines(draft)),
        ("電話", stored.phone, draft.phone),
        ("携帯", stored.mobile, draft.mobile),
        *((label, getattr(stored, name), getattr(draft, name)) for name, label in _PLAIN.items()),
        ("圏域", stored.district_id, draft.district_id),
        ("備考", stored.note, draft.note),
    )
    return [FieldChange(label, _text(old), _text(new)) for label, old, new in shown if old != new]


def _remarks(stored: PersonDraft, draft: PersonDraft, new: PersonDraft) -> list[str]:
    if draft.name.replace("　", "") == new.name.replace("　", ""):
        return []
    return [f"氏名の字は登録のまま「{stored.name}」にします（名簿では「{new.name}」）"]


def _guess(draft: PersonDraft) -> str:
    return "要確認" if draft.kana_guessed else ""


def _lines(draft: PersonDraft) -> str:
    return " ".join(
        part for part in (draft.address_town + draft.address_number, draft.address_building) if part
    )


def _text(value: object) -> str:
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
