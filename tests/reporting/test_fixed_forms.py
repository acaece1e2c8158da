"""Forms of other cities, with rows that are fixed, made as registered forms and with no code.

Both are drawn here in the manner of theirs: one by the five activities a to e, one with 39 rows of
which the plan and the report fill one.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft
from app.documents.form.check import check
from app.forms import commands as forms
from app.forms.edition import EditionDraft, Mark
from app.office import queries as known
from app.planning import commands as planning
from app.planning.plan import PlanItemDraft
from app.reporting.catalogue import Request
from app.reporting.documents import document, expected_fields
from app.reporting.monthly import monthly
from app.reporting.produce import produce
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import duty
from tests.reporting.reported_office import R8, reported

TODAY = date(2027, 4, 10)
REPORT = "monthly-report"
_ACTIVITIES = {
    "a": "収集・可視化", "b": "企画・立案", "c": "役割の整理", "d": "養成", "e": "マッチング",
}  # fmt: skip
_ROWS, _OURS = 39, 17


@pytest.fixture
def office(store: Store, clock: Clock) -> Store:
    """A year of entries with three 地域ケア会議, two by October, and a plan for forty."""
    clock.now = datetime(2027, 4, 10, 9)
    reported(store)
    district = store.ask(known.districts)[0].id
    meetings = [
        LogEntryDraft(day, duty(store, "②"), title="個別会議", care_district_id=district)
        for day in (date(2026, 5, 12), date(2026, 10, 6), date(2026, 11, 4))
    ]
    store.do("日報", daily_log.add_entries, meetings)
    item = PlanItemDraft(
        2026, duty(store, "②"), "地域ケア会議への参加", content="個別会議を含む", months=0xFFF,
        measure="care_attended", unit="回", target=40,
    )  # fmt: skip
    store.do("計画", planning.add_item, item)
    return store


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_activity() -> bytes:
    """Draw a form with a line for each of the activities a to e, and texts below."""
    book = Workbook()
    sheet = book.active
    sheet.title = "月次報告"
    sheet["A1"] = "{{報告月}}分　業務実施報告"
    for row, (sign, name) in enumerate(_ACTIVITIES.items(), start=3):
        sheet[f"A{row}"], sheet[f"B{row}"] = sign, name
        sheet[f"C{row}"] = f"{{{{大牟田市の業務内容{sign}_当月}}}}"
        sheet[f"D{row}"] = f"{{{{大牟田市の業務内容{sign}_累計}}}}"
    sheet["A8"], sheet["C8"], sheet["D8"] = "計", "=SUM(C3:C7)", "=SUM(D3:D7)"
    sheet["A9"], sheet["C9"] = "訪問の延べ", "{{訪問_当月}}"
    sheet["A10"], sheet["C10"] = "課題", "{{今後の課題}}"
    return saved(book)


def by_project() -> bytes:
    """Draw a form with 39 rows, without a tag: whoever fills it points at its cells."""
    book = Workbook()
    sheet = book.active
    sheet.title = "事業一覧"
    for column, name in zip(
        "ABCDE", ("事業区分", "実施期間", "事業名", "実施内容", "対象者数等"), strict=True
    ):
        sheet[f"{column}1"] = name
    for row in range(2, _ROWS + 2):
        sheet[f"A{row}"] = f"（{row - 1}）事業"
    sheet[f"A{_OURS}"] = "（2）生活支援体制整備事業"
    return saved(book)


def filled(store: Store, data: bytes, marks: tuple[Mark, ...], folder: Path) -> Workbook:
    """Register a form in which nothing is unknown, and make the report of October with it."""
    one = store.ask(document, REPORT)
    texts = {f"{mark.sheet}!{mark.cell}": mark.text for mark in marks}
    kinds = {finding.kind for finding in check(data, expected_fields(one), texts).findings}
    assert "unknown" not in kinds
    store.do("様式", forms.register_form, EditionDraft(REPORT, "市.xlsx", "市", R8), data, marks)
    target = folder / "報告.xlsx"
    made = produce(store, one, Request(TODAY, R8, month=10), target)
    assert made.edition is not None
    return load_workbook(target)


def test_that_a_form_by_activities_is_made_with_tags_alone(office: Store, tmp_path: Path) -> None:
    sheet = filled(office, by_activity(), (), tmp_path).worksheets[0]
    assert sheet["A1"].value == "令和8年10月分　業務実施報告"
    found = office.ask(monthly, R8, 10)
    for column, log in (("C", found.log.month), ("D", found.log.year)):
        cells = [sheet[f"{column}{row}"].value for row in range(3, 8)]
        scheme = next(one for one in log.schemes if one.name.startswith("大牟田市"))
        assert cells == [one.figure.count for one in scheme.categories[:5]]
        assert sum(cells) == log.total.entries.count
    assert sheet["C9"].value == found.log.month.total.means[0].count


def test_that_a_form_of_39_rows_is_pointed_at(office: Store, tmp_path: Path) -> None:
    def mark(column: str, text: str) -> Mark:
        return Mark("事業一覧", f"{column}{_OURS}", text)

    marks = (
        mark("B", "{{計画#1.実施期間}}"),
        mark("C", "{{計画#1.事業名}}"),
        mark("D", "{{計画#1.実施内容}}"),
        mark("E", "予定 {{計画#1.予定}}{{計画#1.単位}}、会議への参加 {{地域ケア会議参加_累計}}回"),
    )
    sheet = filled(office, by_project(), marks, tmp_path).worksheets[0]
    assert sheet.max_row == _ROWS + 1
    ours = [sheet[f"{column}{_OURS}"].value for column in "ABCDE"]
    assert ours[0] == "（2）生活支援体制整備事業"
    assert ours[2:] == ["地域ケア会議への参加", "個別会議を含む", "予定 40回、会議への参加 2回"]
    assert sheet[f"A{_OURS + 1}"].value == f"（{_OURS}）事業"
