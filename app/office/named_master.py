"""Masters of named entries in the office's own order: 団体種別, 活動レベル, 支援内容, 資源の区分.

A new entry goes to the end and moved ones close up.  An entry that is used is retired (使わない):
whoever bears it keeps it, and it is offered no more.  Only one nothing refers to can be deleted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.kernel.errors import Refusal
from app.kernel.text import quoted, tidy
from app.storage.base import Base
from app.storage.erasing import count_referring


class Placed(Protocol):
    """A row of a master."""

    position: int


class NamedEntry(Base):
    """The columns every named master has."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    retired: Mapped[bool]


PlacedT = TypeVar("PlacedT", bound=Placed)
EntryT = TypeVar("EntryT", bound=NamedEntry)


def move_to(rows: Sequence[PlacedT], moved: PlacedT, position: int) -> None:
    """Put one row at a place counted from 1; ``rows`` are all of them in their order."""
    others = [row for row in rows if row is not moved]
    others.insert(max(position - 1, 0), moved)
    for number, row in enumerate(others, start=1):
        if row.position != number:
            row.position = number


def name_for(name: str, what: str, *, taken: bool) -> str:
    """Return a name for a master's row; refuse a blank one or one that is ``taken``."""
    name = tidy(name).text
    if not name:
        text = f"{what}の名前を入力してください。"
        raise Refusal(text, fields={"name": text})
    if taken:
        text = f"{what}{quoted(name)}はすでにあります。"
        raise Refusal(text, fields={"name": text})
    return name


@dataclass(frozen=True, slots=True)
class NamedMaster(Generic[EntryT]):
    """One master: the class it is stored as, and what the office calls an entry.

    Its methods are commands: each is one step of undo.
    """

    kind: type[EntryT]
    word: str

    def seed(self, session: Session, names: Sequence[str]) -> None:
        """Fill the master of a new office."""
        for position, name in enumerate(names, start=1):
            session.add(self.kind(name=name, position=position, retired=False))

    def add(self, session: Session, name: str) -> int:
        """Add an entry at the end of the list and return its key."""
        last = session.scalars(select(func.max(self.kind.position))).one()
        row = self.kind(
            name=self._name(session, name, None), position=(last or 0) + 1, retired=False
        )
        session.add(row)
        session.flush()
        return row.id

    def rename(self, session: Session, key: int, name: str) -> None:
        """Give an entry another name; whatever bears it follows."""
        row = self.row(session, key)
        row.name = self._name(session, name, key)

    def move(self, session: Session, key: int, position: int) -> None:
        """Put an entry at a place of the list, counted from 1; the others close up."""
        order = select(self.kind).order_by(self.kind.position, self.kind.id)
        move_to(session.scalars(order).all(), self.row(session, key), position)

    def retire(self, session: Session, key: int, *, retired: bool = True) -> None:
        """Offer an entry no longer, or again; whatever bears it keeps it."""
        self.row(session, key).retired = retired

    def remove(self, session: Session, key: int) -> None:
        """Delete an entry nothing refers to; one that is used can only be retired."""
        row = self.row(session, key)
        session.flush()
        used = count_referring(session, self.kind.__tablename__, key)
        if used:
            raise Refusal(
                f"{self.word}{quoted(row.name)}を使っている記録が{used}件あるため"
                "削除できません（ごみ箱の中も数えます）。"
                "これから使わないときは「使わない」にしてください。"
            )
        session.delete(row)

    def row(self, session: Session, key: int) -> EntryT:
        """Return an entry, or refuse."""
        row = session.get(self.kind, key)
        if row is None:
            raise Refusal(f"この{self.word}は削除されています。")
        return row

    def _name(self, session: Session, name: str, own: int | None) -> str:
        same = select(self.kind.id).where(self.kind.name == tidy(name).text)
        found = session.scalars(same).one_or_none()
        return name_for(name, self.word, taken=found is not None and found != own)
