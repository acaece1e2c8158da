"""お手伝い希望票 (section 3.8): blank to be handed out and sent back by FAX, or as taken down.

The order of the paper is that of ``RequestDraft`` and of the form in the window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.card import joined_address
from app.kernel.wareki import format_day
from app.matching import queries as matching
from app.matching.queries import RequestCard
from app.matching.request import RequestDraft, RequestId
from app.office import queries as office
from app.office.settings import OfficeSettings
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.supporter_roster import week_fields
from app.supporters import queries as supporters
from app.supporters.availability import months_of

COLUMNS = ("団体の担当者", "電話")
_TICKED, _OPEN = "☑", "□"
_ACROSS = 3
_DAY = "令和8年4月1日（水）"
_BLANK_DAY = "令和　　　年　　　月　　　日（　　　）"
_BLANK_TIME = "　　　時　　　分"
_ANY_SEX = "どちらでも"
_USE = (
    "ご記入いただいたことは、お手伝いの調整のためだけに使います。"
    "お返事は、おおむね１週間でさしあげます。"
)


def make(session: Session, request: Request) -> Content:
    """Return the request, or the blank form where none is named."""
    known = office.settings(session)
    card = None
    if request.help_request is not None:
        card = matching.request_card(session, RequestId(request.help_request), request.today)
    draft = RequestDraft(request.today) if card is None else card.draft
    number = "" if card is None else f"　{card.number}　{card.place or card.organisation}"
    return Content(
        title=f"お手伝い希望票{number}".rstrip("　"),
        fields={
            **office_fields(session, request.today),
            **_asking(session, card, known),
            **_wanted(draft, is_blank=card is None),
            **week_fields(draft.week),
            **_place(card),
            **_conditions(card),
            "注記": punctuate(_USE, known),
        },
        lists={"区分の行": _kinds(session, draft)},
        form="help-request.xlsx",
        people=0 if card is None else sum(map(bool, (draft.contact_name, draft.person_id))),
        columns=COLUMNS,
    )


def _asking(session: Session, card: RequestCard | None, known: OfficeSettings) -> dict[str, Any]:
    """Return who asks, and for which place or person."""
    one = known.individual_help
    heading = {"活動の場の見出し": "活動の場・\nお手伝いを受ける方" if one else "活動の場"}
    names = ("受付日", "受付番号", "受付方法", "団体名", "団体の担当者", "電話", "FAX", "活動の場")
    if card is None:
        return {**dict.fromkeys(names, ""), **heading}
    draft = card.draft
    of = draft.organisation_id
    theirs = None if of is None else contacts.organisation_drafts(session, [of])[of]
    phone = draft.contact_phone or (theirs.phone if theirs else "")
    way = draft.received_by.label if draft.received_by else ""
    number = draft.number
    values = (
        format_day(draft.received_on, "R8.4.1"), number, way, card.organisation,
        draft.contact_name, phone, theirs.fax if theirs else "",
        "　".join(part for part in (card.place, card.person) if part),
    )  # fmt: skip
    return {**dict(zip(names, values, strict=True)), **heading}


def _wanted(draft: RequestDraft, *, is_blank: bool) -> dict[str, Any]:
    """Return what help is wanted, and when; blanks to write into where the form is blank."""
    times = (draft.starts_at, draft.ends_at)
    return {
        "件名": draft.title,
        "内容": draft.content,
        "頻度": "" if is_blank else draft.rhythm.label,
        "活動日": _day(draft.on_day, is_blank=is_blank),
        "時間": "　～　".join(map(_time, times)) if any(times) or is_blank else "",
        "月": "・".join(map(str, months_of(draft.months))),
        "月の回数": draft.times_a_month,
        "日程の希望": draft.schedule,
        "期間の始まり": _day(draft.starts_on, is_blank=is_blank),
        "期間の終わり": _day(draft.ends_on, is_blank=is_blank),
    }


def _place(card: RequestCard | None) -> dict[str, Any]:
    if card is None:
        return {"会場": "", "住所": "", "圏域": "", "車": ""}
    draft = card.draft
    return {
        "会場": draft.venue,
        "住所": joined_address(draft.address_town, draft.address_number, ""),
        "圏域": card.district,
        "車": "要る" if draft.car_needed else "要らない",
    }


def _conditions(card: RequestCard | None) -> dict[str, Any]:
    names = (
        "必要人数", "活動レベル", "性別の希望", "持ち物", "交通費", "謝礼", "保険", "顔合わせ",
        "締切", "備考",
    )  # fmt: skip
    if card is None:
        return {**dict.fromkeys(names, ""), "必要人数": None, "締切": _BLANK_DAY}
    draft = card.draft
    values = (
        draft.people_wanted, card.level, draft.wanted_sex.label if draft.wanted_sex else _ANY_SEX,
        draft.bring, draft.costs, draft.reward, draft.insurance,
        "希望する" if draft.meeting_wanted else "希望しない",
        _day(draft.due_on, is_blank=False), draft.note,
    )  # fmt: skip
    return dict(zip(names, values, strict=True))


def _day(day: date | None, *, is_blank: bool) -> str:
    if day is None:
        return _BLANK_DAY if is_blank else ""
    return format_day(day, _DAY)


def _time(at: time | None) -> str:
    return _BLANK_TIME if at is None else f"{at:%H時%M分}"


def _kinds(session: Session, draft: RequestDraft) -> Sequence[Mapping[str, Any]]:
    """Return every kind of support with a box, some to a line."""
    kinds = [
        one for one in supporters.support_kinds(session) if not one.retired or one.id in draft.kinds
    ]
    boxes = [{"項目": f"{_TICKED if one.id in draft.kinds else _OPEN} {one.name}"} for one in kinds]
    return [{"区分": boxes[place : place + _ACROSS]} for place in range(0, len(boxes), _ACROSS)]
