"""The rows of an import as lines of a list, in memory, and what is said of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.contacts.card import joined_address
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.gui.framework.window_model import Column
from app.importing.apply import Decision, ReportRow
from app.importing.plan import Fate, Plan, PlannedRow
from app.importing.planned import PlannedEdition
from app.importing.report import GONE, gone_reason
from app.importing.table import LeftOut
from app.kernel.wareki import format_day
from app.local_resources.local_resource import LocalResourceDraft

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LEFT_OUT = "対象外"
_MARKS = {
    Fate.ADD: "＋",
    Fate.CHANGE: "✎",
    Fate.SAME: "＝",
    Fate.DOUBTFUL: "？",
    Fate.REFUSED: "×",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file as the list shows it; row 0 is a record that is in no row."""

    row: int
    fate: str
    name: str
    kana: str
    said: str
    decision: str = ""


@dataclass(frozen=True, eq=False)
class Lines:
    """A listing of lines that are already there."""

    lines: Mapping[int, Line] = field(default_factory=dict)

    @property
    def tables(self) -> frozenset[str]:
        return frozenset()

    def keys(self, _session: Session) -> Sequence[int]:
        return list(self.lines)

    def rows(self, _session: Session, keys: Sequence[int]) -> Mapping[int, Line]:
        return {key: self.lines[key] for key in keys if key in self.lines}


RESTORE = "ごみ箱から戻して更新"
_ROW: Column[Line] = Column("行", lambda line: str(line.row or ""), number=True, width=3)
PLAN_COLUMNS: tuple[Column[Line], ...] = (
    _ROW,
    Column("予定", lambda line: line.fate, width=6),
    Column("名前", lambda line: line.name, width=8),
    Column("ふりがな", lambda line: line.kana, width=9),
    Column("要確認の決定", lambda line: line.decision, width=8),
    Column("変わること・理由", lambda line: line.said, width=24, tip=lambda line: line.said),
)
REPORT_COLUMNS: tuple[Column[Line], ...] = (
    _ROW,
    Column("結果", lambda line: line.fate, width=10),
    Column("名前", lambda line: line.name, width=8),
    Column("ふりがな", lambda line: line.kana, width=9),
    Column("変わったこと・理由", lambda line: line.said, width=26, tip=lambda line: line.said),
)


def plan_line(row: PlannedRow[Any], decision: Decision | None) -> Line:
    """Return a row of a plan with the decision about it."""
    decided = ""
    if row.fate is Fate.DOUBTFUL:
        decided = "未決定" if decision is None else _decided(row, decision)
    fate = f"{_MARKS[row.fate]} {row.fate.label}"
    return Line(row.row, fate, row.draft.name, row.draft.kana, _said(row), decided)


def _decided(row: PlannedRow[Any], decision: Decision) -> str:
    return RESTORE if row.binned and decision is Decision.UPDATE else decision.label


def gone_lines(edition: PlannedEdition) -> dict[int, Line]:
    """Return a line for everything the edition before held and this one does not.

    Their keys are negative: rows of the file count from 1.
    """
    said = gone_reason(edition)
    return {
        -number: Line(
            0, f"－ {GONE}", one.name, one.kana, f"{said}（いまの状態：{one.status.label}）"
        )
        for number, one in enumerate(edition.gone, start=1)
    }


def left_line(left: LeftOut) -> Line:
    """Return a row of the file that is no record."""
    return Line(left.row, f"－ {LEFT_OUT}", "", "", left.reason)


def report_lines(plan: Plan, rows: Sequence[ReportRow]) -> dict[int, Line]:
    """Return what became of every row of the file, in its order."""
    lines = {left.row: left_line(left) for left in plan.left_out}
    for done in rows:
        row = done.planned
        said = "、".join([*_changes(row), *done.reasons])
        applied = ["申込を受付"] if done.applied else []
        outcome = "・".join([done.outcome.label, *applied])
        lines[row.row] = Line(row.row, outcome, row.draft.name, row.draft.kana, said)
    gone = {} if plan.edition is None else gone_lines(plan.edition)
    return dict(sorted(lines.items())) | gone


def details(row: PlannedRow[Any], known: str) -> str:
    """Return everything there is to say of one row, a line each."""
    parts = [_facts(row.draft)]
    parts += [f"確かめること：{said}" for said in row.reasons] if row.reasons else []
    if known:
        parts.append(f"登録済みの記録：{known}")
    parts += [f"変わる項目：{said}" for said in _changes(row)]
    return "\n".join(part for part in parts if part)


def _facts(draft: PersonDraft | OrganisationDraft | LocalResourceDraft) -> str:
    address = joined_address(draft.address_town, draft.address_number, draft.address_building)
    if isinstance(draft, PersonDraft):
        born = "" if draft.birth_date is None else f"{format_day(draft.birth_date)}生まれ"
        parts = [born, address, draft.phone or draft.mobile]
    elif isinstance(draft, LocalResourceDraft):
        parts = [draft.venue, address, draft.opening, draft.internal_phone]
    else:
        parts = [address, draft.phone, draft.representative_title + draft.representative_name]
    return "　".join(part for part in parts if part)


def _said(row: PlannedRow[Any]) -> str:
    parts = [*_changes(row), *row.reasons] if row.fate is Fate.CHANGE else [*row.reasons]
    return "、".join(parts) or (_facts(row.draft) if row.fate is Fate.ADD else "")


def _changes(row: PlannedRow[Any]) -> list[str]:
    return [f"{one.label} {one.old or '（空）'}→{one.new or '（空）'}" for one in row.changes]
