"""活動依頼票 (section 3.8): to a supporter, when and where to help, with what, and whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.card import joined_address
from app.kernel.wareki import format_day
from app.local_resources import queries as local_resources
from app.matching import queries as matching
from app.matching.match import MatchDraft, MatchId, MatchState
from app.matching.match_way import GOING_ON, OPEN
from app.matching.queries import MatchListing, MatchRow
from app.matching.request import RequestId
from app.matching.schedule import period_text
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate

COLUMNS = ("氏名", "当日の連絡先")
_DAY = "令和8年4月1日（水）"
_NOTE = (
    "体調が悪いとき、急に行けなくなったときは、当日の連絡先と事務所へお電話ください。"
    "けがや物の破損があったときは、すぐに事務所へお知らせください。"
    "活動で知ったことは、ほかの人に話さないでください。"
    "活動報告書は、翌月7日までにお出しください。"
)
_NAMES = (
    "登録番号", "氏名", "活動の場", "件名", "内容", "区分", "日時", "期間", "会場", "住所",
    "顔合わせ", "持ち物", "交通費", "謝礼", "保険", "連絡先", "当日の電話", "備考",
)  # fmt: skip


def make(session: Session, request: Request) -> Content:
    """Return the sheet of a match, of those of a help request, or of all agreed and to begin.

    Where there is none of these it is one blank sheet, to be written by hand.
    """
    rows = _meant(session, request)
    sheets = [_sheet(session, request, row) for row in rows]
    name = f"　{rows[0].name}　{rows[0].what}" if len(rows) == 1 else ""
    over = [row for row in rows if row.state not in OPEN]
    return Content(
        title=f"活動依頼票{name}",
        fields={
            **office_fields(session, request.today),
            "注記": punctuate(_NOTE, office.settings(session)),
        },
        lists={"依頼票": sheets or [dict.fromkeys(_NAMES, "")]},
        form="assignment-sheet.xlsx",
        people=len(sheets),
        main_list="依頼票",
        columns=COLUMNS,
        remarks=[f"{row.name}さんのマッチングは「{row.state.label}」です。" for row in over],
    )


def _meant(session: Session, request: Request) -> Sequence[MatchRow]:
    if request.match is not None:
        # Refuses one that is not there.
        return [matching.match_card(session, MatchId(request.match), request.today).row]
    if request.help_request is not None:
        listing = MatchListing(request=RequestId(request.help_request))
        states = GOING_ON
    else:
        listing = MatchListing(open_only=True)
        states = frozenset({MatchState.AGREED})
    rows = matching.matches(session, listing.keys(session))
    return sorted(
        (row for row in rows if row.state in states), key=lambda row: (row.place, row.name, row.id)
    )


def _sheet(session: Session, request: Request, row: MatchRow) -> dict[str, Any]:
    draft = matching.match_card(session, row.id, request.today).draft
    found = _of_request(session, request, row) if row.request else _of_place(session, request, row)
    return {
        **dict.fromkeys(_NAMES, ""),
        "登録番号": row.supporter_number,
        "氏名": row.name,
        "活動の場": row.place,
        "件名": row.title,
        **found,
        "期間": _period(draft, str(found["期間"])),
        "顔合わせ": format_day(draft.meeting_on, _DAY) if draft.meeting_on else "",
    }


def _of_request(session: Session, request: Request, row: MatchRow) -> dict[str, Any]:
    assert row.request is not None  # asked for
    card = matching.request_card(session, row.request, request.today)
    draft = card.draft
    of = draft.organisation_id
    theirs = contacts.organisation_drafts(session, [of])[of].phone if of is not None else ""
    who = (card.organisation, draft.contact_name)
    whose = dict.fromkeys((row.place, card.person))
    return {
        "活動の場": "　".join(part for part in whose if part),
        "内容": draft.content,
        "区分": "、".join(card.kinds),
        "日時": card.when,
        "期間": period_text(draft.starts_on, draft.ends_on, "令和8年4月1日"),
        "会場": draft.venue,
        "住所": joined_address(draft.address_town, draft.address_number, ""),
        "持ち物": draft.bring,
        "交通費": draft.costs,
        "謝礼": draft.reward,
        "保険": draft.insurance,
        "連絡先": "　".join(part for part in dict.fromkeys(who) if part),
        "当日の電話": draft.contact_phone or theirs,
        "備考": draft.note,
    }


def _of_place(session: Session, request: Request, row: MatchRow) -> dict[str, Any]:
    assert row.resource is not None  # a match without a request is one with a place
    card = local_resources.resource_card(session, row.resource, request.today)
    draft = card.draft
    who = (card.organisation, draft.internal_contact or draft.representative)
    return {
        "内容": draft.supporters_work or draft.content,
        "区分": card.kind,
        "日時": draft.opening,
        "期間": "",
        "会場": draft.venue,
        "住所": card.address,
        "連絡先": "　".join(part for part in who if part),
        "当日の電話": draft.internal_phone or draft.public_phone,
        "備考": draft.winter_break,
    }


def _period(draft: MatchDraft, wanted: str) -> str:
    """Return from when to when the supporter helps; what was wished for where that is open."""
    return period_text(draft.starts_on, draft.ends_on, "令和8年4月1日") or wanted
