"""What is still to come in the sample's life, by day: everybody writes their plans into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from heapq import heappop, heappush
from itertools import count

from sqlalchemy.orm import Session

from app.matching.match_way import working_day
from app.sample.kept import rows_kept

Plan = Callable[[Session, date], None]


class Diary:
    """Plans in the order of their days; what lies behind ``today`` never happens."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._plans: list[tuple[date, int, Plan]] = []
        self._number = count()

    def plan(self, day: date, what: Plan) -> None:
        """Let something happen on a day, or on the next one the office is open."""
        day = working_day(day)
        if day <= self.today:
            heappush(self._plans, (day, next(self._number), what))

    def live(self, session: Session, last: date) -> None:
        """Let everything happen that is planned up to a day, and what comes of it."""
        with rows_kept(session):
            while self._plans and self._plans[0][0] <= last:
                day, _, what = heappop(self._plans)
                what(session, day)
