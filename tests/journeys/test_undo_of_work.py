"""Every command of the coordinator's own work is undone, and done again, in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import ModuleType
from typing import Any

from sqlalchemy.orm import Session

from app.accounting import commands as accounting
from app.accounting.account import AccountEntryDraft, BudgetLineDraft, ContractDraft, Side
from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.council import commands as council
from app.council.council import CouncilDraft, MemberDraft, Tier
from app.council.meeting import (
    AgendaItemDraft,
    AttendeeDraft,
    MeetingDraft,
    Presence,
    Reply,
    ResolutionDraft,
    ResolutionKind,
)
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import Link, LinkKind, LogDayDraft, LogEntryDraft, With
from app.duties import commands as duties
from app.duties.duty import DutyDraft, DutyListDraft
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands as local_issues
from app.local_issues.local_issue import Creation, IssueScope, IssueStage, LocalIssueDraft
from app.local_resources import commands as local_resources
from app.local_resources.local_resource import LocalResourceDraft
from app.matching import commands as matching
from app.matching.need import NeedDraft
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.planning import commands as planning
from app.planning.plan import PlanItemDraft, PlanYearDraft, ReviewDraft
from app.staff import commands as staff
from app.staff.staff_member import StaffMemberDraft, StaffRole, StaffTrainingDraft
from app.storage.base import Base
from app.storage.store import Store
from app.submissions import commands as submissions
from app.submissions.commands import SubmittedFile
from app.submissions.submission import Direction, LetterDraft, TextPart
from app.surveys import commands as surveys
from app.surveys.survey import (
    Answer,
    AnswerSheetDraft,
    QuestionDraft,
    QuestionKind,
    SurveyDraft,
)

TODAY = date(2026, 4, 1)
BEFORE = date(2026, 3, 2)
YEAR = FiscalYear(2026)
ENTRY = LogEntryDraft(
    TODAY, 1, title="聞き取り", next_step="電話", next_on=TODAY, links=(Link(LinkKind.NEED, 1),)
)
ISSUE = LocalIssueDraft("除雪の担い手", BEFORE, scope=IssueScope.CITY)
ITEM = PlanItemDraft(2026, 1, "養成研修")
PAID = AccountEntryDraft(TODAY, 1, 1000)
HOMEWORK = ResolutionDraft(ResolutionKind.HOMEWORK, "名簿を作る")
LETTER = LetterDraft(Direction.SENT, TODAY, "報告書の送付")
REPORT = SubmittedFile(
    "monthly-report", "月報", 2026, 4, {}, {"計": 1}, {"pdf": b"x"}, None, "digest"
)
_OF_THE_STORE = frozenset({"operation", "change"})
_Cases = Mapping[str, Callable[[Session], Any]]

DUTIES: _Cases = {
    "add_activity_kind": lambda s: duties.add_activity_kind(s, "会議"),
    "add_category": lambda s: duties.add_category(s, 1, "C", "その他"),
    "add_duty": lambda s: duties.add_duty(s, 2, DutyDraft("④", "調整")),
    "add_duty_list": lambda s: duties.add_duty_list(s, DutyListDraft("次", date(2027, 4, 1))),
    "add_scheme": lambda s: duties.add_scheme(s, "国調査"),
    "change_category": lambda s: duties.change_category(s, 1, "あ", "開発"),
    "change_duty": lambda s: duties.change_duty(s, 1, DutyDraft("①", "開発", "開")),
    "change_duty_list": lambda s: duties.change_duty_list(s, 2, DutyListDraft("今", TODAY)),
    "move_activity_kind": lambda s: duties.move_activity_kind(s, 1, 2),
    "move_duty": lambda s: duties.move_duty(s, 3, 1),
    "remove_activity_kind": lambda s: duties.remove_activity_kind(s, 2),
    "remove_category": lambda s: duties.remove_category(s, 2),
    "remove_duty": lambda s: duties.remove_duty(s, 3),
    "remove_duty_list": lambda s: duties.remove_duty_list(s, 1),
    "remove_scheme": lambda s: duties.remove_scheme(s, 1),
    "rename_activity_kind": lambda s: duties.rename_activity_kind(s, 1, "訪問調査"),
    "rename_scheme": lambda s: duties.rename_scheme(s, 1, "別の分類"),
    "retire_activity_kind": lambda s: duties.retire_activity_kind(s, 1),
    "set_crossing": lambda s: duties.set_crossing(s, 2, 1, 2, kind_id=1),
}
DAILY_LOG: _Cases = {
    "add_entries": lambda s: daily_log.add_entries(s, [ENTRY, ENTRY]),
    "add_entry": lambda s: daily_log.add_entry(
        s,
        LogEntryDraft(
            TODAY,
            1,
            title="会議",
            contacts=(With(2), With(None, 1)),
            care_district_id=1,
            links=(Link(LinkKind.NEED, 1),),
        ),
    ),
    "bin_entries": lambda s: daily_log.bin_entries(s, [1]),
    "change_entry": lambda s: daily_log.change_entry(
        s, 1, LogEntryDraft(BEFORE, 2, content="電話")
    ),
    "finish_next": lambda s: daily_log.finish_next(s, 1, TODAY),
    "forget_link": lambda s: daily_log.forget_link(s, Link(LinkKind.NEED, 1)),
    "restore_entries": lambda s: daily_log.restore_entries(s, [2]),
    "set_day": lambda s: daily_log.set_day(s, TODAY, LogDayDraft(weather="雪")),
}
COUNCIL: _Cases = {
    "add_council": lambda s: council.add_council(s, CouncilDraft("勉強会", Tier.LIAISON)),
    "add_meeting": lambda s: council.add_meeting(s, MeetingDraft(1, TODAY)),
    "add_member": lambda s: council.add_member(s, 1, MemberDraft(3)),
    "add_resolution": lambda s: council.add_resolution(s, 1, HOMEWORK),
    "bin_council": lambda s: council.bin_council(s, 1),
    "cancel_meeting": lambda s: council.cancel_meeting(s, 2, note="大雪"),
    "carry_over": lambda s: council.carry_over(s, 2),
    "change_council": lambda s: council.change_council(s, 1, CouncilDraft("新", Tier.FIRST)),
    "change_district": lambda s: council.change_district(s, 1, DistrictDraft("西")),
    "change_meeting": lambda s: council.change_meeting(s, 1, MeetingDraft(1, TODAY)),
    "change_member": lambda s: council.change_member(s, 1, MemberDraft(1, post="会長")),
    "change_resolution": lambda s: council.change_resolution(
        s, 1, ResolutionDraft(ResolutionKind.DECISION, "名簿を配る")
    ),
    "confirm_minutes": lambda s: council.confirm_minutes(s, 1, TODAY),
    "finish_resolution": lambda s: council.finish_resolution(s, 1, TODAY, "配った"),
    "hold_meeting": lambda s: council.hold_meeting(s, 2),
    "invite": lambda s: council.invite(s, 2, BEFORE, reply_by=TODAY),
    "mark_presence": lambda s: council.mark_presence(s, 1, {1: Presence.PROXY}, {1: "代理"}),
    "remove_district": lambda s: council.remove_district(s, 2),
    "remove_meeting": lambda s: council.remove_meeting(s, 1),
    "remove_member": lambda s: council.remove_member(s, 1),
    "remove_resolution": lambda s: council.remove_resolution(s, 1),
    "renew_members": lambda s: council.renew_members(s, 1, TODAY),
    "reply": lambda s: council.reply(s, 1, 1, Reply.PROXY, on=TODAY, proxy_name="代理"),
    "restore_council": lambda s: council.restore_council(s, 2),
    "send_minutes": lambda s: council.send_minutes(s, 1, TODAY),
    "set_agenda": lambda s: council.set_agenda(s, 1, [AgendaItemDraft("新しい議題", 1)]),
    "set_attendees": lambda s: council.set_attendees(s, 1, [AttendeeDraft(2)]),
    "set_minutes": lambda s: council.set_minutes(s, 1, full="○会長　始めます。"),
    "set_papers": lambda s: council.set_papers(s, 1, ["名簿", "地図"]),
    "take_back_care_meeting": lambda s: council.take_back_care_meeting(s, 3),
    "write_down_care_meeting": lambda s: council.write_down_care_meeting(s, 2, TODAY),
}
LOCAL_ISSUES: _Cases = {
    "add_evidence": lambda s: local_issues.add_evidence(s, 1, need=2),
    "add_issue": lambda s: local_issues.add_issue(s, ISSUE),
    "add_issue_kind": lambda s: local_issues.add_issue_kind(s, "移動"),
    "add_issue_resource": lambda s: local_issues.add_issue_resource(
        s, 1, 2, Creation.RELATED, on=TODAY
    ),
    "answer_of_city": lambda s: local_issues.answer_of_city(
        s, 1, answer="検討する", on=TODAY, taken_up=True
    ),
    "bin_issue": lambda s: local_issues.bin_issue(s, 1),
    "change_issue": lambda s: local_issues.change_issue(
        s, 1, LocalIssueDraft("移動", BEFORE, districts=(1, 2))
    ),
    "change_issue_resource": lambda s: local_issues.change_issue_resource(
        s, 1, Creation.SETTLED, on=TODAY
    ),
    "issue_from_needs": lambda s: local_issues.issue_from_needs(s, [1, 2], ISSUE),
    "move_issue_kind": lambda s: local_issues.move_issue_kind(s, 1, 2),
    "remove_evidence": lambda s: local_issues.remove_evidence(s, 1),
    "remove_issue_kind": lambda s: local_issues.remove_issue_kind(s, 2),
    "remove_issue_resource": lambda s: local_issues.remove_issue_resource(s, 1),
    "rename_issue_kind": lambda s: local_issues.rename_issue_kind(s, 1, "移動"),
    "restore_issue": lambda s: local_issues.restore_issue(s, 2),
    "retire_issue_kind": lambda s: local_issues.retire_issue_kind(s, 1),
    "step_issue": lambda s: local_issues.step_issue(s, 1, IssueStage.SOLVED, on=TODAY),
    "submit_to_city": lambda s: local_issues.submit_to_city(s, 1, proposal="補助", on=TODAY),
    "take_back_step": lambda s: local_issues.take_back_step(s, 1),
}
SURVEYS: _Cases = {
    "add_sheet": lambda s: surveys.add_sheet(
        s, 1, AnswerSheetDraft(organisation_id=1, answers=(Answer(1, (2,)),))
    ),
    "add_survey": lambda s: surveys.add_survey(s, SurveyDraft("終了後", 2026)),
    "bin_survey": lambda s: surveys.bin_survey(s, 1),
    "change_sheet": lambda s: surveys.change_sheet(s, 1, AnswerSheetDraft(note="白紙")),
    "change_survey": lambda s: surveys.change_survey(s, 1, SurveyDraft("改めて", 2026)),
    "copy_survey": lambda s: surveys.copy_survey(s, 1, YEAR.next),
    "need_from_answer": lambda s: surveys.need_from_answer(s, 1, 2),
    "remove_sheet": lambda s: surveys.remove_sheet(s, 1),
    "restore_survey": lambda s: surveys.restore_survey(s, 2),
    "set_questions": lambda s: surveys.set_questions(
        s, 1, [QuestionDraft("ご意見は", QuestionKind.FREE, id=2)]
    ),
}
PLANNING: _Cases = {
    "add_item": lambda s: planning.add_item(s, ITEM),
    "change_item": lambda s: planning.change_item(s, 1, PlanItemDraft(2026, 2, "講座")),
    "copy_year": lambda s: planning.copy_year(s, YEAR, YEAR.next),
    "move_item": lambda s: planning.move_item(s, 1, 1),
    "remove_item": lambda s: planning.remove_item(s, 1),
    "review_item": lambda s: planning.review_item(s, 1, ReviewDraft(done="開いた")),
    "set_plan_year": lambda s: planning.set_plan_year(s, YEAR, PlanYearDraft(policy="見守り")),
}
ACCOUNTING: _Cases = {
    "add_contract": lambda s: accounting.add_contract(s, ContractDraft("次", TODAY, TODAY)),
    "add_entry": lambda s: accounting.add_entry(s, PAID),
    "add_item": lambda s: accounting.add_item(s, Side.EXPENSE, "燃料費", 2),
    "add_programme": lambda s: accounting.add_programme(s, "その他"),
    "bin_entries": lambda s: accounting.bin_entries(s, [1]),
    "change_contract": lambda s: accounting.change_contract(
        s, 1, ContractDraft("改", TODAY, YEAR.next.last_day, years=((2027, 5),))
    ),
    "change_entry": lambda s: accounting.change_entry(
        s, 1, AccountEntryDraft(TODAY, 2, 5, shares=((2, 1000),))
    ),
    "copy_budget": lambda s: accounting.copy_budget(s, YEAR, YEAR.next),
    "move_item": lambda s: accounting.move_item(s, 1, 2),
    "move_programme": lambda s: accounting.move_programme(s, 2, 3),
    "remove_contract": lambda s: accounting.remove_contract(s, 1),
    "remove_item": lambda s: accounting.remove_item(s, 2),
    "remove_programme": lambda s: accounting.remove_programme(s, 3),
    "rename_item": lambda s: accounting.rename_item(s, 1, "消耗品"),
    "rename_programme": lambda s: accounting.rename_programme(s, 1, "本業務"),
    "restore_entries": lambda s: accounting.restore_entries(s, [2]),
    "retire_item": lambda s: accounting.retire_item(s, 1),
    "retire_programme": lambda s: accounting.retire_programme(s, 2),
    "set_budget": lambda s: accounting.set_budget(
        s, YEAR, [BudgetLineDraft(1, 0), BudgetLineDraft(2, 7)]
    ),
}
STAFF: _Cases = {
    "add_staff_member": lambda s: staff.add_staff_member(s, StaffMemberDraft(3)),
    "add_training": lambda s: staff.add_training(s, StaffTrainingDraft(2, TODAY, "個人情報")),
    "change_staff_member": lambda s: staff.change_staff_member(
        s, 1, StaffMemberDraft(2, StaffRole.RESPONSIBLE, ends_on=TODAY)
    ),
    "change_training": lambda s: staff.change_training(
        s, 1, StaffTrainingDraft(2, TODAY, "聞く力", minutes=90)
    ),
    "remove_staff_member": lambda s: staff.remove_staff_member(s, 2),
    "remove_training": lambda s: staff.remove_training(s, 1),
}
SUBMISSIONS: _Cases = {
    "add_letter": lambda s: submissions.add_letter(s, LETTER),
    "bin_letters": lambda s: submissions.bin_letters(s, [1]),
    "change_letter": lambda s: submissions.change_letter(
        s, 1, LetterDraft(Direction.RECEIVED, TODAY, "通知", organisation_id=1)
    ),
    "keep_submission": lambda s: submissions.keep_submission(s, REPORT, 1),
    "restore_letters": lambda s: submissions.restore_letters(s, [2]),
    "set_report_text": lambda s: submissions.set_report_text(
        s, "monthly-report", TODAY, TextPart.NEXT, "研修"
    ),
}
CASES: Mapping[ModuleType, _Cases] = {
    duties: DUTIES,
    daily_log: DAILY_LOG,
    council: COUNCIL,
    local_issues: LOCAL_ISSUES,
    surveys: SURVEYS,
    planning: PLANNING,
    accounting: ACCOUNTING,
    staff: STAFF,
    submissions: SUBMISSIONS,
}


def test_that_every_command_is_undone_and_done_again(store: Store) -> None:
    store.do("用意", _prepare)
    before = store.ask(_rows)
    for module, cases in CASES.items():
        for name, command in cases.items():
            label = f"{module.__name__}.{name}"
            assert store.do(label, command).tables, label
            after = store.ask(_rows)
            assert after != before, label
            store.undo()
            assert store.ask(_rows) == before, label
            store.redo()
            assert store.ask(_rows) == after, label
            store.undo()


def test_that_no_command_is_left_out() -> None:
    for module, cases in CASES.items():
        public = {name for name in module.__all__ if name[0].islower()}
        assert set(cases) == {one for one in public if not one.startswith("seed_")}, module.__name__


def _rows(session: Session) -> dict[str, list[Any]]:
    """Return every row of every feature, as stored; quick, because it is asked for so often."""
    cursor = session.connection().connection.cursor()
    return {
        name: cursor.execute(f'select * from "{name}" order by id').fetchall()
        for name in Base.metadata.tables
        if name not in _OF_THE_STORE
    }


def _prepare(session: Session) -> None:
    """Fill an office so that every command has something of its own to work on."""
    contacts.add_people(session, [PersonDraft(f"見本{number}", "某") for number in range(3)])
    contacts.add_organisations(session, [OrganisationDraft("見本町会", district_id=None)])
    office.seed_masters(session, [DistrictDraft("西部"), DistrictDraft("東部")], [])
    for content in ("除雪", "買い物"):
        matching.add_need(session, NeedDraft(BEFORE, content=content))
        local_resources.add_resource(session, LocalResourceDraft(content))
    _duties(session)
    _issues(session)
    _council(session)
    _log_and_staff(session)
    _money_and_plan(session)
    _papers(session)


def _duties(session: Session) -> None:
    duties.add_duty_list(session, DutyListDraft("前", date(2020, 4, 1), date(2021, 3, 31)))
    duties.add_duty_list(session, DutyListDraft("今", date(2025, 4, 1)))
    for sign in "①②③":
        duties.add_duty(session, 2, DutyDraft(sign, f"業務{sign}"))
    for kind in ("訪問", "調査"):
        duties.add_activity_kind(session, kind)
    duties.add_scheme(session, "ガイドライン")
    for sign in "AB":
        duties.add_category(session, 1, sign, f"区分{sign}")
    duties.set_crossing(session, 1, 1, 1)
    duties.set_crossing(session, 3, 1, 1)


def _issues(session: Session) -> None:
    asked = [
        QuestionDraft("活動", options=("ある", "ない")),
        QuestionDraft("声", QuestionKind.FREE),
    ]
    for title in ("町会", "企業"):
        surveys.add_survey(session, SurveyDraft(title, 2026), asked)
    surveys.bin_survey(session, 2)
    surveys.add_sheet(session, 1, AnswerSheetDraft(answers=(Answer(2, text="除雪がつらい"),)))
    local_issues.seed_issue_kinds(session, ["居場所", "見守り"])
    for _ in range(2):
        local_issues.add_issue(session, ISSUE)
    local_issues.bin_issue(session, 2)
    local_issues.step_issue(session, 1, IssueStage.GATHERED, on=BEFORE)
    local_issues.add_evidence(session, 1, need=1)
    local_issues.add_issue_resource(session, 1, 1, Creation.DISCOVERED, on=BEFORE)
    local_issues.submit_to_city(session, 1, proposal="除雪の補助", on=BEFORE)


def _council(session: Session) -> None:
    for name in ("協議体", "部会"):
        council.add_council(session, CouncilDraft(name, Tier.FIRST))
    council.bin_council(session, 2)
    council.add_member(session, 1, MemberDraft(1, ends_on=date(2026, 3, 31)))
    council.add_meeting(session, MeetingDraft(1, BEFORE))
    council.add_meeting(session, MeetingDraft(1, TODAY))
    council.set_attendees(session, 1, [AttendeeDraft(1)])
    council.set_agenda(session, 1, [AgendaItemDraft("議題")])
    council.set_papers(session, 1, ["次第"])
    council.set_minutes(session, 1, summary="話し合った。")
    council.add_resolution(session, 1, HOMEWORK)
    council.add_member(session, 1, MemberDraft(2, starts_on=TODAY))
    council.write_down_care_meeting(session, 1, BEFORE)


def _log_and_staff(session: Session) -> None:
    staff.add_staff_member(session, StaffMemberDraft(1))
    staff.add_staff_member(session, StaffMemberDraft(2, StaffRole.CLERK))
    staff.add_training(session, StaffTrainingDraft(1, BEFORE, "聞く力"))
    for _ in range(2):
        daily_log.add_entry(session, ENTRY)
    daily_log.bin_entries(session, [2])


def _money_and_plan(session: Session) -> None:
    for name in ("需用費", "役務費"):
        accounting.add_item(session, Side.EXPENSE, name)
    for name in ("この業務", "別の事業", "市の事業"):
        accounting.add_programme(session, name)
    accounting.add_contract(session, ContractDraft("委託", TODAY, TODAY, years=((2026, 9),)))
    accounting.set_budget(session, YEAR, [BudgetLineDraft(1, 1000)])
    for _ in range(2):
        accounting.add_entry(session, PAID)
    accounting.bin_entries(session, [2])
    planning.set_plan_year(session, YEAR, PlanYearDraft(vision="支えあう"))
    for title in ("養成", "調査"):
        planning.add_item(session, PlanItemDraft(2026, 1, title))


def _papers(session: Session) -> None:
    for _ in range(2):
        submissions.add_letter(session, LETTER)
    submissions.bin_letters(session, [2])
    submissions.keep_submission(session, REPORT, 1)
