"""開催案内 (section 3.14): a letter to each member, with a slip to answer by FAX below it.

Who is not asked yet, because nobody was, is taken from the seats of the day.  Members who died or
lie in the bin get none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.person import PersonDraft, PersonId, PersonStatus
from app.council import queries as council
from app.council.council import Office
from app.council.queries import MeetingCard, homework_line
from app.kernel.wareki import format_day
from app.office import queries as office
from app.reporting.addressee import Bearer, of_people
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.meeting_words import DAY, SHORT_DAY, coming_meeting, when

COLUMNS = ("氏名", "所属・役職")
_LINES = 10
"""So many lines of the agenda have room above the slip."""
_PAPERS = 4
_BLANK = {"所属": "", "宛名": "", "氏名": ""}
_GREETING = (
    "　日頃から，地域の支えあいの推進にご協力をいただき，厚くお礼申し上げます。\n"
    "　このことについて，下記のとおり開催しますので，ご出席くださいますようご案内いたします。"
)
_ANSWER = "\n　お手数ですが，{day}までに，下の回答票でご出欠をお知らせください。"
_ANSWER_SOON = "\n　お手数ですが，下の回答票でご出欠をお知らせください。"


@dataclass(frozen=True, slots=True)
class _Asked:
    person: PersonId
    seat: str


def make(session: Session, request: Request) -> Content:
    """Return a notice of the meeting asked for, or of the next one, for each who is asked."""
    card = coming_meeting(session, request)
    asked = () if card is None else _asked(session, card)
    drafts = contacts.drafts(session, [one.person for one in asked])
    living = [one for one in asked if _can_come(drafts[one.person])]
    return Content(
        title="開催案内" if card is None else f"開催案内　{card.row.title}",
        fields={
            **office_fields(session, request.today),
            **_fields(session, card),
            "案内日": request.today if card is None else card.row.invited_on or request.today,
            "通数": len(living),
        },
        lists={"宛名": [_row(one, drafts) for one in living] or [_BLANK]},
        form="council-notice.xlsx",
        people=len(living),
        main_list="宛名",
        columns=COLUMNS,
        year=None if card is None else card.row.year,
        remarks=_remarks(card, len(asked) - len(living), len(living)),
    )


def _asked(session: Session, card: MeetingCard) -> Sequence[_Asked]:
    if card.attendees:
        return [
            _Asked(row.person_id, row.draft.post)
            for row in card.attendees
            if row.draft.office is not Office.SECRETARIAT
        ]
    seats = council.members(session, card.row.council_id, card.row.held_on)
    return [
        _Asked(row.person_id, row.seat)
        for row in seats
        if row.draft.office is not Office.SECRETARIAT
    ]


def _can_come(draft: PersonDraft) -> bool:
    return draft.status is not PersonStatus.DECEASED


def _row(one: _Asked, drafts: Mapping[PersonId, PersonDraft]) -> dict[str, Any]:
    draft = drafts[one.person]
    bearer = Bearer(draft.family_name, draft.given_name, draft.honorific)
    return {"所属": one.seat, "宛名": of_people([bearer])[0], "氏名": bearer.name}


def _fields(session: Session, card: MeetingCard | None) -> dict[str, Any]:
    known = office.settings(session)
    if card is None:
        return {
            **dict.fromkeys(("会議名", "日時", "場所", "議題", "資料", "回答期限"), ""),
            "本文": punctuate(_GREETING + _ANSWER_SOON, known),
        }
    draft = card.draft
    by = draft.reply_by
    answer = _ANSWER.format(day=format_day(by, SHORT_DAY)) if by else _ANSWER_SOON
    return {
        "会議名": card.row.title,
        "日時": when(draft.held_on, draft.starts_at, draft.ends_at),
        "場所": draft.venue,
        "議題": punctuate(_agenda(card), known),
        "資料": "\n".join(_cut(card.papers, _PAPERS, "資料")),
        "回答期限": format_day(by, DAY) if by else "",
        "本文": punctuate(_GREETING + answer, known),
    }


def _agenda(card: MeetingCard) -> str:
    """Return the items, and below the carried one what is to be told about."""
    lines: list[str] = []
    for number, item in enumerate(card.agenda, start=1):
        lines.append(f"{number}　{item.title}" if len(card.agenda) > 1 else item.title)
        waiting = [one for one in map(homework_line, card.homework) if one in item.opinions]
        lines += [f"　{one}" for one in waiting]
    return "\n".join(_cut(lines, _LINES, "議題"))


def _cut(lines: Sequence[str], most: int, what: str) -> Sequence[str]:
    """Return as many lines as there is room for, the last one saying how many are left."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"ほか{what}{len(lines) - most + 1}件（当日の次第のとおり）"]


def _remarks(card: MeetingCard | None, gone: int, living: int) -> tuple[str, ...]:
    if card is None:
        return ("会議がまだないため、白紙の開催案内です。",)
    found = []
    if not living:
        found.append("この会議体には委員がいません。委員を加えると、全員分の案内になります。")
    if gone:
        found.append(f"亡くなった{gone}名の分は作っていません。")
    return tuple(found)
