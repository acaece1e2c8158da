"""What a user can do to a course and its trainees.  Each function is one step of undo."""

from app.training.commands.applications import (
    accept,
    accept_from_waiting,
    apply_for,
    change_application,
    decline,
    put_on_waiting,
    reinstate,
    remove_application,
    withdraw,
)
from app.training.commands.attendance import (
    clear_mark,
    make_up,
    mark_all_present,
    mark_attendance,
    plan_absence,
    set_reason,
)
from app.training.commands.completion import (
    Issued,
    confirm_completion,
    issue_certificates,
    reissue_certificate,
)
from app.training.commands.courses import (
    bin_course,
    change_course,
    copy_course,
    finish_course,
    mark_reported,
    open_course,
    reopen,
    restore_course,
)
from app.training.commands.kinds import add_kind, change_kind, seed_kinds
from app.training.commands.lots import Drawn, draw_lots
from app.training.commands.newcomers import apply_newcomer
from app.training.commands.people import bin_person
from app.training.commands.sessions import (
    add_session,
    cancel_session,
    change_session,
    hold_session,
    plan_sessions,
    postpone_session,
    remove_session,
    restore_session,
)
from app.training.commands.walk_ins import add_walk_in

__all__ = [
    "Drawn",
    "Issued",
    "accept",
    "accept_from_waiting",
    "add_kind",
    "add_session",
    "add_walk_in",
    "apply_for",
    "apply_newcomer",
    "bin_course",
    "bin_person",
    "cancel_session",
    "change_application",
    "change_course",
    "change_kind",
    "change_session",
    "clear_mark",
    "confirm_completion",
    "copy_course",
    "decline",
    "draw_lots",
    "finish_course",
    "hold_session",
    "issue_certificates",
    "make_up",
    "mark_all_present",
    "mark_attendance",
    "mark_reported",
    "open_course",
    "plan_absence",
    "plan_sessions",
    "postpone_session",
    "put_on_waiting",
    "reinstate",
    "reissue_certificate",
    "remove_application",
    "remove_session",
    "reopen",
    "restore_course",
    "restore_session",
    "seed_kinds",
    "set_reason",
    "withdraw",
]
