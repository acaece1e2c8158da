"""What can be done with councils and meetings: each function is one step, run by ``Store.do``."""

from app.council.commands.attendance import invite, mark_presence, reply, set_attendees
from app.council.commands.care_meetings import take_back_care_meeting, write_down_care_meeting
from app.council.commands.councils import (
    add_council,
    bin_council,
    change_council,
    restore_council,
    seed_councils,
)
from app.council.commands.districts import change_district, remove_district
from app.council.commands.meetings import (
    add_meeting,
    cancel_meeting,
    change_meeting,
    confirm_minutes,
    hold_meeting,
    remove_meeting,
    send_minutes,
    set_agenda,
    set_minutes,
    set_papers,
)
from app.council.commands.members import (
    add_member,
    change_member,
    remove_member,
    renew_members,
)
from app.council.commands.resolutions import (
    add_resolution,
    carry_over,
    change_resolution,
    finish_resolution,
    remove_resolution,
)

__all__ = [
    "add_council",
    "add_meeting",
    "add_member",
    "add_resolution",
    "bin_council",
    "cancel_meeting",
    "carry_over",
    "change_council",
    "change_district",
    "change_meeting",
    "change_member",
    "change_resolution",
    "confirm_minutes",
    "finish_resolution",
    "hold_meeting",
    "invite",
    "mark_presence",
    "remove_district",
    "remove_meeting",
    "remove_member",
    "remove_resolution",
    "renew_members",
    "reply",
    "restore_council",
    "seed_councils",
    "send_minutes",
    "set_agenda",
    "set_attendees",
    "set_minutes",
    "set_papers",
    "take_back_care_meeting",
    "write_down_care_meeting",
]
