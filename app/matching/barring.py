"""Who cannot be asked whatever fits, and what to see to before somebody is asked."""

from __future__ import annotations

from app.contacts.person import ConsentItem
from app.kernel.wareki import format_day
from app.matching.wanted import Wanted
from app.supporters.offer import Offer
from app.supporters.supporter import SupporterState

_DAY = "令和8年4月1日"


def bars(wanted: Wanted, offer: Offer) -> tuple[str, ...]:
    """Return why a supporter cannot be asked at all, each as a sentence; mostly nothing."""
    found: tuple[str, ...] = ()
    if offer.state is not SupporterState.REGISTERED:
        found += (f"登録の状態が「{offer.state.label}」です",)
    elif offer.valid_until is not None and offer.valid_until < wanted.today:
        found += (f"登録の有効期限（{format_day(offer.valid_until, _DAY)}）が過ぎています",)
    if offer.supporter in wanted.already:
        found += (wanted.already[offer.supporter],)
    if wanted.sex is not None and offer.sex not in (None, wanted.sex):
        found += (f"{wanted.sex.label}の方をご希望です",)
    return found


def missing(wanted: Wanted, offer: Offer) -> tuple[str, ...]:
    """Return what an offer lacks before an introduction, as sentences; it rules nobody out."""
    found = []
    day = max(wanted.today, wanted.first_day or wanted.today)
    if not any(first <= day <= last for first, last in offer.covers):
        found.append(f"{format_day(day, _DAY)}のボランティア活動保険に加入していません。")
    if ConsentItem.TO_PLACES not in offer.consents:
        found.append(f"「{ConsentItem.TO_PLACES.label}」の同意がありません。")
    if wanted.sex is not None and offer.sex is None:
        found.append(f"{wanted.sex.label}の方をご希望ですが、性別が書かれていません。")
    if wanted.one_to_one and not offer.one_to_one:
        found.append("お一人の方への個別の手伝いについて、了解を得ていません。")
    return tuple(found)
