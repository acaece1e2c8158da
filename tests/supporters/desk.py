"""An office that registers supporters, with a step in one word each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.commands import add_people, give_consent
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft, PersonId
from app.storage.base import Base
from app.storage.store import Store
from app.supporters import commands, queries
from app.supporters.card import SupporterCard, SupporterRow
from app.supporters.queries import SupporterListing
from app.supporters.supporter import SupporterDraft, SupporterId

TODAY = date(2026, 8, 1)
ON = date(2026, 6, 1)


_TABLES = (
    "activity_level", "support_kind", "supporter", "supporter_state_change", "level_change",
    "supporter_confirmation", "supporter_skill", "supporter_district", "centre_registration",
    "insurance", "qualification",
)  # fmt: skip


def everything(session: Session) -> list[list[tuple[Any, ...]]]:
    """Return every row of the tables of supporters."""
    tables = [Base.metadata.tables[name] for name in _TABLES]
    return [
        [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
        for table in tables
    ]


@dataclass
class SupporterDesk:
    """A store, on which every step is also undone and redone."""

    store: Store

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        before = self.store.ask(everything)
        result = self.store.do("試す", command, *args, **kwargs).result
        after = self.store.ask(everything)
        if after != before:
            self.store.undo()
            assert self.store.ask(everything) == before
            self.store.redo()
            assert self.store.ask(everything) == after
        return result

    def ask(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self.store.ask(query, *args, **kwargs)

    def person(self, family: str = "試験", given: str = "花子", **values: Any) -> PersonId:
        draft = PersonDraft(family_name=family, given_name=given, **values)
        return PersonId(self.store.do("人", add_people, [draft]).result[0])

    def supporter(self, *names: str, on: date = ON, **draft: Any) -> SupporterId:
        key = self.person(*names)
        found: SupporterId = self.do(commands.register, key, SupporterDraft(**draft), on=on)
        return found

    def consent(self, person: PersonId, item: ConsentItem) -> None:
        self.store.do("同意", give_consent, person, ConsentDraft(item, ON))

    def card(self, supporter: SupporterId, day: date = TODAY) -> SupporterCard:
        found: SupporterCard = self.ask(queries.supporter_card, supporter, day)
        return found

    def rows(self, day: date = TODAY, **filters: Any) -> list[SupporterRow]:
        """Return the rows of a list as a page shows them."""

        def read(session: Session) -> list[SupporterRow]:
            listing = SupporterListing(day, **filters)
            keys = listing.keys(session)
            rows = listing.rows(session, keys)
            return [rows[key] for key in keys]

        return self.store.ask(read)

    def level(self, name: str) -> int:
        return next(one.id for one in self.ask(queries.levels) if one.name == name)

    def kind(self, name: str) -> int:
        return next(one.id for one in self.ask(queries.support_kinds) if one.name == name)
