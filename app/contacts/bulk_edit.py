"""Changing one thing of many people or organisations at once (まとめて変更): the rules.

What can be changed is a table from a field to what becomes of a record; a field of the office's
own is named ``own:`` and its key.  Nothing is changed here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from app.contacts.custom import OWN, Subject
from app.contacts.organisation import OrganisationDraft, OrganisationStatus, Reach
from app.contacts.person import HONORIFICS, ContactWay, PersonDraft, PersonStatus
from app.kernel.labelled import Labelled
from app.kernel.text import quoted

Draft = PersonDraft | OrganisationDraft
Choices = tuple[tuple[str, str], ...]
"""Words and value of each."""

WITHHELD: Final = "withheld"
_SENT: Final = "sent"
UNITS: Final[Mapping[Subject, str]] = {Subject.PERSON: "人", Subject.ORGANISATION: "団体"}


class EditField(Labelled):
    """What can be changed of many at once; own fields come on top of these."""

    STATUS = "status", "状態"
    DISTRICT = "district", "圏域"
    NEIGHBOURHOOD = "neighbourhood", "町会"
    KIND = "kind", "団体種別"
    REACH = "reach", "活動の範囲"
    CONTACT_BY = "contact_by", "連絡方法"
    HONORIFIC = "honorific", "敬称"
    NO_MAIL = "no_mail", "発送"
    TAG_ON = "tag_on", "タグを付ける"
    TAG_OFF = "tag_off", "タグを外す"
    NOTE = "note", "備考に書き足す"


_ORGANISATIONS_ONLY: Final = (EditField.KIND, EditField.REACH)
_PEOPLE_ONLY: Final = (EditField.NEIGHBOURHOOD, EditField.CONTACT_BY, EditField.HONORIFIC)
TAGGINGS: Final = (EditField.TAG_ON, EditField.TAG_OFF)
TYPED: Final = (EditField.NEIGHBOURHOOD, EditField.NOTE)
"""Fields that take any words; the others take one of their choices."""


def edit_fields(subject: Subject) -> tuple[EditField, ...]:
    """Return what can be changed of people or organisations."""
    others = _ORGANISATIONS_ONLY if subject is Subject.PERSON else _PEOPLE_ONLY
    return tuple(field for field in EditField if field not in others)


class EditFate(Labelled):
    """What becomes of one record."""

    CHANGE = "change", "変わる"
    SAME = "same", "同じ"
    REFUSED = "refused", "変えられない"


@dataclass(frozen=True, slots=True)
class EditableField:
    """One thing that can be changed, as a window offers it; ``choices`` are none for words."""

    field: str
    label: str
    choices: Choices | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be changed: a field's ``EditField`` value or own name, and the stored value."""

    subject: Subject
    field: str
    value: str = ""

    @property
    def known(self) -> EditField | None:
        """The field, none for one of the office's own."""
        return EditField.of_value(self.field)

    @property
    def own(self) -> int:
        """The key of the own field; raises ``ValueError`` for another one."""
        return int(self.field.removeprefix(OWN))


@dataclass(frozen=True, slots=True)
class EditLine:
    """One record: what it says now, what it would say, and why not."""

    key: int
    name: str
    before: str
    after: str
    fate: EditFate
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EditPlan:
    """What an edit would do to each of many records; ``drafts`` are those it would store."""

    edit: Edit
    label: str
    words: str
    """The value as people read it."""
    lines: tuple[EditLine, ...]
    drafts: Mapping[int, Draft]

    def keys(self, fate: EditFate) -> tuple[int, ...]:
        """Return the records with this fate, in the order of the lines."""
        return tuple(line.key for line in self.lines if line.fate is fate)

    def title(self, count: int) -> str:
        """Return what the change log says of the edit of so many records."""
        who, words = f"{count:,}{UNITS[self.edit.subject]}", quoted(self.words)
        if self.edit.known is EditField.TAG_ON:
            return f"{who}にタグ{words}を付ける"
        if self.edit.known is EditField.TAG_OFF:
            return f"{who}からタグ{words}を外す"
        if self.edit.known is EditField.NOTE:
            return f"{who}の備考に書き足す"
        return f"{who}の{self.label}を変更（{self.words or '空にする'}）"


