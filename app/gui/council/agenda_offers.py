"""What could be put on the agenda of a meeting: homework that is not done, issues that are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.council import commands, queries
from app.council.meeting import AgendaItemDraft, MeetingId
from app.council.queries import MeetingCard
from app.gui.council.issue_choices import open_issues


@dataclass(frozen=True, slots=True)
class Offer:
    """One line that is offered; without an item it is all homework that is not done."""

    text: str
    item: AgendaItemDraft | None = None


def offers(session: Session, card: MeetingCard) -> list[Offer]:
    """Return what is not on the agenda of a meeting yet, homework first."""
    standing = "\n".join(item.opinions for item in card.agenda)
    left = [row for row in card.homework if queries.homework_line(row) not in standing]
    found = [Offer(f"前回までの宿題の確認（{len(left)}件）")] if left else []
    known = {item.issue_id for item in card.agenda}
    for issue in open_issues(session, card.row.district_id):
        if issue.id not in known:
            item = AgendaItemDraft(issue.title, issue.id)
            where = f"{issue.where}・{issue.stage.label}"
            found.append(Offer(f"地域課題：{issue.title}（{where}）", item))
    return found


def take_up(session: Session, meeting: MeetingId, chosen: Sequence[Offer]) -> None:
    """Put what was chosen on the agenda."""
    if any(one.item is None for one in chosen):
        commands.carry_over(session, meeting)
    card = queries.meeting_card(session, meeting)
    added = [one.item for one in chosen if one.item is not None]
    commands.set_agenda(session, meeting, [*card.agenda, *added])
