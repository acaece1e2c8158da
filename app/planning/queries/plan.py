"""The plan of a fiscal year with what was done: each actual a figure, or as it was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sqlalchemy.orm import Session

from app.duties import queries as duties
from app.duties.duty import DutyRow, once_by_name
from app.kernel.errors import Refusal
from app.kernel.figure import Figure
from app.kernel.fiscal_year import FiscalYear
from app.planning.measure import Measure, measure_of
from app.planning.months import months_text
from app.planning.plan import PlanItemDraft, PlanItemId, PlanYearDraft, ReviewDraft
from app.planning.queries.measures import Counting
from app.planning.queries.plans import PlanItemRow, has_words, item_rows, items_of, words_of
from app.planning.queries.sources import TABLES
from app.planning.tables import PlanItem

Actual = Figure | int | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An item with its actual and that of the year before (前年度)."""

    id: PlanItemId
    duty: DutyRow
    draft: PlanItemDraft
    review: ReviewDraft
    measure: Measure | None
    actual: Actual
    before: Actual
    copied_from: PlanItemId | None

    @property
    def title(self) -> str:
        return self.draft.title

    @property
    def year(self) -> FiscalYear:
        return FiscalYear(self.draft.fiscal_year)

    @property
    def when(self) -> str:
        """Say the months: 4～6月・9月."""
        return months_text(self.draft.months)

    @property
    def done(self) -> int | None:
        """Return the number of the actual, nothing where none is known."""
        return number_of(self.actual)

    @property
    def rate(self) -> Fraction | None:
        """Return actual by target (達成率); nothing without one of them or a target of nought."""
        if self.done is None or not self.draft.target:
            return None
        return Fraction(self.done, self.draft.target)


@dataclass(frozen=True, slots=True)
class Plan:
    """A year's plan: its words, the duties that hold in it and any an item bears, its items.

    Where an item bears a duty of another list, it stands under the one with the same name.
    """

    year: FiscalYear
    words: PlanYearDraft
    duties: tuple[DutyRow, ...]
    items: tuple[PlanRow, ...]

    def of_duty(self, duty: DutyRow) -> tuple[PlanRow, ...]:
        return tuple(one for one in self.items if one.duty.name == duty.name)


@dataclass(frozen=True, slots=True)
class PlanListing:
    """The items of a year by duty, narrowed by words or to one duty."""

    year: FiscalYear
    text: str = ""
    duty_id: int | None = None

    @property
    def tables(self) -> frozenset[str]:
        return TABLES | {PlanItem.__tablename__, "duty"}

    def keys(self, session: Session) -> Sequence[int]:
        asked = () if self.duty_id is None else (self.duty_id,)
        names = {duty.name for duty in duties.duties(session, asked).values()}
        return [
            row.id
            for row in item_rows(session, self.year)
            if (not asked or row.duty.name in names) and has_words(row, self.text)
        ]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, PlanRow]:
        return {row.id: row for row in _counted(session, items_of(session, keys), self.year)}


def plan(session: Session, year: FiscalYear) -> Plan:
    """Return the plan of a year; without one it has no words and no items."""
    items = _counted(session, item_rows(session, year), year)
    holding = duties.duty_list(session, year.last_day)
    known = once_by_name([*(one.duty for one in items), *holding])
    by_name = {duty.name: (place, duty) for place, duty in enumerate(known)}
    items = [replace(one, duty=by_name[one.duty.name][1]) for one in items]
    items.sort(key=lambda one: by_name[one.duty.name][0])
    return Plan(year, words_of(session, year), known, tuple(items))


def plan_item(session: Session, item: PlanItemId) -> PlanRow:
    """Return one item; refuse where there is none."""
    found = items_of(session, [item])
    if not found:
        raise Refusal("この事業は計画から削除されています。一覧から選び直してください。")
    return _counted(session, found, FiscalYear(found[0].draft.fiscal_year))[0]


def number_of(actual: Actual) -> int | None:
    """Return the number of an actual, counted or typed."""
    return actual.count if isinstance(actual, Figure) else actual


def _counted(session: Session, rows: Sequence[PlanItemRow], year: FiscalYear) -> list[PlanRow]:
    now, before = (Counting(session, one.first_day, one.last_day) for one in (year, year.previous))
    sources = [row.copied_from for row in rows if row.copied_from is not None]
    earlier = {
        row.id: row
        for row in items_of(session, sources)
        if row.draft.fiscal_year == year.previous.start
    }
    return [
        PlanRow(
            row.id,
            row.duty,
            row.draft,
            row.review,
            measure_of(row.draft.measure),
            _actual(row, now),
            _before(row, None if row.copied_from is None else earlier.get(row.copied_from), before),
            row.copied_from,
        )
        for row in rows
    ]


def _before(row: PlanItemRow, earlier: PlanItemRow | None, counting: Counting) -> Actual:
    """Return last year's: by the same measure where it is counted, or what was typed then."""
    if measure_of(row.draft.measure) is None:
        return None if earlier is None else _actual(earlier, counting)
    duty = row.duty if earlier is None else earlier.duty
    return counting.figure(row.draft.measure, duty.id)


def _actual(row: PlanItemRow, counting: Counting) -> Actual:
    if measure_of(row.draft.measure) is None:
        return row.draft.actual
    return counting.figure(row.draft.measure, row.duty.id)
