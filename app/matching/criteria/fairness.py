"""That not always the same people are asked: what they carry, and when they were asked last."""

from __future__ import annotations

from collections.abc import Hashable

from app.matching.reason import Measure, Reason, portion
from app.matching.wanted import Load, Wanted
from app.matching.weights import Criterion, Weights
from app.supporters.offer import Offer

_MANY = 3
"""As many current matches, or refusals, leave no points."""
_MONTHS = 3
"""After so many months it is somebody's full turn again."""
_DAYS_OF_MONTH = 30


def fairness(wanted: Wanted, weights: Weights) -> Measure:
    """Judge by what a supporter carries, and by whose turn it is."""
    today = wanted.today.toordinal()

    def part(offer: Offer, load: Load) -> Hashable:
        asked = load.asked_last
        months = None if asked is None else (today - asked.toordinal()) // _DAYS_OF_MONTH
        return load.current, load.times, offer.times_a_month, months, load.refusals

    def reasons(offer: Offer, load: Load) -> tuple[Reason, ...]:
        return (
            _load(wanted, offer.times_a_month, load, weights[Criterion.LOAD]),
            _turn(wanted, load, weights[Criterion.TURN]),
        )

    return Measure(part, reasons)


def _load(wanted: Wanted, most: int | None, load: Load, worth: int) -> Reason:
    """Count the current matches; nothing is left once the times a month are used up."""
    more = wanted.times_a_month
    if most is not None and most - load.times < more:
        text = f"月{most}回まで（いま月{load.times}回）のところ、さらに月{more}回は超えます"
        return Reason(text, 0, Criterion.LOAD)
    text = f"進行中の活動や打診が{load.current}件" if load.current else "進行中の活動なし"
    text += "" if most is None else f"（月{most}回まで）"
    return Reason(text, portion(worth, max(0, _MANY - load.current), _MANY), Criterion.LOAD)


def _turn(wanted: Wanted, load: Load, worth: int) -> Reason:
    """Count half for the time since somebody was asked, half for not having refused."""
    months, text = _MONTHS, "まだ打診したことがない"
    if load.asked_last is not None:
        months = min((wanted.today - load.asked_last).days // _DAYS_OF_MONTH, _MONTHS)
        days = months * _DAYS_OF_MONTH
        text = f"最後の打診から{days}日以上" if days > 0 else f"この{_DAYS_OF_MONTH}日に打診した"
    text += f"、この1年の辞退{load.refusals}回" if load.refusals else ""
    share = max(0, months) + max(0, _MANY - load.refusals)
    return Reason(text, portion(worth, share, _MONTHS + _MANY), Criterion.TURN)
