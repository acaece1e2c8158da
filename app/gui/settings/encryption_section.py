"""設定 → 暗号化: whether this file is encrypted, and what that means."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.gui.compiled.settings.ui_encryption_section import Ui_EncryptionSection
from app.gui.framework import icons, theme
from app.gui.framework.page import Page
from app.gui.settings.place_links import open_folder
from app.gui.settings.section import Section

_ICON = 32
_ENCRYPTED = (
    "パソコンやUSBメモリーをなくしても、パスフレーズを知らない人は名簿を読めません。"
    "控えも同じパスフレーズで暗号化しています。\n"
    "パスフレーズを忘れると、だれにも（作った人にも）開けなくなります。"
    "事務所ファイルを作ったときに印刷した「パスフレーズの控え」が、"
    "鍵のかかる所にあるか確かめてください。"
)
_PLAIN = (
    "このファイルをコピーした人は、だれでも名簿を読めます。"
    "パソコンにログインのパスワードをかけ、USBメモリーで持ち出すときは特に気をつけてください。\n"
    "暗号化した事務所ファイルにしたいときは、「ファイル」の「新しい事務所ファイルを作る」で"
    "「パスフレーズで守る」を選んで作り、名簿を取り込みます。"
)


class EncryptionSection(Section):
    """Says the state in a word, with a lock that is shut or open, and explains it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_EncryptionSection()
        self.ui.setupUi(self)
        self.ui.explainLabel.setMaximumWidth(760)
        self._path = self.store.plain.place.path
        self.ui.fileLabel.setText(str(self._path))
        self.ui.fileButton.clicked.connect(self._open_folder)
        self.reveal()

    @property
    def encrypted(self) -> bool:
        """Whether the office file that is open has a passphrase."""
        return self.store.plain.place.key is not None

    def reveal(self) -> None:
        colours = theme.current()
        name, colour, text = ("unlock", colours.warning, "このファイルは暗号化していません")
        if self.encrypted:
            name, colour, text = ("lock", colours.good, "このファイルは暗号化しています")
        self.ui.stateIcon.setPixmap(icons.icon(name, colour).pixmap(_ICON, _ICON))
        self.ui.stateLabel.setText(text)
        self.ui.explainLabel.setText(_ENCRYPTED if self.encrypted else _PLAIN)

    @Slot()
    def _open_folder(self) -> None:
        if not open_folder(self._path.parent):
            self.page.said.emit(f"事務所ファイルの場所は「{self._path.parent}」です。")
