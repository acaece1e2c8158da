"""The trial print beside the picture of the form, and what is to be looked at in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.documents.form.addresses import Area
from app.documents.form.findings import Finding
from app.gui.compiled.forms.ui_trial_side import Ui_TrialSide
from app.gui.forms.form_work import Trial
from app.gui.framework.dialogs import Dialogs
from app.gui.reporting.preview_pane import PreviewPane
from app.kernel.errors import Refusal

_FINDING = Qt.ItemDataRole.UserRole
_REAL = "「{}」の中身で作りました。見るためだけのもので、記録には残りません。"
_INVENTED = "この書類の例（架空の方）で作りました。"


class TrialSide(QWidget):
    """``cell_wanted`` carries the (sheet, row, column) that a finding is about."""

    cell_wanted = Signal(str, int, int)

    def __init__(self, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_TrialSide()
        self.ui.setupUi(self)
        self.pane = PreviewPane(self.ui.previewStack, dialogs, lambda: False, _nothing)
        self.ui.findingList.itemClicked.connect(self._go)
        self.ui.findingList.itemActivated.connect(self._go)
        self.forget()

    def forget(self) -> None:
        """Show that nothing has been made yet."""
        self.ui.aboutLabel.setText("")
        self.pane.say("試し刷りを作っています", "できるまで、そのままお待ちください。")
        self._list(())

    def show_trial(self, trial: Trial | Refusal) -> None:
        """Show what was made, or why it could not be."""
        if isinstance(trial, Refusal):
            self.ui.aboutLabel.setText("")
            self.pane.say("試し刷りができません", trial.text)
            self._list(())
            return
        said = _INVENTED if trial.invented else _REAL.format(trial.title)
        self.ui.aboutLabel.setText(said)
        self.pane.show_only(trial.pdf, trial.title)
        self._list(trial.findings)

    def _list(self, findings: Sequence[Finding]) -> None:
        self.ui.findingList.clear()
        for finding in findings:
            item = QListWidgetItem(str(finding))
            item.setData(_FINDING, finding)
            self.ui.findingList.addItem(item)
        self.ui.findingList.setVisible(bool(findings))
        said = f"確かめること {len(findings)}件" if findings else "確かめることはありません"
        self.ui.findingLabel.setText(said)

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        finding: Finding = item.data(_FINDING)
        area = Area.parse(finding.cell)
        if area is not None:
            self.cell_wanted.emit(finding.sheet, area.top, area.left)


def _nothing(_kind: str) -> None:
    """Do nothing: a trial is only looked at, so nothing leaves that would be recorded."""
