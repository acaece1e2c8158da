"""One merge, and the button that takes it apart again."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.duplicates import commands
from app.duplicates.queries import MergeRow
from app.gui.compiled.duplicates.ui_merge_view import Ui_MergeView
from app.gui.framework.observable_store import ObservableStore
from app.kernel.wareki import format_day

_OPEN = (
    "2件に分けると、統合で移った研修・同意・所属などは、それぞれ元の記録に戻ります。"
    "統合したあとに書き加えたことは「{kept}」に残り、書き直した項目はそのままです。"
)


class MergeView(QWidget):
    """Shows one merge."""

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._row: MergeRow | None = None
        self.ui = Ui_MergeView()
        self.ui.setupUi(self)
        self.setFocusProxy(self.ui.splitButton)
        self.ui.splitButton.clicked.connect(self.take_back)

    def show_merge(self, row: MergeRow) -> None:
        """Show what was merged, and whether it still stands."""
        self._row = row
        self.ui.titleLabel.setText(f"「{row.merged_name}」を「{row.kept_name}」に統合")
        said = [f"{format_day(row.merged_at.date())}に統合し、{row.carried}件の記録を移しました。"]
        if row.taken_back_at is None:
            said.append(_OPEN.format(kept=row.kept_name))
        else:
            said.append(f"{format_day(row.taken_back_at.date())}に元の2件に分けました。")
        self.ui.textLabel.setText("\n".join(said))
        self.ui.splitButton.setEnabled(row.taken_back_at is None)

    @Slot()
    def take_back(self) -> None:
        """Make two of one again."""
        if self._row is not None and self._row.taken_back_at is None:
            label = f"「{self._row.kept_name}」を元の2件に分ける"
            self._store.do(label, commands.take_back, self._row.id)
