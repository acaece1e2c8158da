"""An issue with everything a ledger can say of it, and a survey of a course."""

from __future__ import annotations

from app.local_issues import commands as local_issues
from app.local_issues.local_issue import Creation, IssueScope, LocalIssueDraft
from app.local_resources.local_resource import LocalResourceId
from app.matching.commands import add_need
from app.matching.need import NeedDraft
from app.storage.store import Store
from app.surveys import commands as surveys
from app.surveys.queries import questions_of
from app.surveys.survey import Answer, AnswerSheetDraft, QuestionDraft, QuestionKind, SurveyDraft
from app.training.queries import CourseListing


def keep_issue(store: Store) -> None:
    """Add an issue of the whole city a resource came of, which the city answered."""
    today = store.now().date()
    store.do("区分", local_issues.seed_issue_kinds, ["除雪"])
    draft = LocalIssueDraft(
        "除雪の担い手",
        today,
        kind_id=1,
        scope=IssueScope.CITY,
        brought_from="見本町会",
        content="間口の雪",
        measures="学生とつなぐ",
        actors="見本町会",
        outcome="12世帯を手伝った",
    )
    issue = store.do("課題", local_issues.add_issue, draft).result
    resource = LocalResourceId(1)
    store.do("成果", local_issues.add_issue_resource, issue, resource, Creation.RELATED, on=today)
    need = store.do("ニーズ", add_need, NeedDraft(today, content="雪")).result
    store.do("根拠", local_issues.add_evidence, issue, need=need)
    store.do("提案", local_issues.submit_to_city, issue, proposal="用具の貸出し", on=today)
    answer = local_issues.answer_of_city
    store.do("回答", answer, issue, answer="行う", on=today, taken_up=True)


def keep_survey(store: Store) -> None:
    """Add a survey of every course, with a sheet that answers all of it."""
    asked = (QuestionDraft("満足度", QuestionKind.SCALE), QuestionDraft("感想", QuestionKind.FREE))
    for course in store.ask(CourseListing().keys):
        draft = SurveyDraft("終了時", 2026, course_id=course)
        survey = store.do("調査", surveys.add_survey, draft, asked).result
        scale, free = store.ask(questions_of, survey)
        answers = (Answer(scale.id, number=5), Answer(free.id, text="よかった"))
        store.do("回答", surveys.add_sheet, survey, AnswerSheetDraft(answers=answers))
