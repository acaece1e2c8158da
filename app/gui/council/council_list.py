"""The list of councils, tier by tier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.council.council import Tier
from app.council.queries import CouncilListing, CouncilRow
from app.gui.compiled.council.ui_councils_page import Ui_CouncilsPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_SHORT = {
    Tier.FIRST: "第1層",
    Tier.SECOND: "第2層",
    Tier.CARE: "ケア会議",
    Tier.LIAISON: "連絡会",
    Tier.SECTION: "部会",
    Tier.OTHER: "その他",
}


@dataclass(frozen=True, slots=True)
class NamedCouncils(CouncilListing):
    """The councils whose name bears a text: there are never more than a few dozen."""

    text: str = field(default="")

    def keys(self, session: Session) -> Sequence[int]:
        keys = CouncilListing(self.tier, self.binned, self.day).keys(session)
        words = fold(self.text).split()
        if not words:
            return keys
        names = {key: fold(row.name) for key, row in self.rows(session, keys).items()}
        return [key for key in keys if all(word in names[key] for word in words)]


def _meetings(row: CouncilRow) -> str:
    return f"{row.meetings}/{row.meetings_a_year}" if row.meetings_a_year else f"{row.meetings}"


def _tier(row: CouncilRow) -> str:
    return f"{_SHORT[row.tier]}・ケア会議" if row.care_too else _SHORT[row.tier]


COLUMNS: tuple[Column[CouncilRow], ...] = (
    Column("種類", _tier, width=5, tip=lambda row: row.tier.label),
    Column("名称", lambda row: row.name, width=12, tip=lambda row: row.name),
    Column("委員", lambda row: f"{row.members}", number=True, width=2),
    Column(
        "開催", _meetings, number=True, width=3, tip=lambda row: f"年度の開催 {_meetings(row)}回"
    ),
)


class CouncilList(RecordList):
    """Members and meetings are those of the year of the window, in this one as of today."""

    def __init__(
        self,
        ui: Ui_CouncilsPage,
        store: ObservableStore,
        year: YearChoice,
        today: Callable[[], date],
    ) -> None:
        super().__init__(ui, ui.councilList, (ui.tierCombo,), store)
        self._ui, self._year, self._today = ui, year, today
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, COLUMNS, self.listing(), self), "councils")
        self._none = EmptyState(
            "まだ協議体がありません",
            "第1層の「地域支えあい推進協議体」と、圏域ごとの第2層協議体を一度に用意できます。名前は"
            "あとで直せます。",
            "市の協議体を用意する",
        )
        self.say_when_empty(
            self._none,
            EmptyState(
                "あてはまる協議体がありません",
                "名前の一部で探せます。種類の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )
        year.changed.connect(self.narrow)

    def listing(self) -> NamedCouncils:
        """Return what the boxes ask for."""
        ui = self._ui
        return NamedCouncils(
            ui.tierCombo.currentData(),
            ui.binCheck.isChecked(),
            self._year.day(self._today()),
            self.text,
        )

    def fill_filters(self) -> None:
        """Offer the kinds of councils."""
        fill_filter(self._ui.tierCombo, "種類", [(tier.label, tier) for tier in Tier])
