"""What a box calls a course: titles are too long for one."""

from __future__ import annotations

from app.kernel.wareki import format_day
from app.training.queries import CourseRow


def course_label(row: CourseRow) -> str:
    """Tell the courses of a year apart by kind, term and first day."""
    term = "" if row.term == 1 else f" 第{row.term}クール"
    day = f"（{format_day(row.first_day, '4月1日')}～）" if row.first_day else ""
    return f"{row.kind}{term}{day}"
