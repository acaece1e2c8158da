"""What a card says of a council."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.council.queries import CouncilCard
from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day


def groups_of(
    card: CouncilCard, year: FiscalYear, ending: Sequence[date] = ()
) -> tuple[Group, ...]:
    """Return the facts that are known, under one heading; ``ending`` are last days of terms.

    ``year`` is the one its meetings are counted in.
    """
    draft = card.draft
    times = f"年{draft.meetings_a_year}回の予定" if draft.meetings_a_year else ""
    held = f"{year}は{card.meetings}回開催"
    soon = ""
    if ending:
        last = format_day(max(ending))
        soon = f"{last}までに{len(ending)}人の任期が終わります（「次の任期に更新」）"
    facts: tuple[Fact, ...] = (
        ("開催", "　".join(part for part in (times, held) if part)),
        ("任期", soon),
        ("地域ケア会議", "地域課題を検討する地域ケア会議を兼ねる" if draft.care_too else ""),
        ("事務局", card.organisation),
        ("設置", format_day(draft.established_on) if draft.established_on else ""),
        ("目的", draft.purpose),
        ("備考", draft.note),
    )
    return (("開き方", tuple(fact for fact in facts if fact[1])),)
