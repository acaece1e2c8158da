"""Which column means what: guessed, remembered by the headings, or written in a TOML file.

A mapping file names columns by their heading, or by their letter where there is none, and gives
each the name of a field (``app.importing.fields.Field``)::

    [columns]
    "氏名" = "name"
    "フリガナ" = "kana"
    "D" = "phone"
    "会員区分" = "own:会員区分"

``own:`` names a field of the office's own (``app.importing.own``), there already or to be made.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tomli_w

from app.contacts.custom import CONTACTS, Subject
from app.importing.fields import NAMES, SEVERAL, TAKEN, Field
from app.importing.headings import EXACT, Vocabulary, plain
from app.importing.own import OwnColumn, own_column
from app.importing.shapes import looks_like_organisations, shape
from app.importing.table import SourceTable
from app.importing.vocabularies import VOCABULARIES
from app.kernel.errors import Refusal

_SAMPLE = 200
_UPPER = frozenset(
    {
        Field.IGNORE,
        Field.EMERGENCY,
        Field.EMERGENCY_NAME,
        Field.EMERGENCY_PHONE,
        Field.EMERGENCY_RELATION,
    }
)
_KANA_OF = {Field.FAMILY_NAME: Field.FAMILY_KANA, Field.GIVEN_NAME: Field.GIVEN_KANA}
_UNSURE = frozenset({"連絡先", "ご連絡先", "アドレス"})
"""Headings under which telephone, address and mail all occur: the cells decide."""


Meaning = Field | OwnColumn
"""What a column can be mapped to."""


@dataclass(frozen=True)
class Mapping:
    """One meaning a column, in the order of the columns; nothing where a column is not taken."""

    fields: tuple[Meaning | None, ...]

    def columns(self, field: Field) -> list[int]:
        """Return the columns that mean this."""
        return self.by_field.get(field, [])

    @cached_property
    def by_field(self) -> dict[Field, list[int]]:
        """The columns of each meaning."""
        found: dict[Field, list[int]] = {}
        for column, field in enumerate(self.fields):
            if isinstance(field, Field):
                found.setdefault(field, []).append(column)
        return found

    @cached_property
    def own(self) -> dict[int, OwnColumn]:
        """The columns that go into fields of the office's own."""
        return {at: meant for at, meant in enumerate(self.fields) if isinstance(meant, OwnColumn)}

    def has(self, *fields: Field) -> bool:
        """Return whether any column means any of these."""
        return any(field in self.by_field for field in fields)

    def says_names(self, subject: Subject) -> bool:
        """Return whether the list says who its people are, or what its organisations are."""
        return self.has(*NAMES[subject])

    def unused(self, table: SourceTable) -> tuple[str, ...]:
        """Return the headings of filled columns that are not taken."""
        return tuple(
            table.headings[column] or f"{letter(column)}列"
            for column, field in enumerate(self.fields)
            if field in (None, Field.IGNORE) and table.column(column, 1)
        )


def guess(table: SourceTable) -> Mapping:
    """Return what the columns most likely mean, by their headings and then by their cells."""
    known = {column: _by_heading(table, column) for column in range(table.columns)}
    order = sorted(known, key=lambda column: (-known[column][1], column))
    fields: list[Field | None] = [None] * table.columns
    for column in order:
        field = known[column][0]
        if field is not None and (field in SEVERAL or field not in fields):
            fields[column] = field
    if table.subject is Subject.RESOURCE:
        _name_by_shape(table, fields, known, Field.RESOURCE)
    elif table.subject is Subject.ORGANISATION:
        _organisation_names(table, fields, known)
    else:
        _by_shape(table, fields)
        _name_in_one(fields)
    return Mapping(tuple(fields))


def named(table: SourceTable, columns: MappingOf[str, str]) -> Mapping:
    """Return the mapping that names columns by heading or letter.

    Raises ``Refusal`` for a column or a field there is none of.
    """
    places = {plain(heading): at for at, heading in reversed([*enumerate(table.headings)])}
    letters = {letter(column): column for column in range(table.columns)}
    fields: list[Meaning | None] = [None] * table.columns
    for name, meant in columns.items():
        column = places.get(plain(name), letters.get(name.strip().upper()))
        if column is None:
            raise Refusal(f"列の対応にある「{name}」という列が、このファイルにありません。")
        own = own_column(meant)
        if own is not None and table.subject not in CONTACTS:
            raise Refusal(f"「{name}」を独自項目にできるのは、人と団体の名簿だけです。")
        fields[column] = own or _field(meant, table.subject)
    checked_mapping(Mapping(tuple(one if isinstance(one, OwnColumn) else None for one in fields)))
    return Mapping(tuple(fields))


def checked_mapping(mapping: Mapping) -> Mapping:
    """Return a mapping; raises ``Refusal`` where two columns cannot mean the same."""
    first: dict[object, int] = {}
    for column, meant in enumerate(mapping.fields):
        one = meant.name if isinstance(meant, OwnColumn) else meant
        if meant is None or one in SEVERAL:
            continue
        if one in first:
            raise Refusal(
                f"「{meant.label}」が{letter(first[one])}列と{letter(column)}列の両方に"
                "選ばれています。片方を「取り込まない」にしてください。"
            )
        first[one] = column
    return mapping


