"""How an entry is written in lists, cards and hits."""

from __future__ import annotations

from app.daily_log.queries import LogRow

_HOUR = 60


def hours_of(row: LogRow) -> str:
    """Return when an entry began and ended: 10:00～11:30."""
    if row.starts_at is None:
        return ""
    return f"{row.starts_at:%H:%M}～{f'{row.ends_at:%H:%M}' if row.ends_at else ''}"


def title_of(row: LogRow) -> str:
    """Return what an entry is called: its title, or how its text begins."""
    return row.title or row.content.split("\n")[0] or row.kind or row.duty.label


def length_text(minutes: int) -> str:
    """Return a length of time: 1時間30分."""
    hours, rest = divmod(minutes, _HOUR)
    return "".join([f"{hours}時間" if hours else "", f"{rest}分" if rest or not hours else ""])
