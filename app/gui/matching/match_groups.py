"""What a card says of a match: the way it went, both sides' words, what was done."""

from __future__ import annotations

from datetime import date

from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.wareki import format_day
from app.matching.match_way import OPEN
from app.matching.queries import MatchCard

_DAY = "令和8年4月1日(水)"
_HOUR = 60


def groups_of(card: MatchCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (("歩み", _way(card)), ("これから", _ahead(card)), ("活動", _done(card)))
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def _way(card: MatchCard) -> tuple[Fact, ...]:
    steps = tuple(
        (step.state.label, "　".join(part for part in (_day(step.on), step.note) if part))
        for step in card.steps
    )
    draft = card.draft
    reason = f"（{draft.decline_reason}）" if draft.decline_reason else ""
    said = f"{draft.answer.label}{reason}　{_day(draft.answered_on)}" if draft.answer else ""
    return (*steps, ("返事", said), ("終了の理由", draft.end_reason))


def _ahead(card: MatchCard) -> tuple[Fact, ...]:
    draft = card.draft
    if card.state not in OPEN:
        return ()
    return (
        ("次に連絡する日", _day(draft.follow_up_on)),
        ("顔合わせ", _day(draft.meeting_on)),
        ("活動開始", _day(draft.starts_on)),
        ("終了の予定", _day(draft.ends_on)),
    )


def _done(card: MatchCard) -> tuple[Fact, ...]:
    draft = card.draft
    hours, minutes = divmod(card.minutes, _HOUR)
    done = f"{card.times}回　{hours}時間{minutes:02}分" if card.slips else ""
    return (
        ("活動報告", done),
        ("サポーターの声", draft.supporter_words),
        ("活動の場の声", draft.place_words),
        ("満足度", f"{draft.satisfaction}（5点満点）" if draft.satisfaction else ""),
        ("備考", draft.note),
    )


def _day(day: date | None) -> str:
    return "" if day is None else format_day(day, _DAY)
