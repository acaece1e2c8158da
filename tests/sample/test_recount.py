"""Every figure of the sample's documents of supporters and matching, counted anew from its rows."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.kernel.fiscal_year import FiscalYear
from app.reporting import match_results, supporter_roster
from app.reporting.catalogue import Content, Request
from app.sample.office import TODAY, years_until
from app.storage.dump import all_records
from app.storage.store import Store
from tests.sample.recount import Recount, months_of, time_text
from tests.sample_office import open_sample

YEARS = [year.start for year in years_until(TODAY)]


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("sample")
    store = open_sample(Path(shutil.copyfile(sample_file, folder / "office.kurashi")))
    yield store
    store.close()


@pytest.fixture(scope="module")
def rows(sample: Store) -> Recount:
    return Recount(sample.ask(all_records))


@pytest.mark.parametrize("year", YEARS)
def test_that_the_results_can_be_recounted(sample: Store, rows: Recount, year: int) -> None:
    found = sample.ask(match_results.make, Request(TODAY, FiscalYear(year)))
    spans = [(first, min(last, TODAY.isoformat())) for first, last in months_of(year)]
    whole = spans[0][0], max(last for first, last in spans if first <= last)
    for span, line in zip(spans, found.lists["月別"], strict=True):
        expected = rows.period(*span) if span[0] <= span[1] else dict.fromkeys(line, 0)
        assert {name: line[name] for name in rows.period(*span)} == {
            name: expected[name] for name in rows.period(*span)
        }
    expected = rows.period(*whole)
    assert {name: found.fields[name] for name in expected} == expected
    assert min(expected["希望票受付"], expected["活動実人数"]) > 3
    assert found.fields["活動時間"] == time_text(expected["活動分数"])
    for name, table in rows.crossed(*whole).items():
        assert _crossed(found, name) == table
    for line in found.lists["レベル別"]:
        values = tuple(value for name, value in line.items() if name != "レベル")
        assert values == rows.levels(*whole).get(line["レベル"], (0, 0, 0, 0, 0, "－"))
    assert _details(found) == Counter(
        {(*key[:-1], time_text(key[-1])): count for key, count in rows.details(*whole).items()}
    )


@pytest.mark.parametrize("year", YEARS)
def test_that_the_roster_can_be_recounted(sample: Store, rows: Recount, year: int) -> None:
    for first, last in months_of(year):
        request = Request(TODAY, FiscalYear(year), month=int(first[5:7]))
        found = sample.ask(supporter_roster.make, request)
        expected = rows.movement(first, last)
        assert {name: found.fields[name] for name in expected} == expected
        names = [one["名称"] for one in found.lists["レベル"]]
        cells = {
            (line["圏域"], name): one["人数"]
            for line in found.lists["圏域別"][:-1]
            for name, one in zip(names, line["レベル"], strict=True)
        }
        assert _without_zeros(cells) == rows.by_level(last)
        ages = {
            (line["年代"], sex): line[sex]
            for line in found.lists["年代別"][:-1]
            for sex in ("男性", "女性", "その他")
        }
        assert _without_zeros(ages) == rows.by_age(last)
        sums = [found.lists[name][-1]["計"] for name in ("圏域別", "年代別")]
        assert sums == [expected["当月末登録者数"]] * 2
    listed = [
        (
            line["登録番号"], line["活動レベル"], line["保険"], line["ボラセン"],
            "".join(str(value) for value in line.values() if value == "●"),
        )
        for line in found.lists["サポーター"]
    ]  # fmt: skip
    assert listed == rows.roster(TODAY.isoformat())
    assert len(listed) > 10


def test_that_the_sample_has_everything_and_nothing_of_tomorrow(sample: Store) -> None:
    records = [*sample.ask(all_records)]
    days = [
        value
        for record in records
        for value in map(record.get, ("received_on", "asked_on", "confirmed_on"))
        if value
    ]
    assert max(days) <= TODAY.isoformat()
    assert {record["table"] for record in records} > {
        *("match", "activity", "need", "local_resource", "map_area", "supporter", "log_entry"),
        *("log_link", "attendee", "resolution", "local_issue", "answer_sheet", "plan_item"),
        *("account_entry", "report_text", "letter", "staff_member", "issue_resource"),
    }


def _crossed(found: Content, name: str) -> Counter[tuple[str, str]]:
    """Return the cells of a table of the document; its own sums are right as well."""
    districts = [one["名称"] for one in found.lists["圏域"]]
    *lines, total = found.lists[name]
    cells = {
        (line["区分"], district): one["件数"]
        for line in lines
        for district, one in zip(districts, line["圏域"], strict=True)
    }
    for line in lines:
        assert line["計"] == sum(one["件数"] for one in line["圏域"])
    assert total["計"] == sum(cells.values())
    assert [one["件数"] for one in total["圏域"]] == [
        sum(cells[line["区分"], district] for line in lines) for district in districts
    ]
    return _without_zeros(cells)


def _details(found: Content) -> Counter[tuple[Any, ...]]:
    return Counter(
        (
            _stored(line["受付日"]), line["必要人数"], line["紹介者数"], _stored(line["成立日"]),
            line["サポーター"], line["回数"], line["活動時間"],
        )
        for line in found.lists["明細"]
    )  # fmt: skip


def _stored(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _without_zeros(cells: dict[tuple[str, str], int]) -> Counter[tuple[str, str]]:
    return Counter({key: count for key, count in cells.items() if count})
