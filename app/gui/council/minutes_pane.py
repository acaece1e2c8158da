"""The minutes of a meeting: in a few lines, and word by word."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.council import commands
from app.council.queries import MeetingCard
from app.gui.compiled.council.ui_minutes_pane import Ui_MinutesPane
from app.gui.council.kept_text import KeptText
from app.gui.council.room import no_more_than
from app.gui.framework.observable_store import ObservableStore
from app.kernel.wareki import format_day

_OPEN = (
    "主な意見は「議題」に議題ごとに書きます。全文は、発言者の前に○を付けます（○事務局　定刻と…）。"
    "欄を離れると保存されます。"
)


class MinutesPane(QWidget):
    """Each text is saved when its field is left; final minutes are only to be read."""

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._card: MeetingCard | None = None
        self.ui = Ui_MinutesPane()
        self.ui.setupUi(self)
        self.setFocusProxy(self.ui.fullEdit)
        no_more_than(self.ui.summaryEdit, 2.6)
        self._summary = KeptText(self.ui.summaryEdit, partial(self._keep, "summary"))
        self._full = KeptText(self.ui.fullEdit, partial(self._keep, "full"))

    def show_card(self, card: MeetingCard) -> None:
        """Show the minutes of a meeting."""
        anew = self._card is None or self._card.id != card.id
        self._card = card
        self._summary.show(card.draft.summary, anew=anew)
        self._full.show(card.draft.full_minutes, anew=anew)
        confirmed = card.draft.minutes_confirmed_on
        for edit in (self.ui.summaryEdit, self.ui.fullEdit):
            edit.setReadOnly(confirmed is not None)
        final = "" if confirmed is None else format_day(confirmed)
        self.ui.hintLabel.setText(
            f"{final}に確定しています。直すときは、編集（F2）で確定日を消します。"
            if final
            else _OPEN
        )

    def save(self) -> bool:
        """Save what is being typed; return whether nothing is left."""
        return self._summary.save() and self._full.save()

    def _keep(self, name: str, text: str) -> bool:
        if self._card is None:
            return True
        what = "要点" if name == "summary" else "全文"
        label = f"会議録の{what}（{self._card.row.title}）"
        named = {name: text}
        return self._store.do(label, commands.set_minutes, self._card.id, **named) is not None
