"""One line for each of the records of the office, from 提供記録 to マッチング実績."""

from __future__ import annotations

from datetime import date

from app.accounting import commands as accounting
from app.accounting.account import AccountEntryDraft, AccountItemId, ContractDraft, ProgrammeId
from app.contacts.commands import add_people, give_consent
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft
from app.local_resources.commands import add_resource
from app.local_resources.local_resource import LocalResourceDraft, View
from app.matching import commands as matching
from app.matching.match import ActivityDraft, MatchState
from app.matching.request import RequestDraft
from app.office.commands import record_export
from app.office.exports import Export
from app.retention.commands import erase_person
from app.storage.store import Store
from app.supporters import commands as supporters
from app.supporters.availability import DayPart, week_of
from app.supporters.insurance import InsuranceDraft
from app.supporters.masters import SupportKindDraft
from app.supporters.supporter import Skill, SupporterDraft
from tests.reporting.council_records import keep_council
from tests.reporting.issue_records import keep_issue, keep_survey
from tests.reporting.open_records import keep_open
from tests.reporting.plan_records import keep_plan

_RESOURCE = LocalResourceDraft(
    name="みほんサロン",
    kana="みほんさろん",
    opening="第2・4水曜 10:00～12:00",
    public_phone="0138-00-0001",
    latitude=41.8,
    longitude=140.7,
    view=View.PUBLIC,
    public_consent_on=date(2026, 4, 1),
)


def keep_records(store: Store) -> None:
    """Record an export, a public resource, and the disposal of somebody there for that only."""
    export = Export("letter", "案内状", "pdf", 3, ("氏名", "住所"), "案内", "市")
    store.note("出力", record_export, export)
    store.do("社会資源", add_resource, _RESOURCE)
    keep_match(store)
    keep_account(store)
    keep_issue(store)
    keep_survey(store)
    keep_open(store)
    keep_plan(store)
    keep_council(store)
    key = store.do("人", add_people, [PersonDraft("消える", "人")]).result[0]
    store.note("消去", erase_person, key, by="見本")


def keep_account(store: Store) -> None:
    """Add a contract, an income and an expense that is shared with another programme."""
    today = store.now().date()
    items = [{"side": "income", "name": "委託料"}, {"side": "expense", "name": "旅費"}]
    programmes = [{"name": "この業務"}, {"name": "その他の事業"}]
    store.do("費目", accounting.seed_accounts, {"item": items, "programme": programmes})
    contract = ContractDraft("この業務", today, today, years=((2026, 100_000),))
    store.do("契約", accounting.add_contract, contract)
    shares = ((ProgrammeId(1), 500), (ProgrammeId(2), 500))
    for draft in (
        AccountEntryDraft(today, AccountItemId(1), 100_000),
        AccountEntryDraft(today, AccountItemId(2), 900, shares=shares),
    ):
        store.do("出納", accounting.add_entry, draft)


def keep_match(store: Store) -> None:
    """Register a supporter who agrees to everything, insure them, and let them help this month."""
    today = store.now().date()
    levels, kinds = ["定期的な手伝い"], [SupportKindDraft("除雪・雪かき", "除雪")]
    store.do("区分", supporters.seed_supporter_masters, levels, kinds)
    person = store.do("人", add_people, [PersonDraft("見本", "五月", phone="0138-00-0005")]).result[
        0
    ]
    for item in ConsentItem:
        store.do("同意", give_consent, person, ConsentDraft(item, today))
    free = SupporterDraft(week=week_of([(0, DayPart.MORNING)]))
    key = store.do("登録", supporters.register, person, free, on=today, level=1).result
    store.do("できること", supporters.set_skills, key, {1: (Skill.GOOD, True)})
    store.do("保険", supporters.insure, [key], InsuranceDraft(2026, today, premium=350))
    asked = RequestDraft(today, contact_name="見本　次郎", title="雪かき", kinds=(1,))
    request = store.do("希望票", matching.add_request, asked).result
    (match,) = store.do("打診", matching.propose, [key], request=request, on=today).result
    store.do("成立", matching.step, match, MatchState.AGREED, on=today)
    done = ActivityDraft(on_day=today, minutes=90, kind_id=1)
    store.do("報告", matching.keep_slip, match, today, [done], received_on=today)
