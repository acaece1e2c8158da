"""What the slips of a month come to, in one line."""

from __future__ import annotations

from app.gui.activities.slip_model import clock_text
from app.kernel.wareki import format_day
from app.matching.queries import SlipSheet


def totals_text(sheet: SlipSheet) -> str:
    """Say what a month comes to, 延べ and 実 together, and which slips have not come in."""
    slips = [row.slip for row in sheet.rows if row.slip is not None]
    people = {row.match.person for row in sheet.rows if row.slip is not None and row.slip.times}
    missing = f"未着 {sheet.missing}" if sheet.missing else "すべて到着"
    due = format_day(sheet.due, "4月1日")
    return (
        f"延べ {sum(slip.times for slip in slips):,}人　実人数 {len(people):,}人　"
        f"活動時間 {clock_text(sum(slip.minutes for slip in slips))}　　"
        f"報告書 {len(slips)}／{len(sheet.rows)}件　{missing}（{due}締切）"
    )
