"""What needs doing today about supporters: registrations that end, who is not insured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.reporting.today_line import Line, Matter
from app.supporters import queries as supporters
from app.supporters.card import Expires
from app.supporters.lacking import Lack

_AHEAD = timedelta(days=30)
_DAY = "令和8年4月1日"
_LINES = 10


def supporter_lines(session: Session, today: date) -> Iterator[Line]:
    """Give a line for each registration or qualification that ends, and for who lacks cover.

    What ended is told of for as long again, so that it is not lost over a holiday.
    """
    ending = supporters.expiring(session, today - _AHEAD, today + _AHEAD)
    for one in ending[:_LINES]:
        over = one.on < today
        what = one.text if one.what is Expires.REGISTRATION else f"{one.text}の期限"
        yield Line(
            Matter.SUPPORTERS,
            f"{one.name}さんの{what}が{'切れました' if over else 'まもなく切れます'}",
            f"{format_day(one.on, _DAY)}まで",
            "supporters",
            "supporter",
            one.supporter,
            urgent=over,
        )
    if rest := ending[_LINES:]:
        text = f"期限が近いサポーターの登録・資格がほかに{len(rest)}件あります"
        yield Line(Matter.SUPPORTERS, text, "", "supporters", "supporter", rest[0].supporter)
    year = FiscalYear.of(today)
    if bare := supporters.uninsured(session, year.start):
        yield Line(
            Matter.SUPPORTERS,
            f"{year}のボランティア活動保険に加入していないサポーターが{len(bare)}名います",
            "",
            "supporters",
            "lacking",
            Lack.INSURANCE.value,
        )
