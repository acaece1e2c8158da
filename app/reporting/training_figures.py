"""What was taught in a period (担い手の養成): every session held, with who was in the room."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.figure import Counted, Figure
from app.training import queries as training
from app.training.course import SessionStatus
from app.training.queries import SessionOfDay


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session of the period; ``came`` are the marks of who was in the room."""

    session: SessionOfDay
    came: Figure


@dataclass(frozen=True, slots=True)
class TrainingFigures:
    """The sessions, with 出席延べ人数 and 実人数: who came to two courses is one person."""

    sessions: tuple[HeldSession, ...]
    held: Figure
    attendances: Figure
    people: Figure


def training_figures(session: Session, first: date, last: date) -> TrainingFigures:
    """Return what was held from one day to another; what was called off is left out."""
    came = training.attendances_between(session, first, last)
    by_session: dict[int, list[int]] = defaultdict(list)
    for one in came:
        by_session[one.session].append(one.id)
    held = [
        one
        for one in training.sessions_between(session, first, last)
        if one.status is SessionStatus.HELD
    ]
    return TrainingFigures(
        tuple(
            HeldSession(one, Figure(Counted.ATTENDANCE, tuple(by_session[one.id]))) for one in held
        ),
        Figure(Counted.SESSION, tuple(one.id for one in held)),
        Figure(Counted.ATTENDANCE, tuple(one.id for one in came)),
        Figure(Counted.PERSON, tuple(dict.fromkeys(one.person for one in came))),
    )
