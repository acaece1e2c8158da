"""What can be done to duties, kinds of activity and the crosswalk."""

from app.duties.commands.crosswalk import (
    add_category,
    add_scheme,
    change_category,
    remove_category,
    remove_scheme,
    rename_scheme,
    set_crossing,
)
from app.duties.commands.duties import (
    add_duty,
    add_duty_list,
    change_duty,
    change_duty_list,
    move_duty,
    remove_duty,
    remove_duty_list,
)
from app.duties.commands.kinds import (
    add_activity_kind,
    move_activity_kind,
    remove_activity_kind,
    rename_activity_kind,
    retire_activity_kind,
)
from app.duties.commands.seeding import seed_duties

__all__ = [
    "add_activity_kind",
    "add_category",
    "add_duty",
    "add_duty_list",
    "add_scheme",
    "change_category",
    "change_duty",
    "change_duty_list",
    "move_activity_kind",
    "move_duty",
    "remove_activity_kind",
    "remove_category",
    "remove_duty",
    "remove_duty_list",
    "remove_scheme",
    "rename_activity_kind",
    "rename_scheme",
    "retire_activity_kind",
    "seed_duties",
    "set_crossing",
]
