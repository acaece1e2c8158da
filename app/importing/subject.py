"""Whom a list is of, where nobody says: people, or organisations and facilities."""

from __future__ import annotations

from pathlib import Path

from app.contacts.custom import Subject
from app.importing.fields import Field
from app.importing.mapping import guess
from app.importing.read import read_list
from app.importing.shapes import looks_like_organisations
from app.importing.table import SourceTable

_SAMPLE = 200


def read_guessed(path: Path, sheet: str | None = None) -> SourceTable:
    """Return the list in a file, read as what its columns most likely are of.

    Raises ``Refusal`` as ``read_list`` does.
    """
    people = read_list(path, sheet)
    if people.cards or _names_people(people):
        return people
    organisations = read_list(path, sheet, subject=Subject.ORGANISATION)
    return organisations if guess(organisations).says_names(Subject.ORGANISATION) else people


def _names_people(table: SourceTable) -> bool:
    mapping = guess(table)
    if not mapping.says_names(Subject.PERSON):
        return False
    return not any(
        looks_like_organisations(table.column(column, _SAMPLE))
        for column in mapping.columns(Field.NAME)
    )
