"""What can be done to duties, kinds of activity and the crosswalk."""

from app.duties.commands.seeding import seed_duties

__all__ = ["seed_duties"]
