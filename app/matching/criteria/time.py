"""Whether a supporter is free when help is wanted: parts of the week, and months."""

from __future__ import annotations

from collections.abc import Hashable

from app.matching.reason import Measure, Reason, against, portion
from app.matching.schedule import week_text
from app.matching.wanted import Load, Wanted
from app.matching.weights import Criterion, Weights
from app.supporters.availability import months_of
from app.supporters.offer import Offer


def time(wanted: Wanted, weights: Weights) -> Measure:
    """Judge by the share of the wanted parts of the week, times that of the months.

    Who is free in none is ruled out; a week nobody asked for counts half.
    """
    week, months = wanted.week, wanted.months

    def part(offer: Offer, _load: Load) -> Hashable:
        return (
            (offer.week & week).bit_count() if offer.week else None,
            (offer.months & months).bit_count() if offer.months else None,
        )

    def reasons(offer: Offer, _load: Load) -> tuple[Reason, ...]:
        free_week = offer.week & week if offer.week and week else None
        free_months = offer.months & months if offer.months and months else None
        return (_reason(wanted, free_week, free_months, weights[Criterion.TIME]),)

    return Measure(part, reasons)


def _reason(wanted: Wanted, week: int | None, months: int | None, worth: int) -> Reason:
    """Say what of the wanted parts of the week and months is free; nothing where not known."""
    if week == 0:
        text = f"{week_text(wanted.week)}は活動できる曜日・時間帯に入っていません"
        return against(text, Criterion.TIME)
    if months == 0:
        return against(f"{_months(wanted.months)}は活動できる月に入っていません", Criterion.TIME)
    share, whole = _week_share(week, wanted)
    if months is not None:
        share, whole = share * months.bit_count(), whole * wanted.months.bit_count()
    text = "、".join(filter(None, (_week(week, wanted), _year(months, wanted.months))))
    return Reason(text, portion(worth, share, whole), Criterion.TIME)


def _week_share(free: int | None, wanted: Wanted) -> tuple[int, int]:
    if not wanted.week:
        return 1, 1
    if free is None:
        return 1, 2
    return (1, 1) if wanted.any_part else (free.bit_count(), wanted.week.bit_count())


def _week(free: int | None, wanted: Wanted) -> str:
    if not wanted.week:
        return "曜日や時間帯は問いません"
    if free is None:
        return "活動できる曜日・時間帯を聞いていません（半分の点）"
    if wanted.any_part or free == wanted.week:
        return f"{week_text(free)}に活動できる"
    return f"{week_text(wanted.week)}のうち{week_text(free)}に活動できる"


def _year(free: int | None, months: int) -> str:
    if free is None or free == months:
        return ""
    return f"{_months(months)}のうち{_months(free)}に活動できる"


def _months(year: int) -> str:
    return "・".join(str(month) for month in months_of(year)) + "月"
