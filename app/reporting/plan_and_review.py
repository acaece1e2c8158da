"""活動評価（前年度）＋活動計画（今年度）: each project of both years in one line (section 3.10).

A project is the same where this year's was copied from last year's, or bears its title under
the same duty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from app.duties.duty import DutyRow
from app.office import queries as office
from app.office.settings import OfficeSettings
from app.planning import queries as planning
from app.planning.queries import Plan, PlanRow
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.plan_lines import actual_text, headed, target_text, together

_Pair = tuple[DutyRow, PlanRow | None, PlanRow | None]
"""A duty, its project last year and this year: one of the two at least."""


def make(session: Session, request: Request) -> Content:
    """Return last year's review beside the plan of a fiscal year."""
    year = request.need_year()
    known = office.settings(session)
    last, now = planning.plan(session, year.previous), planning.plan(session, year)
    pairs = list(_paired(last, now))
    reviewed = sum(row.review.grade is not None for row in last.items)
    return Content(
        title=f"{year.previous}　活動評価　{year}　活動計画",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            "前年度": str(year.previous),
            "前年度総括": punctuate(last.words.overview, known),
            "目指す姿": punctuate(now.words.vision, known),
            "基本方針": punctuate(now.words.policy, known),
            "前年度事業数": len(last.items),
            "評価済み": reviewed,
            "事業数": len(now.items),
        },
        lists={"評価と計画": [_line(*pair, known) for pair in pairs]},
        form="plan-and-review.xlsx",
        main_list="評価と計画",
        year=year,
        remarks=tuple(_remarks(last, reviewed)),
    )


def _paired(last: Plan, now: Plan) -> Iterator[_Pair]:
    """Yield the projects by this year's duties, then what belonged to duties there are no more."""
    left = list(last.items)
    by_duty: dict[int, list[_Pair]] = {duty.id: [] for duty in now.duties}
    for row in now.items:
        before = next((one for one in left if _same(one, row)), None)
        if before is not None:
            left.remove(before)
        by_duty[row.duty.id].append((row.duty, before, row))
    for one in left:
        duty = next((duty for duty in now.duties if _alike(duty, one.duty)), None)
        if duty is None:
            by_duty.setdefault(one.duty.id, []).append((one.duty, one, None))
        else:
            by_duty[duty.id].append((duty, one, None))
    for pairs in by_duty.values():
        yield from pairs


def _same(last: PlanRow, now: PlanRow) -> bool:
    return now.copied_from == last.id or (
        now.copied_from is None and now.title == last.title and _alike(now.duty, last.duty)
    )


def _alike(one: DutyRow, other: DutyRow) -> bool:
    return one.id == other.id or one.name == other.name


def _line(
    duty: DutyRow, last: PlanRow | None, now: PlanRow | None, known: OfficeSettings
) -> dict[str, Any]:
    texts = {
        **dict.fromkeys(("前年度の目標", "実施内容", "実績", "実施と実績", "自己評価", "評価"), ""),
        **dict.fromkeys(("成果", "課題", "次年度の方向性", "今年度の目標", "今年度の計画"), ""),
        **(_review(last) if last else {}),
        **(_planned(now) if now else {"今年度の計画": "（今年度は計画にありません）"}),
    }
    return {
        "区分": duty.sign,
        "業務": duty.short_name or duty.name,
        "事業名": (now or last).title,  # type: ignore[union-attr]  # one of them is there
        "達成率": None if last is None or last.rate is None else round(float(last.rate) * 100, 1),
        **{name: punctuate(text, known) for name, text in texts.items()},
    }


def _review(row: PlanRow) -> dict[str, str]:
    review = row.review
    grade = review.grade.label if review.grade else ""
    return {
        "前年度の目標": target_text(row),
        "実施内容": review.done,
        "実績": actual_text(row),
        "実施と実績": together(review.done, headed(("実績", actual_text(row)))),
        "自己評価": grade,
        "成果": review.outcome,
        "課題": review.problems,
        "次年度の方向性": review.direction,
        "評価": together(
            grade,
            headed(
                ("成果", review.outcome),
                ("課題", review.problems),
                ("方向性", review.direction),
            ),
        ),
    }


def _planned(row: PlanRow) -> dict[str, str]:
    target = target_text(row)
    return {
        "今年度の目標": target,
        "今年度の計画": together(
            row.draft.content or row.draft.purpose, headed(("目標", target), ("時期", row.when))
        ),
    }


def _remarks(last: Plan, reviewed: int) -> Iterator[str]:
    if missing := len(last.items) - reviewed:
        yield (
            f"{last.year}の{missing}件の事業に自己評価がまだありません。"
            f"年度を{last.year}にして「計画と評価」で入力してください。"
        )
