"""委員名簿: who sits on a council on a day, with 選出区分, office, term and appointment (委嘱)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.council import SEATED, CouncilId
from app.council.queries import CouncilListing, MemberRow
from app.matching.schedule import period_text
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields

COLUMNS = ("氏名", "ふりがな", "所属・役職")


def make(session: Session, request: Request) -> Content:
    """Return the members of one council, or of all that have any, as on the day asked for."""
    day = request.need_day()
    if request.council is not None:
        keys: Sequence[int] = [request.council]
    else:
        keys = CouncilListing().keys(session)
    rows = council.councils(session, keys, day)
    seats = {row.id: council.members(session, CouncilId(row.id), day) for row in rows}
    shown = [row for row in rows if seats[row.id] or request.council is not None]
    people = {one.person_id for row in shown for one in seats[row.id]}
    lines = {row.id: [_line(n, one) for n, one in enumerate(seats[row.id], 1)] for row in shown}
    return Content(
        title=f"委員名簿　{shown[0].name}" if len(shown) == 1 else "委員名簿",
        fields={
            **office_fields(session, request.today),
            "基準日": day,
            "委員数": len(people),
        },
        lists={
            "会議体": [
                {
                    "名称": row.name,
                    "圏域": row.district,
                    "種別": row.tier.label,
                    "人数": _count(seats[row.id]),
                    "委員": lines[row.id],
                }
                for row in shown
            ],
            "委員": [{"会議体": row.name, **line} for row in shown for line in lines[row.id]],
        },
        form="council-members.xlsx",
        people=len(people),
        main_list="委員",
        columns=COLUMNS,
    )


def _line(number: int, one: MemberRow) -> dict[str, Any]:
    draft = one.draft
    return {
        "No": number,
        "役": draft.office.label,
        "氏名": one.name,
        "ふりがな": one.kana,
        "選出区分": draft.standing.label,
        "所属": one.seat,
        "任期": period_text(draft.starts_on, draft.ends_on),
        "任期の始まり": draft.starts_on,
        "任期の終わり": draft.ends_on,
        "委嘱日": draft.appointed_on,
        "委嘱状番号": draft.appointment_number,
        "備考": draft.note,
    }


def _count(seats: Sequence[MemberRow]) -> str:
    """Say how many 委員 there are, and how many sit there beside them."""
    if not seats:
        return "委員はまだいません。"
    seated = sum(one.draft.office in SEATED for one in seats)
    others = len(seats) - seated
    beside = f"（ほかにオブザーバー・事務局 {others}名）" if others else ""
    return f"委員 {seated}名{beside}"
