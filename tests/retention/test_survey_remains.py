"""What stays of surveys and issues when organisations and people are merged or erased."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft, PersonId
from app.contacts.queries import organisation_drafts
from app.duplicates import commands as duplicates
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands as local_issues
from app.local_issues import queries as issue_queries
from app.local_issues.local_issue import IssueScope, LocalIssueDraft
from app.matching import commands as matching
from app.matching.need import NeedDraft
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.office.settings import OfficeSettings
from app.retention.commands.erasure import erase
from app.storage.base import Base
from app.storage.store import Store
from app.surveys import commands, queries
from app.surveys.survey import (
    Answer,
    AnswerSheetDraft,
    QuestionDraft,
    QuestionKind,
    SurveyDraft,
    SurveyId,
)
from app.surveys.tabulation import CrossBy, CrossTable, QuestionResult
from tests.conftest import Clock

SECRET = "秘密の事情"
ASKED = (
    QuestionDraft("活動", QuestionKind.SINGLE, ("ある", "ない")),
    QuestionDraft("意見", QuestionKind.FREE),
)


def _said(session: Session) -> str:
    tables = Base.metadata.sorted_tables
    return "\n".join(str(tuple(row)) for table in tables for row in session.execute(select(table)))


def _counted(store: Store, survey: SurveyId) -> tuple[list[QuestionResult], CrossTable]:
    found = store.ask(queries.results, survey).questions
    table = store.ask(queries.cross, survey, found[0].question.id, CrossBy.DISTRICT)
    return list(found), table


def test_that_counts_of_surveys_and_issues_outlive_whom_they_are_of(
    store: Store, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 1, 9)
    store.do("圏域", office.seed_masters, [DistrictDraft("西部")], [])
    store.do("設定", office.change_settings, OfficeSettings(individual_help=True))
    one, two = (
        store.do("団体", contacts.add_organisation, OrganisationDraft(name)).result
        for name in ("見本町会", "見本町会館")
    )
    survey = store.do("調査", commands.add_survey, SurveyDraft("町会", 2026), ASKED).result
    single, free = store.ask(queries.questions_of, survey)
    for firm, option in ((one, 0), (two, 1)):
        said = (
            Answer(single.id, options=(single.options[option].id,)),
            Answer(free.id, text="雪に困る"),
        )
        sheet = AnswerSheetDraft(firm, 1, answers=said)
        store.do("回答", commands.add_sheet, survey, sheet)
    before = _counted(store, survey)
    values = store.ask(organisation_drafts, [one])[one]
    store.do("統合", duplicates.merge, Subject.ORGANISATION, one, two, values)
    assert _counted(store, survey) == before
    rows = store.ask(queries.sheets, survey)
    assert [row.draft.organisation_id for row in rows] == [one, one]

    helped = store.do("人", contacts.add_people, [PersonDraft("見本山", "助子")]).result[0]
    need = NeedDraft(date(2026, 5, 1), person_id=PersonId(helped), content=SECRET)
    needs = [store.do("ニーズ", matching.add_need, need).result]
    draft = LocalIssueDraft("除雪", date(2026, 5, 2), scope=IssueScope.CITY)
    issue = store.do("課題", local_issues.issue_from_needs, needs, draft).result
    analysis = store.ask(issue_queries.analysis, FiscalYear(2026))

    store.note("廃棄", erase, "organisation", {one, two})
    store.note("廃棄", erase, "person", {helped})
    assert _counted(store, survey) == before
    assert [row.draft.organisation_id for row in store.ask(queries.sheets, survey)] == [None] * 2
    assert store.ask(issue_queries.analysis, FiscalYear(2026)) == analysis
    assert len(store.ask(issue_queries.issue_card, issue).evidence) == 1
    assert SECRET not in store.ask(_said)