def edited(draft: Draft, edit: Edit) -> Draft:
    """Return a record as the edit leaves it; tags and own fields are no part of it."""
    change = None if edit.known is None else _CHANGES.get(edit.known)
    return draft if change is None else replace(draft, **change(draft, edit.value))


def stored_text(draft: Draft, field: EditField) -> str:
    """Return what a record says in a field: words, or the value of a choice."""
    return _TEXTS[field](draft)


def obstacle(before: Draft, after: Draft) -> str:
    """Return why a record may not be changed like that, in a sentence; nothing if it may."""
    if before.status is PersonStatus.DECEASED and after.status is not before.status:
        return "逝去の記録です。状態は、カードで確かめて1人ずつ変えてください。"
    return ""


def _status(draft: Any, value: str) -> Mapping[str, Any]:
    kind = PersonStatus if isinstance(draft, PersonDraft) else OrganisationStatus
    return {"status": kind.of_value(value)}


def _district(draft: Any, value: str) -> Mapping[str, Any]:
    if not value:
        return {"district_fixed": False}
    # Who lives there by the address stays where the address says.
    known = draft.district_id == int(value)
    return {} if known else {"district_id": int(value), "district_fixed": True}


def _note(draft: Any, value: str) -> Mapping[str, Any]:
    if f"\n{value}\n" in f"\n{draft.note}\n":
        return {}
    return {"note": f"{draft.note}\n{value}".strip()}


_CHANGES: Final[Mapping[EditField, Callable[[Any, str], Mapping[str, Any]]]] = {
    EditField.STATUS: _status,
    EditField.DISTRICT: _district,
    EditField.NEIGHBOURHOOD: lambda _draft, value: {"neighbourhood": value},
    EditField.KIND: lambda _draft, value: {"kind_id": int(value) if value else None},
    EditField.REACH: lambda _draft, value: {"reach": Reach.of_value(value)},
    EditField.CONTACT_BY: lambda _draft, value: {"contact_by": ContactWay.of_value(value)},
    EditField.HONORIFIC: lambda _draft, value: {"honorific": value},
    EditField.NO_MAIL: lambda _draft, value: {"no_mail": value == WITHHELD},
    EditField.NOTE: _note,
}
_TEXTS: Final[Mapping[EditField, Callable[[Any], str]]] = {
    EditField.STATUS: lambda draft: str(draft.status.value),
    EditField.DISTRICT: lambda draft: str(draft.district_id or ""),
    EditField.NEIGHBOURHOOD: lambda draft: str(draft.neighbourhood),
    EditField.KIND: lambda draft: str(draft.kind_id or ""),
    EditField.REACH: lambda draft: str(draft.reach.value),
    EditField.CONTACT_BY: lambda draft: draft.contact_by.value if draft.contact_by else "",
    EditField.HONORIFIC: lambda draft: str(draft.honorific),
    EditField.NO_MAIL: lambda draft: WITHHELD if draft.no_mail else _SENT,
    EditField.NOTE: lambda draft: str(draft.note),
}


def labels_of(subject: Subject, field: EditField) -> Choices:
    """Return the choices of a field that are the same in every office."""
    if field is EditField.STATUS:
        kind = PersonStatus if subject is Subject.PERSON else OrganisationStatus
        return tuple((one.label, one.value) for one in kind)
    return _LABELS.get(field, ())


_LABELS: Final[Mapping[EditField, Choices]] = {
    EditField.REACH: tuple((one.label, one.value) for one in Reach),
    EditField.CONTACT_BY: (*((one.label, one.value) for one in ContactWay), ("決まっていない", "")),
    EditField.HONORIFIC: tuple((word or "なし", word) for word in HONORIFICS),
    EditField.NO_MAIL: (("案内を送らない", WITHHELD), ("案内を送る", _SENT)),
}
