"""紹介用名簿 (section 3.7): for a place of activity, only what the consent to it covers.

Nobody is in it who has not agreed that name and telephone go to places, and nothing beside name,
telephone and what somebody can do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.contacts.person import ConsentItem
from app.matching import queries as matching
from app.matching.match_way import OPEN
from app.matching.queries import MatchListing
from app.matching.request import RequestId
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.supporters_chosen import chosen, consenting, left_out
from app.supporters import queries as supporters
from app.supporters.card import SupporterRow
from app.supporters.supporter import SupporterState

COLUMNS = ("氏名", "ふりがな", "電話", "できること")
_NOTE = (
    "活動先への提供に同意した方だけを載せています。{more}"
    "お手伝いの相談のほかには使わず、使い終わったら返すか、細かく裁って捨ててください。"
)
_MORE = "同意の記録がない{count}名は載せていません。"


def make(session: Session, request: Request) -> Content:
    """Return who may be introduced to a place: registered, and agreed to it."""
    found = _found(session, request)
    active = [row for row in found if row.state is SupporterState.REGISTERED]
    rows, without = consenting(session, active, ConsentItem.TO_PLACES)
    skills = supporters.skill_names(session, [row.id for row in rows])
    place, title = _asked(session, request)
    more = _MORE.format(count=without) if without else ""
    return Content(
        title=f"紹介用名簿　{place}".rstrip("　"),
        fields={
            **office_fields(session, request.today),
            "紹介先": place,
            "件名": title,
            "人数": len(rows),
            "除いた人数": without,
            "注記": punctuate(_NOTE.format(more=more), office.settings(session)),
        },
        lists={
            "サポーター": [
                _line(number, row, skills.get(row.id, ())) for number, row in enumerate(rows, 1)
            ]
        },
        form="supporter-introduction.xlsx",
        people=len(rows),
        main_list="サポーター",
        columns=COLUMNS,
        remarks=(
            *left_out(without, "活動先への氏名・電話の提供に同意した記録がない"),
            *left_out(len(found) - len(active), "登録の状態が「登録」ではない"),
        ),
    )


def _found(session: Session, request: Request) -> list[SupporterRow]:
    """Return the supporters meant; for a help request those asked for it who did not drop out."""
    rows = chosen(session, request)
    if request.help_request is None:
        return rows
    listing = MatchListing(request=RequestId(request.help_request))
    matches = matching.matches(session, listing.keys(session))
    asked = {one.supporter for one in matches if one.state in OPEN}
    return [row for row in rows if row.id in asked]


def _line(number: int, row: SupporterRow, skills: Sequence[str]) -> dict[str, Any]:
    return {
        "No": number,
        "ふりがな": row.kana,
        "氏名": row.name,
        "電話": row.phone,
        "できること": "、".join(skills),
    }


def _asked(session: Session, request: Request) -> tuple[str, str]:
    """Return who asked for help and for what, where the list is made for a help request."""
    if request.help_request is None:
        return "", ""
    card = matching.request_card(session, RequestId(request.help_request), request.today)
    return card.place or card.organisation or card.draft.contact_name, card.draft.title
