"""The place 日報: entries, the sheet of a day or week and the month, and the tallies."""

from __future__ import annotations

from app.gui.daily_log.log_finder import find_entries
from app.gui.framework.parted_page import Part, PartedPage


class DailyLogPlace(PartedPage):
    """Passes links on: ``log_entry`` and ``new`` to 記録, ``log_day`` to 日・週・月."""

    NAME = "log"
    TITLE = "日報"
    PARTS = (
        Part(
            "entries",
            "記録",
            "log",
            "app.gui.daily_log.entries_page",
            "EntriesPage",
            ("log_entry", "new"),
        ),
        Part(
            "sheet",
            "日・週・月",
            "calendar",
            "app.gui.daily_log.sheet_page",
            "SheetPage",
            ("log_day",),
        ),
        Part("tallies", "集計", "reports", "app.gui.results.tallies_page", "TalliesPage"),
    )
    finders = (find_entries,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（記録・日・集計）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（記録・日・集計）を開く", "Ctrl+PgUp", self.previous_part)
