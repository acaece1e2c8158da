"""A column that becomes a field of the office's own (独自項目): its name, kind and values.

In a mapping it is written ``own:名前``, or ``own:名前:day`` where the kind is said; a kind nobody
says is guessed from the cells.  A field the office has already keeps its own kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from app.contacts.custom import LONGEST_NAME, CustomFieldDraft, FieldKind, Subject, read_value
from app.contacts.custom_names import TAKEN
from app.documents.table_file import Cell
from app.kernel.errors import Refusal
from app.kernel.text import tidy

_PREFIX = "own:"
_NOT_IN_A_NAME = re.compile(r"[{}|.*:!\s]+")
_YES = frozenset(("○", "〇", "◯", "有", "あり", "はい", "yes", "true"))
_YES_NO = _YES | {"×", "✕", "無", "なし", "いいえ", "no", "false"}
_CODE = re.compile(r"0\d+|\d{11,}|\+.*")
"""Figures that are no number to count with: they would lose their zeros."""
_ERA = r"(?:明治|大正|昭和|平成|令和|[明大昭平令MTSHR])\.?(?:\d{1,2}|元)"
_WITH_YEAR = re.compile(rf"(?:\d{{4}}|{_ERA})[年./-].*\d", re.IGNORECASE)
"""A day without its year means another one a year later."""
_FEW_CHOICES = 12
MOST_CHOICES = 50
_LONGEST_CHOICE = 20
_EACH = 3
"""As often as this a choice is written in the middle; else the values are texts."""


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column that goes into a field of the office's own; ``kind`` as far as it is said."""

    name: str
    kind: FieldKind | None = None

    @property
    def value(self) -> str:
        """The meaning as a mapping writes it."""
        return _PREFIX + self.name + ("" if self.kind is None else f":{self.kind.value}")

    @property
    def label(self) -> str:
        return f"独自項目「{self.name}」"


def own_column(meant: str) -> OwnColumn | None:
    """Return the field of the office's own that a mapping means, or nothing where it means none.

    Raises ``Refusal`` for a name or a kind there cannot be.
    """
    if not meant.startswith(_PREFIX):
        return None
    name, _, said = meant.removeprefix(_PREFIX).partition(":")
    kind = FieldKind.of_value(said) or FieldKind.of_label(said)
    if said and kind is None:
        kinds = "、".join(one.value for one in FieldKind)
        raise Refusal(f"独自項目の種類「{said}」はありません。使える種類: {kinds}")
    if not name.strip():
        raise Refusal("独自項目の名前がありません。own:会員区分 のように書いてください。")
    return OwnColumn(tidy(name).text, kind)


def own_name(heading: str) -> str:
    """Return the name a new field has by the heading of its column."""
    name = _NOT_IN_A_NAME.sub(" ", tidy(heading).text)[:LONGEST_NAME].strip()
    return f"{name}（名簿）" if name in TAKEN else name


def own_text(cell: Cell) -> str:
    """Return what stands in a cell as it would be typed: a day without its midnight."""
    if isinstance(cell.value, datetime) and cell.value.time() == time():
        return cell.value.date().isoformat()
    return cell.text.strip()


def guessed_kind(texts: Iterable[str], today: date) -> FieldKind:
    """Return the kind that every value of a column is of."""
    found = [text for text in texts if text]
    if not found:
        return FieldKind.TEXT
    for kind, fits in (
        (FieldKind.YES_NO, _are_yes_no),
        (FieldKind.NUMBER, _are_numbers),
        (FieldKind.DAY, _are_days),
        (FieldKind.CHOICE, _are_choices),
    ):
        if fits(found) and (kind is FieldKind.CHOICE or _are_read(found, kind, today)):
            return kind
    return FieldKind.TEXT


def choices_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the choices that values name, each once, in the order of the list."""
    return tuple(dict.fromkeys(tidy(text).text for text in texts if text))


def _are_yes_no(texts: Sequence[str]) -> bool:
    said = {unicodedata.normalize("NFKC", text).strip().lower() for text in texts}
    return said <= _YES_NO and not said.isdisjoint(_YES)


def _are_numbers(texts: Sequence[str]) -> bool:
    return not any(_CODE.fullmatch(text) for text in texts)


def _are_days(texts: Sequence[str]) -> bool:
    return all(_WITH_YEAR.match(unicodedata.normalize("NFKC", text)) for text in texts)


def _are_choices(texts: Sequence[str]) -> bool:
    choices = choices_of(texts)
    few = 2 <= len(choices) <= min(_FEW_CHOICES, len(texts) // _EACH)
    return few and all(len(one) <= _LONGEST_CHOICE and "\n" not in one for one in choices)


def _are_read(texts: Sequence[str], kind: FieldKind, today: date) -> bool:
    field = CustomFieldDraft("", Subject.PERSON, kind)
    try:
        for text in dict.fromkeys(texts):
            read_value(field, text, today)
    except Refusal:
        return False
    return True
