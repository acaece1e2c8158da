"""Ages, as the law counts them and as the city's statistics group them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

UNKNOWN: Final = "不明"
AGE_BANDS: Final = (
    "20代以下",
    "30代",
    "40代",
    "50代",
    "60～64歳",
    "65～69歳",
    "70～74歳",
    "75～79歳",
    "80～84歳",
    "85歳以上",
    UNKNOWN,
)
"""The groups (年代区分) in the order statistics list them."""

_UPPER = (29, 39, 49, 59, 64, 69, 74, 79, 84)


def age_on(birth: date, day: date) -> int:
    """Return the age in years on ``day``: one more from the day before the birthday on.

    年齢計算ニ関スル法律 and 民法第143条: the year is over when the day before its anniversary ends,
    and who was born on 29 February completes it on 28 February.  A ``day`` before the birth
    gives a negative number.
    """
    reached = day + timedelta(days=1)
    return reached.year - birth.year - ((reached.month, reached.day) < (birth.month, birth.day))


def age_band(age: int | None) -> str:
    """Return the group an age falls in; 不明 where there is none, or it is negative."""
    if age is None or age < 0:
        return UNKNOWN
    return AGE_BANDS[sum(age > upper for upper in _UPPER)]
