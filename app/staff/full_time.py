"""常勤換算: the staff of a day as so many full-timers, one decimal, rounded down.

Tenths are summed as they are and cut once, so that two halves make a whole one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from math import floor

from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.staff.staff_member import StaffMemberDraft, StaffRole

TENTHS = 10
_HOURS = re.compile(
    r"(?:(?P<whole>[0-9]{1,4})(?:\.(?P<part>[0-9]{1,4}))?(?:時間|(?=:)|$))?"
    r":?(?:(?P<minutes>[0-9]{1,3})分?)?"
)


def full_time_equivalent(hours: Iterable[tuple[int, int]]) -> Fraction:
    """Return the equivalent of minutes a week over those of a full-timer, in whole tenths.

    Nobody counts for more than one; a term without full-time hours counts for nothing.
    """
    total = sum(
        (min(Fraction(weekly, full), Fraction(1)) for weekly, full in hours if full > 0),
        Fraction(0),
    )
    return Fraction(floor(total * TENTHS), TENTHS)


def staff_equivalent(terms: Iterable[StaffMemberDraft]) -> Fraction:
    """Return the equivalent of terms on one day, each person in them counted once.

    Who has two posts counts for both together; of two terms in one post, as they are left where
    two records were merged, the first one counts.
    """
    posts: dict[tuple[PersonId, StaffRole], Fraction] = {}
    for one in terms:
        share = Fraction(one.weekly_minutes, one.full_time_minutes or 1)
        posts.setdefault((one.person_id, one.role), share if one.full_time_minutes else Fraction(0))
    people: dict[PersonId, Fraction] = defaultdict(Fraction)
    for (person, _), share in posts.items():
        people[person] += share
    return full_time_equivalent(share.as_integer_ratio() for share in people.values())


def equivalent_text(equivalent: Fraction) -> str:
    """Write an equivalent of whole tenths with one decimal: 1.5."""
    whole, tenth = divmod(floor(equivalent * TENTHS), TENTHS)
    return f"{whole}.{tenth}"


def hours_text(minutes: int) -> str:
    """Write a time in hours: 38時間45分, 40時間."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}時間{rest}分" if rest else f"{hours}時間"


def read_hours(text: str) -> int:
    """Read hours as people type them, in minutes: 40, 38.75, 38:45, ３８時間４５分, 38時間.

    Raises ``Refusal`` where the text is none.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    found = _HOURS.fullmatch(plain)
    if found is None or not (found["whole"] or found["minutes"]):
        raise Refusal(
            f"{quoted(text)}を時間として読み取れません。"
            "「40」「38.75」「38時間45分」のように入力してください。"
        )
    fraction = Fraction(f"0.{found['part']}") if found["part"] else Fraction(0)
    return int(found["whole"] or 0) * 60 + round(fraction * 60) + int(found["minutes"] or 0)
