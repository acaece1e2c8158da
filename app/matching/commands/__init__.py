"""What can be done with requests and matches: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.matching.commands.incidents import add_incident, change_incident, remove_incident
from app.matching.commands.matches import (
    answer,
    bin_match,
    change_match,
    propose,
    restore_match,
    step,
    take_back_step,
)
from app.matching.commands.needs import (
    add_need,
    bin_need,
    change_need,
    check_need,
    gather_need,
    hand_on,
    need_to_request,
    release_need,
    restore_need,
)
from app.matching.commands.requests import (
    add_request,
    bin_request,
    change_request,
    close_request,
    lower_hand,
    raise_hand,
    reopen_request,
    restore_request,
    withdraw_request,
)
from app.matching.commands.slips import keep_activity, keep_slip, remove_slip
from app.matching.commands.weights import set_weights

__all__ = [
    "add_incident",
    "add_need",
    "add_request",
    "answer",
    "bin_match",
    "bin_need",
    "bin_request",
    "change_incident",
    "change_match",
    "change_need",
    "change_request",
    "check_need",
    "close_request",
    "gather_need",
    "hand_on",
    "keep_activity",
    "keep_slip",
    "lower_hand",
    "need_to_request",
    "propose",
    "raise_hand",
    "release_need",
    "remove_incident",
    "remove_slip",
    "reopen_request",
    "restore_match",
    "restore_need",
    "restore_request",
    "set_weights",
    "step",
    "take_back_step",
    "withdraw_request",
]
