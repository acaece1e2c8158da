"""The issues of a year counted: districts by kind, districts by stage (地域ごとの課題の分析).

A city-wide issue is in a row of its own.  An issue of several districts counts in each of them
but once in the sum, and a note says so.  Every number names its issues.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.kernel.figure import Counted, Figure
from app.local_issues.local_issue import IssueStage, LocalIssueId

CITY_WIDE = "全市"
NO_KIND = "区分なし"
SEVERAL = "複数の圏域にわたる課題は、それぞれの圏域に数え、計では1件としています。"


@dataclass(frozen=True, slots=True)
class IssueFact:
    """An issue as it is counted: ``stage`` is that at the end of the year; no district: city."""

    id: LocalIssueId
    districts: tuple[str, ...]
    kind: str
    stage: IssueStage
    found_in_year: bool
    submitted: bool
    answered: bool
    taken_up: bool


@dataclass(frozen=True, slots=True)
class AnalysisRow:
    """The issues of a district: all, by kind and by stage, in the order of the columns."""

    label: str
    all: Figure
    by_kind: tuple[Figure, ...]
    by_stage: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The issues of a year; ``total`` counts each once.

    ``taken_up`` of ``submitted`` is the share of proposals that found their way into the
    plans of the city.
    """

    kinds: tuple[str, ...]
    stages: tuple[IssueStage, ...]
    rows: tuple[AnalysisRow, ...]
    total: AnalysisRow
    found: Figure
    submitted: Figure
    answered: Figure
    taken_up: Figure
    notes: tuple[str, ...]


def analysed(
    facts: Sequence[IssueFact], districts: Sequence[str], kinds: Sequence[str]
) -> Analysis:
    """Return the issues counted, in the order of the masters of districts and kinds.

    Kinds no issue has are left out; districts stay, for one without issues says something.
    """
    used = {one.kind for one in facts}
    columns = tuple(kind for kind in kinds if kind in used)
    if "" in used:
        columns += (NO_KIND,)

    def row(label: str, some: Sequence[IssueFact]) -> AnalysisRow:
        return AnalysisRow(
            label,
            Figure(Counted.ISSUE, tuple(one.id for one in some)),
            tuple(_those(some, _of_kind(kind)) for kind in columns),
            tuple(_those(some, _at_stage(stage)) for stage in IssueStage),
        )

    return Analysis(
        kinds=columns,
        stages=tuple(IssueStage),
        rows=(
            *(row(name, [one for one in facts if name in one.districts]) for name in districts),
            row(CITY_WIDE, [one for one in facts if not one.districts]),
        ),
        total=row("計", facts),
        found=_those(facts, lambda one: one.found_in_year),
        submitted=_those(facts, lambda one: one.submitted),
        answered=_those(facts, lambda one: one.answered),
        taken_up=_those(facts, lambda one: one.taken_up),
        notes=(SEVERAL,) if any(len(one.districts) > 1 for one in facts) else (),
    )


_Holds = Callable[[IssueFact], bool]


def _of_kind(kind: str) -> _Holds:
    wanted = "" if kind == NO_KIND else kind
    return lambda one: one.kind == wanted


def _at_stage(stage: IssueStage) -> _Holds:
    return lambda one: one.stage is stage


def _those(facts: Iterable[IssueFact], holds: _Holds) -> Figure:
    return Figure(Counted.ISSUE, tuple(one.id for one in facts if holds(one)))
