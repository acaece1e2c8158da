"""What is asked about councils and meetings; every function only reads."""

from app.council.queries.care_meetings import (
    WHOLE_CITY,
    CareMeetings,
    DistrictParticipation,
    Participation,
    care_council,
    care_meeting_of,
    care_meetings,
    care_meetings_among,
)
from app.council.queries.councils import (
    CouncilCard,
    CouncilListing,
    CouncilRow,
    council_card,
    councils,
)
from app.council.queries.homework import HomeworkRow, homework, homework_line
from app.council.queries.meeting_card import (
    AttendeeRow,
    MeetingCard,
    ResolutionRow,
    meeting_card,
)
from app.council.queries.meetings import (
    MeetingListing,
    MeetingRow,
    meetings,
    meetings_between,
    meetings_of_issue,
)
from app.council.queries.members import MemberRow, ending_terms, members, seats_of

__all__ = [
    "WHOLE_CITY",
    "AttendeeRow",
    "CareMeetings",
    "CouncilCard",
    "CouncilListing",
    "CouncilRow",
    "DistrictParticipation",
    "HomeworkRow",
    "MeetingCard",
    "MeetingListing",
    "MeetingRow",
    "MemberRow",
    "Participation",
    "ResolutionRow",
    "care_council",
    "care_meeting_of",
    "care_meetings",
    "care_meetings_among",
    "council_card",
    "councils",
    "ending_terms",
    "homework",
    "homework_line",
    "meeting_card",
    "meetings",
    "meetings_between",
    "meetings_of_issue",
    "members",
    "seats_of",
]
