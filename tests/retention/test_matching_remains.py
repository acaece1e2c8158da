"""What stays of matching when people are erased: every figure, and nothing said about anybody."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.kernel.fiscal_year import FiscalYear
from app.matching import commands, queries
from app.matching.match import ActivityDraft, IncidentDraft, MatchState
from app.matching.need import NeedDraft
from app.office import commands as office
from app.office.settings import OfficeSettings
from app.retention.commands.erasure import erase
from app.storage.base import Base
from app.storage.store import Store
from app.supporters.tables import Supporter
from tests.conftest import Clock
from tests.matching.desk import RECEIVED, Desk

SECRET = "秘密の事情"


def _figures_to_october(session: Session) -> list[object]:
    found = queries.results(session, FiscalYear(2026))
    return [astuple(one) for one in (*found.months[:7], found.received_by)]


def _registered(session: Session) -> list[int]:
    return list(session.scalars(select(Supporter.person_id)))


def _said(session: Session) -> str:
    tables = Base.metadata.sorted_tables
    return "\n".join(str(tuple(row)) for table in tables for row in session.execute(select(table)))


def test_that_erasing_people_and_organisations_leaves_every_past_figure(
    store: Store, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 1, 9)
    desk = Desk(store)
    desk.masters()
    store.do("設定", office.change_settings, OfficeSettings(individual_help=True))
    helped = store.do(
        "人", contacts.add_people, [PersonDraft("見本山", "助子", address_town=SECRET)]
    ).result[0]
    firm = desk.organisation("見本会")
    request = desk.request(
        organisation_id=firm, person_id=PersonId(helped), content=SECRET, kinds=(1,)
    )
    desk.do(commands.add_need, NeedDraft(RECEIVED, person_id=PersonId(helped), content=SECRET))
    helper = desk.supporter(1, motive=SECRET)
    match = desk.agreed(request, helper)
    line = ActivityDraft(date(2026, 5, 20), minutes=60, note=SECRET)
    desk.do(commands.keep_slip, match, RECEIVED, [line], received_on=None, note=SECRET)
    desk.do(commands.add_incident, match, IncidentDraft(date(2026, 5, 20), content=SECRET))
    before = store.ask(_figures_to_october)
    people = {
        helped,
        *store.ask(lambda session: session.scalars(select(Supporter.person_id)).all()),
    }
    store.note("廃棄", erase, "person", people)
    store.note("廃棄", erase, "organisation", {OrganisationId(firm)})
    assert store.ask(_figures_to_october) == before
    assert store.ask(queries.slip_sheet, date(2026, 12, 1)).rows == ()
    ended = store.ask(queries.match_card, match, date(2026, 11, 1))
    assert (ended.state, ended.row.ends_on) == (MatchState.ENDED, date(2026, 11, 1))
    assert store.ask(queries.slips_due, date(2026, 6, 1)) == ()
    assert store.ask(queries.follow_ups, date(2027, 1, 1)) == ()
    assert SECRET not in store.ask(_said)
    assert "見本山" not in store.ask(_said)
    card = store.ask(queries.request_card, request, date(2026, 11, 1))
    assert (card.person, card.organisation, card.draft.person_id) == ("", "", None)
