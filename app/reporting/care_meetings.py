"""地域ケア会議参加実績: held and attended by district and month, and every meeting behind it.

The share attended is an indicator of the city's [B40].
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.queries import DistrictParticipation, MeetingRow
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate

_NOTE = (
    "「開催」は地域ケア会議と，地域ケア会議を兼ねる第２層協議体のうち開催済みのもの，"
    "「参加」はそのうち第１層生活支援コーディネーターが参加したものです。"
    "参加率は，開催に対する参加の割合（小数第１位まで，四捨五入）です。"
)
_NONE = "－"


def make(session: Session, request: Request) -> Content:
    """Return the year's participation, as it is today where the year still runs."""
    year = request.need_year()
    found = council.care_meetings(session, year)
    rows = council.meetings(session, found.total.year.held.keys)
    return Content(
        title=f"{year}　地域ケア会議参加実績",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            **_line(found.total),
            "数え方": punctuate(_NOTE, office.settings(session)),
        },
        lists={
            "圏域別": [
                {"圏域": one.district, "センター": one.centre, **_line(one)}
                for one in found.districts
            ],
            "会議": _meetings(rows),
        },
        form="care-meetings.xlsx",
        main_list="会議",
        year=year,
    )


def percent(share: Fraction | None) -> str:
    """Return a share in percent to one decimal, half rounded up; a dash for none."""
    if share is None:
        return _NONE
    tenths = int(share * 1000 + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10}"


def _line(one: DistrictParticipation) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for month, counted in zip((*range(4, 13), 1, 2, 3), one.months, strict=True):
        values[f"{month}月開催"] = counted.held.count
        values[f"{month}月参加"] = counted.attended.count
    return values | {
        "開催": one.year.held.count,
        "参加": one.year.attended.count,
        "参加率": percent(one.year.rate),
    }


def _meetings(rows: Sequence[MeetingRow]) -> list[dict[str, Any]]:
    return [
        {
            "No": number,
            "月日": row.held_on,
            "圏域": row.district or council.WHOLE_CITY,
            "会議名": f"第{row.number}回　{row.council}",
            "開催場所": row.venue,
            "議題": "\n".join(row.agenda),
            "参加": "○" if row.attended else _NONE,
        }
        for number, row in enumerate(reversed(rows), start=1)
    ]
