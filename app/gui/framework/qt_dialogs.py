"""The dialogs of the real program: the only place with message, file and print boxes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from app.gui.framework.checklist_dialog import ChecklistDialog
from app.gui.framework.choice_dialog import ChoiceDialog
from app.gui.framework.passphrase_dialog import PassphraseDialog

_PRINT_DPI = 300
TITLE = "くらしの台帳"
_ROLE = QMessageBox.ButtonRole


class QtDialogs:
    """The dialogs of the real program, over a window."""

    def __init__(self, window: QWidget | None = None, folder: Path | None = None) -> None:
        self._window = window
        self._folder = folder or Path.home()

    def over(self, window: QWidget) -> None:
        """Ask over this window from now on."""
        self._window = window

    def confirm(self, title: str, text: str, yes: str) -> bool:
        box = self._box(QMessageBox.Icon.Question, text, title)
        accept = box.addButton(yes, _ROLE.AcceptRole)
        box.addButton("やめる", _ROLE.RejectRole)
        box.setDefaultButton(accept)
        box.exec()
        return box.clickedButton() is accept

    def tell(self, text: str, details: str = "") -> None:
        box = self._box(QMessageBox.Icon.Information, text, TITLE)
        if details:
            box.setDetailedText(details)
        box.addButton("閉じる", _ROLE.AcceptRole)
        box.exec()

    def choose(self, title: str, text: str, options: Sequence[str]) -> int | None:
        return ChoiceDialog(title, text, options, self._window).ask()

    def choose_several(self, title: str, text: str, options: Sequence[str]) -> list[int] | None:
        return ChecklistDialog(title, text, options, self._window).ask()

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        answer, given = QInputDialog.getText(self._window, title, label, text=text)
        return answer.strip() if given else None

    def ask_passphrase(self, title: str, text: str, *, new: bool = False) -> str | None:
        return PassphraseDialog(title, text, new=new, parent=self._window).ask()

    def ask_open_path(self, title: str, kinds: str) -> Path | None:
        name, _kind = QFileDialog.getOpenFileName(self._window, title, str(self._folder), kinds)
        return self._remember(name)

    def ask_save_path(self, title: str, name: str, kinds: str) -> Path | None:
        start = str(self._folder / name)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        return self._remember(chosen)

    def ask_folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._window, title, str(self._folder))
        return Path(name) if name else None

    def ask_printer(self, pages: int) -> QPrinter | None:
        printer = QPrinter()
        printer.setResolution(_PRINT_DPI)
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, pages)
        dialog.setWindowTitle("印刷")
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def show_bug(self, details: str, logs: Path) -> None:
        text = (
            "申し訳ありません。プログラムの不具合で、いまの操作を終えられませんでした。"
            "それまでに保存したものは残っています。続けて使えますが、"
            "同じことが起きるときは「詳細を写す」を押して、担当者にお知らせください。"
        )
        box = self._box(QMessageBox.Icon.Warning, text, "不具合が起きました")
        copy = box.addButton("詳細を写す", _ROLE.ActionRole)
        folder = box.addButton("記録の場所を開く", _ROLE.ActionRole)
        box.setDefaultButton(box.addButton("続ける", _ROLE.AcceptRole))
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(details)
        elif box.clickedButton() is folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs)))

    def _remember(self, name: str) -> Path | None:
        if not name:
            return None
        self._folder = Path(name).parent
        return Path(name)

    def _box(self, icon: QMessageBox.Icon, text: str, title: str) -> QMessageBox:
        box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return box
