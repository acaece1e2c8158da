"""A match (マッチング) of a supporter with a request or a place, and its way through its states.

Fields follow section 2.5 of the domain description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import NewType

from app.kernel.labelled import Labelled

MatchId = NewType("MatchId", int)


class MatchState(Labelled):
    """状態 of a match, in the order of its way."""

    ASKING = "asking", "打診中"
    ARRANGING = "arranging", "調整中"
    MEETING = "meeting", "顔合わせ"
    AGREED = "agreed", "成立"
    ACTIVE = "active", "活動中"
    ENDED = "ended", "終了"
    FAILED = "failed", "不成立"
    CANCELLED = "cancelled", "取消"


class Answer(Labelled):
    """打診結果: what the supporter answered when asked."""

    ACCEPTED = "accepted", "承諾"
    DECLINED = "declined", "辞退"
    PENDING = "pending", "保留"
    NONE = "none", "応答なし"


class IncidentKind(Labelled):
    """What happened that should not have."""

    NEAR_MISS = "near_miss", "ヒヤリハット"
    INJURY = "injury", "けが"
    DAMAGE = "damage", "物損"
    COMPLAINT = "complaint", "苦情"
    OTHER = "other", "その他"


@dataclass(frozen=True, slots=True)
class MatchDraft:
    """What the form says about a match beside its state and who is matched with what."""

    answer: Answer | None = None
    answered_on: date | None = None
    decline_reason: str = ""
    meeting_on: date | None = None
    agreed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    end_reason: str = ""
    follow_up_on: date | None = None
    supporter_words: str = ""
    place_words: str = ""
    satisfaction: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """One line of an activity slip (活動報告書).

    ``minutes`` counts one person's time of all ``times`` together; ``fare`` is yen.  A line
    without ``on_day`` is the sum of its month.
    """

    on_day: date | None = None
    times: int = 1
    minutes: int = 0
    starts_at: time | None = None
    ends_at: time | None = None
    kind_id: int | None = None
    people_helped: int | None = None
    fare: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """ヒヤリ・事故: what happened, what was done, and to whom it was reported."""

    happened_on: date
    kind: IncidentKind = IncidentKind.NEAR_MISS
    content: str = ""
    response: str = ""
    insurance_claimed_on: date | None = None
    reported_on: date | None = None
    closed_on: date | None = None
