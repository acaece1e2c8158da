"""地域課題一覧: the ledger of a fiscal year, and its issues by district, kind and stage.

In it stand the issues that were worked on in the year: found by its end and not ended before
it.  An issue of several districts counts in each of them and once in the sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.wareki import format_day
from app.local_issues import queries as local_issues
from app.local_issues.analysis import Analysis, AnalysisRow
from app.local_issues.local_issue import IssueStage
from app.local_issues.queries import CreatedResource, EvidenceRow, IssueListing, IssueRow
from app.local_issues.stages import Step, step_on
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.course_report import one_decimal
from app.reporting.heading import office_fields, punctuate, punctuated

_DAY = "R8.4.1"
_COUNTED = (
    "この年度に新しく把握した課題と、前の年度から続いている課題を載せています。"
    "段階は年度末（年度の途中では今日）のものです。"
)


STAGES = {stage: stage.label.replace("・", "") for stage in IssueStage}
"""What the columns of stages are called: a name in a form bears no dot."""


def make(session: Session, request: Request) -> Content:
    """Return the ledger of a fiscal year, as it is today where the year still runs."""
    year = request.need_year()
    known = office.settings(session)
    keys = IssueListing(year=year).keys(session)
    rows = sorted(local_issues.issues(session, keys), key=lambda row: (row.found_on, row.id))
    evidence = local_issues.evidence_of(session, keys)
    resources = local_issues.created_resources(session, keys)
    steps = local_issues.steps_of(session, keys)
    found = local_issues.analysis(session, year)
    return Content(
        title=f"{year}　地域課題一覧",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            **_figures(found),
            "数え方": punctuate("".join((_COUNTED, *found.notes)), known),
        },
        lists=punctuated(
            {
                "課題": [
                    {
                        "No": number,
                        **_line(row, evidence.get(row.id, ()), resources.get(row.id, ())),
                        **_stage(step_on(steps[row.id], year.last_day)),
                    }
                    for number, row in enumerate(rows, start=1)
                ],
                "区分": [{"名称": name} for name in found.kinds],
                "区分別": [_by_kind(row) for row in (*found.rows, found.total)],
                "段階別": [_by_stage(row) for row in (*found.rows, found.total)],
            },
            known,
        ),
        form="issue-list.xlsx",
        main_list="課題",
        year=year,
    )


def _figures(found: Analysis) -> dict[str, Any]:
    taken, submitted = found.taken_up.count, found.submitted.count
    return {
        "件数": found.total.all.count,
        "新規件数": found.found.count,
        "提出件数": submitted,
        "回答件数": found.answered.count,
        "反映件数": taken,
        "反映率": one_decimal(Fraction(taken, submitted)) if submitted else "－",
    }


def _stage(step: Step) -> dict[str, Any]:
    return {"段階": step.stage.label, "段階の日": step.starts_on}


def _line(
    row: IssueRow,
    evidence: Sequence[EvidenceRow],
    resources: Sequence[CreatedResource],
) -> dict[str, Any]:
    made = "\n".join(_created(one) for one in resources)
    rests_on = _rests_on(evidence)
    grasped = "・".join(part for part in (row.brought_by.label, row.brought_from) if part)
    return {
        "番号": row.number,
        "件名": row.title,
        "圏域": row.where,
        "広がり": row.scope.label,
        "区分": row.kind,
        "把握日": row.found_on,
        "把握の経緯": grasped,
        "根拠": rests_on,
        "関係主体": row.actors,
        "創出した資源": made,
        "提出日": row.submitted_on,
        "回答日": row.answered_on,
        "反映": "○" if row.taken_up else "",
        "内容": row.content,
        "対応案": row.measures,
        "成果": row.outcome,
        "提案": row.proposal,
        "回答": row.answer,
        "把握と根拠": _together(format_day(row.found_on, _DAY), grasped, rests_on),
        "成果と資源": _together(row.outcome, made),
        "市との経過": "\n".join(_with_city(row)),
    }


def _together(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _created(one: CreatedResource) -> str:
    return f"{one.name}（{one.creation.label} {format_day(one.reached_on, _DAY)}）"


def _rests_on(evidence: Sequence[EvidenceRow]) -> str:
    """Return how many needs and surveys an issue rests on: ニーズ3件、アンケート1件."""
    counts = Counter("ニーズ" if one.need_id else "アンケート" for one in evidence)
    return "、".join(f"{name}{count}件" for name, count in counts.items())


def _with_city(row: IssueRow) -> Iterator[str]:
    if row.submitted_on is not None:
        yield f"{format_day(row.submitted_on, _DAY)} 提案：{row.proposal}"
        if row.answered_on is None:
            yield "回答待ち"
    if row.answered_on is not None:
        taken_up = "（事業・予算に反映）" if row.taken_up else ""
        yield f"{format_day(row.answered_on, _DAY)} 回答：{row.answer}{taken_up}"


def _by_kind(row: AnalysisRow) -> dict[str, Any]:
    of_kinds = [{"件数": one.count} for one in row.by_kind]
    return {"圏域": row.label, "計": row.all.count, "区分": of_kinds}


def _by_stage(row: AnalysisRow) -> dict[str, Any]:
    counted = zip(IssueStage, row.by_stage, strict=True)
    return {
        "圏域": row.label,
        "計": row.all.count,
        **{STAGES[stage]: figure.count for stage, figure in counted},
    }
