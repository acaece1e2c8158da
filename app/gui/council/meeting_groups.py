"""What a card says of a meeting: when and how, the notice, how far the minutes are."""

from __future__ import annotations

from datetime import date

from app.council.meeting import DiscussionStage, MeetingDraft, MeetingState
from app.council.queries import MeetingCard
from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.wareki import format_day

_DAY = "令和8年4月1日(水)"


def groups_of(card: MeetingCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (("開催", _when(card)), ("案内", _notice(card)), ("会議録", _minutes(card)))
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def when_text(draft: MeetingDraft) -> str:
    """Return day and hours in one: 令和8年10月30日(金) 14時00分～15時30分."""
    hours = "～".join(
        "" if one is None else f"{one.hour}時{one.minute:02}分"
        for one in (draft.starts_at, draft.ends_at)
    )
    return f"{_day(draft.held_on)} {hours if hours != '～' else ''}".rstrip()


def _when(card: MeetingCard) -> tuple[Fact, ...]:
    draft = card.draft
    stages = "、".join(stage.label for stage in DiscussionStage if stage in draft.stages)
    seen = (
        f"傍聴者 {draft.observers}人" if draft.observers else "",
        f"報道機関 {draft.press}社" if draft.press else "",
    )
    came = "参加する" if draft.state is MeetingState.PLANNED else "参加した"
    return (
        ("日時", when_text(draft)),
        ("会場", draft.venue),
        ("段階", stages),
        ("公開", "　".join(part for part in (draft.openness.label, *seen) if part)),
        ("第1層のコーディネーター", came if draft.attended else "参加しない"),
        ("次回の予定", draft.next_meeting),
        ("備考", draft.note),
    )


def _notice(card: MeetingCard) -> tuple[Fact, ...]:
    draft, row = card.draft, card.row
    silent = f"返事のない委員 {row.unanswered}人" if row.unanswered else "全員から返事あり"
    waiting = draft.state is MeetingState.PLANNED and row.members > 0
    return (
        ("案内を出した日", _day(draft.invited_on)),
        ("返事の締切", _day(draft.reply_by)),
        ("返事", silent if waiting and draft.invited_on else ""),
    )


def _minutes(card: MeetingCard) -> tuple[Fact, ...]:
    draft = card.draft
    if draft.state is not MeetingState.HELD:
        return ()
    return (
        ("状態", card.row.minutes.label),
        ("委員へ照会した日", _day(draft.minutes_sent_on)),
        ("確定した日", _day(draft.minutes_confirmed_on)),
        ("要点", draft.summary),
    )


def _day(day: date | None) -> str:
    return "" if day is None else format_day(day, _DAY)
