"""情報の確認 on the card of a resource: when, by whom and how, with the way to write one down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.gui.contacts.card_panel import bring_into_view
from app.gui.contacts.panel_lines import Act, PanelLines, plain
from app.gui.framework.observable_store import ObservableStore
from app.gui.local_resources.confirm_form import ConfirmForm, Refused, Written, usual
from app.kernel.wareki import format_day
from app.local_resources import commands
from app.local_resources.local_resource import ConfirmationDraft, ConfirmationResult
from app.local_resources.resource_card import ConfirmationRow, ResourceCard

_SHOWN = 6


class ConfirmationPanel(QWidget):
    """Lists the last confirmations and attempts; writes one down in place."""

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.store, self.today = store, today
        self._card: ResourceCard | None = None
        self._back: QWidget | None = None
        self.lines = PanelLines(self)
        self.add_button = QPushButton("確認を記録", self)
        self.form = ConfirmForm(today, self)
        self.form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        self.form.closed.connect(self.close_form)

    def show_card(self, card: ResourceCard) -> None:
        """List the confirmations of a resource, the newest first."""
        if self._card is None or self._card.id != card.id:
            self.form.hide()
            self.add_button.show()
        self._card = card
        self.lines.clear()
        for one in card.confirmations[:_SHOWN]:
            self._add(one)
        if len(card.confirmations) > _SHOWN:
            self.lines.say(f"ほかに{len(card.confirmations) - _SHOWN}回の記録があります。")
        if not card.confirmations:
            self.lines.say("まだ確認していません。")

    def _add(self, row: ConfirmationRow) -> None:
        one = row.confirmation
        day = format_day(one.confirmed_on)
        said = (day, one.way.label, one.result.label, one.confirmed_by, one.note)
        self.lines.add(
            plain("　".join(part for part in said if part)),
            (
                Act("変更", f"{day}の確認を変更する", partial(self._change, row)),
                Act("削除", f"{day}の確認を削除する", partial(self._remove, row, day)),
            ),
            quiet=one.result is ConfirmationResult.NO_ANSWER,
        )

    @Slot()
    def begin(self) -> None:
        """Write down a confirmation of today, as the last one was made."""
        if self._card is not None:
            self._open("情報の確認を記録する", usual(self.store, self.today()), self._write)

    def _open(
        self,
        title: str,
        draft: ConfirmationDraft,
        write: Written,
    ) -> None:
        self.add_button.hide()
        self.form.begin(title, draft, write)
        bring_into_view(self.form)

    def _write(self, draft: ConfirmationDraft, refused: Refused) -> bool:
        card = self._card
        return card is not None and bool(
            self.store.do(
                f"情報の確認（{card.draft.name}）",
                commands.confirm_resource,
                card.id,
                draft,
                on_refusal=refused,
            )
        )

    def _change(self, row: ConfirmationRow, _checked: bool = False) -> None:  # noqa: FBT002
        def write(draft: ConfirmationDraft, refused: Refused) -> bool:
            label = "確認の記録を変更"
            command = commands.change_confirmation
            return self.store.do(label, command, row.id, draft, on_refusal=refused) is not None

        self._open("確認の記録を変更する", row.confirmation, write)

    def _remove(self, row: ConfirmationRow, day: str, _checked: bool = False) -> None:  # noqa: FBT002
        self.store.do(f"{day}の確認の記録を削除", commands.remove_confirmation, row.id)

    @Slot()
    def close_form(self) -> None:
        """Give up, or be done."""
        self.form.hide()
        self.add_button.show()
        self.add_button.setFocus()
