"""What pages, forms and other features read of the office itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.office.exports import Export, ExportRow
from app.office.masters import DistrictRow, TownRow
from app.office.settings import OfficeSettings
from app.office.tables import District, ExportRecord, Setting, Town
from app.office.towns import TownFinder, TownPlace


def settings(session: Session) -> OfficeSettings:
    """Return the settings; what is missing or cannot be understood has its default."""
    stored = {row.name: row.value for row in session.scalars(select(Setting))}
    default = OfficeSettings()
    values: dict[str, Any] = {}
    for field in fields(OfficeSettings):
        if field.name in stored:
            standard = getattr(default, field.name)
            values[field.name] = _read(stored[field.name], standard)
    return OfficeSettings(**values)


def import_map(session: Session, fingerprint: str) -> Mapping[str, str] | None:
    """Return how the columns of a list with these headings were understood last time."""
    name = f"import_map:{fingerprint}"
    value = session.scalars(select(Setting.value).where(Setting.name == name)).one_or_none()
    if not isinstance(value, dict):
        return None
    return {str(column): str(meaning) for column, meaning in value.items()}


def label_sheets(session: Session) -> tuple[dict[str, Any], ...]:
    """Return the label sheets of the office's own, as ``keep_label_sheets`` stored them."""
    value = session.scalars(select(Setting.value).where(Setting.name == "label_sheets")).first()
    return tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def districts(session: Session) -> tuple[DistrictRow, ...]:
    """Return the districts in their order, with how many towns each has."""
    query = (
        select(District.id, District.name, District.centre, District.position, func.count(Town.id))
        .outerjoin(Town, Town.district_id == District.id)
        .group_by(District.id)
        .order_by(District.position, District.id)
    )
    return tuple(DistrictRow(*row) for row in session.execute(query))


def towns(session: Session) -> tuple[TownRow, ...]:
    """Return the towns in the order of their readings."""
    query = (
        select(Town.id, Town.name, Town.kana, Town.district_id, District.name)
        .outerjoin(District, District.id == Town.district_id)
        .order_by(Town.kana, Town.name)
    )
    return tuple(
        TownRow(key, name, kana, district_id, district or "")
        for key, name, kana, district_id, district in session.execute(query)
    )


def town_finder(session: Session) -> TownFinder:
    """Return what finds the town and district of an address, for many addresses at once."""
    query = select(Town.name, Town.district_id)
    places = tuple(TownPlace(name, district) for name, district in session.execute(query))
    return TownFinder(places, settings(session).city)


def district_of_town(session: Session, town: str) -> int | None:
    """Return the district an address lies in, or nothing where the master does not say."""
    return town_finder(session).district(town)


@dataclass(frozen=True, slots=True)
class ExportListing:
    """The record of what left the office, newest first."""

    @property
    def tables(self) -> frozenset[str]:
        return frozenset({ExportRecord.__tablename__})

    def keys(self, session: Session) -> Sequence[int]:
        query = select(ExportRecord.id).order_by(
            ExportRecord.made_at.desc(), ExportRecord.id.desc()
        )
        return session.scalars(query).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, ExportRow]:
        query = select(ExportRecord).where(ExportRecord.id.in_(keys))
        return {row.id: _export_row(row) for row in session.scalars(query)}


def _export_row(row: ExportRecord) -> ExportRow:
    export = Export(
        row.document,
        row.title,
        row.format,
        row.people,
        tuple(row.columns),
        row.purpose,
        row.recipient,
        row.edition_id,
        row.form_digest,
    )
    return ExportRow(row.id, row.made_at, export)


def _read(value: object, standard: object) -> object:
    """Return a stored setting as the kind of value its default is."""
    if isinstance(standard, Enum):
        try:
            return type(standard)(value)
        except ValueError:
            return standard
    return value if type(value) is type(standard) else standard
