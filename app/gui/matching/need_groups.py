"""What a card says of a need; what nobody has written down is left out."""

from __future__ import annotations

from datetime import date

from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.wareki import format_day
from app.matching.queries import NeedCard

_DAY = "令和8年4月1日(水)"


def groups_of(card: NeedCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (("困りごと", _trouble(card)), ("相手", _whose(card)), ("対応", _handling(card)))
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def _trouble(card: NeedCard) -> tuple[Fact, ...]:
    draft = card.draft
    return (
        ("区分", "・".join(card.kinds)),
        ("内容", draft.content),
        ("緊急度", draft.urgency.label),
        ("今の対処", draft.coping.label if draft.coping else ""),
    )


def _whose(card: NeedCard) -> tuple[Fact, ...]:
    draft = card.draft
    return (
        ("受付", f"{_day(draft.received_on)}（{draft.route.label}から・{draft.way.label}）"),
        ("氏名", card.person),
        ("年代", draft.age_band),
        ("世帯", draft.household.label if draft.household else ""),
        ("町名", draft.town),
        ("圏域", card.district),
    )


def _handling(card: NeedCard) -> tuple[Fact, ...]:
    draft = card.draft
    due = "（確かめる日になりました）" if card.check_is_due else ""
    return (
        ("対応", draft.handling.label),
        ("つないだ先", card.handed_to),
        ("つないだ日", _day(draft.handed_on)),
        ("結果を確かめる日", _day(draft.check_on) + due if draft.check_on else ""),
        ("確かめた日", _day(draft.checked_on)),
        ("結果", draft.result),
        ("備考", draft.note),
    )


def _day(day: date | None) -> str:
    return "" if day is None else format_day(day, _DAY)
