"""What a log may say about an error: where it happened, and nothing a person wrote.

The message of an exception can hold names and addresses (a database error repeats the row
it was about), so only its type and the lines of the program are written down.
"""

from __future__ import annotations

import traceback


def trace(error: BaseException) -> str:
    """Describe an error and its causes by type, file, line and function."""
    parts: list[str] = []
    current: BaseException | None = error
    while current is not None:
        frames = traceback.extract_tb(current.__traceback__)
        lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        parts.append("\n".join([type(current).__qualname__, *lines]))
        current = current.__cause__ or current.__context__
    return "\ncaused by ".join(parts)
