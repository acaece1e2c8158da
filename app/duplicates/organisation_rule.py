"""Are these two organisations the same?  A score that explains itself (section 4.13).

The line and what points mean are in ``reason``.  A name must agree before anything else counts:
the shops of one house share an address, the services of one corporation a telephone.  Names are
compared without legal form, blanks, ・ and ー and with the usual abbreviations written alike; a
name that differs in a number (第一町会, 第二町会) is another one.  A long name is rarely borne
twice and proposes a pair by itself; 寿会 and ことぶき会 are many.
"""

from __future__ import annotations

from app.duplicates import addresses
from app.duplicates.organisation_profile import OrganisationProfile
from app.duplicates.reason import Judgement, Reason, judgement
from app.duplicates.slips import is_slip

_SAME_NAME = Reason("名称が同じです（法人格・空白・記号を除く）", 45)
_LONG_NAME = Reason("長い名称で、偶然同じになることはまずありません", 15)
_SHORT_NAME = Reason("一方の略称が、もう一方の名称か略称と同じです", 40)
_SAME_KANA = Reason("ふりがなが同じです（名称の字が違います）", 40)
_SLIP = Reason("名称が1、2字だけ違います", 30)
_PART = Reason("一方の名称が、もう一方の名称の一部です", 20)
_OTHER_NAME = Reason("名称が違います", -40)
_OTHER_NUMBER = Reason("名称の番号が違います", -40)
_OTHER_FORM = Reason("法人格が違います", -20)
_SAME_PHONE = Reason("電話番号またはFAX番号が同じです", 25)
_OTHER_PHONE = Reason("電話番号が違います", -5)
_SAME_EMAIL = Reason("メールアドレスが同じです", 25)
_FAR = Reason("町名も違います", -15)
_BAR = Reason("名称が違うため、電話や住所が同じでも別の団体と考えます", 0)

_LONG = 8


def judge_organisations(a: OrganisationProfile, b: OrganisationProfile) -> Judgement:
    """Return how alike two organisations are, with every reason for and against."""
    named = _names(a, b)
    barred = _BAR if named[0].points < 0 else None
    reasons = [*named]
    if a.form and b.form and a.form != b.form:
        reasons.append(_OTHER_FORM)
    if a.phones and b.phones:
        reasons.append(_SAME_PHONE if a.phones & b.phones else _OTHER_PHONE)
    if a.email and a.email == b.email:
        reasons.append(_SAME_EMAIL)
    places = addresses.compared(a.place, b.place)
    reasons += places
    if addresses.OTHER_PLACE in places and not a.phones & b.phones:
        reasons.append(_FAR)
    return judgement(reasons, barred)


def _names(a: OrganisationProfile, b: OrganisationProfile) -> list[Reason]:
    """Return what the names say: the first reason is for or against."""
    if a.name == b.name and a.name:
        return [_SAME_NAME, _LONG_NAME] if len(a.name) >= _LONG else [_SAME_NAME]
    if a.numbers != b.numbers:
        return [_OTHER_NUMBER]
    if {a.name, a.short} & {b.name, b.short} - {""}:
        return [_SHORT_NAME]
    if a.kana and a.kana == b.kana:
        return [_SAME_KANA]
    if is_slip(a.name, b.name):
        return [_SLIP]
    shorter, longer = sorted((a.name, b.name), key=len)
    return [_PART] if len(shorter) >= 4 and shorter in longer else [_OTHER_NAME]
