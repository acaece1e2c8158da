"""年間事業計画書 and 活動評価・活動計画: the two years of a project in one line, the schedule."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest

from app.kernel.fiscal_year import FiscalYear
from app.planning import commands
from app.planning.months import month_bits
from app.planning.plan import Grade, PlanYearDraft, ReviewDraft
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.produce import produce
from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import seeded
from tests.planning.plans import YEAR, item
from tests.staff.people import member, person

TODAY = date(2026, 4, 20)
LAST = YEAR.previous


@pytest.fixture
def office(store: Store, clock: Clock) -> Store:
    """Last year's plan, reviewed in part, and this year's copied from it."""
    clock.now = datetime(2026, 4, 20, 9)
    seeded(store)
    kept = item(store, "養成研修", year=LAST, target=40, actual=38, unit="人", indicator="修了者")
    review = ReviewDraft("全5回", "20人が登録", "平日に難しい", "土曜も", Grade.B)
    store.do("評価", commands.review_item, kept, review)
    store.do("写す", commands.copy_year, LAST, YEAR)
    item(store, "交流会", sign="③", year=LAST)
    item(store, "協議体", sign="①", months=month_bits((4, 5, 6, 9)))
    words = PlanYearDraft("支え合い", "住民主体、市全体", "担い手", "1名を置く")
    store.do("文章", commands.set_plan_year, YEAR, words)
    member(store, person(store), starts_on=date(2026, 4, 1), weekly_minutes=1_800)
    return store


def made(store: Store, name: str, year: FiscalYear = YEAR) -> Content:
    return store.ask(document(None, name).make, Request(TODAY, year))


def test_that_the_schedule_shows_where_work_begins_and_goes_on(
    office: Store, tmp_path: Path
) -> None:
    content = made(office, "annual-plan")
    assert [row["事業名"] for row in content.lists["計画"]] == ["協議体", "養成研修"]
    months = content.lists["日程"][0]
    assert [months[f"{one}月"] for one in (4, 5, 6, 7, 8, 9, 3)] == ["○", "→", "→", "", "", "○", ""]
    assert content.fields["基本方針"] == "住民主体，市全体"
    assert content.fields["常勤換算"] == "0.7"
    assert content.lists["計画"][1]["目標"] == "修了者　40人"
    target = tmp_path / "plan.pdf"
    produce(office, document(None, "annual-plan"), Request(TODAY, YEAR), target)
    with pypdfium2.PdfDocument(target) as opened:
        sizes = [page.get_size() for page in opened]
        text = "".join(page.get_textpage().get_text_range() for page in opened)
    assert [width > height for width, height in sizes] == [False, True]
    assert "見本山" in text
    assert "支え合い" in text


def test_that_each_project_has_both_years_in_one_line(office: Store) -> None:
    content = made(office, "plan-and-review")
    lines = {row["事業名"]: row for row in content.lists["評価と計画"]}
    assert list(lines) == ["協議体", "交流会", "養成研修"]
    both = lines["養成研修"]
    assert both["実施と実績"] == "全5回\n実績：38人（目標40人・達成率95.0％）"
    assert both["評価"] == "B おおむねできた\n成果：20人が登録\n課題：平日に難しい\n方向性：土曜も"
    assert both["今年度の目標"] == "修了者　40人"
    assert lines["交流会"]["今年度の計画"] == "（今年度は計画にありません）"
    assert lines["協議体"]["前年度の目標"] == ""
    assert "1件の事業に自己評価がまだありません" in content.remarks[0]


def test_that_a_year_nobody_planned_is_made_with_what_is_missing(office: Store) -> None:
    content = made(office, "annual-plan", FiscalYear(2030))
    assert content.lists["計画"] == []
    assert "事業がまだありません" in content.remarks[0]
    assert "基本方針と重点目標" in content.remarks[1]
