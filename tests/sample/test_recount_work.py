"""The figures of the coordinator's own work in the sample's documents, counted anew from rows."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from app.contacts import commands as people
from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.contacts.person import PersonDraft, PersonId
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft, LogEntryId, With
from app.daily_log.queries import entry_card
from app.duplicates import commands as merging
from app.duplicates import queries as duplicates
from app.kernel.fiscal_year import FiscalYear
from app.matching import commands as matching
from app.matching.need import NeedId
from app.matching.queries import need_card
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.submitting import SubmitDraft, differences, submit
from app.sample.office import TODAY, years_until
from app.storage.dump import all_records
from app.storage.store import Store
from app.submissions import queries as submissions
from app.submissions.submission import SubmissionId
from app.supporters import commands as supporters
from app.supporters.supporter import SupporterDraft
from tests.sample.recount import months_of
from tests.sample.recount_work import STAGES, RecountWork
from tests.sample_office import open_sample

YEARS = [year.start for year in years_until(TODAY)]
WHOLE = YEARS[-2]
"""The year every month of which is counted; of the others the last one with its sums."""


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("sample")
    store = open_sample(Path(shutil.copyfile(sample_file, folder / "office.kurashi")))
    yield store
    store.close()


@pytest.fixture(scope="module")
def rows(sample: Store) -> RecountWork:
    return recounted(sample)


@pytest.fixture
def copied(sample_file: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample office to be changed."""
    store = open_sample(Path(shutil.copyfile(sample_file, tmp_path / "office.kurashi")))
    yield store
    store.close()


def recounted(store: Store) -> RecountWork:
    return RecountWork(store.ask(all_records), TODAY.isoformat())


def made(store: Store, name: str, year: int, month: int | None = None) -> Content:
    request = Request(TODAY, FiscalYear(year), month=month)
    return store.ask(document(None, name).make, request)


@pytest.mark.parametrize("year", YEARS)
def test_that_the_months_can_be_recounted(sample: Store, rows: RecountWork, year: int) -> None:
    spans = months_of(year)
    begin = spans[0][0]
    begun = [span for span in spans if span[0] <= TODAY.isoformat()]
    months = begun if year == WHOLE else begun[-1:]
    entries = 0
    for first, last in months:
        found = made(sample, "monthly-report", year, int(first[5:7]))
        entries += found.fields["当月計"]
        compare_log(found, rows, (first, last), (begin, last))
        compare_meetings(found, rows, (first, last), (begin, last))
        compare_others(found, rows, (first, last), (begin, last))
    assert found.fields["年度累計"] == len(rows.log(begin, last)) > 100
    if year == WHOLE:
        assert entries == found.fields["年度累計"]


def compare_log(found: Content, rows: RecountWork, month: Any, year: Any) -> None:
    duties = rows.by_duty(*month), rows.by_duty(*year)
    columns = ("訪問", "来所", "電話", "会議", "研修", "その他")
    for line in found.lists["業務別"]:
        own, whole = (one.get(line["区分"], Counter()) for one in duties)
        assert {name: line[name] for name in columns} == {name: own[name] for name in columns}
        assert line["当月計"] == own["計"] == sum(line[name] for name in columns)
        assert (line["対象者延べ"], line["対象者実人数"]) == (own["延べ"], own["実"])
        assert line["年度累計"] == whole["計"]
        assert (line["対象者延べ累計"], line["対象者実人数累計"]) == (whole["延べ"], whole["実"])
    assert set(duties[1]) <= {line["区分"] for line in found.lists["業務別"]}
    for end, span in (("当月", month), ("累計", year)):
        total = sum((one for one in rows.by_duty(*span).values()), Counter[str]())
        assert found.fields[f"対象者延べ_{end}"] == total["延べ"]
        assert found.fields[f"対象者実人数_{end}"] == rows.people(*span)
        assert found.fields[f"従事分数_{end}"] == sum(
            one["minutes"] or 0 for one in rows.log(*span)
        )
        column = {"当月": "当月計", "累計": "年度累計"}[end]
        entries = len(rows.log(*span))
        for name, key in (("種別別", "種別"), ("分類別", ("体系", "名称"))):
            counted: Counter[Any] = rows.by_kind(*span)
            if name == "分類別":
                counted = with_commas(rows.classified(*span))
            assert cells(found, name, key, column) == counted
        schemes = {line["体系"] for line in found.lists["分類別"]}
        for scheme in schemes:
            lines = [one for one in found.lists["分類別"] if one["体系"] == scheme]
            assert sum(one[column] for one in lines) == entries
        assert len(schemes) == len(rows.tables["scheme"])
        column = {"当月": "活動件数", "累計": "活動件数累計"}[end]
        assert cells(found, "圏域別", "圏域", column) == rows.by_district(*span)
        assert sum(one[column] for one in found.lists["圏域別"]) == entries
    assert len(found.lists["活動"]) == len(rows.log(*month))


