"""The register of the window's year: what is typed and chosen above it narrows it."""

from __future__ import annotations

from app.gui.compiled.submissions.ui_letters_page import Ui_LettersPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.submissions.queries import LetterListing, LetterRow
from app.submissions.submission import Direction

COLUMNS: tuple[Column[LetterRow], ...] = (
    Column("日付", lambda row: format_day(row.draft.on_day, "R8.4.1"), width=4),
    Column("収発", lambda row: row.draft.direction.label, width=2),
    Column("番号", lambda row: row.draft.number, width=6),
    Column("件名", lambda row: row.draft.subject, width=12, tip=lambda row: row.draft.subject),
    Column("相手先", lambda row: row.draft.partner, width=8, tip=lambda row: row.draft.partner),
)


class LetterList(RecordList):
    """The letters of one fiscal year, the newest first."""

    def __init__(self, ui: Ui_LettersPage, store: ObservableStore, year: YearChoice) -> None:
        super().__init__(ui, ui.letterList, (ui.directionCombo,), store)
        self._ui = ui
        self._year = year
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, COLUMNS, LetterListing(year.value), self), "letters")
        self.say_when_empty(
            EmptyState(
                "この年度の文書はまだありません",
                "市へ提出した書類は、文書番号とともに自動でここに載ります。"
                "ほかに出した文書や、受け取った文書は、1件ずつ書けます。",
                "最初の文書を書く",
            ),
            EmptyState(
                "あてはまる文書がありません",
                "件名・相手先・文書番号の一部で探せます。収発の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )
        year.changed.connect(self.narrow)

    def listing(self) -> LetterListing:
        """Return what the boxes ask for, in the year of the window."""
        ui = self._ui
        return LetterListing(
            self._year.value, ui.directionCombo.currentData(), self.text, ui.binCheck.isChecked()
        )

    def fill_filters(self) -> None:
        """Offer both directions."""
        fill_filter(self._ui.directionCombo, "収発", [(one.label, one) for one in Direction])
