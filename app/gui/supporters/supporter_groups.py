"""What the card says of a supporter, group by group; what nobody has written down is left out."""

from __future__ import annotations

from datetime import date

from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.wareki import format_day
from app.matching.schedule import week_text
from app.supporters.availability import months_of
from app.supporters.card import SupporterCard

ANYWHERE = "どこでも（限定なし）"


def groups_of(card: SupporterCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (
        ("登録", _registration(card)),
        ("連絡", _contact(card)),
        ("面談・配慮", _interview(card)),
        ("活動できるところ・とき", _availability(card)),
    )
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def _registration(card: SupporterCard) -> tuple[Fact, ...]:
    draft = card.draft
    return (
        ("登録番号", draft.number),
        ("状態", card.state.label),
        ("活動レベル", card.level or "未定"),
        ("登録区分", draft.basis.label),
        ("登録日", _day(draft.registered_on)),
        ("有効期限", _day(draft.valid_until)),
        ("登録の動機", draft.motive),
        ("他の登録", draft.other_programmes),
    )


def _contact(card: SupporterCard) -> tuple[Fact, ...]:
    person = card.person
    age = person.age_band if person.age is None else f"{person.age}歳"
    place = (card.person.district, card.person.address)
    return (
        ("年齢", age),
        ("住所", "　".join(part for part in place if part)),
        ("電話", person.draft.phone),
        ("携帯", person.draft.mobile),
    )


def _interview(card: SupporterCard) -> tuple[Fact, ...]:
    draft = card.draft
    who = (_day(draft.interviewed_on), draft.interviewer)
    return (
        ("面談", "　".join(part for part in who if part)),
        ("面談の内容", draft.interview),
        ("配慮すること", draft.considerations),
        ("備考", draft.note),
    )


def _availability(card: SupporterCard) -> tuple[Fact, ...]:
    draft = card.draft
    months = "・".join(f"{month}月" for month in months_of(draft.months))
    ways = "・".join(way.label for way in draft.transport)
    rides = "ほかの人を乗せられる" if draft.gives_rides else ""
    return (
        ("圏域", "・".join(name for _, name in card.districts) or ANYWHERE),
        ("移動手段", "　".join(part for part in (ways, rides) if part)),
        ("個別の手伝い", "できる" if draft.one_to_one else ""),
        ("月の回数", f"{draft.times_a_month}回まで" if draft.times_a_month else ""),
        ("月", months),
        ("そのほか", draft.availability),
        ("曜日と時間", week_text(draft.week) or "まだ聞いていません"),
    )


def _day(day: date | None) -> str:
    return "" if day is None else format_day(day)