def compare_meetings(found: Content, rows: RecountWork, month: Any, year: Any) -> None:
    for end, span in (("当月", month), ("累計", year)):
        counted = rows.meetings(*span)
        for name in ("第1層協議体", "第2層会議", "地域ケア会議", "その他の会議"):
            shown = found.fields[f"{name}開催_{end}"], found.fields[f"{name}参加_{end}"]
            assert shown == counted.get(name, (0, 0))
        by_district = rows.meetings_by_district(*span)
        tail = "" if end == "当月" else "累計"
        for line in found.lists["圏域別"]:
            shown = line[f"会議開催{tail}"], line[f"会議参加{tail}"]
            assert shown == by_district.pop(line["圏域"], (0, 0))
        assert not by_district
        names = ("研修回数", "研修出席延べ", "研修出席実人数")
        assert tuple(found.fields[f"{one}_{end}"] for one in names) == rows.training(*span)


def compare_others(found: Content, rows: RecountWork, month: Any, year: Any) -> None:
    moved = Counter(rows.movement(*month))
    names = ("前月末", "新規", "取消", "満了", "当月末")
    shown = {
        name: found.fields[name] for name in (*(f"{one}登録者数" for one in names), "休止者数")
    }
    assert shown == {name: moved[name] for name in shown}
    assert (
        shown["前月末登録者数"] + shown["新規登録者数"]
        == shown["取消登録者数"] + shown["満了登録者数"] + shown["当月末登録者数"]
    )
    registered = rows.registered(*month)
    assert found.fields["活動中者数"] == registered["活動中者数"]
    assert found.fields["ボラセン登録者数"] == registered["ボラセン登録者数"]
    for end, span in (("当月", month), ("累計", year)):
        expected = rows.period(*span) | {
            "ボラセン新規": rows.registered(*span)["ボラセン新規"],
            "ニーズ": rows.needs(*span),
            "課題": rows.issues(*span),
        }
        resources = sum(rows.resources(*span).values(), Counter[str]())
        expected |= {f"資源{name}": resources[name] for name in ("新規", "更新", "終了", "総数")}
        assert {name: found.fields[f"{name}_{end}"] for name in expected} == expected
    by_district = rows.resources(*month)
    for line in found.lists["圏域別"]:
        own = by_district.get(line["圏域"], Counter())
        for name in ("新規", "更新", "終了", "総数"):
            assert line[f"資源{name}"] == own[name]
    assert len(found.lists["把握"]) == rows.needs(*month) + rows.issues(*month)


@pytest.mark.parametrize("year", YEARS)
def test_that_the_year_can_be_recounted(sample: Store, rows: RecountWork, year: int) -> None:
    found = made(sample, "annual-report", year)
    months = [(first, min(last, TODAY.isoformat())) for first, last in months_of(year)]
    months = [(first, last) for first, last in months if first <= last]
    span = months[0][0], months[-1][1]
    duties = rows.by_duty(*span)
    for line in found.lists["業務別"]:
        own = duties.pop(line["区分"], Counter())
        shown = line["実績"], line["対象者延べ"], line["対象者実人数"]
        assert shown == (own["計"], own["延べ"], own["実"])
    assert not duties
    assert cells(found, "分類別", ("体系", "名称"), "実績") == with_commas(rows.classified(*span))
    by_month = [len(rows.log(*one)) for one in months]
    assert [line["活動件数"] for line in found.lists["月別"]] == by_month
    assert sum(by_month) == len(rows.log(*span))
    for one, line in zip(months, found.lists["月別"], strict=True):
        expected = rows.period(*one)
        assert {name: line[name] for name in line if name in expected} == {
            name: expected[name] for name in line if name in expected
        }
    meetings = rows.meetings_by_district(*span)
    *lines, total = found.lists["圏域別会議"]
    assert [(one["開催"], one["参加"]) for one in lines] == [
        meetings.get(one["圏域"], (0, 0)) for one in lines
    ]
    assert (total["開催"], total["参加"]) == rows.meetings(*span)["第2層会議"]
    resources = rows.resources(*span)
    *lines, total = found.lists["資源圏域別"]
    columns = {"前年度末": "前", "新規": "新規", "更新": "更新", "終了": "終了", "年度末": "総数"}
    for line in lines:
        own = resources.get(line["名称"], Counter())
        assert {name: line[name] for name in columns} == {
            name: own[key] for name, key in columns.items()
        }
    for name in columns:
        assert total[name] == sum(one[name] for one in lines)
        assert total[name] == sum(one[name] for one in found.lists["資源区分別"][:-1])
    names = [one["指標"] for one in found.lists["指標"]]
    assert len(names) == len(set(names)), "no indicator stands there with two numbers"
    assert not any("、" in one["名称"] for one in found.lists["分類別"]), "the city writes ，"
    compare_indicators(found, rows, span, year)


