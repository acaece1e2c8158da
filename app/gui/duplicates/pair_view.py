"""Two records side by side, to be made one or said to be two."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.contacts.custom import Subject
from app.contacts.person import PersonDraft
from app.duplicates import commands
from app.duplicates.choosing import chosen_from, proposal
from app.duplicates.queries import PairDetails, Side, pair_details
from app.gui.compiled.duplicates.ui_pair_view import Ui_PairView
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal

_HELP = "↑↓ で項目を選び、← → でどちらの内容にするかを決めます。F2 で手で直せます。"


class PairView(QWidget):
    """``settled`` says that the pair is a pair no more."""

    settled = Signal()

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._subject = Subject.PERSON
        self._details: PairDetails | None = None
        self._kept: Side | None = None
        self._merged: Side | None = None
        self.ui = Ui_PairView()
        self.ui.setupUi(self)
        self.ui.helpLabel.setText(_HELP)
        self.setFocusProxy(self.ui.choiceTable)
        self.ui.mergeButton.clicked.connect(self.merge)
        self.ui.otherButton.clicked.connect(self.say_other)
        self.ui.choiceTable.merge_wanted.connect(self.merge)
        self.ui.choiceTable.other_wanted.connect(self.say_other)

    def show_pair(self, subject: Subject, a: int, b: int) -> bool:
        """Show two records; return whether both are still there."""
        self._subject = subject
        try:
            self._details = self._store.ask(pair_details, subject, a, b)
        except Refusal:
            self._details = None
            return False
        self._show(self._details.a, self._details.b)
        self.ui.scroll.verticalScrollBar().setValue(0)
        return True

    def _show(self, kept: Side, merged: Side) -> None:
        assert self._details is not None
        self._kept, self._merged = kept, merged
        ui, judgement = self.ui, self._details.judgement
        ui.titleLabel.setText(f"{kept.name}　と　{merged.name}　（{judgement.score}点）")
        ui.reasonsLabel.setText("、".join(map(str, judgement.reasons)))
        ui.otherButton.setText("別人です" if self._subject is Subject.PERSON else "別の団体です")
        self._show_fields(kept, merged)
        taken = "・".join(map(str, merged.belongings)) or "ありません"
        ui.carriedLabel.setText(f"「{merged.name}」から移るもの：{taken}")
        turned = kept is self._details.b
        conflicts = self._details.turned_conflicts if turned else self._details.conflicts
        ui.conflictLabel.setText("\n".join(conflicts))
        ui.conflictLabel.setVisible(bool(conflicts))
        ui.mergeButton.setEnabled(not conflicts)

    def _show_fields(self, kept: Side, merged: Side) -> None:
        assert self._details is not None
        turned = kept is self._details.b
        rows = [
            replace(one, left=one.right, right=one.left) if turned else one
            for one in self._details.differences
        ]
        proposed = _proposal(kept, merged)
        results = {}
        for one in rows:
            value = getattr(proposed, one.name)
            is_right = value == getattr(merged.draft, one.name)
            is_left = value == getattr(kept.draft, one.name)
            results[one.name] = one.left if is_left else one.right if is_right else str(value)
        self.ui.choiceTable.show_differences(rows, results)

    def begin(self) -> None:
        """Go to the table, and bring it into view."""
        self.ui.choiceTable.setFocus()
        self.ui.scroll.ensureWidgetVisible(self.ui.choiceTable)

    @Slot()
    def swap(self) -> None:
        """Keep the other record."""
        if self._kept is not None and self._merged is not None:
            self._show(self._merged, self._kept)

    @Slot()
    def merge(self) -> None:
        """Make the two one, as chosen."""
        kept, merged = self._kept, self._merged
        if kept is None or merged is None or not self.ui.mergeButton.isEnabled():
            return
        table = self.ui.choiceTable
        values = replace(_chosen(kept, merged, table.taken), **table.typed)
        label = f"「{merged.name}」を「{kept.name}」に統合"
        done = self._store.do(label, commands.merge, self._subject, kept.key, merged.key, values)
        if done is not None:
            self.settled.emit()

    @Slot()
    def say_other(self) -> None:
        """Remember that they are two."""
        if self._kept is None or self._merged is None:
            return
        label = f"「{self._kept.name}」と「{self._merged.name}」を別とする"
        keys = (self._kept.key, self._merged.key)
        if self._store.do(label, commands.say_not_same, self._subject, *keys) is not None:
            self.settled.emit()


def _proposal(kept: Side, merged: Side) -> Any:
    """Return what the one record might say; both drafts are of one kind."""
    if isinstance(kept.draft, PersonDraft):
        assert isinstance(merged.draft, PersonDraft)
        return proposal(kept.draft, merged.draft)
    assert not isinstance(merged.draft, PersonDraft)
    return proposal(kept.draft, merged.draft)


def _chosen(kept: Side, merged: Side, taken: list[str]) -> Any:
    if isinstance(kept.draft, PersonDraft):
        assert isinstance(merged.draft, PersonDraft)
        return chosen_from(kept.draft, merged.draft, taken)
    assert not isinstance(merged.draft, PersonDraft)
    return chosen_from(kept.draft, merged.draft, taken)
