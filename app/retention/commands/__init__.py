"""What a user does about retention: set periods, and dispose of what is due."""

from app.retention.commands.disposal import dispose, erase_person
from app.retention.commands.periods import set_retention_years

__all__ = ["dispose", "erase_person", "set_retention_years"]
