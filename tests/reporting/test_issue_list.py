"""地域課題一覧: what it says of an issue, and figures that add up."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands
from app.local_issues.local_issue import Creation, IssueScope, IssueStage, LocalIssueDraft
from app.local_resources.commands import add_resource
from app.local_resources.local_resource import LocalResourceDraft
from app.matching.commands import add_need
from app.matching.need import NeedDraft
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.issue_list import STAGES
from app.reporting.produce import produce
from app.storage.store import Store
from tests.conftest import Clock

TODAY = date(2026, 11, 1)


@pytest.fixture
def ledger(store: Store, clock: Clock) -> Store:
    """An issue of two districts that went all the way, one of the city, one of last year."""
    clock.now = datetime(2026, 11, 1, 9)

    def do(command: Any, *args: Any, **kwargs: Any) -> Any:
        return store.do("試す", command, *args, **kwargs).result

    do(office.seed_masters, [DistrictDraft(name) for name in ("西部", "北部", "東部")], [])
    do(commands.seed_issue_kinds, ["除雪", "移動"])
    needs = [
        do(add_need, NeedDraft(date(2026, 5, 1), district_id=key, content="雪")) for key in (1, 3)
    ]
    snow = LocalIssueDraft("除雪の担い手", date(2026, 5, 2), kind_id=1, content="間口の雪")
    issue = do(commands.issue_from_needs, needs, snow)
    do(commands.step_issue, issue, IssueStage.SOLVED, on=date(2026, 10, 1))
    place = do(add_resource, LocalResourceDraft("雪かき隊"))
    do(commands.add_issue_resource, issue, place, Creation.SETTLED, on=date(2026, 10, 1))
    do(commands.submit_to_city, issue, proposal="用具の貸出し", on=date(2026, 6, 1))
    do(commands.answer_of_city, issue, answer="行う", on=date(2026, 7, 1), taken_up=True)
    do(commands.add_issue, LocalIssueDraft("足", date(2026, 6, 1), scope=IssueScope.CITY))
    do(commands.add_issue, LocalIssueDraft("場所", date(2025, 6, 1), districts=(1,), kind_id=2))
    return store


def made(store: Store, year: int = 2026) -> Content:
    request = Request(TODAY, FiscalYear(year))
    return store.ask(document(None, "issue-list").make, request)


def test_that_the_ledger_tells_an_issue_from_how_it_was_found_to_what_came_of_it(
    ledger: Store, tmp_path: Path
) -> None:
    content = made(ledger)
    line = content.lists["課題"][1]
    assert (line["番号"], line["圏域"], line["段階"]) == ("R8-001", "西部，東部", "解決・定着")
    assert line["把握と根拠"] == "R8.5.2\nニーズ・相談\nニーズ2件"
    assert line["成果と資源"] == "雪かき隊（定着 R8.10.1）"
    assert line["市との経過"] == (
        "R8.6.1 提案：用具の貸出し\nR8.7.1 回答：行う（事業・予算に反映）"
    )
    target = tmp_path / "issues.pdf"
    produce(ledger, document(None, "issue-list"), Request(TODAY), target)
    with pypdfium2.PdfDocument(target) as opened:
        text = "".join(page.get_textpage().get_text_range() for page in opened)
    assert "雪かき隊（定着R8.10.1）" in text.replace("\r\n", "").replace(" ", "")
    assert "1件（100.0％）" in text


def test_that_sums_count_an_issue_of_several_districts_once(ledger: Store) -> None:
    content = made(ledger)
    kinds, stages = content.lists["区分別"], content.lists["段階別"]
    assert [row["圏域"] for row in kinds] == ["西部", "北部", "東部", "全市", "計"]
    assert [row["計"] for row in kinds] == [row["計"] for row in stages] == [2, 0, 1, 1, 3]
    for row in kinds:
        assert sum(cell["件数"] for cell in row["区分"]) == row["計"]
    for row in stages:
        assert sum(row[name] for name in STAGES.values()) == row["計"]
    assert (content.fields["件数"], content.fields["新規件数"]) == (3, 2)
    assert "計では1件" in content.fields["数え方"]


def test_that_a_past_year_shows_the_stage_of_its_end(ledger: Store) -> None:
    (line,) = made(ledger, 2025).lists["課題"]
    assert (line["件名"], line["段階"]) == ("場所", "把握")
    assert [one["件名"] for one in made(ledger, 2027).lists["課題"]] == ["場所", "足"]
