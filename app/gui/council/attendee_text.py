"""How many are asked to a meeting, answered and came, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.council.meeting import Presence, Reply
from app.council.queries import AttendeeRow

_WORDS = ("出席", "代理", "欠席", "未記入")


def counts(rows: Sequence[AttendeeRow]) -> str:
    """Return the counts of who came, and those of the replies."""
    if not rows:
        return ""
    came = Counter(row.draft.presence for row in rows)
    said = Counter(row.draft.reply for row in rows)
    there = _line([came[mark] for mark in (*Presence, None)])
    replies = _line([said[mark] for mark in (*Reply, None)])
    return f"出欠：{there}　返事：{replies}"


def _line(numbers: Sequence[int]) -> str:
    return " ".join(f"{word}{n}" for word, n in zip(_WORDS, numbers, strict=True))
