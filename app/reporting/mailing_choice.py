"""What a mailing is asked for beside its people: who is left out, on what, and which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.kernel.labelled import Labelled
from app.reporting.addressee import ToOrganisation


class MailingOrder(Labelled):
    """In which order letters are printed."""

    KANA = "kana", "五十音順"
    POSTAL = "postal", "郵便番号順"
    DISTRICT = "district", "圏域順"


class Paper(Labelled):
    """What is printed on, other than label sheets; the first word of its layout."""

    LONG3 = "long3", "長形3号"
    KAKU2 = "kaku2", "角形2号"
    POSTCARD = "postcard", "はがき"


@dataclass(frozen=True, slots=True)
class MailingChoice:
    """How a mailing is made.

    ``households``: one letter for those who live together.  ``need_consent``: who has not
    consented to mailings is left out; who withdrew a consent always is.  ``with_role``: the main
    organisation and role stand above the name, and its address where the person has none.
    """

    households: bool = True
    need_consent: bool = True
    with_role: bool = False
    organisation: ToOrganisation = ToOrganisation.WHOLE
    label: str = "12"
    """Which label sheet, by its key."""
    start: int = 1
    """The first label of the first sheet that is still there."""
    right: float = 0.0
    """By how many mm all is moved to the right, or to the left."""
    down: float = 0.0
    frames: bool = False
    """Whether the edges of the labels are drawn, for a trial on plain paper."""
    paper: Paper = Paper.LONG3
    portrait: bool = True
    sender: bool = True
    texts: Mapping[str, str] = field(default_factory=dict)
    """What the user has typed, by the names of the letter's fields."""
