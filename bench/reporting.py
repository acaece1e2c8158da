"""The monthly report of a month with 120 entries, from opening the page to the PDF.

The office is the whole sample (300 people, three years); the month is filled up to 120 entries
for the city.  Opening reads the figures, the checks and the texts beside last month's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from app.daily_log import commands
from app.daily_log.log_entry import LogEntryDraft
from app.daily_log.queries import LogListing, tallies
from app.duties import queries as duties
from app.kernel.fiscal_year import FiscalYear
from app.kernel.progress import Silent
from app.office.settings import OfficeSettings
from app.reporting.catalogue import Request
from app.reporting.checks import checks_before
from app.reporting.documents import document
from app.reporting.monthly import PARTS, monthly
from app.reporting.produce import preview
from app.sample.office import fill_sample
from app.storage.office_file import open_office
from app.storage.store import Store
from app.submissions import queries as submissions
from app.wiring import create_office
from bench.rounds import Line, figure, timed

_REPORT = "monthly-report"
_NOW = datetime(2026, 11, 20, 9)
_YEAR, _MONTH = FiscalYear(2026), 10
_PEOPLE, _ENTRIES = 300, 120


def run(folder: Path) -> Iterator[Line]:
    store = _office(folder / "reporting.kurashi")
    first, last = _YEAR.month(_MONTH)
    entry = LogEntryDraft(last, _duty(store, last), title="訪問")
    request = Request(_NOW.date(), year=_YEAR, month=_MONTH)
    report = document(None, _REPORT)

    def open_page() -> None:
        store.ask(monthly, _YEAR, _MONTH)
        store.ask(checks_before, _REPORT, _YEAR, _MONTH, _NOW.date())
        store.ask(submissions.texts_beside, _REPORT, first, PARTS)

    def print_report() -> None:
        preview(store, report, request)

    opened = [timed(open_page) for _ in range(7)]
    printed = [timed(print_report) for _ in range(7)]
    both = [one + other for one, other in zip(opened, printed, strict=True)]
    note = f"{_ENTRIES} entries in the month"
    yield figure("monthly report: from opening to the PDF", both, 2000, note=note)
    yield figure("its figures, checks and texts", opened)
    yield figure("its PDF", printed)
    year = [timed(lambda: store.ask(tallies, _YEAR.first_day, _NOW.date())) for _ in range(7)]
    yield figure("the log of the year in every classification", year)
    kept = [timed(lambda: store.do("日報", commands.add_entry, entry)) for _ in range(7)]
    yield figure("an entry of the log kept", kept)
    store.copy_due = False
    store.close()


def _office(path: Path) -> Store:
    create_office(path, None, OfficeSettings(office_name="測定"), lambda: _NOW)
    store = open_office(path, passphrase=None, clock=lambda: _NOW, backups=None)
    fill_sample(store, _PEOPLE, 1, Silent())
    first, last = _YEAR.month(_MONTH)
    known = len(store.ask(LogListing(first=first, last=last, to_city=True).keys))
    duty = _duty(store, first)
    drafts = [
        LogEntryDraft(first + timedelta(days=number % 28), duty, title=f"訪問 {number}")
        for number in range(_ENTRIES - known)
    ]
    store.do("日報", commands.add_entries, drafts)
    return store


def _duty(store: Store, day: date) -> int:
    return store.ask(duties.duty_list, day)[0].id
