"""The weights of the ranking (重み): how many points each criterion is worth at most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.kernel.labelled import Labelled


class Criterion(Labelled):
    """What a supporter is judged by, in the order in which the reasons stand."""

    HAND = "hand", "手挙げ"
    KIND = "kind", "できること"
    WISH = "wish", "希望"
    LEVEL = "level", "活動レベル"
    TIME = "time", "曜日・時間帯・月"
    PLACE = "place", "場所"
    TRANSPORT = "transport", "移動手段"
    LOAD = "load", "今の活動"
    TURN = "turn", "打診の順番"


Weights = Mapping[Criterion, int]

DEFAULT_WEIGHTS: Final[Weights] = {
    Criterion.KIND: 20,
    Criterion.WISH: 10,
    Criterion.LEVEL: 10,
    Criterion.TIME: 20,
    Criterion.PLACE: 10,
    Criterion.TRANSPORT: 10,
    Criterion.LOAD: 10,
    Criterion.TURN: 10,
}
"""Together 100: who has them all fits in everything."""


def weights_of(stored: Mapping[str, int]) -> Weights:
    """Return the weights of an office, the default where it decided nothing.

    Who came forward gets more than all else together, so that nobody who did not stands before.
    """
    worths = {
        criterion: max(0, stored.get(criterion.value, default))
        for criterion, default in DEFAULT_WEIGHTS.items()
    }
    return {Criterion.HAND: sum(worths.values()) + 1, **worths}
