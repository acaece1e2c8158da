"""The monthly report: every sum agrees with its parts, and the city reads what it is to read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import text

from app.contacts.custom import Subject
from app.contacts.person import PersonDraft, PersonId
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft, With
from app.duplicates.commands import merge
from app.reporting.annual import annual
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.monthly import Monthly, monthly
from app.reporting.monthly_tables import monthly_tables
from app.reporting.produce import preview, produce
from app.reporting.recheck import unequal
from app.storage.store import Store
from app.submissions import commands as submissions
from app.submissions.submission import TextPart
from app.training import commands as training
from tests.conftest import Clock
from tests.daily_log.office import duty
from tests.reporting.open_records import keep_open
from tests.reporting.reported_office import R8, entry, reported

TODAY = date(2027, 4, 10)
MONTHS = [first.month for first, _ in R8.months]
REPORT = "monthly-report"


@pytest.fixture
def store(store: Store, clock: Clock) -> Store:
    """An office in which the year is over."""
    clock.now = datetime(2027, 4, 10, 9)
    return store


def made(store: Store, month: int) -> Monthly:
    return store.ask(monthly, R8, month)


def written(store: Store, folder: Path, month: int = 10) -> dict[str, Any]:
    target = folder / "月次.json"
    produce(store, document(None, REPORT), Request(TODAY, R8, month=month), target)
    held: dict[str, Any] = json.loads(target.read_text("utf-8"))
    return held


def test_that_sums_agree_across_months_duties_districts_and_schemes(store: Store) -> None:
    reported(store)
    months = [made(store, month) for month in MONTHS]
    query = text(
        "SELECT strftime('%m', on_day), count(*), sum(coalesce(people_count, (SELECT count(*)"
        " FROM log_contact c WHERE c.entry_id = e.id AND person_id IS NOT NULL))), (SELECT"
        " count(DISTINCT person_id) FROM log_contact c JOIN log_entry o ON o.id = c.entry_id"
        " WHERE o.to_city AND strftime('%m', o.on_day) = strftime('%m', e.on_day))"
        " FROM log_entry e WHERE to_city GROUP BY 1"
    )
    rows = {int(row[0]): row[1:] for row in store.ask(lambda session: session.execute(query).all())}
    so_far = 0
    for one in months:
        assert unequal(one) == ()
        total = one.log.month.total
        counted = (total.entries.count, total.reached.count, total.people.count)
        assert counted == tuple(rows.get(one.first.month, (0, 0, 0)))
        so_far += total.entries.count
        assert one.log.year.total.entries.count == so_far
        for table in monthly_tables(one):
            assert {len(cells) for cells in table.cells} <= {len(table.columns)}
    assert sum(one.log.month.total.reached.count for one in months) == (
        months[-1].log.year.total.reached.count
    )
    whole = store.ask(annual, R8, TODAY)
    assert whole.log == months[-1].log.year
    assert [one.entries for one in whole.months] == [one.log.month.total.entries for one in months]
    assert store.ask(annual, R8.next, TODAY).log.total.entries.count == 0
    year = months[6].log.year
    for broken in (
        replace(year, districts=year.districts[1:]),
        replace(year, duties=(*year.duties, year.duties[-1])),
        replace(year, schemes=(replace(year.schemes[0], categories=()), *year.schemes[1:])),
    ):
        assert unequal(replace(months[6], log=replace(months[6].log, year=broken)))


def test_that_the_fields_and_lists_others_build_on_are_there(store: Store, tmp_path: Path) -> None:
    reported(store)
    held = written(store, tmp_path)
    fields, duties = held["fields"], held["lists"]["業務別"]
    assert [row["区分"] for row in duties] == list("①②③④⑤⑥⑦⑧")
    for name in ("当月計", "年度累計"):
        assert fields[name] == sum(row[name] for row in duties) > 0
    assert fields["当月計"] == len(held["lists"]["活動"])
    for name in ("前月末登録者数", "新規登録者数", "取消登録者数", "当月末登録者数"):
        assert isinstance(fields[name], int)
    for scheme in {row["体系"] for row in held["lists"]["分類別"]}:
        of_scheme = [row for row in held["lists"]["分類別"] if row["体系"] == scheme]
        assert sum(row["当月計"] for row in of_scheme) == fields["当月計"]
    assert fields["①訪問_累計"] + fields["①来所_累計"] <= fields["①_累計"]
    assert fields["国調査の活動1_累計"] + fields["大牟田市の業務内容a_累計"] > 0
    assert fields["圏域西部_累計"] + fields["圏域全市_累計"] > 0


def test_that_the_city_reads_its_text_and_no_name_or_note(store: Store, clock: Clock) -> None:
    (first, *_) = reported(store)
    draft = entry(
        date(2026, 10, 5),
        duty(store, "⑥"),
        contacts=(With(person_id=PersonId(1)),),
        content="中のことば",
        report_text="市へのことば、一つ",
        internal_note="ないしょ",
    )
    store.do("日報", daily_log.add_entry, draft)
    store.do("日報", daily_log.add_entry, replace(draft, to_city=False, report_text="出さない"))
    store.do("日報", daily_log.bin_entries, [first])
    store.do(
        "文", submissions.set_report_text, REPORT, date(2026, 10, 1), TextPart.NEXT, "研修の準備"
    )
    printed = preview(store, document(None, REPORT), Request(TODAY, R8, month=10))
    assert printed.made.warnings == ()
    pages = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(printed.pdf)]
    whole = "".join(pages)
    assert "市へのことば，一つ" in whole
    assert "個人1名" in whole
    assert "研修の準備" in whole
    assert "令和８年１０月分" in pages[0]
    for hidden in ("中のことば", "ないしょ", "出さない", "見本　0号"):
        assert hidden not in whole, hidden


def printed_text(store: Store, month: int) -> tuple[list[str], tuple[str, ...]]:
    """Return the pages of a report without blanks, and what there was to warn of."""
    printed = preview(store, document(None, REPORT), Request(TODAY, R8, month=month))
    pages = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(printed.pdf)]
    return ["".join(page.split()) for page in pages], printed.made.warnings


def test_that_an_empty_month_is_four_pages_and_says_so_in_every_list(store: Store) -> None:
    reported(store)
    for key in [row.id for row in made(store, 10).entries]:
        store.do("日報", daily_log.bin_entries, [key])
    pages, warnings = printed_text(store, 10)
    assert (len(pages), warnings) == (4, ())
    assert pages[1].count("該当なし") == 1
    assert pages[2].count("該当なし") == 4


def test_that_nothing_long_is_lost_in_print(store: Store) -> None:
    reported(store)
    long = "\n".join(f"第{number}項、{'あ' * 90}" for number in range(104))
    assert 9_800 < len(long) <= 10_000
    store.do("日報", daily_log.add_entry, entry(date(2026, 10, 5), duty(store, "⑥"), content=long))
    for part in (TextPart.PROBLEMS, TextPart.PROPOSALS, TextPart.NEXT):
        store.do("文", submissions.set_report_text, REPORT, date(2026, 10, 1), part, long)
    pages, warnings = printed_text(store, 10)
    assert warnings == ()
    whole = "".join(pages)
    assert whole.count("あ" * 20) >= 4 * 104
    assert [whole.count(f"第{number}項，") for number in range(104)] == [4] * 104


def test_that_a_merged_person_counts_once(store: Store) -> None:
    reported(store)
    day = date(2026, 10, 6)
    for person in (1, 2):
        draft = LogEntryDraft(day, 9, contacts=(With(person_id=PersonId(person)),), title="訪問")
        store.do("日報", daily_log.add_entry, replace(draft, duty_id=duty(store, "①")))
    before = made(store, 10).log.month.total.people
    assert {1, 2} <= set(before.keys)
    same = PersonDraft("見本", "1号")
    store.do("統合", merge, Subject.PERSON, PersonId(1), PersonId(2), same)
    after = made(store, 10).log.month.total.people
    assert set(after.keys) == set(before.keys) - {2}


def test_that_everything_of_the_month_is_listed(store: Store, clock: Clock, tmp_path: Path) -> None:
    clock.now = datetime(2026, 7, 10, 9)
    store.do("種別", training.seed_kinds)
    keep_open(store)
    held = written(store, tmp_path, 7)
    for name in ("第1層協議体", "その他の会議", "研修", "把握", "計画"):
        assert held["lists"][name], name
    assert {row["種別"] for row in held["lists"]["把握"]} == {"ニーズ", "課題"}
    assert held["fields"]["第1層協議体開催_当月"] == held["fields"]["第1層協議体参加_累計"] == 1
    assert held["fields"]["研修出席延べ_当月"] == 1
