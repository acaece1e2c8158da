"""Are these two people the same?  A score that explains itself (section 4.13).

The points, the line and why it lies where it lies are in ``reason``.  What is blank on either
side says nothing.  Somebody who differs in the given name is somebody else, whatever else
agrees: couples, parents with children and twins share telephone, address and birth date.
"""

from __future__ import annotations

from app.duplicates import addresses, person_names
from app.duplicates.person_profile import PersonProfile
from app.duplicates.reason import Judgement, Reason, judgement
from app.duplicates.slips import are_days_swapped, is_slip_of_days

_SAME_BIRTH = Reason("生年月日が同じです", 40)
_SWAPPED_BIRTH = Reason("生年月日の月と日が入れ替わっていると思われます", 25)
_NEAR_BIRTH = Reason("生年月日が1字だけ違います", 22)
_SAME_YEAR = Reason("生まれた年が同じです", 10)
_OTHER_BIRTH = Reason("生年月日が違います", -35)
_SLIP_OF_BIRTH = Reason(
    "生年月日が違います（同じ家に同じ字の氏名はまずないため、書き誤りと考えます）", 0
)
_OTHER_YEAR = Reason("生まれた年が違います", -20)
_SAME_PHONE = Reason("電話番号が同じです", 25)
_OTHER_PHONE = Reason("電話番号が違います", -3)
_SAME_EMAIL = Reason("メールアドレスが同じです", 25)


def judge_people(a: PersonProfile, b: PersonProfile) -> Judgement:
    """Return how alike two people are, with every reason for and against."""
    reasons, barred = person_names.compared(a, b)
    places = addresses.compared(a.place, b.place)
    births = _births(a, b)
    if _OTHER_BIRTH in births and places and places[0] in addresses.ONE_HOUSE:
        births = [_SLIP_OF_BIRTH] if person_names.same_written(a, b) else births
    reasons = [*reasons, *births, *_phones(a, b), *places]
    if a.email and a.email == b.email:
        reasons.append(_SAME_EMAIL)
    return judgement(reasons, barred)


def _births(a: PersonProfile, b: PersonProfile) -> list[Reason]:
    if a.birth and b.birth:
        return [_birth(a.birth, b.birth)]
    if a.year is None or b.year is None:
        return []
    return [_SAME_YEAR if a.year == b.year else _OTHER_YEAR]


def _birth(a: str, b: str) -> Reason:
    if a == b:
        return _SAME_BIRTH
    if are_days_swapped(a, b):
        return _SWAPPED_BIRTH
    return _NEAR_BIRTH if is_slip_of_days(a, b) else _OTHER_BIRTH


def _phones(a: PersonProfile, b: PersonProfile) -> list[Reason]:
    if not a.phones or not b.phones:
        return []
    return [_SAME_PHONE if a.phones & b.phones else _OTHER_PHONE]
