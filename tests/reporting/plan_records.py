"""A plan of two years and somebody who carries it out, for tests of documents."""

from __future__ import annotations

from app.contacts.person import PersonId
from app.duties import queries as duties
from app.kernel.fiscal_year import FiscalYear
from app.planning import commands
from app.planning.months import ALL_YEAR
from app.planning.plan import Grade, PlanItemDraft, PlanYearDraft, ReviewDraft
from app.staff import commands as staff
from app.staff.staff_member import StaffMemberDraft
from app.storage.store import Store


def keep_plan(store: Store) -> None:
    """Plan last year and this one, with last year's review and one who works here."""
    today = store.now().date()
    year = FiscalYear.of(today)
    words = PlanYearDraft("支え合う町", "助け合いを広げる。", "担い手", "1名を置く。", "総括")
    for one in (year.previous, year):
        duty = store.ask(duties.duty_list, one.last_day)[0]
        draft = PlanItemDraft(
            one.start, duty.id, "町会の訪問", "つながり", "巡回", ALL_YEAR, "log_entries", target=9
        )
        key = store.do("計画", commands.add_item, draft).result
        review = ReviewDraft("巡回した", "つながった", "人手", "続ける", Grade.B)
        store.do("評価", commands.review_item, key, review)
        store.do("文章", commands.set_plan_year, one, words)
    member = StaffMemberDraft(PersonId(1), starts_on=today, concurrent_post="事務")
    store.do("職員", staff.add_staff_member, member)
