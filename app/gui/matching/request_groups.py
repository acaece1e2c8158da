"""What a card says of a request, in the order of the paper; what nobody wrote is left out."""

from __future__ import annotations

from datetime import date

from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.wareki import format_day
from app.matching.queries import RequestCard
from app.matching.schedule import period_text

_DAY = "令和8年4月1日(水)"


def groups_of(card: RequestCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (
        ("希望", _wishes(card)),
        ("依頼", _asking(card)),
        ("条件", _conditions(card)),
    )
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def _wishes(card: RequestCard) -> tuple[Fact, ...]:
    draft = card.draft
    times = f"（月{draft.times_a_month}回）" if draft.times_a_month and not card.when else ""
    address = draft.address_town + draft.address_number
    district = f"（{card.district}）" if card.district else ""
    late = "（過ぎています）" if card.is_overdue else ""
    return (
        ("区分", "・".join(card.kinds)),
        ("内容", draft.content),
        ("日時", card.when + times),
        ("期間", period_text(draft.starts_on, draft.ends_on)),
        ("場所", "　".join(part for part in (draft.venue, address) if part) + district),
        ("人数", f"{draft.people_wanted}人（成立 {card.agreed}人）"),
        ("締切", _day(draft.due_on) + (late if draft.due_on else "")),
    )


def _asking(card: RequestCard) -> tuple[Fact, ...]:
    draft = card.draft
    way = f"（{draft.received_by.label}）" if draft.received_by else ""
    return (
        ("受付", _day(draft.received_on) + way),
        ("団体", card.organisation),
        ("活動の場", card.place),
        ("手伝う相手", card.person),
        ("担当者", draft.contact_name),
        ("電話", draft.contact_phone),
        ("もとのニーズ", card.need_number),
    )


def _conditions(card: RequestCard) -> tuple[Fact, ...]:
    draft = card.draft
    return (
        ("活動レベル", card.level),
        ("性別の希望", draft.wanted_sex.label if draft.wanted_sex else ""),
        ("車", "車で行ける方を希望" if draft.car_needed else ""),
        ("持ち物・服装", draft.bring),
        ("交通費", draft.costs),
        ("謝礼", draft.reward),
        ("保険", draft.insurance),
        ("打合せ", "希望する" if draft.meeting_wanted else "いらない"),
        ("備考", draft.note),
    )


def _day(day: date | None) -> str:
    return "" if day is None else format_day(day, _DAY)
