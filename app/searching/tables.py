"""How saved searches are stored."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from app.contacts.custom import Subject
from app.storage.base import Base, stored


class SavedSearch(Base):
    """A list that stays up to date: conditions under a name."""

    __tablename__ = "saved_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[Subject] = mapped_column(stored(Subject))
    conditions: Mapped[Any] = mapped_column(JSON)
    position: Mapped[int]
