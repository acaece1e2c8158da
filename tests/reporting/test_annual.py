"""The annual report, the national survey and what is handed over, out of one small office."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.planning import commands as planning
from app.planning.plan import Grade, PlanItemDraft, PlanYearDraft, ReviewDraft
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.produce import preview, produce
from app.reporting.reports_due import reports_due
from app.storage.store import Store
from app.training import commands as training
from tests.conftest import Clock
from tests.reporting.open_records import keep_open
from tests.reporting.records import keep_account, keep_match
from tests.reporting.reported_office import R8

TODAY = date(2026, 7, 10)
NAMES = ("annual-report", "national-survey", "handover")


@pytest.fixture
def office(store: Store, clock: Clock) -> Store:
    """A year that runs: one thing of each sort, a plan with a review, and words."""
    clock.now = datetime(2026, 7, 10, 9)
    store.do("種別", training.seed_kinds)
    keep_match(store)
    keep_account(store)
    keep_open(store)
    item = PlanItemDraft(
        2026, 1, "協議体の運営", content="年4回、開く。", measure="first_held", unit="回", target=4
    )
    key = store.do("計画", planning.add_item, item).result
    review = ReviewDraft("開いた。", "つながりができた。", "若い世代", "継続", Grade.B)
    store.do("評価", planning.review_item, key, review)
    words = PlanYearDraft(overview="よい年だった、と思う。", proposals="停留所を増やす。")
    store.do("文", planning.set_plan_year, R8, words)
    return store


def made(store: Store, name: str, **asked: Any) -> Content:
    return store.ask(document(None, name).make, Request(TODAY, R8, **asked))


def printed(store: Store, name: str) -> str:
    shown = preview(store, document(None, name), Request(TODAY, R8))
    pages = pypdfium2.PdfDocument(shown.pdf)
    return "".join(page.get_textpage().get_text_range() for page in pages)


def test_that_the_annual_report_holds_what_cities_ask_for(office: Store) -> None:
    found = made(office, "annual-report")
    duties, months = found.lists["業務別"], found.lists["月別"]
    total = found.fields["活動件数"]
    assert total == sum(row["実績"] for row in duties) == sum(row["活動件数"] for row in months) > 0
    (aim, *_) = [row for row in found.lists["指標"] if row["目標"]]
    assert aim == {
        "指標": "第1層協議体の開催", "単位": "回", "目標": 4, "実績": 1, "達成率": "25.0％",
        "前年度": 0, "増減": 1,
    }  # fmt: skip
    apart = [*found.lists["目標のある指標"], *found.lists["そのほかの指標"]]
    assert sorted(map(str, apart)) == sorted(map(str, found.lists["指標"]))
    for name, one in (("希望票受付計", "希望票受付"), ("活動延べ人数計", "活動延べ人数")):
        assert found.fields[name] == sum(row[one] for row in months)
    (item,) = [row for row in found.lists["事業"] if row["評価"]]
    assert item["計画"] == "年4回，開く。\n目標：4回"
    assert item["成果課題"] == "つながりができた。\n課題：若い世代"
    paper = printed(office, "annual-report")
    for asked in (
        "数値で見る一年", "業務区分ごと", "よい年だった，と思う。", "停留所を増やす。",
        "会議録は別添",
        "地域課題の分析", "一覧とマップは別冊", "収支決算", "選出区分", "若い世代",
    ):  # fmt: skip
        assert asked in paper, asked


def test_that_the_survey_is_answered_and_what_is_open_handed_over(office: Store) -> None:
    found = made(office, "national-survey").lists
    assert [len(found[name]) for name in ("構成員", "所属団体", "報告")] == [22, 10, 9]
    assert [row["番号"] for row in found["構成員"] if row["第1層"]] == [21]
    assert [row["番号"] for row in found["構成員"] if row["第2層"]] == [22]
    assert (
        sum(row["件数"] for row in found["活動"])
        == made(office, "annual-report").fields["活動件数"]
    )
    opened = made(office, "handover")
    for name in ("希望票", "マッチング", "宿題", "約束", "ニーズ", "課題", "資源"):
        assert opened.fields[f"{name}の件数"] == len(opened.lists[name])
    assert opened.lists["宿題"][0]["内容"].startswith("名簿を確かめる（第1層協議体")
    assert "見本　六月" in opened.lists["約束"][0]["相手"]
    assert opened.people > 0
    due = office.ask(reports_due, TODAY)
    assert [(one.month, one.late) for one in due if one.month] == [
        (4, True), (5, True), (6, False), (7, False),
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_that_an_empty_office_has_them_too(store: Store, name: str, tmp_path: Path) -> None:
    made_of_nothing = produce(store, document(None, name), Request(TODAY), tmp_path / "空.pdf")
    assert made_of_nothing.missing == ()
    assert made(store, name).people == 0
