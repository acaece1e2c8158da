"""The sample office: synthetic people and organisations, three years of work, every document.

The same seed makes the same office: people, days and marks come from one seeded generator,
organisations from another, and the clock is the sample's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from random import Random

from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.person import ConsentDraft, ConsentItem, PersonId
from app.contacts.postal_codes import PostalCodes
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths
from app.kernel.progress import Progress
from app.kernel.resources import resources
from app.office.settings import OfficeSettings
from app.sample.accounts import keep_books
from app.sample.courses import SampleCourse, hold_courses
from app.sample.districts import settle_area, towns_of_sample
from app.sample.documents import write_documents
from app.sample.kept import rows_kept
from app.sample.life import live
from app.sample.notes import write_notes
from app.sample.people import Invented, invent_people
from app.sample.plans import appoint, hand_in, plan_years, write_reports
from app.sample.ties import tie_together, wed_couples
from app.storage.store import Store
from app.wiring import create_office, open_store

TODAY = date(2026, 11, 20)
"""The day the sample office is looked at."""
_OFFICE = OfficeSettings(
    office_name="くらしサポート見本事務所",
    city="函館市",
    city_addressee="函館市長　見本　市長",
    coordinator="見本　担当",
    office_postal_code="040-8666",
    office_address="函館市東雲町見本番地",
    office_phone="0138-00-0000",
    office_fax="0138-00-0001",
    contractor_name="特定非営利活動法人くらしサポート見本",
    contractor_title="理事長",
    contractor_representative="見本　太郎",
)
_FEWEST_FOR_COURSES = 20
_ENOUGH_FOR_REPORTS = 100
"""From so many people on the reports to the city are handed in too: making each takes a while."""
_CONSENTS = (ConsentItem.PURPOSE, ConsentItem.ROSTER, ConsentItem.MAILINGS)
_CONSENT_SHARE = 0.9
_CONSENTED_ON = date(2024, 4, 1)


def make_sample(
    folder: Path, paths: Paths, *, people: int, seed: int, progress: Progress
) -> Iterator[str]:
    """Make ``demo.kurashi`` and ``documents/`` in a folder; yield a line for each thing made.

    Raises ``Refusal`` where the folder cannot be used.
    """
    file = folder / "demo.kurashi"
    if file.exists():
        _remove_sample(file)
    _make_folder(folder)
    with _sample_store(file, paths, people, seed, progress) as store:
        yield f"見本の事務所: {file}"
        for name in write_documents(store, folder / "documents", TODAY):
            yield f"書類: {name}"


def fill_sample(store: Store, people: int, seed: int, progress: Progress) -> list[SampleCourse]:
    """Fill an empty office with synthetic people, organisations and three years of its work.

    They end on the store's own day.
    """
    random = Random(seed)
    store.do("見本の町名と地図", settle_area, Random(seed))
    towns = towns_of_sample()
    codes = _postal_codes(towns)
    drafts = wed_couples(invent_people(random, people, towns, codes))
    added = store.do("見本の連絡先を追加", contacts.add_people, [one.draft for one in drafts])
    known = list(zip(added.result, drafts, strict=True))
    store.do("見本の配慮事項と同意", _settle, random, known)
    keys = [PersonId(key) for key, _ in known]
    store.do("見本の団体とつながり", tie_together, Random(seed), keys, codes)
    store.do("見本の記録", write_notes, Random(seed), keys)
    if people < _FEWEST_FOR_COURSES:
        return []
    today = store.now().date()
    years = years_until(today)
    courses = hold_courses(store, random, keys, years, progress, today)
    store.do("見本の職員", appoint, keys[0], years[0].first_day)
    live(store, seed, keys, courses, years)
    store.do("見本の計画", plan_years, years, today)
    store.do("見本の報告", write_reports, Random(seed), years, today)
    store.do("見本の予算と出納", keep_books, Random(seed), years, today)
    if people >= _ENOUGH_FOR_REPORTS:
        hand_in(store, years[-1], today)
    return courses


def years_until(today: date) -> tuple[FiscalYear, ...]:
    """Return the fiscal years of the sample: that of a day and the two before."""
    last = FiscalYear.of(today)
    return last.previous.previous, last.previous, last


def _postal_codes(towns: Sequence[str]) -> dict[str, str]:
    known = PostalCodes(resources() / "data" / "postal_codes.zip")
    found = {town: known.codes("北海道", _OFFICE.city, town) for town in towns}
    return {town: codes[0] for town, codes in found.items() if codes}


def _settle(session: Session, random: Random, known: Sequence[tuple[int, Invented]]) -> None:
    """Write down what people need, and the consents nearly all of them have given."""
    with rows_kept(session):
        for key, one in known:
            if one.needs is not None:
                contacts.set_consideration(session, PersonId(key), one.needs)
            if random.random() < _CONSENT_SHARE:
                for item in _CONSENTS:
                    contacts.give_consent(session, PersonId(key), ConsentDraft(item, _CONSENTED_ON))


@contextmanager
def _sample_store(
    file: Path, paths: Paths, people: int, seed: int, progress: Progress
) -> Iterator[Store]:
    def clock() -> datetime:
        return datetime.combine(TODAY, time(9))

    create_office(file, None, _OFFICE, clock)
    store = open_store(file, None, paths, clock)
    try:
        fill_sample(store, people, seed, progress)
        yield store
    finally:
        store.close()


def _make_folder(folder: Path) -> None:
    try:
        (folder / "documents").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            f"「{folder}」に書き込めません。書き込めるフォルダーを指定してください。"
        ) from error


def _remove_sample(file: Path) -> None:
    """Make way for a new sample: an old one holds nobody's work."""
    for one in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        one.unlink(missing_ok=True)
