"""What can be done with supporters: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.supporters.commands.abilities import set_districts, set_skills
from app.supporters.commands.insurances import (
    change_insurance,
    hand_in,
    insure,
    remove_insurance,
)
from app.supporters.commands.levels import change_level, remove_level_change
from app.supporters.commands.masters import (
    add_level,
    add_support_kind,
    change_support_kind,
    move_level,
    move_support_kind,
    remove_level,
    remove_support_kind,
    rename_level,
    rename_support_kind,
    retire_level,
    retire_support_kind,
    seed_supporter_masters,
)
from app.supporters.commands.people import bin_person
from app.supporters.commands.records import (
    add_qualification,
    change_qualification,
    remove_qualification,
    set_centre,
)
from app.supporters.commands.registration import (
    bin_supporter,
    change_supporter,
    register,
    register_completed,
    restore_supporter,
)
from app.supporters.commands.states import (
    change_state,
    confirm,
    derive,
    expire,
    remove_confirmation,
    remove_state,
)

__all__ = [
    "add_level",
    "add_qualification",
    "add_support_kind",
    "bin_person",
    "bin_supporter",
    "change_insurance",
    "change_level",
    "change_qualification",
    "change_state",
    "change_support_kind",
    "change_supporter",
    "confirm",
    "derive",
    "expire",
    "hand_in",
    "insure",
    "move_level",
    "move_support_kind",
    "register",
    "register_completed",
    "remove_confirmation",
    "remove_insurance",
    "remove_level",
    "remove_level_change",
    "remove_qualification",
    "remove_state",
    "remove_support_kind",
    "rename_level",
    "rename_support_kind",
    "restore_supporter",
    "retire_level",
    "retire_support_kind",
    "seed_supporter_masters",
    "set_centre",
    "set_districts",
    "set_skills",
]
