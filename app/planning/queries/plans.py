"""The plan of a fiscal year as it is stored: its words and its items, nothing counted yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.duties import queries as duties
from app.duties.duty import DutyRow
from app.duties.tables import Duty, DutyList
from app.kernel.fiscal_year import FiscalYear
from app.kernel.folding import fold
from app.planning.plan import PlanItemDraft, PlanItemId, PlanYearDraft, ReviewDraft
from app.planning.tables import PlanItem, PlanYear


@dataclass(frozen=True, slots=True)
class PlanItemRow:
    """An item as it is stored; ``copied_from`` is the same one a year before."""

    id: PlanItemId
    duty: DutyRow
    draft: PlanItemDraft
    review: ReviewDraft
    copied_from: PlanItemId | None


def words_of(session: Session, year: FiscalYear) -> PlanYearDraft:
    """Return the words of a year, all empty where nobody wrote any."""
    row = session.scalars(select(PlanYear).where(PlanYear.fiscal_year == year.start)).first()
    return PlanYearDraft() if row is None else PlanYearDraft(**_values(row, PlanYearDraft))


def item_keys(year: FiscalYear) -> Select[int]:
    """Return the statement that gives the items of a year by duty, each in its order."""
    return (
        select(PlanItem.id)
        .join(Duty, Duty.id == PlanItem.duty_id)
        .join(DutyList, DutyList.id == Duty.list_id)
        .where(PlanItem.fiscal_year == year.start)
        .order_by(DutyList.starts_on, Duty.position, Duty.id, PlanItem.position, PlanItem.id)
    )


def item_rows(session: Session, year: FiscalYear) -> list[PlanItemRow]:
    """Return the items of a year in their order."""
    return items_of(session, session.scalars(item_keys(year)).all())


def items_of(session: Session, keys: Sequence[int]) -> list[PlanItemRow]:
    """Return these items in the order of their keys; what is removed is left out."""
    known = duties.duties(session)
    found: dict[int, PlanItemRow] = {}
    for chunk in chunks(keys):
        for row in session.scalars(select(PlanItem).where(PlanItem.id.in_(chunk))):
            found[row.id] = _row(row, known[row.duty_id])
    return [found[key] for key in keys if key in found]


def items_with(session: Session, text: str) -> list[PlanItemRow]:
    """Return the items of all years with these words, the newest year first."""
    query = select(PlanItem.id).order_by(PlanItem.fiscal_year.desc(), PlanItem.position)
    rows = items_of(session, session.scalars(query).all())
    return [row for row in rows if has_words(row, text)]


def has_words(row: PlanItemRow, text: str) -> bool:
    """Return whether every word is in what an item plans, in whatever variant it is written."""
    draft = row.draft
    said = fold("\n".join((draft.title, draft.purpose, draft.content, draft.indicator)))
    return all(fold(word) in said for word in text.split())


def _row(row: PlanItem, duty: DutyRow) -> PlanItemRow:
    return PlanItemRow(
        PlanItemId(row.id),
        duty,
        PlanItemDraft(**_values(row, PlanItemDraft)),
        ReviewDraft(**_values(row, ReviewDraft)),
        None if row.copied_from_id is None else PlanItemId(row.copied_from_id),
    )


def _values(row: object, draft: Any) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(draft)}
