"""What can be asked of this part of the office."""

from app.planning import tables as _tables  # noqa: F401  so that they are known
from app.planning.queries.measures import Counting, count, measures

__all__ = ["Counting", "count", "measures"]
