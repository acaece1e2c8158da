"""An office with supporters and places, on which every step is also undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft
from app.local_resources import commands as places
from app.local_resources.local_resource import LocalResourceDraft, LocalResourceId
from app.matching import commands
from app.matching.match import Answer, MatchId, MatchState
from app.matching.request import RequestDraft, RequestId
from app.storage.base import Base
from app.storage.store import Store
from app.supporters import commands as supporters
from app.supporters.masters import SupportKindDraft
from app.supporters.supporter import SupporterDraft, SupporterId

RECEIVED = date(2026, 5, 11)
TABLES = (
    "help_request", "request_kind", "hand_raise", "need", "need_kind", "match", "match_step",
    "activity_slip", "activity", "incident",
)  # fmt: skip


def rows_of(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of the tables of matching."""
    tables = [Base.metadata.tables[name] for name in TABLES]
    return {
        table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
        for table in tables
    }


@dataclass
class Desk:
    """A store, with the steps of a match in one word each."""

    store: Store

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do one step, and see that it can be taken back and done again exactly."""
        before = self.store.ask(rows_of)
        result = self.store.do("試す", command, *args, **kwargs).result
        after = self.store.ask(rows_of)
        if after != before:
            self.store.undo()
            assert self.store.ask(rows_of) == before
            self.store.redo()
            assert self.store.ask(rows_of) == after
        return result

    def ask(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self.store.ask(query, *args, **kwargs)

    def masters(self) -> None:
        kinds = [SupportKindDraft(name) for name in ("除雪", "見守り", "サロン")]
        self.store.do("種別", supporters.seed_supporter_masters, ["見学", "単発", "定期"], kinds)

    def supporter(self, number: int = 1, **changes: Any) -> SupporterId:
        draft = PersonDraft(
            family_name=f"見本{number}", given_name="試", phone=f"0138-22-{number:04d}"
        )
        person = self.store.do("人", contacts.add_people, [draft]).result[0]
        given = SupporterDraft(**changes)
        day = date(2026, 4, 1)
        return self.store.do("登録", supporters.register, person, given, on=day, level=1).result

    def organisation(self, name: str = "見本町会") -> OrganisationId:
        return self.store.do("団体", contacts.add_organisation, OrganisationDraft(name=name)).result

    def place(self, name: str = "見本サロン", **changes: Any) -> LocalResourceId:
        draft = LocalResourceDraft(name=name, **changes)
        return self.store.do("場", places.add_resource, draft).result

    def request(self, **changes: Any) -> RequestId:
        given: dict[str, Any] = {
            "received_on": RECEIVED, "contact_name": "担当の人", "title": "行事の手伝い",
        }  # fmt: skip
        return self.do(commands.add_request, RequestDraft(**given | changes))

    def asked(
        self, request: RequestId, *helpers: SupporterId, on: date = RECEIVED
    ) -> list[MatchId]:
        return self.do(commands.propose, helpers, request=request, on=on)

    def agreed(self, request: RequestId, helper: SupporterId, on: date = RECEIVED) -> MatchId:
        (match,) = self.asked(request, helper, on=on)
        self.do(commands.answer, match, Answer.ACCEPTED, on=on)
        self.do(commands.step, match, MatchState.AGREED, on=on)
        return match
