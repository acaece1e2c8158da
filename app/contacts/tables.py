"""How people, what they need, and what they consented to are stored."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.contacts.person import ConsentItem, ConsentWay, ContactWay, PersonStatus, Sex
from app.storage.base import Base, stored


class Person(Base):
    """A person.  ``sort_key`` and ``search_text`` are derived by the commands."""

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
