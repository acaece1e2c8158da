"""What a person's record must be before it is stored, and what is worth asking about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from app.contacts.person import PersonDraft
from app.kernel.ages import age_on
from app.kernel.errors import Refusal
from app.kernel.kana import is_kana, to_hiragana
from app.kernel.phones import normalise_phone
from app.kernel.postal import normalise_postal
from app.kernel.text import tidy

OLDEST = 120
"""An age in years beyond which a birth date is taken for a slip."""

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_FIELDS = tuple(field.name for field in fields(PersonDraft))
_TEXTS = tuple(field.name for field in fields(PersonDraft) if field.type == "str")
_PLAIN_KANA = re.compile("[ぁ-ゖ]+")
_KANA = ("family_kana", "given_kana")
_PHONES = ("phone", "mobile", "fax", "emergency_phone")


def checked(draft: PersonDraft, today: date, area_code: str = "0138") -> PersonDraft:
    """Return the record as it is stored: trimmed, numbers and readings in one spelling.

    Names keep every character.  Raises ``Refusal`` with a sentence for each field that cannot
    be stored.
    """
    problems: dict[str, str] = {}
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    if not values["family_name"] and not values["given_name"]:
        problems["family_name"] = "氏名を入力してください。"
    for name in _KANA:
        repair(values, problems, name, plain_kana)
    for name in _PHONES:
        repair(values, problems, name, lambda text: normalise_phone(text, area_code))
    repair(values, problems, "postal_code", normalise_postal)
    repair(values, problems, "email", plain_email)
    problems.update(_birth_problems(draft, today))
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), fields=problems)
    if draft.birth_date is not None:
        values.update(birth_year=None, age_band="")
    return PersonDraft(**values)


def tidy_texts(values: dict[str, Any], names: Sequence[str]) -> None:
    """Trim the texts and mend what was pasted; most drafts need one look for all of them."""
    for name in names:
        values[name] = values[name].strip()
    together = "\n".join(values[name] for name in names)
    if tidy(together).text.split("\n") != together.strip().split("\n"):
        for name in names:
            values[name] = tidy(values[name]).text


def doubts(draft: PersonDraft, today: date) -> Mapping[str, str]:
    """Return, by field, what could be right but is worth asking about before saving."""
    found = {}
    if draft.birth_date is not None and age_on(draft.birth_date, today) > OLDEST:
        found["birth_date"] = (
            f"この生年月日では{age_on(draft.birth_date, today)}歳になります。"
            "元号と年を確かめてください。"
        )
    if draft.family_name and not draft.given_name and len(draft.family_name) > 2:
        found["given_name"] = "姓と名が分かれていません。"
    if draft.family_name and not draft.family_kana:
        found["family_kana"] = "ふりがながないため、五十音順では「ふりがな未入力」に並びます。"
    return found


def repair(
    values: dict[str, Any], problems: dict[str, str], name: str, mended: Callable[[str], str]
) -> None:
    """Write one field in its one spelling, or note down why that cannot be."""
    if not values[name]:
        return
    try:
        values[name] = mended(values[name])
    except Refusal as refusal:
        problems[name] = refusal.text


def plain_kana(text: str) -> str:
    """Return a reading in hiragana; raises ``Refusal`` for anything that is no kana."""
    if _PLAIN_KANA.fullmatch(text):
        return text
    plain = to_hiragana(unicodedata.normalize("NFKC", text))
    if not is_kana(re.sub(r"[\s・･]", "", plain)):
        raise Refusal(f"ふりがな「{text}」に、かな以外の文字があります。")
    return plain


def plain_email(text: str) -> str:
    """Return an address in half-width letters; raises ``Refusal`` for what is none."""
    plain = unicodedata.normalize("NFKC", text)
    if not _EMAIL.fullmatch(plain):
        raise Refusal(f"メールアドレス「{text}」は、name@example.jp の形で入力してください。")
    return plain


def _birth_problems(draft: PersonDraft, today: date) -> Mapping[str, str]:
    if draft.birth_date is not None and draft.birth_date > today:
        return {"birth_date": "生年月日が今日より後の日付になっています。"}
    if draft.birth_year is not None and not today.year - OLDEST <= draft.birth_year <= today.year:
        return {"birth_year": f"生年「{draft.birth_year}」を西暦4桁で確かめてください。"}
    return {}
