"""Are these two people the same?  A score that explains itself (section 4.13).

The points, the line and why it lies where it lies are in ``reason``.  What is blank on either
side says nothing.  Somebody who differs in the given name is somebody else, whatever else
agrees: couples, parents with children and twins share telephone, address and birth date.
"""

from __future__ import annotations

from app.duplicates import addresses, person_names
from app.duplicates.person_profile import PersonProfile
from app.duplicates.reason import FLOOR, Judgement, Reason, judgement, points
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


_NO_GIVEN_BAR = Reason("名が書かれていないため、同じ世帯の誰かは分かりません", 0)
_SAME_READING_BAR = Reason("名の字も生年月日も違うため、同じ読みの別の方（親子など）と考えます", 0)
_OTHER_FAMILY_BAR = Reason(
    "姓が違い、生年月日でも確かめられないため、別の方と考えます（旧姓があれば旧姓の欄へ）", 0
)
_BIRTHS = (_SAME_BIRTH, _SWAPPED_BIRTH, _NEAR_BIRTH)
_WHOLE_NAME = 4
"""From how many letters on a family name alone is taken for a whole name in one field."""


def judge_people(a: PersonProfile, b: PersonProfile) -> Judgement:
    """Return how alike two people are, with every reason for and against."""
    return _judged(a, b, floor=0) or judgement([])


def judge_alike(a: PersonProfile, b: PersonProfile) -> Judgement | None:
    """Return the same where it comes to ``FLOOR``, and nothing else as soon as it cannot.

    Nine pairs in ten of those that are looked at bear different given names.
    """
    judged = _judged(a, b, floor=FLOOR)
    return judged if judged and judged.score >= FLOOR else None


def _judged(a: PersonProfile, b: PersonProfile, floor: int) -> Judgement | None:
    names, barred = person_names.compared(a, b)
    births = _births(a, b)
    reached = _phones(a, b)
    if a.email and a.email == b.email:
        reached.append(_SAME_EMAIL)
    sure = [*names, *reached, *(birth for birth in births if birth is not _OTHER_BIRTH)]
    if points(sure) + addresses.MOST < floor:
        return None
    places = addresses.compared(a.place, b.place)
    if _OTHER_BIRTH in births and places and places[0] in addresses.ONE_HOUSE:
        births = [_SLIP_OF_BIRTH] if person_names.same_written(a, b) else births
    return judgement([*names, *births, *reached, *places], barred or _barred(a, b, names, births))


def _barred(
    a: PersonProfile, b: PersonProfile, names: list[Reason], births: list[Reason]
) -> Reason | None:
    """Return what a household shares that no points for telephone and address may outweigh."""
    if _OTHER_BIRTH in births and person_names.READ_SAME in names:
        return _SAME_READING_BAR
    if person_names.OTHER_FAMILY in names and _SAME_BIRTH not in births:
        return _OTHER_FAMILY_BAR
    if _lacks_given(a, b) and not any(birth in _BIRTHS for birth in births):
        return _NO_GIVEN_BAR
    return None


def _lacks_given(a: PersonProfile, b: PersonProfile) -> bool:
    if a.family and b.family and a.name == b.name:
        return not (a.given or b.given) and len(a.name) < _WHOLE_NAME
    return not (a.given or a.given_kana) or not (b.given or b.given_kana)


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
