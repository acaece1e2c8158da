"""One thing of each sort that is still open: what 引継書 and the reports of a month list."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from app.contacts.commands import add_organisation, add_people, seed_organisation_kinds
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.council import commands as council
from app.council.council import CouncilDraft, MemberDraft, Tier
from app.council.meeting import MeetingDraft, MeetingState, ResolutionDraft, ResolutionKind
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft
from app.duties import commands as duties
from app.local_issues import commands as local_issues
from app.local_issues.local_issue import IssueScope, LocalIssueDraft
from app.matching import commands as matching
from app.matching.need import NeedDraft
from app.matching.request import RequestDraft
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.planning import commands as planning
from app.planning.plan import PlanItemDraft
from app.staff import commands as staff
from app.staff.staff_member import StaffMemberDraft
from app.storage.store import Store
from app.timeline import commands as timeline
from app.timeline.note import NoteDraft
from app.training import commands as training
from tests.training.office import Office

CENTRE = "地域包括支援センター"
_DUTIES: dict[str, list[dict[str, Any]]] = {
    "list": [
        {
            "name": "業務",
            "starts_on": date(2022, 4, 1),
            "duty": [{"sign": "①", "name": "協議体への参画", "short_name": "協議体"}],
        }
    ],
    "scheme": [{"name": "国調査の活動", "category": [{"sign": "1", "name": "ニーズの把握"}]}],
    "crossing": [
        {"list": "業務", "duty": "①", "scheme": "国調査の活動", "category": "1"},
    ],
}


def keep_open(store: Store) -> None:
    """Write down a request, a need, an issue, a promise, and two meetings with homework."""
    today = store.now().date()
    store.do("希望票", matching.add_request, RequestDraft(today, contact_name="見本", title="受付"))
    store.do("ニーズ", matching.add_need, NeedDraft(today, content="買い物に行けない。"))
    store.do(
        "課題", local_issues.add_issue, LocalIssueDraft("冬の買い物", today, scope=IssueScope.CITY)
    )
    person = store.do("人", add_people, [PersonDraft("見本", "六月")]).result[0]
    note = NoteDraft(datetime.combine(today, time(9)), "電話", follow_up_on=today)
    store.do("連絡", timeline.add_note, note, person=person)
    store.do("種別", seed_organisation_kinds, [CENTRE])
    store.do("団体", add_organisation, OrganisationDraft("見本センター", kind_id=1))
    for tier in (Tier.FIRST, Tier.OTHER):
        key = store.do("協議体", council.add_council, CouncilDraft(tier.label, tier)).result
        store.do("委員", council.add_member, key, MemberDraft(person))
        held = MeetingDraft(key, today, state=MeetingState.HELD)
        meeting = store.do("会議", council.add_meeting, held).result
        homework = ResolutionDraft(ResolutionKind.HOMEWORK, "名簿を確かめる", due_on=today)
        store.do("宿題", council.add_resolution, meeting, homework)
    keep_session(store)
    store.do("職員", staff.add_staff_member, StaffMemberDraft(person, starts_on=today))
    store.do("圏域", office.add_district, DistrictDraft("西部"))
    store.do("業務", duties.seed_duties, ["見本活動"], _DUTIES)
    store.do("計画", planning.add_item, PlanItemDraft(2026, 1, "地域ケア会議への参加"))
    store.do("日報", daily_log.add_entry, LogEntryDraft(today, 1, kind_id=1, title="打合せ"))


def keep_session(store: Store) -> None:
    """Hold one session of a course of today, with one trainee."""
    today = store.now().date()
    built = Office(store)
    course = built.course(term=9)
    built.plan(course, today)
    built.trainees(course, 1)
    session = built.sessions(course)[0]
    store.do("出席", training.mark_all_present, session)
    store.do("実施", training.hold_session, session)
