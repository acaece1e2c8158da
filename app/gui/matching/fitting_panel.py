"""The panel 合う希望票と活動の場 on the card of a supporter: where they could help, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.contacts.panel_lines import Act, link, plain
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.supporters.supporter_panel import SupporterPanel
from app.matching import commands, queries
from app.matching.queries import RankedPlace
from app.matching.scoring import Score
from app.supporters.card import SupporterCard

_SHOWN = 5


class FittingPanel(SupporterPanel):
    """Ranks only when it is asked to, and shows more each time it is asked again."""

    TITLE = "合う希望票と活動の場"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        self._listed = (0, 0)
        """Whose list was opened, and how many lines of it."""
        self.more = self.add_button("", self.show_more)
        self.lines.linked.connect(self._follow)

    def list_card(self, card: SupporterCard) -> None:
        """List what fits, as far as it was opened for this supporter."""
        whose, count = self._listed
        if whose != card.id or not count:
            self._listed = (card.id, 0)
            self.more.setText("合う希望票・活動の場をさがす")
            self.more.show()
            return
        ranked = self.store.ask(queries.ranked_places, card.id, self.today())
        fitting = [(one, one.found) for one in ranked if isinstance(one.found, Score)]
        for one, score in fitting[:count]:
            self._add(one, score)
        if not fitting:
            self.lines.say("いま合う希望票や活動の場はありません。")
        rest = len(fitting) - count
        self.more.setText(f"続きを出す（あと{rest}件）")
        self.more.setVisible(rest > 0)

    @Slot()
    def show_more(self) -> None:
        """Open the best few, or a few more."""
        if self.card is not None:
            self._listed = (self.card.id, self._listed[1] + _SHOWN)
            self.show_card(self.card)

    def _add(self, one: RankedPlace, score: Score) -> None:
        if one.request is not None:
            title = link("request", one.request, one.title or "（件名なし）")
        else:
            title = link("resource", one.resource or 0, one.title)
        reasons = "　".join(f"{one.text} {one.points:+d}" for one in score.reasons if one.points)
        act = Act("打診する", f"{one.title}を打診する", partial(self._propose, one))
        self.lines.add(f"{title}　{score.points}点<br>{plain(reasons)}", (act,))

    def _propose(self, one: RankedPlace, _checked: bool = False) -> None:  # noqa: FBT002
        if self.card is not None:
            self.store.do(
                f"{one.title}を打診（{self.card.person.draft.name}）",
                commands.propose,
                [self.card.id],
                request=one.request,
                resource=one.resource,
                on=self.today(),
            )

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        place = "local_resources" if kind == "resource" else "matching"
        self.wanted.emit(Target(place, kind, int(key)))
