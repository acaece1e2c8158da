"""What can be asked of this part of the office."""

from app.planning import tables as _tables  # noqa: F401  so that they are known
