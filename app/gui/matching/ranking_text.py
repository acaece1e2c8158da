"""The candidates of a request as text, for a telephone call or a FAX.

Who has not consented to being named to places of activity stands there by number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.contacts.person import ConsentItem
from app.gui.matching.ranking_rows import Candidate
from app.kernel.wareki import format_day
from app.matching.queries import RequestCard
from app.supporters.supporter import SupporterId

_DAY = "令和8年4月1日"


def candidates_text(
    card: RequestCard,
    rows: Sequence[Candidate],
    numbers: Mapping[SupporterId, str],
    today: date,
) -> str:
    """Return the request and its candidates, each with every reason and its points."""
    draft = card.draft
    asked = "　".join(part for part in (card.place or card.organisation, draft.title) if part)
    lines = [f"お手伝い希望票 {card.number}　{asked}"]
    for label, text in (
        ("日時", card.when),
        ("場所", draft.venue or draft.address_town),
        ("内容", "・".join(card.kinds)),
        ("人数", f"{draft.people_wanted}人"),
    ):
        if text:
            lines.append(f"{label}：{text}")
    lines.append(f"候補{len(rows)}人（{format_day(today, _DAY)}現在）")
    for row in rows:
        lines += ["", f"{row.place}　{_who(row, numbers)}　{row.ranked.points}点"]
        lines += [f"　・{reason}" for reason in row.ranked.reasons if reason.points]
        lines += [f"　注意：{one}" for one in row.warnings]
    return "\n".join(lines) + "\n"


def _who(row: Candidate, numbers: Mapping[SupporterId, str]) -> str:
    offer = row.ranked.offer
    if ConsentItem.TO_PLACES in offer.consents:
        return f"{offer.name}さん"
    return f"サポーター（登録番号 {numbers.get(offer.supporter, '')}）"
