"""What needs doing today about people and organisations: terms that end, readings in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.organisation_card import AffiliationRow
from app.kernel.wareki import format_day
from app.reporting.today_line import Line, Matter

_TERMS_END = timedelta(days=60)
_DAY = "4月1日（水）"
_NAMED = 5
_LINES = 10


def ending_terms(session: Session, today: date) -> Iterator[Line]:
    """Terms of office that end soon: a line for each organisation and day, which opens it."""
    ending: dict[tuple[date, int], list[AffiliationRow]] = {}
    for row in contacts.ending_terms(session, today, today + _TERMS_END):
        if row.ends_on is not None:
            ending.setdefault((row.ends_on, row.organisation), []).append(row)
    for (day, organisation), rows in list(ending.items())[:_LINES]:
        left = (day - today).days
        when = "今日" if left == 0 else f"あと{left}日"
        who = [f"{one.role}　{one.person_name}さん".strip() for one in rows]
        more = f" ほか{len(who) - _NAMED}名" if len(who) > _NAMED else ""
        yield Line(
            Matter.TERMS,
            f"{format_day(day, _DAY)}で任期が終わります（{when}）　{rows[0].organisation_name}",
            "、".join(who[:_NAMED]) + more,
            "contacts",
            "organisation",
            organisation,
        )
    if rest := list(ending.values())[_LINES:]:
        yield Line(
            Matter.TERMS,
            f"60日以内に任期が終わる役員・委員がほかに{sum(map(len, rest))}名います",
            "、".join(rows[0].organisation_name for rows in rest[:_NAMED]),
            "contacts",
            "organisation",
            rest[0][0].organisation,
        )


def readings(session: Session) -> Iterator[Line]:
    """People whose reading is a guess."""
    found = contacts.unsure_readings(session)
    for one in found[:_NAMED]:
        yield Line(
            Matter.PEOPLE,
            f"{one.name}さんのふりがなを確かめてください",
            f"いまのふりがな：{one.kana or '（空）'}",
            "contacts",
            "person",
            one.id,
        )
    if rest := found[_NAMED:]:
        yield Line(
            Matter.PEOPLE,
            f"ふりがなを確かめる人がほかに{len(rest)}名います",
            "",
            "contacts",
            "person",
            rest[0].id,
        )
