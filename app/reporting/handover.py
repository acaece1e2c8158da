"""引継書 (section 3.17): everything that is open, who holds it, and what comes due.

It stays in the office: supporters and whom something was promised are named in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.queries import OrganisationListing
from app.council import queries as council
from app.daily_log import queries as daily_log
from app.kernel.wareki import format_day
from app.local_issues import queries as local_issues
from app.local_issues.queries import IssueListing
from app.local_resources import queries as local_resources
from app.matching import queries as matching
from app.matching.need import Handling
from app.matching.queries import MatchListing, NeedListing, RequestListing
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.office_year import EVERY_MONTH, OFFICE_YEAR
from app.reporting.reports_due import reports_due
from app.staff import queries as staff
from app.timeline import queries as timeline

COLUMNS = ("氏名", "電話", "約束の内容")
_FAR = date(9999, 12, 31)
_LONGEST = 120
_CENTRE = "地域包括支援センター"
_OF_THE_CITY = ("市（", _CENTRE)
"""Words in the kinds of organisations whoever takes over has to know first."""


@dataclass(frozen=True, slots=True)
class Open:
    """One thing to go on with; ``person`` where somebody is named."""

    number: str
    what: str
    who: str
    due: date | None
    state: str
    person: int | None = None


def make(session: Session, request: Request) -> Content:
    """Return what is open today."""
    today = request.today
    known = office.settings(session)
    parts = {
        "希望票": list(_requests(session)),
        "マッチング": list(_matches(session)),
        "宿題": list(_homework(session, today)),
        "約束": list(_promises(session)),
        "ニーズ": list(_needs(session)),
        "課題": list(_issues(session)),
        "資源": list(_resources(session, today)),
    }
    named = {(one.who, one.person) for lines in parts.values() for one in lines if one.person}
    return Content(
        title="引継書",
        fields={
            **office_fields(session, request.today),
            "年度": str(request.need_year()),
            "注記": punctuate("作成日の時点で終わっていない仕事です。", known),
            "毎月の仕事": punctuate(EVERY_MONTH, known),
            **{f"{name}の件数": len(lines) for name, lines in parts.items()},
        },
        lists={
            **{name: _lines(lines) for name, lines in parts.items()},
            "報告": list(_reports(session, today)),
            "年間予定": [
                {"月": month, "すること": punctuate(text, known)} for month, text in OFFICE_YEAR
            ],
            "連絡先": list(_contacts(session)),
            "体制": list(_staff(session, today)),
        },
        form="handover.xlsx",
        people=len(named),
        main_list="マッチング",
        columns=COLUMNS if named else (),
        year=request.need_year(),
    )


def _lines(lines: Iterable[Open]) -> list[dict[str, Any]]:
    return [
        {
            "番号": one.number,
            "内容": _short(one.what),
            "相手": one.who,
            "期日": one.due,
            "状態": one.state,
        }
        for one in lines
    ]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _requests(session: Session) -> Iterator[Open]:
    keys = RequestListing(open_only=True).keys(session)
    for row in sorted(matching.requests(session, keys), key=lambda one: one.number):
        free = f"{row.agreed}/{row.people_wanted}名"
        yield Open(row.number, row.title, row.who, row.due_on, f"{row.state.label}　{free}")


def _matches(session: Session) -> Iterator[Open]:
    keys = MatchListing(open_only=True).keys(session)
    for row in matching.matches(session, keys):
        yield Open(
            row.supporter_number, row.what, row.name, row.follow_up_on, row.state.label, row.person
        )


def _homework(session: Session, today: date) -> Iterator[Open]:
    for row in council.homework(session):
        text = f"{row.text}（{row.council}第{row.number}回）"
        late = "過ぎています" if row.due_on and row.due_on < today else ""
        day = format_day(row.held_on, "R8.4.1")
        yield Open(day, text, row.owner, row.due_on, late, row.person_id)


def _promises(session: Session) -> Iterator[Open]:
    for one in timeline.open_follow_ups(session, _FAR):
        who = "\n".join(filter(None, (one.name, one.phone)))
        yield Open("連絡", one.what, who, one.due, "", one.person)
    for row in daily_log.follow_ups(session, _FAR):
        day = format_day(row.on_day, "R8.4.1")
        yield Open("日報", row.next_step or row.title, row.with_whom, row.next_on, day)


def _needs(session: Session) -> Iterator[Open]:
    keys = NeedListing(open_only=True).keys(session)
    for row in reversed(matching.needs(session, keys)):
        if row.checked_on is None and (row.check_on or row.handling is Handling.OPEN):
            text = row.content or "・".join(row.kinds)
            who = row.handed_to or row.district
            yield Open(row.number, text, who, row.check_on, row.handling.label)


def _issues(session: Session) -> Iterator[Open]:
    rows = local_issues.issues(session, IssueListing(open_only=True).keys(session))
    for row in reversed(rows):
        yield Open(row.number, row.title, row.where, row.review_on, row.stage.label)


def _resources(session: Session, today: date) -> Iterator[Open]:
    for one in local_resources.stale(session, today):
        day = one.row.confirmed_on
        said = "期限切れ" if day else "未確認"
        yield Open(one.row.district, one.row.name, one.row.kind, day, said)


def _reports(session: Session, today: date) -> Iterator[dict[str, Any]]:
    for one in reports_due(session, today):
        yield {"件名": one.name, "期日": one.due, "状態": one.state}


def _contacts(session: Session) -> Iterator[dict[str, Any]]:
    """Yield the city and the centres, then the districts whose centre is not among them."""
    listed = set()
    for kind in contacts.organisation_kinds(session):
        if any(word in kind.name for word in _OF_THE_CITY):
            keys = OrganisationListing(kind_id=kind.id).keys(session)
            for row in contacts.organisations(session, keys):
                listed |= {row.name, row.short_name}
                about = "　".join(filter(None, (row.district, row.representative)))
                yield {"区分": kind.name, "名称": row.name, "担当": about, "電話": row.phone}
    for district in office.districts(session):
        if district.centre and district.centre not in listed:
            yield {"区分": _CENTRE, "名称": district.centre, "担当": district.name, "電話": ""}


def _staff(session: Session, today: date) -> Iterator[dict[str, Any]]:
    for one in staff.staff(session, today):
        yield {
            "職種": one.draft.role.label,
            "氏名": one.name,
            "着任": one.draft.starts_on,
            "備考": one.draft.concurrent_post or one.draft.note,
        }
