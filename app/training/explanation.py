"""Saying in words where a trainee stands, so that page, sheet and report say the same."""

from __future__ import annotations

from collections.abc import Mapping

from app.training.completion import SessionId, Standing


def reasons(
    standing: Standing, numbers: Mapping[SessionId, int], made_up: int = 0
) -> tuple[str, ...]:
    """Explain a proposal for completion (修了判定), one sentence a reason.

    ``numbers`` are the numbers (回次) of the sessions that count; ``made_up`` says how many of
    the attended were make-ups.
    """
    extra = f"（うち補講{made_up}回）" if made_up else ""
    told = [
        f"全{len(numbers)}回のうち{standing.attended}回出席{extra}。"
        f"修了に必要なのは{standing.needed}回です。"
    ]
    if standing.missed_required:
        told.append(f"必修の{_listed(standing, numbers)}に出席していません。")
    if standing.open:
        told.append(f"まだ終わっていない回が{standing.open}回あります。")
    return tuple(told)


def warning(standing: Standing, numbers: Mapping[SessionId, int], *, make_up_allowed: bool) -> str:
    """Say that somebody can no longer complete, or may miss nothing any more; else nothing."""
    if standing.completed:
        return ""
    if not standing.possible:
        return _too_late(standing, numbers) + (
            "補講で補うことができます。" if make_up_allowed else ""
        )
    if standing.spare == 0:
        return f"残り{standing.open}回をすべて出席すると修了できます（もう休めません）。"
    return ""


def _too_late(standing: Standing, numbers: Mapping[SessionId, int]) -> str:
    if standing.missed_required:
        return f"必修の{_listed(standing, numbers)}を休んだため、このままでは修了できません。"
    if not standing.open:
        return f"出席は{standing.attended}回で、修了に必要な{standing.needed}回に届きません。"
    return (
        f"残り{standing.open}回をすべて出席しても{standing.attended + standing.open}回で、"
        f"修了に必要な{standing.needed}回に届きません。"
    )


def _listed(standing: Standing, numbers: Mapping[SessionId, int]) -> str:
    return "・".join(f"第{numbers[one]}回" for one in standing.missed_required)
