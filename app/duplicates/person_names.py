"""Names of two people compared: as written, as read, swapped, slipped, or from before a wedding.

In Japanese names a given name that is written and read differently is another person's: lists
know no nicknames, and はるか and はるな may be twins, so a slip counts only where the reading
or the writing agrees.  Names in Latin letters are slipped in, shortened and replaced by second
names and 通称, so a different one speaks against a pair without ruling it out.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from app.duplicates.person_profile import PersonProfile
from app.duplicates.reason import Reason
from app.duplicates.slips import is_slip


class Sameness(Enum):
    """How one part of a name agrees."""

    SAME = "same"
    READ_SAME = "read the same, written with other characters"
    SLIP = "slip"
    BLANK = "blank"
    OTHER = "other"


READ_SAME = Reason("名の読みが同じです（字が違います）", 10)
OTHER_FAMILY = Reason("姓が違います", -8)
_FAMILY = {
    Sameness.SAME: Reason("姓が同じです", 15),
    Sameness.READ_SAME: Reason("姓の読みが同じです（字が違います）", 12),
    Sameness.SLIP: Reason("姓が1、2字だけ違います", 14),
    Sameness.OTHER: OTHER_FAMILY,
}
_GIVEN = {
    Sameness.SAME: Reason("名が同じです", 20),
    Sameness.READ_SAME: READ_SAME,
    Sameness.SLIP: Reason("名が1、2字だけ違います", 18),
}
_SWAPPED = Reason("姓と名が入れ替わっていると思われます", 35)
_CROSSED = Reason("一方の姓がもう一方の名になっています", 15)
_JOINED = Reason("氏名が同じです（姓と名の分け方が違います）", 35)
_FORMER = Reason("旧姓と一致します", 12)
_OTHER_GIVEN = Reason("名が違います", -40)
_OTHER_LATIN_GIVEN = Reason("名が違います（英字の名は通称のことがあります）", -5)
_BAR = Reason("名が違うため、同じ世帯の別の方（夫婦・親子・双子など）と考えます", 0)
_NO_NAME_BAR = Reason("氏名が一致しないため、電話や住所が同じでも別の方と考えます", 0)


def compared(a: PersonProfile, b: PersonProfile) -> tuple[list[Reason], Reason | None]:
    """Return what the names say, and what bars the pair from being proposed, if anything."""
    if whole := _whole(a, b):
        return [whole], None
    if _is_crossed(a, b):
        return [_CROSSED, _OTHER_LATIN_GIVEN], None
    family = part(a.family, a.family_kana, b.family, b.family_kana)
    given = part(a.given, a.given_kana, b.given, b.given_kana)
    reasons = [_family(a, b, family)] if family is not Sameness.BLANK else []
    if given is Sameness.OTHER:
        latin = a.given.isascii() and b.given.isascii()
        reasons.append(_OTHER_LATIN_GIVEN if latin else _OTHER_GIVEN)
        return reasons, None if latin and family in _AGREE else _BAR
    if given in _GIVEN:
        reasons.append(_GIVEN[given])
    barred = not any(reason.points > 0 for reason in reasons)
    return reasons, _NO_NAME_BAR if barred else None


def same_written(a: PersonProfile, b: PersonProfile) -> bool:
    """Return whether the whole name is written the same, and not in kana alone."""
    if not (a.family and a.given and b.family and b.given) or _is_kana(a.given):
        return False
    if _like(a.family, b.family):
        return _like(a.given, b.given)
    return _like(a.family, b.given) and _like(a.given, b.family)


_AGREE = frozenset({Sameness.SAME, Sameness.READ_SAME, Sameness.SLIP})


def _whole(a: PersonProfile, b: PersonProfile) -> Reason | None:
    """Return a reason where the names agree as a whole, however they are split."""
    if (a.given or b.given) and a.name == b.name and a.family != b.family:
        return _JOINED
    straight = a.family == b.family or a.given == b.given
    if straight or not (a.family and a.given and b.family and b.given):
        return None
    return _SWAPPED if _like(a.family, b.given) and _like(a.given, b.family) else None


def _is_crossed(a: PersonProfile, b: PersonProfile) -> bool:
    """Return whether names in Latin letters agree in one part only, and that in the wrong place."""
    words = (a.family, a.given, b.family, b.given)
    if not all(words) or not all(map(str.isascii, words)):
        return False
    if _like(a.family, b.family) or _like(a.given, b.given):
        return False
    return a.family == b.given or a.given == b.family


def _like(a: str, b: str) -> bool:
    return a == b or is_slip(a, b)


def _family(a: PersonProfile, b: PersonProfile, family: Sameness) -> Reason:
    if family is Sameness.OTHER and (a.former or b.former):
        names = {a.family, a.family_kana, a.former} & {b.family, b.family_kana, b.former}
        if names - {""}:
            return _FORMER
    return _FAMILY[family]


@lru_cache(maxsize=65536)
def part(a: str, a_kana: str, b: str, b_kana: str) -> Sameness:
    """Return how one part of a name, written and read, agrees."""
    if not (a or a_kana) or not (b or b_kana):
        return Sameness.BLANK
    if a and a == b:
        return Sameness.SAME
    if _read_same(a, a_kana, b, b_kana):
        return Sameness.READ_SAME
    if _slipped(a, a_kana, b, b_kana):
        return Sameness.SLIP
    return Sameness.OTHER


def _read_same(a: str, a_kana: str, b: str, b_kana: str) -> bool:
    return bool((a_kana and a_kana in (b_kana, b)) or (b_kana and b_kana == a))


def _slipped(a: str, a_kana: str, b: str, b_kana: str) -> bool:
    if a.isascii() and b.isascii():
        return is_slip(a, b)
    # Written differently in kanji and read differently as well: nothing agrees.
    if a and b and not _is_kana(a) and not _is_kana(b):
        return False
    return is_slip(a_kana or a, b_kana or b)


@lru_cache(maxsize=65536)
def _is_kana(text: str) -> bool:
    return all("ァ" <= char <= "ヺ" for char in text)
