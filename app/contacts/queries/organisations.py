"""The list of organisations, their cards and what is written about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.card import Tab, joined_address
from app.contacts.derived import TAB_TITLES, TABS, line, tab_code, terms
from app.contacts.organisation import OrganisationDraft, OrganisationId, OrganisationStatus
from app.contacts.organisation_card import OrganisationCard, OrganisationRow
from app.contacts.organisation_derived import OrganisationLine, organisation_lines
from app.contacts.queries.affiliations import affiliations
from app.contacts.queries.custom import custom_values
from app.contacts.queries.keys import CHUNK, chunks, district_name
from app.contacts.queries.tags import tags_of
from app.contacts.tables import Organisation, OrganisationKind, Tagging
from app.kernel.errors import Refusal
from app.office.tables import District

_FIELDS = tuple(field.name for field in fields(OrganisationDraft))
_ROW = (
    "id", "name", "short_name", "kana", "legal_form", "representative_title",
    "representative_name", "phone", "postal_code", "address_town", "address_number",
    "address_building", "reach", "status", "deleted_at", "sort_key",
)  # fmt: skip
_NAMES = (OrganisationLine.NAME, OrganisationLine.KANA, OrganisationLine.SHORT_NAME)
_TABLES = frozenset(
    {Organisation.__tablename__, OrganisationKind.__tablename__, District.__tablename__}
)


@dataclass(frozen=True, slots=True)
class OrganisationListing:
    """The organisations in 五十音 order, narrowed by words, kind, district, status, tag or the bin.

    One that was merged into another is in none.
    """

    text: str = ""
    kind_id: int | None = None
    district_id: int | None = None
    status: OrganisationStatus | None = None
    tag_id: int | None = None
    binned: bool = False
    tab: str = ""

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES if self.tag_id is None else _TABLES | {Tagging.__tablename__}

    def keys(self, session: Session) -> Sequence[int]:
        return session.scalars(self.select_keys()).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, OrganisationRow]:
        return {row.id: row for row in organisations(session, keys)}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys, for other features to join to."""
        query = (
            select(Organisation.id)
            .where(self._condition())
            .order_by(Organisation.sort_key, Organisation.id)
        )
        if self.tab:
            query = query.where(Organisation.sort_key.startswith(tab_code(self.tab)))
        return query

    def tabs(self, session: Session) -> tuple[Tab, ...]:
        """Return every tab with how many organisations of this list stand under it."""
        code = func.substr(Organisation.sort_key, 1, 1)
        query = select(code, func.count()).where(self._condition()).group_by(code)
        counts: dict[str, int] = dict(session.execute(query).all())
        return tuple(Tab(TAB_TITLES.get(tab, tab), counts.get(tab_code(tab), 0)) for tab in TABS)

    def _condition(self) -> ColumnElement[bool]:
        conditions: list[ColumnElement[bool]] = [
            Organisation.merged_into_id.is_(None),
            Organisation.deleted_at.is_not(None)
            if self.binned
            else Organisation.deleted_at.is_(None),
        ]
        conditions += organisation_conditions(self.text)
        for column, wanted in (
            (Organisation.kind_id, self.kind_id),
            (Organisation.district_id, self.district_id),
            (Organisation.status, self.status),
        ):
            if wanted is not None:
                conditions.append(column == wanted)
        if self.tag_id is not None:
            bearing = select(Tagging.organisation_id).where(Tagging.tag_id == self.tag_id)
            conditions.append(Organisation.id.in_(bearing))
        return and_(*conditions)


def organisation_conditions(text: str) -> list[ColumnElement[bool]]:
    """Return what must hold of an organisation for every word of a text to be found."""
    column = Organisation.search_text
    return [or_(*(func.instr(column, form) > 0 for form in forms)) for forms in terms(text)]


def organisations(session: Session, keys: Sequence[int]) -> list[OrganisationRow]:
    """Return these organisations as rows of a list, in 五十音 order."""
    rows: list[tuple[str, OrganisationRow]] = []
    for chunk in chunks(keys):
        query = (
            select(
                *(getattr(Organisation, name) for name in _ROW),
                OrganisationKind.name.label("kind"),
                District.name.label("district"),
            )
            .outerjoin(OrganisationKind, OrganisationKind.id == Organisation.kind_id)
            .outerjoin(District, District.id == Organisation.district_id)
            .where(Organisation.id.in_(chunk))
            .order_by(Organisation.sort_key, Organisation.id)
        )
        rows += [(values.sort_key, _row(values)) for values in session.execute(query)]
    if len(keys) > CHUNK:
        rows.sort(key=lambda pair: (pair[0], pair[1].id))
    return [row for _, row in rows]


def organisation_card(
    session: Session, organisation: OrganisationId, day: date
) -> OrganisationCard:
    """Return everything about one organisation as on a day."""
    row = session.get(Organisation, organisation)
    if row is None:
        raise Refusal("この団体は削除されています。")
    kind = None if row.kind_id is None else session.get(OrganisationKind, row.kind_id)
    return OrganisationCard(
        organisation,
        organisation_draft(row),
        "" if kind is None else kind.name,
        district_name(session, row.district_id),
        day,
        affiliations(session, organisation=organisation),
        tags_of(session, organisation=organisation),
        custom_values(session, organisation=organisation),
        row.deleted_at,
    )


def organisation_drafts(
    session: Session, keys: Sequence[OrganisationId]
) -> dict[OrganisationId, OrganisationDraft]:
    """Return what is written about these, as it can be changed and stored again."""
    columns = [getattr(Organisation, name) for name in _FIELDS]
    found: dict[OrganisationId, OrganisationDraft] = {}
    for chunk in chunks(keys):
        query = select(Organisation.id, *columns).where(Organisation.id.in_(chunk))
        found.update((row[0], OrganisationDraft(*row[1:])) for row in session.execute(query))
    return found


def same_named_organisations(
    session: Session, draft: OrganisationDraft, other_than: OrganisationId | None = None
) -> tuple[OrganisationRow, ...]:
    """Return those called what a draft is called: to ask about before a second one is added.

    Legal forms, blanks and the shapes of characters make no difference; a short name counts too.
    """
    lines_of = organisation_lines(draft)
    names = {lines_of[part - 1] for part in _NAMES} - {""}
    if not names:
        return ()
    column = Organisation.search_text
    named = or_(*(func.instr(column, line(name)) > 0 for name in sorted(names)))
    query = select(Organisation.id, column).where(named, Organisation.deleted_at.is_(None))
    found = [
        key
        for key, text in session.execute(query)
        if key != other_than and not names.isdisjoint(text.split("\n")[1 : max(_NAMES) + 1])
    ]
    return tuple(organisations(session, found))


def organisation_draft(row: Organisation) -> OrganisationDraft:
    """Return what is written about an organisation."""
    return OrganisationDraft(**{name: getattr(row, name) for name in _FIELDS})


def _row(row: Any) -> OrganisationRow:
    return OrganisationRow(
        OrganisationId(row.id),
        row.name,
        row.short_name,
        row.kana,
        row.legal_form,
        row.kind or "",
        "　".join(part for part in (row.representative_title, row.representative_name) if part),
        row.phone,
        row.postal_code,
        joined_address(row.address_town, row.address_number, row.address_building),
        row.district or "",
        row.reach,
        row.status,
        row.deleted_at,
    )
