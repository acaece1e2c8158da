"""The ledger of issues in a real file; every step is undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands, queries
from app.local_issues.local_issue import (
    BroughtBy,
    Creation,
    IssueScope,
    IssueStage,
    LocalIssueDraft,
)
from app.local_issues.queries import IssueListing
from app.local_resources import commands as places
from app.local_resources.local_resource import LocalResourceDraft
from app.matching import commands as matching
from app.matching.need import Handling, NeedDraft, NeedId
from app.matching.queries import need_card
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.storage.base import Base
from app.storage.store import Store
from app.surveys import commands as surveys
from app.surveys.survey import SurveyDraft
from tests.conftest import Clock

TABLES = (
    "local_issue", "issue_step", "issue_district", "issue_evidence", "issue_resource", "need",
)  # fmt: skip
YEAR = FiscalYear(2026)
CITY = LocalIssueDraft("除雪の担い手が足りない", date(2026, 5, 1), scope=IssueScope.CITY)
WEST = LocalIssueDraft("買い物の足がない", date(2026, 6, 1), kind_id=1, districts=(1,))
BOTH = LocalIssueDraft("集まる場所がない", date(2026, 7, 1), kind_id=2, districts=(2, 1))


class Desk:
    """A store; what is done is also undone and redone."""

    def __init__(self, store: Store) -> None:
        self.store = store
        districts = [DistrictDraft(name) for name in ("西部", "東部")]
        store.do("圏域", office.seed_masters, districts, [])
        store.do("区分", commands.seed_issue_kinds, ["移動", "居場所", "見守り"])

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        before = self.store.ask(_rows)
        result = self.store.do("試す", command, *args, **kwargs).result
        after = self.store.ask(_rows)
        if after != before:
            self.store.undo()
            assert self.store.ask(_rows) == before
            self.store.redo()
            assert self.store.ask(_rows) == after
        return result

    def handling(self, need: NeedId) -> Handling:
        return self.store.ask(need_card, need, date(2026, 11, 1)).draft.handling


def _rows(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    tables = [Base.metadata.tables[name] for name in TABLES]
    return {
        table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
        for table in tables
    }


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    clock.now = datetime(2026, 11, 1, 9)
    return Desk(store)


def test_that_issues_are_numbered_found_and_changed(desk: Desk) -> None:
    first = desk.do(commands.add_issue, CITY)
    second = desk.do(commands.add_issue, BOTH)
    card = desk.store.ask(queries.issue_card, second)
    assert (card.row.number, card.row.where, card.row.kind) == ("R8-002", "西部、東部", "居場所")
    assert card.row.stage is IssueStage.FOUND
    desk.do(commands.change_issue, second, replace(card.draft, districts=(2,), title="居場所"))
    assert desk.store.ask(queries.issue_card, second).row.where == "東部"
    for listing, keys in (
        (IssueListing(text="ジョセツ"), []),
        (IssueListing(text="除雪"), [first]),
        (IssueListing(district_id=2), [second, first]),
        (IssueListing(district_id=2, own_only=True), [second]),
        (IssueListing(district_id=1), [first]),
        (IssueListing(city_wide=True), [first]),
        (IssueListing(kind_id=2), [second]),
        (IssueListing(first=date(2026, 6, 1)), [second]),
        (IssueListing(last=date(2026, 6, 1)), [first]),
    ):
        assert desk.store.ask(listing.keys) == keys, listing
    desk.do(commands.bin_issue, first)
    with pytest.raises(Refusal, match="ごみ箱"):
        desk.do(commands.change_issue, first, CITY)
    assert desk.store.ask(IssueListing(binned=True).keys) == [first]
    desk.do(commands.restore_issue, first)
    with pytest.raises(Refusal, match="ほかの課題が使っています"):
        desk.do(commands.add_issue, replace(CITY, number="R8-002"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": " "}, "件名"),
        ({"found_on": date(2026, 11, 2)}, "今日より後"),
        ({"scope": IssueScope.DISTRICT}, "圏域を選んでください"),
        ({"review_on": date(2026, 4, 30)}, "見直す日"),
        ({"submitted_on": date(2026, 6, 1)}, "提案の内容"),
        ({"submitted_on": date(2026, 4, 1), "proposal": "提案"}, "市へ出した日は"),
        ({"answered_on": date(2026, 6, 1), "answer": "検討する"}, "市へ出した日も"),
        ({"answer": "検討する"}, "回答があった日"),
    ],
)
def test_that_an_issue_that_cannot_be_is_refused(
    desk: Desk, changed: dict[str, Any], said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        desk.do(commands.add_issue, replace(CITY, **changed))


def test_that_stages_follow_each_other_and_are_taken_back(desk: Desk) -> None:
    issue = desk.do(commands.add_issue, CITY)
    desk.do(commands.step_issue, issue, IssueStage.DISCUSSED, on=date(2026, 6, 10), note="第1回")
    for stage, on, said in (
        (IssueStage.DISCUSSED, date(2026, 7, 1), "すでに「検討」"),
        (IssueStage.WORKED_ON, date(2026, 6, 9), "「検討」になった日から"),
        (IssueStage.WORKED_ON, date(2026, 12, 1), "「検討」になった日から"),
    ):
        with pytest.raises(Refusal, match=said):
            desk.do(commands.step_issue, issue, stage, on=on)
    with pytest.raises(Refusal, match="「検討」になった日より後"):
        desk.do(commands.change_issue, issue, replace(CITY, found_on=date(2026, 6, 11)))
    desk.do(commands.change_issue, issue, replace(CITY, found_on=date(2026, 5, 2)))
    card = desk.store.ask(queries.issue_card, issue)
    assert [(one.stage, one.starts_on) for one in card.steps] == [
        (IssueStage.FOUND, date(2026, 5, 2)),
        (IssueStage.DISCUSSED, date(2026, 6, 10)),
    ]
    assert (card.row.stage, card.row.since) == (IssueStage.DISCUSSED, date(2026, 6, 10))
    desk.do(commands.take_back_step, issue)
    assert desk.store.ask(queries.issue_card, issue).row.stage is IssueStage.FOUND
    with pytest.raises(Refusal, match="最初の段階"):
        desk.do(commands.take_back_step, issue)


def test_that_needs_are_gathered_into_an_issue_and_let_go(desk: Desk) -> None:
    received = date(2026, 5, 11)
    one = desk.do(matching.add_need, NeedDraft(received, district_id=2, content="雪で出られない"))
    two = desk.do(matching.add_need, NeedDraft(received, district_id=1, content="雪かきが辛い"))
    closed = desk.do(matching.add_need, NeedDraft(received, content="雪", handling=Handling.CLOSED))
    draft = LocalIssueDraft("除雪", date(2026, 5, 20))
    issue = desk.do(commands.issue_from_needs, [one, two, closed, one], draft)
    card = desk.store.ask(queries.issue_card, issue)
    assert (card.draft.districts, card.row.stage) == ((1, 2), IssueStage.GATHERED)
    assert card.row.brought_by is BroughtBy.NEED
    assert [row.need_id for row in card.evidence] == [one, two, closed]
    assert [desk.handling(need) for need in (one, two, closed)] == [
        Handling.ISSUE,
        Handling.ISSUE,
        Handling.CLOSED,
    ]
    with pytest.raises(Refusal, match="すでに入っています"):
        desk.do(commands.add_evidence, issue, need=one)
    desk.do(commands.remove_evidence, card.evidence[0].id)
    assert desk.handling(one) is Handling.OPEN
    assert [row.id for row in desk.store.ask(queries.issues_of_need, two)] == [issue]
    survey = desk.do(surveys.add_survey, SurveyDraft("町会", 2026, findings="8割が除雪に困る"))
    desk.do(commands.add_evidence, issue, survey=survey)
    assert [row.id for row in desk.store.ask(queries.issues_of_survey, survey)] == [issue]
    assert desk.store.ask(queries.issue_card, issue).evidence[-1].content == "8割が除雪に困る"
    with pytest.raises(Refusal, match="1つ選んでください"):
        desk.do(commands.add_evidence, issue, need=two, survey=survey)
    with pytest.raises(Refusal, match="ニーズを選んで"):
        desk.do(commands.issue_from_needs, [], draft)


def test_that_resources_come_of_issues_and_the_city_answers(desk: Desk) -> None:
    issue = desk.do(commands.add_issue, CITY)
    place = desk.do(places.add_resource, LocalResourceDraft("雪かき隊"))
    line = desk.do(
        commands.add_issue_resource, issue, place, Creation.DISCOVERED, on=date(2026, 9, 1)
    )
    with pytest.raises(Refusal, match="すでに"):
        desk.do(commands.add_issue_resource, issue, place, Creation.RELATED, on=date(2026, 9, 2))
    desk.do(commands.change_issue_resource, line, Creation.SETTLED, on=date(2026, 10, 1))
    (created,) = desk.store.ask(queries.issue_card, issue).resources
    assert (created.name, created.creation) == ("雪かき隊", Creation.SETTLED)
    assert [row.id for row in desk.store.ask(queries.issues_of_resource, place)] == [issue]
    desk.do(commands.remove_issue_resource, line)

    day = date(2026, 9, 30)
    with pytest.raises(Refusal, match="まだ市へ出していません"):
        desk.do(commands.answer_of_city, issue, answer="はい", on=day, taken_up=True)
    desk.do(commands.submit_to_city, issue, proposal="除雪機の貸出", on=day)
    assert [row.id for row in desk.store.ask(queries.unanswered, day)] == [issue]
    desk.do(commands.answer_of_city, issue, answer="来年度から", on=day, taken_up=True)
    assert desk.store.ask(queries.unanswered, day) == []
    assert desk.store.ask(IssueListing(text="来年度").keys) == [issue]
    found = desk.store.ask(queries.analysis, YEAR)
    assert (found.submitted.keys, found.taken_up.keys) == ((issue,), (issue,))


def test_that_a_year_counts_issues_by_district_once_in_the_sum(desk: Desk) -> None:
    city, west, both = (desk.do(commands.add_issue, one) for one in (CITY, WEST, BOTH))
    desk.do(commands.step_issue, city, IssueStage.SHELVED, on=date(2026, 8, 1))
    found = desk.store.ask(queries.analysis, YEAR)
    assert found.kinds == ("移動", "居場所", "区分なし")
    assert [(row.label, row.all.count) for row in found.rows] == [
        ("西部", 2),
        ("東部", 1),
        ("全市", 1),
    ]
    assert found.rows[0].by_kind[1].keys == found.rows[1].by_kind[1].keys == (both,)
    assert (found.total.all.count, [one.count for one in found.total.by_kind]) == (3, [1, 1, 1])
    assert sum(one.count for one in found.total.by_stage) == 3
    assert found.notes
    after = desk.store.ask(queries.analysis, YEAR.next)
    assert after.total.all.keys == (both, west)
    assert after.found.count == 0
    assert desk.store.ask(queries.analysis, YEAR.previous).total.all.count == 0


def test_that_reviews_come_back_until_an_issue_has_ended(desk: Desk) -> None:
    issue = desk.do(commands.add_issue, replace(CITY, review_on=date(2026, 10, 31)))
    assert desk.store.ask(queries.reviews_due, date(2026, 10, 30)) == []
    assert [row.id for row in desk.store.ask(queries.reviews_due, date(2026, 11, 1))] == [issue]
    desk.do(commands.step_issue, issue, IssueStage.SOLVED, on=date(2026, 11, 1))
    assert desk.store.ask(queries.reviews_due, date(2026, 11, 1)) == []


def test_that_an_ended_issue_counts_again_in_the_year_it_came_up_again(desk: Desk) -> None:
    issue = desk.do(commands.add_issue, replace(CITY, found_on=date(2024, 5, 1)))
    desk.do(commands.step_issue, issue, IssueStage.SOLVED, on=date(2024, 9, 1))
    desk.do(commands.step_issue, issue, IssueStage.FOUND, on=date(2026, 5, 1))
    years = [
        year
        for year in range(2023, 2028)
        if desk.store.ask(queries.analysis, FiscalYear(year)).total.all.count
    ]
    assert years == [2024, 2026, 2027]


def test_that_what_is_in_the_bin_neither_becomes_nor_stays_part_of_an_issue(desk: Desk) -> None:
    issue = desk.do(commands.add_issue, CITY)
    asked = desk.do(surveys.add_survey, SurveyDraft("町会", 2026))
    desk.do(commands.add_evidence, issue, survey=asked)
    desk.do(surveys.bin_survey, asked)
    assert desk.store.ask(queries.issue_card, issue).evidence == ()
    other = desk.do(commands.add_issue, CITY)
    with pytest.raises(Refusal, match="ごみ箱"):
        desk.do(commands.add_evidence, other, survey=asked)
    made = desk.do(places.add_resource, LocalResourceDraft("見本カフェ"))
    desk.do(places.bin_resource, made)
    with pytest.raises(Refusal, match="ごみ箱"):
        desk.do(commands.add_issue_resource, other, made, Creation.RELATED, on=date(2026, 8, 1))
