"""Three years of supporters, resources, requests and needs, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.organisation_card import OrganisationRow
from app.contacts.person import PersonId
from app.contacts.queries import OrganisationListing
from app.kernel.fiscal_year import FiscalYear
from app.sample.courses import SampleCourse
from app.sample.diary import Diary
from app.sample.issues import Issues
from app.sample.log import Log
from app.sample.matches import Matches
from app.sample.meetings import Meetings
from app.sample.needs import Needs
from app.sample.registrations import Registrations
from app.sample.requests import Area, Requests
from app.sample.resources import add_resources
from app.storage.store import Store
from app.training import queries as training
from app.training.course import EnrollmentStatus

_WHOLE = 300
"""From so many people on, as much happens as in a whole office."""
_INHERITED = 12
_REQUESTS, _NEEDS, _INCIDENTS, _ENTRIES = 2.7, 3.3, 0.2, 60
"""How many come in a month of a whole sample."""
_ISSUES = 5
"""How many issues are found in a year, and surveys always one."""
_NEWLY = 6
"""How many requests are among these to be worked on now."""


@dataclass(frozen=True, slots=True)
class _Lives:
    registrations: Registrations
    requests: Requests
    matches: Matches
    needs: Needs
    meetings: Meetings
    log: Log
    issues: Issues


def live(
    store: Store,
    seed: int,
    people: Sequence[PersonId],
    courses: Sequence[SampleCourse],
    years: Sequence[FiscalYear],
) -> None:
    """Fill the years up to today: a step of undo for each year.

    ``people`` are all of the office's; how many there are says how much happens.
    """
    random = Random(seed)
    today = store.now().date()
    diary = Diary(today)
    share = min(1.0, len(people) / _WHOLE)
    first = years[0].first_day
    lives = store.do("見本の社会資源", _begin, random, diary, share, people, years[0]).result
    inherited = random.sample(people, round(_INHERITED * share))
    store.do("見本の登録者", _inherit, lives.registrations, inherited, first)
    lives.registrations.plan_years(years)
    for course in courses:
        if course.finished:
            _plan_registrations(store, lives.registrations, course)
    lives.requests.plan_month(today - timedelta(days=24), _some(random, _NEWLY * share))
    for year in years:
        lives.meetings.plan_year(year, share)
        lives.issues.plan_year(year, max(4, round(_ISSUES * share)))
        for month, last in year.months:
            lives.requests.plan_month(month, _some(random, _REQUESTS * share))
            lives.needs.plan_month(month, _some(random, _NEEDS * share))
            lives.matches.plan_month(month, _INCIDENTS * share)
            lives.log.plan_month(month, last, round(_ENTRIES * share))
        store.do(f"見本の{year}", diary.live, year.last_day)


def _begin(
    session: Session,
    random: Random,
    diary: Diary,
    share: float,
    people: Sequence[PersonId],
    first: FiscalYear,
) -> _Lives:
    listing = OrganisationListing()
    owners: dict[str, list[OrganisationRow]] = defaultdict(list)
    for row in contacts.organisations(session, listing.keys(session)):
        owners[row.kind].append(row)
    places = add_resources(session, random, diary, owners, share)
    registrations = Registrations(session, random, diary)
    matches = Matches(random, diary)
    own = Random(len(people))  # so that what came before this stays as it was
    meetings = Meetings(own, diary, people)
    meetings.seat(session, first, share)
    neighbourhoods = owners.get("町会", [])
    return _Lives(
        registrations,
        Requests(random, diary, Area(places, owners), registrations, matches),
        matches,
        Needs(random, diary, registrations.kinds, owners),
        meetings,
        Log(session, own, diary, [*neighbourhoods, *owners.get("NPO・ボランティア団体", [])]),
        Issues(own, diary, neighbourhoods, [place.id for place in places]),
    )


def _inherit(
    session: Session, registrations: Registrations, people: Sequence[PersonId], on: date
) -> None:
    rows = contacts.people(session, people, on)
    registrations.inherit(session, [(row.id, row.district) for row in rows], on)


def _plan_registrations(store: Store, registrations: Registrations, course: SampleCourse) -> None:
    """Plan the registration of those who completed a course."""
    card = store.ask(training.course, course.id)
    days = [one.draft.held_on for one in card.sessions if one.draft.held_on is not None]
    rows = [
        row
        for row in store.ask(training.sheet, course.id).rows
        if row.status is EnrollmentStatus.COMPLETED
    ]
    registrations.enrol(rows, max(days), lead=card.draft.requires_kind_id is not None)


def _some(random: Random, expected: float) -> int:
    """Return a number that is this on the average."""
    return int(expected + random.random())