def as_columns(table: SourceTable, mapping: Mapping) -> dict[str, str]:
    """Return a mapping as it is remembered and written: heading or letter, and field."""
    found: dict[str, str] = {}
    for column, field in enumerate(mapping.fields):
        heading = table.headings[column]
        unique = heading and table.headings.count(heading) == 1
        if field is not None:
            found[heading if unique else letter(column)] = field.value
    return found


def read_map(path: Path) -> dict[str, str]:
    """Return the columns of a mapping file.  Raises ``Refusal`` where it is none."""
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Refusal(f"列の対応のファイル「{path.name}」を開けません。") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(
            f"列の対応のファイル「{path.name}」を読めません。"
            '[columns] の下に "見出し" = "name" の形で書き、UTF-8で保存してください。'
        ) from error
    columns = content.get("columns")
    if not isinstance(columns, dict):
        raise Refusal(f"列の対応のファイル「{path.name}」に [columns] がありません。")
    return {str(name): str(field) for name, field in columns.items()}


def written(columns: MappingOf[str, str]) -> str:
    """Return a mapping as the text of a mapping file."""
    return tomli_w.dumps({"columns": dict(columns)})


def letter(column: int) -> str:
    """Return the letter a spreadsheet gives to a column counted from 0."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _by_heading(table: SourceTable, column: int) -> tuple[Field | None, int]:
    heading = table.headings[column]
    found = _read_heading(heading, VOCABULARIES[table.subject])
    if found is None:
        return None, 0
    if plain(heading) in _UNSURE:
        seen = shape(table.column(column, _SAMPLE))
        return (seen or found[0]), EXACT
    return found


def _read_heading(heading: str, vocabulary: Vocabulary) -> tuple[Field, int] | None:
    """Return what a heading means; of one over several rows the lowest part, within the upper."""
    meaning = vocabulary.meaning
    whole = meaning(heading)
    upper, _, lower = heading.rpartition(" ")
    below = meaning(lower) if upper else None
    if below is None or below[1] < EXACT or (whole is not None and _stays_whole(whole)):
        return whole
    over = meaning(upper)
    if over is not None and over[0] is Field.KANA:
        return _KANA_OF.get(below[0], Field.KANA), EXACT
    return below


def _stays_whole(found: tuple[Field, int]) -> bool:
    """Return whether the upper part of a heading decides: 緊急連絡先, 代表者."""
    return found[1] == EXACT or found[0] in _UPPER


def _by_shape(table: SourceTable, fields: list[Field | None]) -> None:
    for column, field in enumerate(fields):
        if field is None and not table.headings[column]:
            seen = shape(table.column(column, _SAMPLE))
            if seen is not None and seen not in fields:
                fields[column] = seen


def _organisation_names(
    table: SourceTable,
    fields: list[Field | None],
    known: MappingOf[int, tuple[Field | None, int]],
) -> None:
    """Find the name where its heading does not say so; a second name is that of who runs it."""
    named = [column for column, found in known.items() if found[0] is Field.ORGANISATION]
    spare = [column for column in named if fields[column] is None]
    if spare and Field.OPERATOR not in fields:
        fields[spare[0]] = Field.OPERATOR
    _name_by_shape(table, fields, known, Field.ORGANISATION)
    if Field.ORGANISATION not in fields and Field.OPERATOR in fields:
        fields[fields.index(Field.OPERATOR)] = Field.ORGANISATION


def _name_by_shape(
    table: SourceTable,
    fields: list[Field | None],
    known: MappingOf[int, tuple[Field | None, int]],
    name: Field,
) -> None:
    """Take the first column of what looks like names, where no heading says which is the name."""
    for column, field in enumerate(fields):
        if name in fields:
            return
        cells = table.column(column, _SAMPLE)
        if field is None and known[column][0] is None and looks_like_organisations(cells):
            fields[column] = name


def _name_in_one(fields: list[Field | None]) -> None:
    """Take a lone 名 or 氏 column for the whole name."""
    for lone, other, whole in (
        (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NAME),
        (Field.GIVEN_NAME, Field.FAMILY_NAME, Field.NAME),
        (Field.FAMILY_KANA, Field.GIVEN_KANA, Field.KANA),
        (Field.GIVEN_KANA, Field.FAMILY_KANA, Field.KANA),
    ):
        if lone in fields and other not in fields and whole not in fields:
            fields[fields.index(lone)] = whole


def _field(name: str, subject: Subject) -> Field:
    for field in (*TAKEN[subject], Field.IGNORE):
        if name in (field.value, field.label):
            return field
    names = "、".join(field.value for field in (*TAKEN[subject], Field.IGNORE))
    raise Refusal(
        f"列の対応の「{name}」という項目はありません。使える項目: {names}、own:独自項目の名前"
    )
