"""Drawing lots among the applicants of a course (抽選)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.training.commands.applications import give_places, line_up
from app.training.commands.rows import free_places, in_kana_order, refuse_binned, running_course
from app.training.course import CourseId, EnrollmentId, EnrollmentStatus
from app.training.lottery import draw
from app.training.tables import Course, Enrollment

_LARGEST_SEED = 999_999_999


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a draw gave: who has a place, who waits, both in the order drawn."""

    accepted: tuple[EnrollmentId, ...]
    waiting: tuple[EnrollmentId, ...]


def draw_lots(
    session: Session, course_id: CourseId, seed: int, on: date, *, again: bool = False
) -> Drawn:
    """Draw among all received applications for the places that are free, and record the seed.

    Those drawn first are accepted and numbered in 五十音 order; the others wait in the order
    drawn.  ``again`` draws a second time for free places, among the received and the waiting;
    nobody who was accepted loses the place.  Raises ``Refusal`` where nobody is to be drawn,
    or lots were drawn before and ``again`` is not set.
    """
    course = running_course(session, course_id)
    _check(course, seed, again=again)
    pool = _pool(session, course, again=again)
    order = draw(pool, seed)
    offset = _last_lot(session, course)
    for position, key in enumerate(order, start=offset + 1):
        pool[key].lottery_order = position
        pool[key].waiting_order = None
    places = max(free_places(session, course), 0)
    session.flush()
    give_places(session, in_kana_order(session, [pool[key] for key in order[:places]]))
    line_up(session, course.id, [pool[key] for key in order[places:]])
    course.lottery_seed = seed
    course.lottery_on = on
    drawn = tuple(EnrollmentId(key) for key in order)
    return Drawn(drawn[:places], drawn[places:])


def _check(course: Course, seed: int, *, again: bool) -> None:
    if not 0 <= seed <= _LARGEST_SEED:
        text = f"抽選の番号は0から{_LARGEST_SEED}までの数で入力してください。"
        raise Refusal(text, {"seed": text})
    if course.lottery_seed is not None and not again:
        raise Refusal(
            "この講座の抽選はすでに行われています。"
            "空いた定員についてもう一度行うときは「再抽選する」を選んでください。"
        )


def _pool(session: Session, course: Course, *, again: bool) -> dict[int, Enrollment]:
    statuses = {EnrollmentStatus.RECEIVED}
    if again:
        statuses.add(EnrollmentStatus.WAITING)
    query = select(Enrollment).where(
        Enrollment.course_id == course.id, Enrollment.status.in_(statuses)
    )
    pool = {row.id: row for row in session.scalars(query)}
    if not pool:
        raise Refusal("抽選の対象になる申込（受付）がありません。")
    refuse_binned(session, pool.values())
    return pool


def _last_lot(session: Session, course: Course) -> int:
    """Return the last place in the order among those who are not drawn again."""
    query = select(func.max(Enrollment.lottery_order)).where(
        Enrollment.course_id == course.id,
        Enrollment.status.not_in({EnrollmentStatus.RECEIVED, EnrollmentStatus.WAITING}),
    )
    return session.scalars(query).one() or 0
