"""The declarative base, the names its constraints are given, and the moment of an operation.

Named constraints let a later migration alter them: SQLite keeps unnamed ones nameless.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Session

E = TypeVar("E", bound=Enum)

MOMENT = "moment"
"""Where ``Session.info`` keeps the time of the operation; the store writes it."""

ONE_OF_EACH = "one_of_each"
"""Where ``Table.info`` keeps sets of columns of which the commands let no two rows agree."""


class Base(DeclarativeBase):
    """What every table inherits from."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def stored(kind: type[E]) -> sa.Enum:
    """Return the column type that keeps an enumeration by its values, as plain text."""
    return sa.Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


def moment(session: Session) -> datetime:
    """Return when the running operation happens: one and the same for all its rows."""
    when: datetime = session.info[MOMENT]
    return when