def compare_indicators(found: Content, rows: RecountWork, span: Any, year: int) -> None:
    before = f"{year - 1}-04-01", f"{year}-03-31"
    shown = {one["指標"]: (one["実績"], one["前年度"]) for one in found.lists["指標"]}
    for place, (first, last) in enumerate((span, before)):
        meetings = rows.meetings(first, last)
        expected = {
            "第1層協議体への参加": meetings.get("第1層協議体", (0, 0))[1],
            "地域ケア会議への参加": meetings.get("地域ケア会議", (0, 0))[1],
            "研修の開催": rows.training(first, last)[0],
            "研修の出席 実人数": rows.training(first, last)[2],
            "サポーターの新規登録": rows.movement(first, last).get("新規登録者数", 0),
            "サポーターの登録者（期末）": rows.movement(first, last).get("当月末登録者数", 0),
            "マッチングの成立": rows.period(first, last)["成立"],
            "サポーターの活動 延べ人数": rows.period(first, last)["活動延べ人数"],
            "活動したサポーター 実人数": rows.period(first, last)["活動実人数"],
            "支援ニーズの受付": rows.needs(first, last),
            "把握した地域課題": rows.issues(first, last),
            "把握している社会資源（期末）": sum(
                one["総数"] for one in rows.resources(first, last).values()
            ),
        }
        assert {name: shown[name][place] or 0 for name in expected} == expected


@pytest.mark.parametrize("year", YEARS)
def test_that_meetings_issues_and_money_can_be_recounted(
    sample: Store, rows: RecountWork, year: int
) -> None:
    span = f"{year}-04-01", f"{year + 1}-03-31"
    found = made(sample, "care-meetings", year)
    for first, last in months_of(year):
        counted = rows.meetings_by_district(first, last, care=True)
        month = int(first[5:7])
        for line in found.lists["圏域別"]:
            shown = line[f"{month}月開催"], line[f"{month}月参加"]
            assert shown == counted.pop(line["圏域"], (0, 0))
        assert not counted
        assert found.fields[f"{month}月開催"] == sum(
            one[f"{month}月開催"] for one in found.lists["圏域別"]
        )
    assert (found.fields["開催"], found.fields["参加"]) == rows.meetings(*span)["地域ケア会議"]
    assert len(found.lists["会議"]) == found.fields["開催"]

    found = made(sample, "issue-list", year)
    counted_issues = rows.analysis(*span)
    kinds = [one["名称"] for one in found.lists["区分"]]
    by_kind = {
        (line["圏域"], kind): one["件数"]
        for line in found.lists["区分別"]
        for kind, one in zip(kinds, line["区分"], strict=True)
    }
    assert without_zeros(by_kind) == counted_issues["区分別"]
    by_stage = {
        (line["圏域"], stage): line[name]
        for line in found.lists["段階別"]
        for stage, name in STAGES.items()
    }
    assert without_zeros(by_stage) == counted_issues["段階別"]
    assert len(found.lists["課題"]) == found.fields["件数"] == len(rows.worked_on(*span))
    assert found.fields["新規件数"] == rows.issues(*span)

    found = made(sample, "settlement", year)
    money = rows.money(year)
    for side, label in (("income", "収入"), ("expense", "支出")):
        total = money[side].pop("計")
        assert total == (found.fields[f"{label}予算計"], found.fields[f"{label}決算計"])
        lines = {one["科目"].strip("　"): one for one in found.lists[label]}
        assert {name: (one["予算額"], one["決算額"]) for name, one in lines.items()} == {
            name: money[side].get(name, (0, 0)) for name in lines
        }
        assert set(money[side]) <= set(lines)
        upper = [one for one in found.lists[label] if not one["内訳"]]
        assert sum(one["決算額"] for one in upper) == total[1]
    left = found.fields["収入決算計"] - found.fields["支出決算計"]
    assert (found.fields["差引残額"], found.fields["返納額"]) == (left, max(left, 0))


