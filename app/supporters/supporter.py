"""A registered supporter (くらしのサポーター) as the office writes them down.

Fields follow section 2.3 of the domain description.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.kernel.labelled import Labelled

SupporterId = NewType("SupporterId", int)


class SupporterState(Labelled):
    """状態 of a registration."""

    PLANNED = "planned", "登録予定"
    REGISTERED = "registered", "登録"
    PAUSED = "paused", "休止"
    CANCELLED = "cancelled", "取消"
    EXPIRED = "expired", "満了"


class Basis(Labelled):
    """登録区分: what the registration rests on."""

    TRAINING = "training", "養成研修修了"
    STEP_UP = "step_up", "ステップアップ研修修了"
    OTHER = "other", "その他"


class EndReason(Labelled):
    """Why a registration was paused or ended (取消理由)."""

    OWN_WISH = "own_wish", "本人の申出"
    MOVED = "moved", "転出"
    HEALTH = "health", "健康上の理由"
    DECEASED = "deceased", "死亡"
    NOT_ELIGIBLE = "not_eligible", "要件非該当"
    OTHER = "other", "その他"


class Transport(Labelled):
    """移動手段."""

    WALK = "walk", "徒歩"
    BICYCLE = "bicycle", "自転車"
    CAR = "car", "自家用車"
    BUS = "bus", "バス・市電"


def transports_of(stored: Iterable[str]) -> tuple[Transport, ...]:
    """Return the ways that are stored as these values; one nobody knows any more is left out."""
    found = (Transport.of_value(one) for one in stored)
    return tuple(one for one in found if one is not None)


class Skill(Labelled):
    """How well somebody does a kind of support (得意度)."""

    CAN = "can", "できる"
    GOOD = "good", "得意"


class InsurancePlan(Labelled):
    """プラン of the volunteer insurance."""

    BASIC = "basic", "基本"
    DISASTER = "disaster", "天災・地震補償"


@dataclass(frozen=True, slots=True)
class SupporterDraft:
    """What the form says about a supporter beside the person, the states and the levels.

    ``week`` and ``months`` are as in ``app.supporters.availability``; ``times_a_month`` is
    nothing where it was not asked.
    """

    number: str = ""
    basis: Basis = Basis.TRAINING
    registered_on: date | None = None
    valid_until: date | None = None
    interviewed_on: date | None = None
    interviewer: str = ""
    interview: str = ""
    motive: str = ""
    week: int = 0
    months: int = 0
    times_a_month: int | None = None
    availability: str = ""
    transport: tuple[Transport, ...] = ()
    gives_rides: bool = False
    wishes: str = ""
    considerations: str = ""
    other_programmes: str = ""
    one_to_one: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class CentreDraft:
    """ボランティアセンターへの登録: wished for, asked for, done, and taken back."""

    wished_on: date | None = None
    requested_on: date | None = None
    registered_on: date | None = None
    number: str = ""
    cancelled_on: date | None = None
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the supporter is registered there now."""
        return self.registered_on is not None and self.cancelled_on is None


@dataclass(frozen=True, slots=True)
class QualificationDraft:
    """資格 of a supporter; without ``expires_on`` it holds for good."""

    name: str = ""
    number: str = ""
    obtained_on: date | None = None
    expires_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """What registering many did: who is registered now, and the names of those who were already."""

    supporters: tuple[SupporterId, ...]
    skipped: tuple[str, ...]
