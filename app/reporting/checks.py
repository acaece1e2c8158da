"""What to look at before a report goes to the city: gaps, things undecided, sums, empty texts.

Nothing here forbids to hand a report in; every doubt says where it can be put right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.meeting import MeetingState
from app.daily_log import queries as daily_log
from app.kernel.fiscal_year import FiscalYear
from app.kernel.holidays import holiday_name, is_year_end
from app.kernel.wareki import format_day
from app.matching import queries as matching
from app.matching.match import MatchState
from app.matching.match_way import PENDING
from app.matching.queries import MatchListing, MatchRow
from app.reporting import monthly as month_report
from app.reporting.annual_checks import annual_doubts
from app.reporting.doubt import Doubt
from app.reporting.log_offers import offers
from app.reporting.monthly import monthly
from app.reporting.recheck import unequal
from app.submissions import queries as submissions
from app.training import queries as training
from app.training.course import SessionStatus

_WEEK = 5
"""So many working days without an entry are worth a question."""
_UNDECIDED = timedelta(days=14)
"""After so many days without an answer a match is called undecided."""
_NAMED = 10
_DAY, _SHORT = "4月1日（水）", "4月1日"


def checks_before(
    session: Session, document: str, year: FiscalYear, month: int | None, today: date
) -> tuple[Doubt, ...]:
    """Return what is doubtful about the period of a report; nothing for other documents.

    Without a month the whole year is looked at, as far as it has gone by ``today``.
    """
    if document not in {month_report.DOCUMENT, "annual-report"}:
        return ()
    first, last = year.month(month) if month else (year.first_day, year.last_day)
    found = [
        *_rest_of_period(last, today),
        *_days_without_entries(session, first, min(last, today)),
        *_not_in_log(session, first, min(last, today)),
        *_sessions(session, first, last, today),
        *_meetings(session, first, last, today),
        *_matches(session, min(last, today)),
        *_slips(session, first, last, today),
    ]
    if document == month_report.DOCUMENT:
        found += _sums(session, year, [(month or last.month)])
        found += _texts(session, first)
    else:
        months = [one.month for one, _ in year.months if one <= today]
        found += _sums(session, year, months[-1:])
        found += annual_doubts(session, year)
    return tuple(found)


def _rest_of_period(last: date, today: date) -> Iterator[Doubt]:
    """Yield a doubt while the period goes on: what is yet to come would be left out."""
    if today < last:
        text = (
            f"この期間は{format_day(last, _DAY)}まで続きます。いま提出すると、今日までの報告です。"
        )
        yield Doubt(text, "log")


def _days_without_entries(session: Session, first: date, last: date) -> Iterator[Doubt]:
    """Yield a doubt for each run of a week of working days without an entry."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    working = [day for day in days if _works(day)]
    written = daily_log.days_with_entries(session, first, last)
    runs: list[list[date]] = [[]]
    for day in working:
        if day in written:
            runs.append([])
        else:
            runs[-1].append(day)
    for run in runs:
        if len(run) >= _WEEK:
            span = f"{format_day(run[0], _DAY)}から{format_day(run[-1], _DAY)}まで"
            text = f"{span}、日報の記録がありません。"
            yield Doubt(text, "log", "new", run[0].isoformat())


def _not_in_log(session: Session, first: date, last: date) -> Iterator[Doubt]:
    """Yield what was done and would be missing from the figures of the log."""
    if found := offers(session, first, last):
        more = "など" if len(found) > 1 else ""
        text = f"日報に記録していない活動が{len(found)}件あります（{found[0].sentence}{more}）。"
        yield Doubt(text, "log")


def _works(day: date) -> bool:
    return day.weekday() < _WEEK and holiday_name(day) is None and not is_year_end(day)


def _sessions(session: Session, first: date, last: date, today: date) -> Iterator[Doubt]:
    for one in training.sessions_between(session, first, last):
        name = f"{one.title}　第{one.number}回（{format_day(one.held_on, _SHORT)}）"
        if one.status is SessionStatus.HELD and one.marked < one.expected:
            left = one.expected - one.marked
            text = f"{name}の出席が、{left}名分まだ記入されていません。"
            yield Doubt(text, "training", "session", one.id)
        elif one.status is SessionStatus.PLANNED and one.held_on < today:
            yield Doubt(f"{name}が「予定」のままです。", "training", "session", one.id)


def _meetings(session: Session, first: date, last: date, today: date) -> Iterator[Doubt]:
    for row in council.meetings_between(session, first, last):
        if row.state is MeetingState.PLANNED and row.held_on < today:
            text = f"{row.title}（{format_day(row.held_on, _SHORT)}）が「予定」のままです。"
            yield Doubt(text, "council", "meeting", row.id)


def _matches(session: Session, last: date) -> Iterator[Doubt]:
    """Yield the matches that wait for a decision, and those agreed whose day has come."""
    rows = matching.matches(session, MatchListing(open_only=True).keys(session))
    undecided = [row for row in rows if row.state in PENDING and row.asked_on <= last - _UNDECIDED]
    yield from _named(undecided, "の打診の結果がまだ決まっていません。")
    waiting = [
        row
        for row in rows
        if row.state is MatchState.AGREED and row.starts_on is not None and row.starts_on <= last
    ]
    yield from _named(waiting, "の活動が始まったか確かめていません（「成立」のままです）。")


def _named(rows: Sequence[MatchRow], said: str) -> Iterator[Doubt]:
    """Yield a doubt for each of the first matches, and one for the rest together."""
    for row in rows[:_NAMED]:
        yield Doubt(f"{row.name}さん　{row.what}{said}", "matching", "match", row.id)
    if rest := rows[_NAMED:]:
        yield Doubt(f"ほかに{len(rest)}件{said}", "matching", "match", rest[0].id)


def _slips(session: Session, first: date, last: date, today: date) -> Iterator[Doubt]:
    """Yield the months that are over and whose slips have not all come in."""
    for month, end in FiscalYear.of(first).months:
        if not (first <= month <= last and end < today):
            continue
        if rows := matching.slips_due(session, month):
            text = f"{format_day(month, '4月')}分の活動報告書が{len(rows)}枚届いていません。"
            yield Doubt(text, "matching", "slips", month.isoformat())


def _sums(session: Session, year: FiscalYear, months: Sequence[int]) -> Iterator[Doubt]:
    """Yield what does not add up in these months, and across them all."""
    for month in months:
        found = monthly(session, year, month)
        for sentence in unequal(found):
            yield Doubt(sentence, "log")
        if not _months_add_up(session, found):
            yield Doubt("月ごとの活動件数の合計が、年度累計と合いません。", "log")


def _months_add_up(session: Session, found: month_report.Monthly) -> bool:
    """Compare what was counted from April with the entries of each month, listed one by one."""
    days = [first for first, _ in found.year.months if first <= found.first]
    spans = pairwise([*days, found.last + timedelta(days=1)])
    keys = [
        key
        for first, after in spans
        for key in daily_log.LogListing(
            first=first, last=after - timedelta(days=1), to_city=True
        ).keys(session)
    ]
    return sorted(keys) == sorted(found.log.year.total.entries.keys)


def _texts(session: Session, first: date) -> Iterator[Doubt]:
    written = submissions.report_texts(session, month_report.DOCUMENT, first)
    for part in month_report.PARTS:
        if not written.get(part, "").strip():
            text = f"「{part.label}」がまだ書かれていません。"
            yield Doubt(text, "reporting", "text", part.value)
