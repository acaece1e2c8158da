"""Which supporters a list is to hold."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.labelled import Labelled


class InsuredOf(Labelled):
    """Whom the roster of the insurance holds."""

    TO_HAND_IN = "to_hand_in", "まだ提出していない方"
    EVERYBODY = "everybody", "加入者の全員"


@dataclass(frozen=True, slots=True)
class SupporterChoice:
    """How supporters are narrowed: where they live or work, their level, what they can do.

    Without any of these it is everybody who is registered.
    """

    district: int | None = None
    level: int | None = None
    kind: int | None = None
    insured: InsuredOf = InsuredOf.TO_HAND_IN
    of_year: bool = False
    """Whether only those are meant who were registered in the fiscal year."""
