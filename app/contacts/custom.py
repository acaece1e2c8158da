"""Fields of the office's own (独自項目) for people and organisations, and what may stand in them.

A value is stored as text whatever its kind: days in ISO, numbers with a plain point, はい as
``yes``.  ``shown`` writes it as people read it, ``read_value`` takes what they type.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from app.contacts.custom_names import TAKEN
from app.kernel.day_text import parse_day
from app.kernel.errors import Refusal
from app.kernel.folding import fold
from app.kernel.labelled import Labelled
from app.kernel.text import quoted, tidy
from app.kernel.wareki import format_day

YES: Final = "yes"
NO: Final = "no"
_WORDS: Final = {YES: "はい", NO: "いいえ"}
_YES_WORDS: Final = frozenset(
    fold(word)
    for word in ("はい", "yes", "y", "○", "〇", "◯", "有", "あり", "1", "true", "✓", "✔", "レ")
)
_NO_WORDS: Final = frozenset(
    fold(word) for word in ("いいえ", "no", "n", "×", "✕", "無", "なし", "0", "false", "-")
) - {""}
_NUMBER: Final = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,6})?")
_NOT_IN_A_NAME: Final = re.compile(r"[{}|.*:!\n]")
LONGEST_NAME: Final = 40
OWN: Final = "own:"
"""What the name of an own field begins with where it stands among others; its key follows."""


class Subject(Labelled):
    """What a field, a search, a pair or an imported list is about."""

    PERSON = "person", "人"
    ORGANISATION = "organisation", "団体"
    RESOURCE = "resource", "社会資源"


CONTACTS: Final = (Subject.PERSON, Subject.ORGANISATION)
"""Those that bear own fields, and are paired, merged and searched by conditions."""


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


@dataclass(frozen=True, slots=True)
class CustomFieldRow:
    """One field as the settings list it; ``used`` is in how many records something stands in it."""

    id: int
    draft: CustomFieldDraft
    position: int
    retired: bool
    used: int

    @property
    def name(self) -> str:
        return self.draft.name


@dataclass(frozen=True, slots=True)
class CustomValueRow:
    """A field of one record and what stands in it, blank for nothing."""

    field: CustomFieldRow
    value: str

    @property
    def shown(self) -> str:
        """The value as people read it."""
        return shown(self.field.draft, self.value)


def read_value(field: CustomFieldDraft, text: str, today: date) -> str:
    """Return what is stored for a typed value; blank stays blank.

    Raises ``Refusal`` with a sentence where the value is not of the field's kind.
    """
    plain = tidy(text).text
    if not plain:
        return ""
    return _READERS[field.kind](field, plain, today)


def shown(field: CustomFieldDraft, value: str) -> str:
    """Return a stored value as people read it."""
    if field.kind is FieldKind.DAY and value:
        return format_day(date.fromisoformat(value))
    if field.kind is FieldKind.YES_NO:
        return _WORDS.get(value, value)
    return value


def typed(field: CustomFieldDraft, value: str) -> str | int | float | date:
    """Return a stored value as lists and forms hold it: days are days, numbers are numbers."""
    if field.kind is FieldKind.DAY and value:
        return date.fromisoformat(value)
    if field.kind is FieldKind.NUMBER and value:
        return float(value) if "." in value else int(value)
    return shown(field, value)


def search_word(field: CustomFieldDraft, value: str) -> str:
    """Return what a search finds a value by; はい and いいえ would be found everywhere."""
    return "" if field.kind is FieldKind.YES_NO else shown(field, value)


def checked_field(draft: CustomFieldDraft) -> CustomFieldDraft:
    """Return a field as it is stored; raises ``Refusal`` for a name or choices that cannot be.

    The name is a heading of lists and a tag of forms, so what tags are written with is refused.
    """
    name = tidy(draft.name).text
    problems = {}
    if not name:
        problems["name"] = "独自項目の名前を入力してください。"
    elif len(name) > LONGEST_NAME:
        problems["name"] = f"独自項目の名前は{LONGEST_NAME}字までにしてください。"
    elif _NOT_IN_A_NAME.search(name):
        problems["name"] = "独自項目の名前に「{ } | . * : !」は使えません。"
    elif name in TAKEN:
        problems["name"] = f"「{name}」はもとからある項目の名前です。別の名前にしてください。"
    choices = tuple(dict.fromkeys(filter(None, (tidy(one).text for one in draft.choices))))
    if draft.kind is FieldKind.CHOICE and not choices:
        problems["choices"] = "選択肢を1つ以上入力してください。"
    if problems:
        raise Refusal("".join(problems.values()), fields=problems)
    kept = choices if draft.kind is FieldKind.CHOICE else ()
    return CustomFieldDraft(name, draft.subject, draft.kind, kept)


def _text(_field: CustomFieldDraft, text: str, _today: date) -> str:
    return text


def _number(field: CustomFieldDraft, text: str, _today: date) -> str:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace("−", "-").strip()
    try:
        number = Decimal(plain) if _NUMBER.fullmatch(plain) else None
    except InvalidOperation:
        number = None
    if number is None:
        raise Refusal(
            f"「{field.name}」の{quoted(text)}は数ではありません。数字で入力してください。"
        )
    whole = number.to_integral_value()
    return str(int(whole)) if number == whole else f"{number.normalize():f}"


def _day(field: CustomFieldDraft, text: str, today: date) -> str:
    try:
        return parse_day(text, today).isoformat()
    except Refusal as refusal:
        raise Refusal(f"「{field.name}」：{refusal.text}") from None


def _yes_no(field: CustomFieldDraft, text: str, _today: date) -> str:
    plain = fold(text) or text
    if plain in _YES_WORDS:
        return YES
    if plain in _NO_WORDS or text in "-－ー":
        return NO
    raise Refusal(f"「{field.name}」の{quoted(text)}は「はい」か「いいえ」で入力してください。")


def _choice(field: CustomFieldDraft, text: str, _today: date) -> str:
    wanted = fold(text)
    for choice in field.choices:
        if choice == text or fold(choice) == wanted:
            return choice
    offered = "、".join(field.choices)
    raise Refusal(f"「{field.name}」の{quoted(text)}は選択肢（{offered}）にありません。")


_READERS: Mapping[FieldKind, Callable[[CustomFieldDraft, str, date], str]] = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.DAY: _day,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: _choice,
}
