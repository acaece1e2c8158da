"""研修実施報告書 (sections 3.5 and 3.6): what was held, who came, who completed.

延べ and 実 stand side by side; rates have one decimal; all figures are those of
``course_figures``, which names the people behind each.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from app.contacts.person import Sex
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import (
    course_fields,
    lecturer,
    office_fields,
    punctuate,
    session_time,
)
from app.reporting.survey_lines import free_texts, survey_lines, survey_note, tenths
from app.training import queries as training
from app.training.course import CourseId, SessionStatus
from app.training.queries import CourseCard, CourseFigures, Figure


def make(session: Session, request: Request) -> Content:
    """Return the report on one course."""
    course = CourseId(request.need_course())
    card = training.course(session, course)
    figures = training.course_figures(session, course)
    known = office.settings(session)
    draft = card.draft
    return Content(
        title=f"{draft.title}　実施報告書",
        fields={
            **office_fields(session, request.today),
            **course_fields(card),
            "文書番号": "",
            "実施主体": draft.hosts or known.contractor_name or known.office_name,
            "目的": punctuate(draft.purpose, known),
            "対象": f"{card.requires}修了者" if card.requires else f"{known.city}にお住まいの方",
            "募集方法": draft.recruit_way,
            "申込者数": figures.applicants.count,
            "出席延べ人数": figures.attendances,
            "出席実人数": figures.attendees.count,
            "修了者数": figures.completed.count,
            "修了率": one_decimal(figures.completion_rate),
            "登録者数": None,
            "成果": punctuate(draft.outcome, known),
            "課題": punctuate(draft.improvement, known),
            "数え方": punctuate(figures.note, known),
            "アンケートの注": punctuate(survey_note(session, course), known),
        },
        lists={
            "回": _sessions(card, figures),
            "年代別": _by_age(figures),
            "圏域別": _counted("圏域", figures.by_district),
            "きっかけ別": _counted("きっかけ", figures.by_heard_from),
            "アンケート": survey_lines(session, course),
            "自由記述": free_texts(session, course),
        },
        form="course-report.xlsx",
        main_list="回",
        year=card.year,
    )


def one_decimal(rate: Fraction | None) -> str:
    """Return a share as a percentage with one decimal, halves rounded up, as 95.2."""
    if rate is None:
        return ""
    return tenths(rate * 100)


def _sessions(card: CourseCard, figures: CourseFigures) -> list[dict[str, Any]]:
    counted = {one.id: one for one in figures.sessions}
    return [
        {
            "回次": one.number,
            "月日": one.draft.held_on,
            "時間": session_time(one),
            "会場": one.draft.venue or card.draft.venue,
            "テーマ": _theme(one.draft.theme, one.status, one.change_reason),
            "講師": lecturer(one),
            "出席者数": counted[one.id].came.count if one.status is SessionStatus.HELD else None,
        }
        for one in card.sessions
    ]


def _theme(theme: str, status: SessionStatus, reason: str) -> str:
    if status is not SessionStatus.CANCELLED:
        return theme
    return f"{theme}（中止：{reason}）" if reason else f"{theme}（中止）"


def _by_age(figures: CourseFigures) -> list[dict[str, Any]]:
    rows = {row.label: row for row in figures.sex_and_age}
    lines = []
    for place, band in enumerate(figures.bands):
        men = rows[Sex.MALE.label].cells[place].count
        women = rows[Sex.FEMALE.label].cells[place].count
        everybody = rows["計"].cells[place].count
        lines.append(_line(band, men, women, everybody))
    total = rows["計"].total.count
    men, women = (rows[sex.label].total.count for sex in (Sex.MALE, Sex.FEMALE))
    return [*lines, _line("計", men, women, total)]


def _line(band: str, men: int, women: int, everybody: int) -> dict[str, Any]:
    return {
        "年代": band,
        "男性": men,
        "女性": women,
        "その他": everybody - men - women,
        "計": everybody,
    }


def _counted(heading: str, figures: tuple[Figure, ...]) -> list[dict[str, Any]]:
    return [{heading: one.label, "人数": one.count} for one in figures]
