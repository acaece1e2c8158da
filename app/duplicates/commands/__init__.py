"""What a user can do to pairs.  Each function is one step of undo."""

from app.duplicates.commands.merging import merge
from app.duplicates.commands.taking_back import take_back
from app.duplicates.commands.verdicts import may_be_same, say_not_same

__all__ = ["may_be_same", "merge", "say_not_same", "take_back"]
