"""What a card says of an entry; what nobody wrote is left out."""

from __future__ import annotations

from datetime import date

from app.daily_log.queries import LogCard
from app.gui.contacts.facts_grid import Fact, Group
from app.gui.daily_log.log_words import length_text
from app.kernel.wareki import format_day

_DAY = "令和8年4月1日(水)"


def groups_of(card: LogCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (("活動", _done(card)), ("市への報告と内部メモ", _told(card)))
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def _done(card: LogCard) -> tuple[Fact, ...]:
    row, draft = card.row, card.draft
    return (
        ("業務区分", f"{row.duty.sign}{row.duty.name}"),
        ("活動種別", row.kind),
        ("手段", row.means.label),
        ("支援の別", draft.support.label),
        ("場所", "　".join(part for part in (row.place, row.district) if part)),
        ("相手", row.with_whom),
        ("人数", f"{row.people}人" if row.people else ""),
        ("時間数", length_text(row.minutes) if row.minutes else ""),
        ("内容", row.content),
        ("結果・気づき", row.result),
        ("次の対応", row.next_step),
        ("期限", _due(draft.next_on, draft.next_done_on)),
        ("地域ケア会議", "地域ケア会議への参加として数えます" if row.care else ""),
        ("走行距離", f"{draft.distance_km}km" if draft.distance_km else ""),
        ("交通費", f"{draft.fare:,}円" if draft.fare else ""),
    )


def _told(card: LogCard) -> tuple[Fact, ...]:
    draft = card.draft
    return (
        ("市への報告", "する" if draft.to_city else "しない"),
        ("報告用の文章", draft.report_text),
        ("内部メモ", draft.internal_note),
    )


def _due(due: date | None, done: date | None) -> str:
    if done is not None:
        return f"{format_day(done, _DAY)}に済み"
    return "" if due is None else format_day(due, _DAY)
