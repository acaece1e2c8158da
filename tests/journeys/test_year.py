"""A year ends: what goes on goes on, numbers begin anew, two years are worked on at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from app.accounting import commands as accounting
from app.accounting import queries as accounts
from app.accounting.account import AccountEntryDraft, BudgetLineDraft
from app.contacts import commands as contacts
from app.contacts.person import PersonDraft
from app.council import commands as council
from app.council import queries as councils
from app.council.meeting import MeetingDraft
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft
from app.duties import queries as duties
from app.gui.daily_log.entries_page import EntriesPage
from app.gui.daily_log_place import DailyLogPlace
from app.gui.framework.observable_store import ObservableStore
from app.gui.home.home_page import HomePage
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands as issues
from app.local_issues import queries as issue_queries
from app.local_issues.local_issue import IssueScope, LocalIssueDraft
from app.local_resources import commands as resources
from app.local_resources import queries as places
from app.local_resources.local_resource import LocalResourceDraft
from app.matching import commands as matching
from app.matching import queries as matches
from app.matching.match import Answer, MatchState
from app.matching.need import NeedDraft
from app.matching.request import RequestDraft
from app.planning import commands as planning
from app.planning import queries as plans
from app.planning.plan import PlanItemDraft
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.submitting import SubmitDraft, submit
from app.reporting.today_line import Matter
from app.submissions import commands as letters
from app.submissions import queries as letter_queries
from app.submissions.submission import Direction, LetterDraft
from app.supporters import commands as supporters
from app.supporters import queries as registered
from app.supporters.insurance import InsuranceDraft
from app.supporters.supporter import SupporterDraft
from tests.journeys.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

R8, R9 = FiscalYear(2026), FiscalYear(2027)
OF_THE_YEAR = (Matter.REPORTS, Matter.YEAR, Matter.SUPPORTERS)


@dataclass
class Office:
    """What is written down of a year, one of each; ``numbers`` are what the records were given."""

    store: ObservableStore
    duty: int

    def do(self, command: Callable[..., Any], *args: Any, **named: Any) -> Any:
        return self.store.plain.do("記録", command, *args, **named).result

    def submit(self, name: str, year: FiscalYear, month: int | None = None) -> str:
        request = Request(self.store.plain.now().date(), year=year, month=month)
        return submit(self.store.plain, document(None, name), request, SubmitDraft()).number

    def records(self, day: date, name: str) -> tuple[Any, ...]:
        """Write one of each down on a day and return their numbers."""
        ask, do = self.store.ask, self.do
        person = do(contacts.add_person, PersonDraft(name, "試", "みほん", "ためし"))
        supporter = do(supporters.register, person, SupporterDraft(), on=day)
        request = do(
            matching.add_request, RequestDraft(day, title="会場の手伝い", contact_name="町会")
        )
        need = do(matching.add_need, NeedDraft(day, content="除雪"))
        issue = do(issues.add_issue, LocalIssueDraft("担い手の不足", day, scope=IssueScope.CITY))
        (first, *_) = ask(councils.CouncilListing().keys)
        meeting = do(council.add_meeting, MeetingDraft(first, day))
        letter = do(letters.add_letter, LetterDraft(Direction.SENT, day, "送付"))
        return (
            ask(registered.supporters, [supporter], day)[0].number,
            ask(matches.request_card, request, day).number,
            ask(matches.needs, [need])[0].number,
            ask(issue_queries.issues, [issue])[0].number,
            ask(councils.meeting_card, meeting).draft.number,
            ask(letter_queries.letter, letter).draft.number,
            self.receipt(day),
        )

    def receipt(self, day: date, year: FiscalYear | None = None) -> str:
        item = next(row.id for row in self.store.ask(accounts.items) if row.name == "旅費")
        draft = AccountEntryDraft(day, item, 500, fiscal_year=year and year.start)
        key = self.do(accounting.add_entry, draft)
        return str(self.store.ask(accounts.entry_card, key).draft.receipt_number)


def made(hands: Hands, path: Path) -> Office:
    """Open an office that began its work here in February, with one of everything."""
    hands.clock.now = datetime(2027, 2, 26, 9)
    hands.start()
    hands.make_office(path)
    hands.press("Ctrl+9")
    store = hands.desk.session.store
    assert store is not None
    office = Office(store, store.ask(duties.duty_list, R8.last_day)[4].id)
    ask, do = store.ask, office.do
    assert office.records(date(2027, 2, 25), "古川") == numbers("R8")
    (supporter,) = ask(registered.SupporterListing(R9.first_day).keys)
    (request,) = ask(matches.RequestListing().keys)
    do(supporters.insure, [supporter], InsuranceDraft(R8.start, date(2027, 2, 25)))
    (match,) = do(matching.propose, [supporter], request=request, on=date(2027, 2, 25))
    do(matching.answer, match, Answer.ACCEPTED, on=date(2027, 2, 25))
    for state in (MatchState.AGREED, MatchState.ACTIVE):
        do(matching.step, match, state, on=date(2027, 2, 26))
    do(resources.add_resource, LocalResourceDraft("みなとサロン"))
    do(planning.add_item, PlanItemDraft(R8.start, office.duty, "養成研修"))
    item = next(row.id for row in ask(accounts.items) if row.name == "旅費")
    do(accounting.set_budget, R8, [BudgetLineDraft(item, 96_000)])
    days = [date(2027, 2, 25), date(2027, 3, 19)]
    hands.clock.now = datetime(2027, 3, 20, 9)
    do(daily_log.add_entries, [LogEntryDraft(day, office.duty, title="訪問") for day in days])
    office.submit("monthly-report", R8, 2)
    return office


def numbers(year: str) -> tuple[Any, ...]:
    """Return the numbers of the first records of a year."""
    return (f"{year}-001",) * 4 + (1, "函支第1号", "1")


def asked(hands: Hands) -> list[str]:
    """Return what 今日 asks for because of the year and its reports."""
    hands.press("Ctrl+1")
    page = cast("HomePage", hands.shown)
    return [one.sentence for one in page.ui.taskList.lines if one.matter in OF_THE_YEAR]


def follow(hands: Hands, words: str) -> None:
    """Go down the lines of 今日 to the one with these words, and open it."""
    hands.press("Ctrl+1")
    tasks = cast("HomePage", hands.shown).ui.taskList
    tasks.setFocus()
    hands.press("Home")
    while words not in tasks.currentItem().text(0):
        before = tasks.currentItem()
        hands.press("Down")
        assert tasks.currentItem() is not before, words
    hands.press("Enter")
    hands.rest()


def year(hands: Hands) -> str:
    """Return the year in the head of the window."""
    return str(hands.desk.window.ui.yearLabel.text())


def turn(hands: Hands, key: str, wanted: FiscalYear) -> None:
    """Press a key of the year in the head; its button is seen to go down before it takes effect."""
    hands.press(key)
    hands.until(lambda: year(hands) == str(wanted))


def march(hands: Hands, office: Office) -> None:
    """Copy the plan and the budget where 今日 leads to, take both back and do them again."""
    wanted = ["令和9年度の年間事業計画がまだありません", "令和9年度の予算がまだありません"]
    assert asked(hands) == wanted
    follow(hands, "年間事業計画")
    assert year(hands) == "令和9年度"
    hands.press("Ctrl+Shift+N")
    turn(hands, "Ctrl+[", R8)
    follow(hands, "予算")
    assert year(hands) == "令和9年度"
    hands.press("Ctrl+G")
    turn(hands, "Ctrl+[", R8)
    assert asked(hands) == []
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert asked(hands) == wanted
    hands.press("Ctrl+Y", "Ctrl+Y")
    assert asked(hands) == []
    assert [row.title for row in office.store.ask(plans.plan, R9).items] == ["養成研修"]


def first_of_april(hands: Hands, office: Office) -> None:
    """See that everything is still there, and that what is new begins with 1."""
    ask, today = office.store.ask, date(2027, 4, 1)
    hands.clock.now = datetime(2027, 4, 1, 9)
    hands.press("F5")
    assert asked(hands) == [
        "令和9年3月分　月次業務報告書を4月10日までに提出します",
        "令和9年度のボランティア活動保険に加入していないサポーターが1名います",
    ]
    assert ask(duties.duty_list, today) == ask(duties.duty_list, R8.last_day)
    turn(hands, "Ctrl+]", R9)
    for key in "58":
        hands.press(f"Ctrl+{key}")
        place: Any = hands.shown
        if key == "5":
            place.show_part("matches")
        assert place.part.side._records.model.rowCount() == 1, place.TITLE
    assert len(ask(registered.SupporterListing(today).keys)) == 1
    assert len(ask(places.ResourceListing().keys)) == 1
    assert office.records(today, "新川") == numbers("R9")
    assert office.receipt(today, R8) == "2"


def write_entry(hands: Hands, title: str, day: str = "") -> None:
    """Write an entry of today, or of another day."""
    page = cast("EntriesPage", cast("DailyLogPlace", hands.shown).part)
    hands.press("Ctrl+N")
    ui = page.form.ui
    if day:
        ui.dayEdit.line.selectAll()
        hands.type(day, into=ui.dayEdit.line)
        ui.dutyChoice.setFocus()
    hands.press("5")
    hands.type(title, into=ui.titleEdit)
    hands.press("Ctrl+Enter")


def both_logs(hands: Hands, office: Office) -> None:
    """Write into the log of each year, and take back what stands in the year not shown."""
    hands.clock.now = datetime(2027, 4, 10, 9)
    hands.press("Ctrl+9")
    model = cast("EntriesPage", cast("DailyLogPlace", hands.shown).part).entries.model
    write_entry(hands, "今年度の訪問")
    assert (year(hands), model.rowCount()) == ("令和9年度", 1)
    turn(hands, "Ctrl+[", R8)
    assert (year(hands), model.rowCount()) == ("令和8年度", 2)
    write_entry(hands, "年度末のまとめ", "3/31")
    assert (year(hands), model.rowCount()) == ("令和8年度", 3)
    turn(hands, "Ctrl+]", R9)
    hands.press("Ctrl+Z")
    assert (year(hands), model.rowCount()) == ("令和9年度", 1)
    turn(hands, "Ctrl+[", R8)
    assert (year(hands), model.rowCount()) == ("令和8年度", 2)
    hands.press("Ctrl+Y")
    assert model.rowCount() == 3
    assert office.submit("monthly-report", R8, 3) == "函支第2号"


def may(hands: Hands, office: Office) -> None:
    """Hand last year in while this year is open, until only this year's report is asked for."""
    hands.clock.now = datetime(2027, 5, 20, 9)
    yearly = [
        "令和8年度　年次業務報告書を5月31日までに提出します",
        "令和8年度　収支決算書を5月31日までに提出します",
    ]
    monthly = "令和9年4月分　月次業務報告書の期日（5月10日）を過ぎました"
    bare = "令和9年度のボランティア活動保険に加入していないサポーターが2名います"
    assert asked(hands) == [monthly, *yearly, bare]
    everybody = office.store.ask(registered.SupporterListing(R9.first_day).keys)
    office.do(supporters.insure, everybody, InsuranceDraft(R9.start, date(2027, 5, 20)))
    for words in ("年次業務報告書", "収支決算書"):
        turn(hands, "Ctrl+]", R9)
        follow(hands, words)
        assert year(hands) == str(R8)
        hands.answer("持参", "函館市長　様", False)
        hands.press("Ctrl+T")
        hands.until(lambda: not hands.dialogs.answers)
        hands.rest()
    assert asked(hands) == [monthly]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert asked(hands) == [monthly, *yearly]
    hands.press("Ctrl+Y", "Ctrl+Y")
    assert asked(hands) == [monthly]


def test_that_a_year_ends_and_the_next_begins(hands: Hands, office: Path) -> None:
    kept = made(hands, office)
    march(hands, kept)
    first_of_april(hands, kept)
    both_logs(hands, kept)
    may(hands, kept)
