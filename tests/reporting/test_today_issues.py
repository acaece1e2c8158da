"""今日: issues to be looked at again, and surveys nobody has summed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.local_issues import commands
from app.local_issues.local_issue import IssueScope, IssueStage, LocalIssueDraft
from app.reporting.today import gather
from app.reporting.today_line import Matter
from app.storage.store import Store
from app.surveys import commands as surveys
from app.surveys.survey import AnswerSheetDraft, SurveyDraft
from tests.conftest import Clock

FOUND = date(2026, 5, 1)
ISSUE = LocalIssueDraft("除雪", FOUND, scope=IssueScope.CITY, review_on=date(2026, 7, 1))


def _sentences(store: Store, day: date) -> list[str]:
    return [one.sentence for one in store.ask(gather, day) if one.matter is Matter.ISSUES]


def test_that_issues_and_surveys_are_told_until_they_are_done(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 9, 1, 9)
    issue = store.do("課題", commands.add_issue, ISSUE).result
    store.do("提案", commands.submit_to_city, issue, proposal="除雪機", on=FOUND)
    survey = SurveyDraft("町会アンケート", 2026, ends_on=date(2026, 7, 31))
    key = store.do("調査", surveys.add_survey, survey).result
    assert _sentences(store, date(2026, 6, 29)) == []
    assert _sentences(store, date(2026, 8, 1)) == [
        "見直す日（7月1日）になりました　除雪",
        "市へ出して60日たっても回答のない課題が1件あります",
    ]
    store.do("回答", surveys.add_sheet, key, AnswerSheetDraft())
    assert _sentences(store, date(2026, 8, 1))[-1].endswith("まだです　町会アンケート")
    store.do("結果", surveys.change_survey, key, replace(survey, findings="8割"))
    answered = commands.answer_of_city
    store.do("回答", answered, issue, answer="行う", on=date(2026, 8, 1), taken_up=True)
    store.do("段階", commands.step_issue, issue, IssueStage.SOLVED, on=date(2026, 8, 1))
    assert _sentences(store, date(2026, 8, 2)) == []


def test_that_many_reviews_do_not_fill_the_page(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 9, 1, 9)
    for number in range(7):
        store.do("課題", commands.add_issue, replace(ISSUE, title=f"課題{number}"))
    found = _sentences(store, date(2026, 9, 1))
    assert len(found) == 6
    assert found[-1] == "見直す日になった課題が、ほかに2件あります"
