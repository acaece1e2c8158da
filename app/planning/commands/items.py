"""Adding, changing, moving, removing and reviewing the items of a plan."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.duties import queries as duties
from app.kernel.errors import Refusal
from app.planning.checks import checked_item, checked_review
from app.planning.plan import PlanItemDraft, PlanItemId, ReviewDraft
from app.planning.tables import PlanItem
from app.storage.base import moment
from app.storage.rows import write


def add_item(
    session: Session, draft: PlanItemDraft, *, copied_from: PlanItemId | None = None
) -> PlanItemId:
    """Add an item as the last one of its duty; raises ``Refusal`` with a sentence by field."""
    draft = _checked(session, draft)
    row = PlanItem(
        **asdict(draft),
        **asdict(ReviewDraft()),
        position=_end(session, draft.fiscal_year, draft.duty_id),
        copied_from_id=copied_from,
    )
    session.add(row)
    session.flush()
    return PlanItemId(row.id)


def change_item(session: Session, item: PlanItemId, draft: PlanItemDraft) -> None:
    """Replace what an item plans; under another duty it is the last one there."""
    row = item_row(session, item)
    draft = _checked(session, draft)
    if (draft.fiscal_year, draft.duty_id) != (row.fiscal_year, row.duty_id):
        row.position = _end(session, draft.fiscal_year, draft.duty_id)
    write(row, asdict(draft))


def move_item(session: Session, item: PlanItemId, by: int) -> None:
    """Move an item among those of its duty; it stays where there is no further place."""
    row = item_row(session, item)
    rows = _of_duty(session, row.fiscal_year, row.duty_id)
    place = rows.index(row)
    rows.insert(min(max(place + by, 0), len(rows) - 1), rows.pop(place))
    for position, one in enumerate(rows):
        if one.position != position:
            one.position = position


def remove_item(session: Session, item: PlanItemId) -> None:
    """Remove an item; one that was copied from it stays, without the year before."""
    row = item_row(session, item)
    for one in session.scalars(select(PlanItem).where(PlanItem.copied_from_id == row.id)):
        one.copied_from_id = None
    session.flush()
    session.delete(row)


def review_item(session: Session, item: PlanItemId, draft: ReviewDraft) -> None:
    """Replace what came of an item."""
    write(item_row(session, item), asdict(checked_review(draft)))


def item_row(session: Session, item: PlanItemId) -> PlanItem:
    """Return an item, or refuse."""
    row = session.get(PlanItem, item)
    if row is None:
        raise Refusal("この事業は計画から削除されています。一覧から選び直してください。")
    return row


def _checked(session: Session, draft: PlanItemDraft) -> PlanItemDraft:
    draft = checked_item(draft, moment(session).date())
    if draft.duty_id not in duties.duties(session, [draft.duty_id]):
        text = "業務区分を選び直してください。"
        raise Refusal(text, {"duty_id": text})
    return draft


def _of_duty(session: Session, year: int, duty: int) -> list[PlanItem]:
    query = select(PlanItem).where(PlanItem.fiscal_year == year, PlanItem.duty_id == duty)
    return list(session.scalars(query.order_by(PlanItem.position, PlanItem.id)))


def _end(session: Session, year: int, duty: int) -> int:
    return max((row.position for row in _of_duty(session, year, duty)), default=-1) + 1
