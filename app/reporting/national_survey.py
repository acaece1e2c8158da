"""国調査回答シート: the answers of a fiscal year, asked for in August for the year before.

What nobody can know from rows (who employs the second-layer coordinators, say) is proposed and
marked to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from app.council.council import Standing
from app.kernel.wareki import format_day
from app.office import queries as office
from app.office.settings import OfficeSettings
from app.reporting.annual import Annual, annual
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.log_figures import LogFigures
from app.reporting.survey_answers import EMPLOYERS, employer_of, reported
from app.staff import queries as staff

SCHEME = "国調査の活動"
"""The classification whose categories are the answers of item 75."""
_YES = "○"
_CENTRES = 2
"""The answer 地域包括支援センター（委託）, which the second-layer coordinators of Hakodate are."""
_NOTE = (
    "委員の人数は基準日に任期中の方を1人ずつ数えました。活動は市へ報告する日報の件数です。"
    "所属団体は受託者の名称と地域包括支援センターの登録から選んだものです。回答の前に確かめてください。"
)


def make(session: Session, request: Request) -> Content:
    """Return the answers for a fiscal year; without one, for the year that runs."""
    year = request.need_year()
    found = annual(session, year, request.today)
    known = office.settings(session)
    return Content(
        title=f"{year}　国調査回答シート",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            "基準日": format_day(found.last, "令和8年4月1日"),
            **_numbers(found),
            "常勤換算": f"{float(staff.full_time_equivalent(session, found.last)):.1f}",
            "数え方": punctuate(_NOTE, known),
        },
        lists={
            "構成員": list(_members(found)),
            "所属団体": list(_employers(session, known)),
            "活動": list(_activities(found.log)),
            "報告": [
                {
                    "番号": one.number,
                    "選択肢": one.label,
                    "回答": _YES if one.documents else "",
                    "件数": one.documents,
                }
                for one in reported(session, year)
            ],
        },
        form="national-survey.xlsx",
        main_list="構成員",
        year=year,
    )


def _members(found: Annual) -> Iterator[dict[str, Any]]:
    members = found.members
    for line in members.lines:
        none = line.standing is Standing.NONE
        first = not members.first_councils if none else bool(line.first.count)
        second = not members.second_councils if none else bool(line.second.count)
        yield {
            "番号": line.number,
            "選択肢": line.standing.label,
            "第1層": _YES if first else "",
            "第1層人数": line.first.count,
            "第2層": _YES if second else "",
            "第2層人数": line.second.count,
        }


def _employers(session: Session, known: OfficeSettings) -> Iterator[dict[str, Any]]:
    own = employer_of(known)
    centres = any(one.centre for one in office.districts(session))
    second = _CENTRES if centres else len(EMPLOYERS)
    for number, label in enumerate(EMPLOYERS, start=1):
        yield {
            "番号": number,
            "選択肢": label,
            "第1層": _YES if number == own else "",
            "第2層": _YES if number == second else "",
        }


def _activities(log: LogFigures) -> Iterator[dict[str, Any]]:
    for scheme in log.schemes:
        if scheme.name == SCHEME:
            for one in scheme.categories:
                yield {
                    "番号": one.sign,
                    "選択肢": one.name,
                    "回答": _YES if one.figure.count else "",
                    "件数": one.figure.count,
                }


def _numbers(found: Annual) -> dict[str, Any]:
    members, meetings, people = found.members, found.meetings, found.supporters
    return {
        "第1層協議体数": members.first_councils,
        "第2層協議体数": members.second_councils,
        "第1層委員数": members.first.count,
        "第2層委員数": members.second.count,
        "第1層開催": meetings.first.held.count,
        "第2層開催": meetings.second.held.count,
        "地域ケア会議開催": meetings.care.held.count,
        "地域ケア会議参加": meetings.care.attended.count,
        "活動件数": found.log.total.entries.count,
        "研修回数": found.training.held.count,
        "研修受講者": found.training.people.count,
        "登録者数": people.after.count,
        "成立": people.matching.agreed.count,
        "活動延べ人数": people.matching.attendances.count,
        "活動実人数": people.matching.people.count,
        "資源総数": found.resources.all.total.count,
        "資源新規": found.resources.all.new.count,
        "課題件数": found.analysis.total.all.count,
    }
