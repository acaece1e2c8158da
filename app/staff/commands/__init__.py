"""What a user does to the staff of the office and its training: each one step of undo."""

from app.staff.commands.members import (
    add_staff_member,
    change_staff_member,
    remove_staff_member,
)
from app.staff.commands.trainings import add_training, change_training, remove_training

__all__ = [
    "add_staff_member",
    "add_training",
    "change_staff_member",
    "change_training",
    "remove_staff_member",
    "remove_training",
]
