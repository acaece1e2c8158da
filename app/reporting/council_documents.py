"""The documents of councils in the catalogue."""

from __future__ import annotations

from app.reporting import (
    care_meetings,
    council_examples,
    council_minutes,
    council_notice,
    council_roster,
)
from app.reporting.catalogue import Ask, Document

DOCUMENTS = (
    Document(
        "council-notice",
        "開催案内",
        (Ask.MEETING,),
        council_notice.make,
        council_examples.COUNCIL_NOTICE,
        frozenset({"宛名.宛名"}),
        has_order=False,
    ),
    Document(
        "council-members",
        "委員名簿",
        (Ask.COUNCIL,),
        council_roster.make,
        council_examples.COUNCIL_MEMBERS,
        frozenset({"会議体.委員.氏名"}),
        has_order=False,
    ),
    Document(
        "council-minutes",
        "会議録",
        (Ask.MEETING, Ask.MINUTES),
        council_minutes.make,
        council_examples.COUNCIL_MINUTES,
        frozenset({"開催日時"}),
        has_order=False,
    ),
    Document(
        "care-meetings",
        "地域ケア会議参加実績",
        (Ask.YEAR,),
        care_meetings.make,
        council_examples.CARE_MEETINGS,
        frozenset({"圏域別.開催", "圏域別.参加"}),
        has_order=False,
    ),
)
