"""Supporters and matching in a period, in the words of the monthly and the annual report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.figure import Counted, Figure
from app.matching.figures import Facts, PeriodFigures, helpers_on, period_figures
from app.supporters import queries as supporters
from app.supporters.figures import Figure as Supporters


@dataclass(frozen=True, slots=True)
class SupporterFigures:
    """``before`` + ``new`` - ``cancelled`` - ``expired`` = ``after``.

    取消 is decided, by the supporter or the office; 満了 is a term that ran out: cities ask for
    the one, and sums need the other beside it.

    ``helping`` are the people with a match that is 活動中 on the last day, ``centre`` those
    registered at the volunteer centre then.
    """

    before: Figure
    new: Figure
    cancelled: Figure
    expired: Figure
    after: Figure
    paused: Figure
    helping: Figure
    centre_new: Figure
    centre: Figure
    matching: PeriodFigures


def supporter_figures(session: Session, facts: Facts, first: date, last: date) -> SupporterFigures:
    """Return the figures from one day to another; ``facts`` are those of matching."""
    counts = supporters.counts(session, first, last)
    centre_new, centre = supporters.centre_counts(session, first, last)
    return SupporterFigures(
        before=_figure(counts.before),
        new=_figure(counts.new),
        cancelled=_figure(counts.cancelled),
        expired=_figure(counts.expired),
        after=_figure(counts.after),
        paused=_figure(counts.paused),
        helping=helpers_on(facts.matches, last),
        centre_new=_figure(centre_new),
        centre=_figure(centre),
        matching=period_figures(facts, first, last),
    )


def _figure(counted: Supporters) -> Figure:
    return Figure(Counted.SUPPORTER, counted.who)
