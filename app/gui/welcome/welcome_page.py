"""The first run: three questions, then an empty office, the sample, or an import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.gui.compiled.welcome.ui_welcome_page import Ui_WelcomePage
from app.gui.framework.edit_form import EditForm
from app.gui.welcome.answers import EMPTY, IMPORT, SAMPLE, Questions
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear

_EMS = 36


class WelcomePage(QWidget):
    """Asks the three questions, and offers the offices opened lately.

    ``create_wanted`` carries ``Answers``, ``open_path`` an office opened lately that was chosen;
    ``open_other`` asks for another, ``backup_wanted`` to begin with a backup.
    """

    create_wanted = Signal(object)
    open_path = Signal(object)
    open_other = Signal()
    backup_wanted = Signal()

    def __init__(self, year: FiscalYear, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_WelcomePage()
        self.ui.setupUi(self)
        em = self.fontMetrics().horizontalAdvance("国")
        self.ui.introLabel.setMaximumWidth(_EMS * em)
        self.ui.encryptLabel.setMaximumWidth(_EMS * em)
        self.form = EditForm(self)
        self.form.bind("office_name", self.ui.nameEdit)
        self.form.bind("city", self.ui.cityEdit)
        self.form.bind("year", self.ui.yearEdit)
        self.form.show_draft(Questions(year=str(year)))
        self.form.submitted.connect(self._create)
        self.ui.createButton.clicked.connect(self._create)
        self.ui.openButton.clicked.connect(self.open_other)
        self.ui.backupButton.clicked.connect(self.backup_wanted)
        self.setFocusProxy(self.ui.nameEdit)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the offices opened lately; those that are gone are left out."""
        layout = self.ui.recentLayout
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for path in paths:
            if path.is_file():
                button = QPushButton(f"{path.stem}　（{path.parent}）")
                button.setProperty("link", True)  # noqa: FBT003
                button.setProperty("path", str(path))
                button.clicked.connect(self._open)
                layout.addWidget(button)

    @Slot()
    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.open_path.emit(Path(str(button.property("path"))))

    @Slot()
    def _create(self) -> None:
        questions = self.form.read()
        if questions is None:
            return
        try:
            answers = questions.answers(self._start(), encrypted=self.ui.encryptChoice.isChecked())
        except Refusal as refusal:
            self.form.mark_refusal(refusal)
        else:
            self.create_wanted.emit(answers)

    def _start(self) -> str:
        if self.ui.importChoice.isChecked():
            return IMPORT
        return SAMPLE if self.ui.sampleChoice.isChecked() else EMPTY
