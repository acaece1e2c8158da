"""What every document says of the office, and every training document of its course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.wareki import format_day
from app.office import queries as office
from app.office.settings import OfficeSettings, Punctuation
from app.reporting.day_fields import day_fields
from app.training.completion import SessionId
from app.training.queries import CourseCard, SessionCard


def office_fields(session: Session, today: date) -> dict[str, Any]:
    """Return the fields about the office that every form may use."""
    known = office.settings(session)
    return {
        "市町村": known.city,
        "宛先": addressee(known),
        "事務所名": known.office_name,
        "事務所郵便番号": known.office_postal_code,
        "事務所住所": known.office_address,
        "事務所電話": known.office_phone,
        "事務所FAX": known.office_fax,
        "受託者名": known.contractor_name or known.office_name,
        "代表者職": known.contractor_title,
        "代表者氏名": known.contractor_representative,
        "担当者": known.coordinator,
        **day_fields("作成日", today),
    }


def course_fields(card: CourseCard) -> dict[str, Any]:
    """Return the fields about a course that every training form may use."""
    return {
        "年度": str(card.year),
        "講座名": card.draft.title,
        "種別": card.kind,
        "クール": card.draft.term,
        "期間": period(card),
        "会場": card.draft.venue,
        "定員": card.draft.capacity,
        "受講決定者数": card.counts.on_roll,
    }


def period(card: CourseCard) -> str:
    """Return the days from the first session to the last, in words."""
    days = sorted(one.draft.held_on for one in card.sessions if one.draft.held_on)
    if not days:
        return ""
    if days[0] == days[-1]:
        return format_day(days[0])
    return f"{format_day(days[0])}から{format_day(days[-1])}まで"


def session_time(card: SessionCard) -> str:
    """Return 10:00～12:00, or as much of it as is known."""
    begins, ends = card.draft.starts_at, card.draft.ends_at
    if begins is None:
        return ""
    return f"{begins:%H:%M}～" + (f"{ends:%H:%M}" if ends else "")


def lecturer(card: SessionCard) -> str:
    """Return 所属・職 and name of the lecturer in one."""
    return "　".join(part for part in (card.draft.lecturer_title, card.draft.lecturer) if part)


def one_session(card: CourseCard, wanted: int) -> SessionCard | None:
    """Return the session with this key, or the one with this number where no key fits."""
    by_key = {one.id: one for one in card.sessions}
    by_number = {one.number: one for one in card.sessions}
    return by_key.get(SessionId(wanted)) or by_number.get(wanted)


def addressee(known: OfficeSettings) -> str:
    """Return whom a report is addressed to: 函館市長　…　様."""
    return f"{known.city_addressee}　様" if known.city_addressee else ""


def punctuate(text: str, known: OfficeSettings) -> str:
    """Return a sentence of ours with the commas the city uses."""
    if known.punctuation is Punctuation.COMMA:
        return text.replace("、", "，")
    return text.replace("，", "、")


def punctuated(
    lists: Mapping[str, Sequence[Mapping[str, Any]]], known: OfficeSettings
) -> dict[str, list[dict[str, Any]]]:
    """Return the lists of a document with these commas in every text of theirs."""
    return {
        name: [
            {key: punctuate(value, known) if isinstance(value, str) else value
             for key, value in line.items()}
            for line in lines
        ]
        for name, lines in lists.items()
    }  # fmt: skip
