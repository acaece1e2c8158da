"""別人です: what somebody said of a pair, and taking that back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.duplicates.tables import NotSame
from app.kernel.errors import Refusal
from app.storage.base import moment


def say_not_same(session: Session, subject: Subject, a: int, b: int) -> None:
    """Remember that two records are not the same; saying it twice changes nothing."""
    if a == b:
        raise Refusal("同じ記録どうしは比べられません。")
    if _said(session, subject, a, b) is None:
        first, second = sorted((a, b))
        session.add(
            NotSame(
                subject=subject, first_id=first, second_id=second, said_on=moment(session).date()
            )
        )


def may_be_same(session: Session, subject: Subject, a: int, b: int) -> None:
    """Forget that somebody said two records are not the same."""
    row = _said(session, subject, a, b)
    if row is None:
        raise Refusal("この2件は「別人」とされていません。")
    session.delete(row)


def _said(session: Session, subject: Subject, a: int, b: int) -> NotSame | None:
    first, second = sorted((a, b))
    query = select(NotSame).where(
        NotSame.subject == subject, NotSame.first_id == first, NotSame.second_id == second
    )
    return session.scalars(query).one_or_none()