def test_that_a_merged_person_counts_once(copied: Store) -> None:
    rows = recounted(copied)
    month, year = months_of(WHOLE)[6], months_of(WHOLE)[0]
    span = year[0], month[1]
    both = kept, merged = next(
        pair
        for pair in permutations(rows.in_matches(), 2)
        if not copied.ask(duplicates.conflicts, Subject.PERSON, *pair)
    )
    duty, on = rows.log(*month)[0]["duty_id"], date.fromisoformat(month[0])
    for one in both:
        named = (With(person_id=PersonId(one)),)
        call = LogEntryDraft(on, duty, title="電話", contacts=named)
        copied.do("日報", daily_log.add_entry, call)
    before = made(copied, "monthly-report", WHOLE, int(month[0][5:7])).fields
    draft = copied.ask(contacts.drafts, [PersonId(kept)])[PersonId(kept)]
    copied.do("統合", merging.merge, Subject.PERSON, kept, merged, draft)
    found = made(copied, "monthly-report", WHOLE, int(month[0][5:7]))
    for name in ("対象者実人数_当月", "対象者実人数_累計"):
        assert found.fields[name] == before[name] - 1
    for name in ("活動件数_当月", "対象者延べ_当月", "活動延べ人数_累計"):
        assert found.fields[name] == before[name]
    rows = recounted(copied)
    compare_log(found, rows, month, span)
    compare_others(found, rows, month, span)


def test_that_a_submitted_report_stays_and_its_corrections_are_the_later_edits(
    copied: Store,
) -> None:
    rows = recounted(copied)
    first, last = months_of(WHOLE)[6]
    report = document(None, "monthly-report")
    request = Request(TODAY, FiscalYear(WHOLE), month=int(first[5:7]))
    key = submit(copied, report, request, SubmitDraft()).id
    files = [copied.ask(submissions.frozen_file, key, kind) for kind in ("pdf", "xlsx")]
    assert copied.ask(differences, key) == ()

    entry = LogEntryId(rows.log(first, last)[0]["id"])
    draft = copied.ask(entry_card, entry).draft
    copied.do("日報", daily_log.change_entry, entry, replace(draft, result="あとで直した結果"))
    assert edited(copied, key) == ["結果対応"]
    copied.undo()

    need = NeedId(rows.needs_of(first, last)[0])
    draft = copied.ask(need_card, need, TODAY).draft
    copied.do("ニーズ", matching.change_need, need, replace(draft, content="あとで直した内容"))
    assert edited(copied, key) == ["内容対応"]
    copied.undo()

    person = copied.do("人", people.add_person, PersonDraft("髙橋", "𠮷子")).result
    on = date.fromisoformat(first)
    copied.do("登録", supporters.register, person, SupporterDraft(), on=on)
    assert edited(copied, key) == ["新規登録者数", "当月末登録者数"]
    again = [copied.ask(submissions.frozen_file, key, kind) for kind in ("pdf", "xlsx")]
    assert again == files


def edited(store: Store, key: SubmissionId) -> list[str]:
    """Return the last words of where a submission differs from the facts of today."""
    return [one.where.split("　")[-1] for one in store.ask(differences, key)]


def cells(found: Content, name: str, key: str | tuple[str, str], value: str) -> Counter[Any]:
    """Return a column of a list by what its lines are called, lines of nothing left out."""
    return without_zeros(
        {
            (line[key] if isinstance(key, str) else tuple(line[one] for one in key)): line[value]
            for line in found.lists[name]
        }
    )


def with_commas(counted: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Return names as the city writes them."""
    return Counter({(a, b.replace("、", "，")): count for (a, b), count in counted.items()})


def without_zeros(counted: dict[Any, int]) -> Counter[Any]:
    return Counter({key: count for key, count in counted.items() if count})
