"""What a user does to plans and their review: each one step of undo."""

from app.planning.commands.copying import Copied, copy_year
from app.planning.commands.items import (
    add_item,
    change_item,
    move_item,
    remove_item,
    review_item,
)
from app.planning.commands.words import set_plan_year

__all__ = [
    "Copied",
    "add_item",
    "change_item",
    "copy_year",
    "move_item",
    "remove_item",
    "review_item",
    "set_plan_year",
]
