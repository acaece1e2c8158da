"""What a form about one person may hold: whole, in parts, and character by character.

Cities draw a box for each digit of a telephone number, and ask for family name and given name,
era and year, the first three and the last four digits of a postal code apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.contacts.card import one_line_address
from app.contacts.person import PersonDraft, Sex
from app.kernel.ages import age_band, age_on
from app.kernel.eras import era_of
from app.kernel.kana import to_hiragana, to_katakana
from app.kernel.names import clusters
from app.kernel.phones import phone_digits
from app.reporting.day_fields import day_fields

CHARACTER = "字"
"""The one field of the lists that give a text character by character."""
_TICKED, _OPEN = "☑", "□"
_GROUPS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """The district a person lives in, and the centre that looks after it."""

    district: str = ""
    centre: str = ""


def person_fields(draft: PersonDraft, day: date, place: Place) -> dict[str, Any]:
    """Return every field of a person; ages are counted on ``day``."""
    return {
        **_names(draft),
        **_birth(draft, day),
        "性別": draft.sex.label if draft.sex else "",
        "男性のチェック": _tick(draft.sex is Sex.MALE),
        "女性のチェック": _tick(draft.sex is Sex.FEMALE),
        **_address(draft, place),
        **_reached_by(draft),
        "職業": draft.occupation,
        "資格": draft.qualifications,
        "関心のあること": draft.interests,
        "敬称": draft.honorific,
        "連絡先の備考": draft.note,
    }


def person_characters(draft: PersonDraft) -> dict[str, Sequence[dict[str, str]]]:
    """Return the lists for forms with a box for each character."""
    return {
        "フリガナの文字": _characters(to_katakana(draft.kana).replace("　", " ")),
        "郵便番号の数字": _characters(_digits(draft.postal_code)),
        "電話の数字": _characters(_digits(draft.phone)),
        "携帯の数字": _characters(_digits(draft.mobile)),
        "生年月日の数字": _characters(_birth_digits(draft.birth_date)),
    }


def _names(draft: PersonDraft) -> dict[str, Any]:
    family, given = to_hiragana(draft.family_kana), to_hiragana(draft.given_kana)
    return {
        "氏名": draft.name,
        "姓": draft.family_name,
        "名": draft.given_name,
        "ふりがな": to_hiragana(draft.kana),
        "姓のふりがな": family,
        "名のふりがな": given,
        "フリガナ": to_katakana(draft.kana),
        "姓のフリガナ": to_katakana(family),
        "名のフリガナ": to_katakana(given),
        "旧姓・通称": draft.former_name,
    }


def _birth(draft: PersonDraft, day: date) -> dict[str, Any]:
    born = draft.birth_date
    age = age_on(born, day) if born else None
    return {
        **day_fields("生年月日", born),
        "生年月日の西暦年": born.year if born else draft.birth_year,
        "年齢": age,
        "年代": age_band(age) if born else draft.age_band,
    }


def _address(draft: PersonDraft, place: Place) -> dict[str, Any]:
    code = _digits(draft.postal_code)
    return {
        "郵便番号": draft.postal_code,
        "郵便番号の上3桁": code[:3],
        "郵便番号の下4桁": code[3:],
        "住所": one_line_address(draft),
        "住所の町名": draft.address_town,
        "住所の番地": draft.address_number,
        "住所の建物": draft.address_building,
        "圏域": place.district,
        "包括": place.centre,
        "町会": draft.neighbourhood,
    }


def _reached_by(draft: PersonDraft) -> dict[str, Any]:
    return {
        "電話": draft.phone,
        **_phone_parts("電話", draft.phone),
        "携帯": draft.mobile,
        **_phone_parts("携帯", draft.mobile),
        "連絡先電話": draft.phone or draft.mobile,
        "FAX": draft.fax,
        "メール": draft.email,
        "連絡方法": draft.contact_by.label if draft.contact_by else "",
        "連絡の時間帯": draft.contact_hours,
        "緊急連絡先": draft.emergency_name,
        "緊急連絡先の続柄": draft.emergency_relation,
        "緊急連絡先の電話": draft.emergency_phone,
    }


def _phone_parts(name: str, number: str) -> dict[str, str]:
    """Return the groups of a number that has three: 0138, 22, 0001."""
    groups = number.partition(" ")[0].split("-")
    groups = groups if len(groups) == _GROUPS else [""] * _GROUPS
    return {f"{name}の{place}番目": group for place, group in enumerate(groups, start=1)}


def _digits(text: str) -> str:
    return phone_digits(text.partition(" ")[0])


def _birth_digits(born: date | None) -> str:
    """Return year of the era, month and day in two digits each, as boxes have it."""
    era = era_of(born) if born else None
    if born is None or era is None:
        return ""
    return f"{era.year_of(born.year):02}{born:%m%d}"


def _characters(text: Iterable[str]) -> list[dict[str, str]]:
    return [{CHARACTER: one} for one in clusters("".join(text))]


def _tick(chosen: bool) -> str:
    return _TICKED if chosen else _OPEN
