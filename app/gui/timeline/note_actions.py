"""What a panel does with notes that are written down: remove, done, another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from app.gui.contacts.card_panel import Owner
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.timeline import commands
from app.timeline.due_day import parse_due_day
from app.timeline.note import NoteRow


class NoteActions(QObject):
    """Each of them is one step of undo."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._dialogs = dialogs
        self._today = today

    def remove(self, owner: Owner, note: NoteRow) -> None:
        """Delete a note with its files."""
        self._store.do(f"記録の削除（{owner.name}）", commands.remove_note, note.id)

    def done(self, owner: Owner, note: NoteRow) -> None:
        """Mark what was promised as done today."""
        label = f"次の連絡を済みに（{owner.name}）"
        self._store.do(label, commands.follow_up_done, note.id, self._today())

    def reopen(self, owner: Owner, note: NoteRow) -> None:
        """Let what was promised be due again."""
        label = f"次の連絡の済みを取り消し（{owner.name}）"
        self._store.do(label, commands.reopen_follow_up, note.id)

    def move(self, owner: Owner, note: NoteRow) -> None:
        """Ask for another day for what was promised."""
        due = note.draft.follow_up_on
        said = self._dialogs.ask_text(
            "次の連絡の日を変える",
            "いつにしますか（明日、来週火、3日後、12/5 のようにも書けます）",
            format_day(due) if due is not None else "",
        )
        if said is None:
            return
        try:
            day = parse_due_day(said, self._today())
        except Refusal as refusal:
            self._store.refused.emit(refusal.text)
            return
        label = f"次の連絡を{format_day(day, '4月1日')}に（{owner.name}）"
        self._store.do(label, commands.move_follow_up, note.id, day)
