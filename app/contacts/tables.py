"""How people and organisations, and all that hangs on them, are stored.

What belongs to a person or an organisation refers to them by a foreign key, so that merging and
disposal find it whatever it is.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.contacts.custom import FieldKind, Subject
from app.contacts.organisation import OrganisationStatus, Reach
from app.contacts.person import ConsentItem, ConsentWay, ContactWay, PersonStatus, Sex
from app.contacts.relation import RelationKind
from app.office.named_master import NamedEntry
from app.storage.base import Base, stored


class Person(Base):
    """A person.  ``sort_key`` and ``search_text`` are derived by the commands.

    Who was merged into somebody else is in no list, and not in the bin either.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_list", "deleted_at", "sort_key"),
        Index("ix_person_unsure", "deleted_at", "sort_key", sqlite_where=text("kana_guessed = 1")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    family_name: Mapped[str]
    given_name: Mapped[str]
    family_kana: Mapped[str]
    given_kana: Mapped[str]
    kana_guessed: Mapped[bool]
    former_name: Mapped[str]
    unenterable: Mapped[bool]
    substitute: Mapped[str]
    glyph_note: Mapped[str]
    sex: Mapped[Sex | None] = mapped_column(stored(Sex))
    birth_date: Mapped[date | None]
    birth_year: Mapped[int | None]
    age_band: Mapped[str]
    postal_code: Mapped[str]
    address_town: Mapped[str]
    address_number: Mapped[str]
    address_building: Mapped[str]
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    district_fixed: Mapped[bool]
    neighbourhood: Mapped[str]
    phone: Mapped[str]
    mobile: Mapped[str]
    fax: Mapped[str]
    email: Mapped[str]
    contact_by: Mapped[ContactWay | None] = mapped_column(stored(ContactWay))
    contact_hours: Mapped[str]
    emergency_name: Mapped[str]
    emergency_relation: Mapped[str]
    emergency_phone: Mapped[str]
    occupation: Mapped[str]
    qualifications: Mapped[str]
    interests: Mapped[str]
    honorific: Mapped[str]
    no_mail: Mapped[bool]
    status: Mapped[PersonStatus] = mapped_column(stored(PersonStatus))
    note: Mapped[str]
    sort_key: Mapped[str]
    search_text: Mapped[str]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    deleted_at: Mapped[datetime | None]


class PersonConsideration(Base):
    """What a person needs to take part: sensitive, so in a table of its own."""

    __tablename__ = "person_consideration"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    hearing: Mapped[bool]
    wheelchair: Mapped[bool]
    pickup: Mapped[bool]
    detail: Mapped[str]


class Consent(Base):
    """One consent of one person."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    item: Mapped[ConsentItem] = mapped_column(stored(ConsentItem))
    given_on: Mapped[date]
    way: Mapped[ConsentWay] = mapped_column(stored(ConsentWay))
    form_version: Mapped[str]
    withdrawn_on: Mapped[date | None]
    note: Mapped[str]


class OrganisationKind(NamedEntry):
    """団体種別: a master of the office (section 2.9)."""

    __tablename__ = "organisation_kind"


class Organisation(Base):
    """An organisation.  ``sort_key`` and ``search_text`` are derived by the commands."""

    __tablename__ = "organisation"
    __table_args__ = (Index("ix_organisation_list", "deleted_at", "sort_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    short_name: Mapped[str]
    kana: Mapped[str]
    legal_form: Mapped[str]
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("organisation_kind.id"), index=True)
    representative_title: Mapped[str]
    representative_name: Mapped[str]
    department: Mapped[str]
    postal_code: Mapped[str]
    address_town: Mapped[str]
    address_number: Mapped[str]
    address_building: Mapped[str]
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    district_fixed: Mapped[bool]
    reach: Mapped[Reach] = mapped_column(stored(Reach))
    phone: Mapped[str]
    fax: Mapped[str]
    email: Mapped[str]
    website: Mapped[str]
    media: Mapped[str]
    agreement: Mapped[bool]
    no_mail: Mapped[bool]
    status: Mapped[OrganisationStatus] = mapped_column(stored(OrganisationStatus))
    note: Mapped[str]
    sort_key: Mapped[str]
    search_text: Mapped[str]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    deleted_at: Mapped[datetime | None]


class Affiliation(Base):
    """所属・役職 of a person, with its term; past terms stay."""

    __tablename__ = "affiliation"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    role: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None] = mapped_column(index=True)
    is_main: Mapped[bool]
    note: Mapped[str]


class Relation(Base):
    """What one person is to another: ``other`` is the ``kind`` of ``person``."""

    __tablename__ = "relation"
    __table_args__ = (UniqueConstraint("person_id", "other_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[RelationKind] = mapped_column(stored(RelationKind))
    note: Mapped[str]


class Household(Base):
    """世帯: people who get one letter together."""

    __tablename__ = "household"

    id: Mapped[int] = mapped_column(primary_key=True)
    addressee: Mapped[str]
    """What stands on the envelope; empty for the names of its members."""


class HouseholdMember(Base):
    """Somebody's place in a household; the first is named first."""

    __tablename__ = "household_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    position: Mapped[int]


class Tag(Base):
    """A group or tag (グループ・タグ) of the office's own making."""

    __tablename__ = "tag"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    note: Mapped[str]


class Tagging(Base):
    """A person or an organisation that bears a tag: one of the two."""

    __tablename__ = "tagging"
    __table_args__ = (
        UniqueConstraint("tag_id", "person_id"),
        UniqueConstraint("tag_id", "organisation_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)


class CustomField(Base):
    """A field of the office's own (独自項目)."""

    __tablename__ = "custom_field"
    __table_args__ = (UniqueConstraint("subject", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    subject: Mapped[Subject] = mapped_column(stored(Subject))
    kind: Mapped[FieldKind] = mapped_column(stored(FieldKind))
    choices: Mapped[Any] = mapped_column(JSON)
    position: Mapped[int]
    retired: Mapped[bool]


class CustomValue(Base):
    """What stands in such a field: as text, days in ISO; a blank one has no row."""

    __tablename__ = "custom_value"
    __table_args__ = (
        UniqueConstraint("field_id", "person_id"),
        UniqueConstraint("field_id", "organisation_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    field_id: Mapped[int] = mapped_column(ForeignKey("custom_field.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    value: Mapped[str]
