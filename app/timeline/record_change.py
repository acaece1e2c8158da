"""A change of a contact's record, read from the change log, in words.

What somebody needs (配慮事項) is in a table of its own and is never repeated here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.contacts.organisation import OrganisationStatus, Reach
from app.contacts.person import ContactWay, PersonStatus, Sex
from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day

_SHARED: Final = {
    "postal_code": "郵便番号", "phone": "電話", "fax": "FAX", "email": "メール",
    "status": "状態", "note": "備考", "no_mail": "案内の発送",
}  # fmt: skip
_PERSON: Final = _SHARED | {
    "former_name": "旧姓・通称", "substitute": "代わりの字", "glyph_note": "外字のメモ",
    "sex": "性別", "birth_date": "生年月日", "birth_year": "生まれた年", "age_band": "年代",
    "neighbourhood": "町会", "mobile": "携帯", "contact_by": "連絡希望手段",
    "contact_hours": "連絡可能時間帯", "emergency_name": "緊急連絡先の氏名",
    "emergency_relation": "緊急連絡先の続柄", "emergency_phone": "緊急連絡先の電話",
    "occupation": "職業・経歴", "qualifications": "資格", "interests": "趣味・特技",
    "honorific": "敬称",
}  # fmt: skip
_ORGANISATION: Final = _SHARED | {
    "name": "団体名", "short_name": "略称", "kana": "ふりがな", "legal_form": "法人格",
    "representative_title": "代表者の職", "representative_name": "代表者", "department": "部署",
    "reach": "活動の範囲", "website": "ホームページ", "media": "広報媒体", "agreement": "協定",
}  # fmt: skip
_JOINED: Final = (
    ("氏名", ("family_name", "given_name")),
    ("ふりがな", ("family_kana", "given_kana")),
    ("住所", ("address_town", "address_number", "address_building")),
)
_UNSAID: Final = {"kind_id": "団体種別", "district_id": "圏域"}
"""Masters: the log has their numbers only, and the master may have gone."""
_WORDS: Final[Mapping[str, tuple[type[Labelled], ...]]] = {
    "sex": (Sex,),
    "contact_by": (ContactWay,),
    "status": (PersonStatus, OrganisationStatus),
    "reach": (Reach,),
}
_YES_NO: Final = {"no_mail": ("送る", "送らない"), "agreement": ("なし", "あり")}
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; both empty where only the fact is known."""

    label: str
    old: str
    new: str

    def __str__(self) -> str:
        if not self.old and not self.new:
            return self.label
        return f"{self.label}：{self.old or '（空）'} → {self.new or '（空）'}"


def field_changes(
    table: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[FieldChange, ...]:
    """Return what a person would call changed between two images of a row."""
    return tuple(_changes(_PERSON if table == "person" else _ORGANISATION, before, after))


def _changes(
    labels: Mapping[str, str], before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterable[FieldChange]:
    for label, parts in _JOINED:
        old, new = _joined(before, parts), _joined(after, parts)
        if old != new:
            yield FieldChange(label, old, new)
    for name, label in labels.items():
        if before.get(name) != after.get(name):
            yield FieldChange(label, _text(name, before.get(name)), _text(name, after.get(name)))
    for name, label in _UNSAID.items():
        if before.get(name) != after.get(name):
            yield FieldChange(label, "", "")


def _joined(image: Mapping[str, Any], parts: Iterable[str]) -> str:
    return "　".join(str(image[part]) for part in parts if image.get(part))


def _text(name: str, value: object) -> str:
    if name in _YES_NO:
        return _YES_NO[name][bool(value)]
    if value is None or value == "":
        return ""
    for words in _WORDS.get(name, ()):
        if (member := words.of_value(str(value))) is not None:
            return member.label
    text = _day(str(value)) if name == "birth_date" else str(value)
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _day(text: str) -> str:
    try:
        return format_day(date.fromisoformat(text))
    except ValueError:
        return text
