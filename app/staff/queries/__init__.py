"""What is asked about the staff of the office; every function only reads."""

from app.staff.queries.members import (
    StaffListing,
    StaffRow,
    current_coordinator,
    full_time_equivalent,
    staff,
    staff_member,
)
from app.staff.queries.trainings import (
    TrainingListing,
    TrainingRow,
    training,
    training_minutes,
    trainings,
)

__all__ = [
    "StaffListing",
    "StaffRow",
    "TrainingListing",
    "TrainingRow",
    "current_coordinator",
    "full_time_equivalent",
    "staff",
    "staff_member",
    "training",
    "training_minutes",
    "trainings",
]
