"""Fields of the office's own (独自項目) for people and organisations."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.labelled import Labelled


class Subject(Labelled):
    """What a field, a search or a pair is about."""

    PERSON = "person", "人"
    ORGANISATION = "organisation", "団体"


class FieldKind(Labelled):
    """What may be written in a field."""

    TEXT = "text", "文字"
    NUMBER = "number", "数"
    DAY = "day", "日付"
    YES_NO = "yes_no", "はい・いいえ"
    CHOICE = "choice", "選択肢"


@dataclass(frozen=True, slots=True)
class CustomFieldDraft:
    """One field of the office's own."""

    name: str
    subject: Subject = Subject.PERSON
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
