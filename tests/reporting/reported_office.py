"""An office with a year of log entries of all sorts, as reports are made of it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft, LogEntryId, Means, SupportSort, With
from app.duties import queries as duties
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.office import queries as known
from app.office.masters import DistrictDraft
from app.storage.store import Store
from tests.daily_log.office import seeded

R8 = FiscalYear(2026)
_DISTRICTS = ("西部", "中央部第1", "北部")
_ENTRIES = 80


def reported(store: Store, seed: int = 1) -> list[LogEntryId]:
    """Fill a year with entries: some not for the city, some without kind, district or people."""
    seeded(store)
    for name in _DISTRICTS:
        store.do("圏域", office.add_district, DistrictDraft(name))
    people = store.do(
        "人", contacts.add_people, [PersonDraft("見本", f"{number}号") for number in range(6)]
    ).result
    town = store.do("団体", contacts.add_organisation, OrganisationDraft("見本町会")).result
    random = Random(seed)
    signs = store.ask(duties.duty_list, R8.first_day)
    kinds = [None, *(row.id for row in store.ask(duties.activity_kinds))]
    districts = [None, *(row.id for row in store.ask(known.districts))]
    drafts = [
        LogEntryDraft(
            R8.first_day + timedelta(days=random.randrange(365)),
            random.choice(signs).id,
            minutes=random.choice([None, 30, 90]),
            kind_id=random.choice(kinds),
            means=random.choice(list(Means)),
            support=random.choice(list(SupportSort)),
            district_id=random.choice(districts),
            contacts=(With(organisation_id=town), *_some(random, people)),
            people_count=random.choice([None, 4, 12]),
            title=f"打合せ{number}",
            to_city=random.random() < 0.9,
        )
        for number in range(_ENTRIES)
    ]
    keys: list[LogEntryId] = store.do("日報", daily_log.add_entries, drafts).result
    return keys


def _some(random: Random, people: list[int]) -> tuple[With, ...]:
    return tuple(With(person_id=key) for key in random.sample(people, random.randrange(3)))  # type: ignore[arg-type]


def entry(day: date, duty: int = 1, **changes: object) -> LogEntryDraft:
    """Return an entry of a day."""
    return LogEntryDraft(day, duty, **{"title": "打合せ", **changes})  # type: ignore[arg-type]
