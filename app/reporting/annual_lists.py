"""The lists of the annual report: numbers, duties and projects, training, councils, issues."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from app.kernel.figure import Figure
from app.local_issues.queries import IssueRow
from app.local_resources.queries import ResourceMoves
from app.office.settings import OfficeSettings
from app.planning.queries import PlanRow, number_of
from app.reporting.annual import Annual, Indicator, MonthLine, TaughtCourse
from app.reporting.course_report import one_decimal
from app.reporting.heading import punctuated
from app.reporting.meeting_figures import HeldAndAttended
from app.reporting.monthly_lists import meeting

INDICATORS = ("目標のある指標", "そのほかの指標")
"""The indicators once more, those with an aim apart from the others."""
_NOTHING = "－"


def annual_lists(found: Annual, known: OfficeSettings) -> dict[str, list[dict[str, Any]]]:
    """Return every list of the report but those of money."""
    indicators = [_indicator(one) for one in found.indicators]
    lists = {
        "指標": indicators,
        **{
            name: [one for one in indicators if (one["目標"] is not None) is aimed_at]
            for name, aimed_at in zip(INDICATORS, (True, False), strict=True)
        },
        "月別": [_month(one) for one in found.months],
        "業務別": list(_duties(found)),
        "分類別": list(_schemes(found)),
        "事業": [_item(row) for row in found.plan.items],
        "研修": [_course(one) for one in found.courses],
        "第1層協議体": [meeting(row) for row in found.meetings.first_layer],
        "圏域別会議": [_held(one) for one in (*found.meetings.districts, found.meetings.second)],
        "委員": [
            {"選出区分": one.standing.label, "第1層": one.first.count, "第2層": one.second.count}
            for one in found.members.lines
            if one.first.count or one.second.count
        ],
        "課題の段階": [{"名称": stage.label} for stage in found.analysis.stages],
        "課題分析": list(_analysis(found)),
        "課題": [_issue(number, row) for number, row in enumerate(found.issues, start=1)],
        "資源区分別": [_moves(one) for one in (*found.resources.by_kind, found.resources.all)],
        "資源圏域別": [_moves(one) for one in (*found.resources.by_district, found.resources.all)],
    }
    return punctuated(lists, known)


def _indicator(one: Indicator) -> dict[str, Any]:
    now, before = number_of(one.actual), number_of(one.before)
    return {
        "指標": one.name,
        "単位": one.unit,
        "目標": one.target,
        "実績": now,
        "達成率": _percent(one.rate),
        "前年度": before,
        "増減": None if now is None or before is None else now - before,
    }


def _percent(rate: Fraction | None) -> str:
    return f"{one_decimal(rate)}％" if rate is not None else _NOTHING


def _month(one: MonthLine) -> dict[str, Any]:
    matched = one.matching
    return {
        "月": one.first.month,
        "活動件数": one.entries.count,
        "希望票受付": matched.received.count,
        "成立": matched.agreed.count,
        "活動中": matched.active.count,
        "活動延べ回数": matched.occasions.count,
        "活動延べ人数": matched.attendances.count,
        "活動実人数": matched.people.count,
    }


def _duties(found: Annual) -> Iterator[dict[str, Any]]:
    for one in found.log.duties:
        yield {
            "区分": one.sign,
            "業務": one.label,
            "業務名": one.name,
            "実績": one.entries.count,
            "対象者延べ": one.reached.count,
            "対象者実人数": one.people.count,
            "事業数": sum(row.duty.name == one.name for row in found.plan.items),
        }


def _schemes(found: Annual) -> Iterator[dict[str, Any]]:
    for scheme in found.log.schemes:
        for one in scheme.categories:
            yield {
                "体系": scheme.name,
                "記号": one.sign,
                "名称": one.name,
                "実績": one.figure.count,
            }


def _item(row: PlanRow) -> dict[str, Any]:
    draft, review = row.draft, row.review
    target = f"{draft.target:,}{draft.unit}" if draft.target is not None else ""
    done = number_of(row.actual)
    actual = f"{done:,}{draft.unit}" if done is not None else ""
    plan = (draft.content or draft.purpose, f"目標：{target}" if target else "")
    made = (review.done, f"実績：{actual}" if actual else "")
    came = (review.outcome, f"課題：{review.problems}" if review.problems else "")

    def said(*parts: str) -> str:
        return "\n".join(filter(None, parts))

    return {
        "区分": row.duty.sign,
        "業務": row.duty.short_name or row.duty.name,
        "事業名": row.title,
        "計画": said(*plan),
        "目標": target,
        "実施内容": said(*made),
        "実績": actual,
        "成果課題": said(*came),
        "成果": review.outcome,
        "課題": review.problems,
        "方向性": review.direction,
        "評価": review.grade.label if review.grade else "",
    }


def _course(one: TaughtCourse) -> dict[str, Any]:
    row, figures = one.row, one.figures
    return {
        "研修名": row.title,
        "種別": row.kind,
        "開始": row.first_day,
        "終了": row.last_day,
        "回数": f"{row.held}/{row.sessions}",
        "定員": row.capacity,
        "申込者数": figures.applicants.count,
        "受講決定者数": figures.accepted.count,
        "出席延べ": figures.attendances,
        "出席実人数": figures.attendees.count,
        "修了者数": figures.completed.count,
        "修了率": _percent(figures.completion_rate if row.held >= row.sessions else None),
    }


def _held(one: HeldAndAttended) -> dict[str, Any]:
    held, attended = one.held.count, one.attended.count
    rate = Fraction(attended, held) if held else None
    name = "計" if one.label.startswith("第2層") else one.label
    return {"圏域": name, "開催": held, "参加": attended, "参加率": _percent(rate)}


def _analysis(found: Annual) -> Iterator[dict[str, Any]]:
    def cells(figures: tuple[Figure, ...]) -> list[dict[str, int]]:
        return [{"件数": one.count} for one in figures]

    for row in (*found.analysis.rows, found.analysis.total):
        yield {"圏域": row.label, "計": row.all.count, "課題の段階": cells(row.by_stage)}


def _issue(number: int, row: IssueRow) -> dict[str, Any]:
    return {
        "No": number,
        "番号": row.number,
        "圏域": row.where,
        "区分": row.kind,
        "件名": row.title,
        "内容": "\n".join(filter(None, (row.title, row.content))),
        "対応成果": "\n".join(filter(None, (row.measures, row.outcome))),
        "提案回答": "\n".join(
            filter(None, (row.proposal, f"回答：{row.answer}" if row.answer else ""))
        ),
        "段階": row.stage.label,
    }


def _moves(one: ResourceMoves) -> dict[str, Any]:
    return {
        "名称": one.label,
        "前年度末": one.before.count,
        "新規": one.new.count,
        "更新": one.updated.count,
        "終了": one.ended.count,
        "年度末": one.total.count,
    }
