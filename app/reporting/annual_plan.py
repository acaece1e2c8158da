"""年間事業計画書 (section 3.11): the words, the plan by duty, who does it, the money, the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from app.accounting import queries as accounting
from app.accounting.account import Side
from app.kernel.bits import numbers_of
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.kernel.yen import yen_text
from app.office import queries as office
from app.office.settings import OfficeSettings
from app.planning import queries as planning
from app.planning.queries import Plan, PlanRow
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.plan_lines import target_text
from app.staff import queries as staff
from app.staff.full_time import equivalent_text, staff_equivalent
from app.staff.queries import StaffRow

MONTHS = tuple((place + 3) % 12 + 1 for place in range(12))
"""The columns of the schedule, April first."""
BEGINS, GOES_ON = "○", "→"
COLUMNS = ("氏名", "職種", "勤務")
_HINT = "「計画と収支」の「計画と評価」で入力してください。"


def make(session: Session, request: Request) -> Content:
    """Return the plan of a fiscal year; who works is who does on its first day, or today."""
    year = request.need_year()
    known = office.settings(session)
    found = planning.plan(session, year)
    day = max(request.today, year.first_day) if request.today <= year.last_day else year.last_day
    people = staff.staff(session, day)
    return Content(
        title=f"{year}　年間事業計画書",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            "目指す姿": punctuate(found.words.vision, known),
            "基本方針": punctuate(found.words.policy, known),
            "重点目標": punctuate(found.words.priorities, known),
            "体制": punctuate(found.words.structure, known),
            "常勤換算": equivalent_text(_equivalent(people)),
            "事業数": len(found.items),
            **_money(session, year, known),
        },
        lists={
            "計画": list(_plan(found, known)),
            "職員": [_person(row) for row in people],
            "日程": list(_schedule(found)),
        },
        form="annual-plan.xlsx",
        people=len({row.draft.person_id for row in people}),
        columns=COLUMNS if people else (),
        main_list="計画",
        year=year,
        remarks=tuple(_remarks(found, people, day)),
    )


def _equivalent(people: Sequence[StaffRow]) -> Fraction:
    return staff_equivalent(row.draft for row in people)


def _money(session: Session, year: FiscalYear, known: OfficeSettings) -> dict[str, Any]:
    budget = accounting.account(session, year)
    income, expense = (budget.total(side).budget for side in (Side.INCOME, Side.EXPENSE))
    said = f"収入{yen_text(income)}円、支出{yen_text(expense)}円（内訳は収支予算書のとおり）"
    return {
        "収入予算計": income,
        "支出予算計": expense,
        "予算の文": punctuate(said if income or expense else "収支予算書のとおり", known),
    }


def _plan(found: Plan, known: OfficeSettings) -> Iterator[dict[str, Any]]:
    for row in found.items:
        yield {
            "区分": row.duty.sign,
            "業務": row.duty.name,
            "業務略称": row.duty.short_name or row.duty.name,
            "事業名": row.title,
            "目的": punctuate(row.draft.purpose, known),
            "内容": punctuate(row.draft.content, known),
            "時期": row.when,
            "指標": row.draft.indicator,
            "目標値": row.draft.target,
            "単位": row.draft.unit,
            "目標": target_text(row),
        }


def _person(row: StaffRow) -> dict[str, Any]:
    hours = equivalent_text(row.equivalent)
    post = row.draft.concurrent_post
    return {
        "職種": row.draft.role.label,
        "氏名": row.name,
        "常勤換算": hours,
        "兼務": post,
        "勤務": f"常勤換算 {hours}　{f'兼務 {post}' if post else '専任'}",
    }


def _schedule(found: Plan) -> Iterator[dict[str, Any]]:
    for row in found.items:
        yield {
            "区分": row.duty.sign,
            "事業名": row.title,
            **{f"{month}月": sign for month, sign in zip(MONTHS, _signs(row), strict=True)},
        }


def _signs(row: PlanRow) -> Iterator[str]:
    """Yield what stands in each month: ○ where a run of months begins, → where it goes on."""
    months = set(numbers_of(row.draft.months))
    for place in range(len(MONTHS)):
        if place not in months:
            yield ""
        else:
            yield GOES_ON if place - 1 in months else BEGINS


def _remarks(found: Plan, people: Sequence[StaffRow], day: date) -> Iterator[str]:
    if not found.items:
        yield f"{found.year}の事業がまだありません。{_HINT}"
    empty = [
        name
        for name, text in (
            ("基本方針", found.words.policy),
            ("重点目標", found.words.priorities),
        )
        if not text
    ]
    if empty:
        yield f"{'と'.join(empty)}がまだありません。{_HINT}"
    if not people:
        yield f"{format_day(day)}の職員の登録がありません。「体制」で追加してください。"
