"""設定 → 表示: how large the text is, light or dark; taken on at once, kept on this computer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot

from app.gui.compiled.settings.ui_view_section import Ui_ViewSection
from app.gui.framework import view
from app.gui.framework.page import Page
from app.gui.framework.settings import ViewSettings
from app.gui.framework.sizes import LARGEST, SMALLEST
from app.gui.settings.section import Section


class ViewSection(Section):
    """A slider for the size and three choices for the look; neither waits for a button."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_ViewSection()
        self.ui.setupUi(self)
        self.ui.sizeSlider.setRange(SMALLEST, LARGEST)
        self._looks = {
            "system": self.ui.systemChoice,
            "light": self.ui.lightChoice,
            "dark": self.ui.darkChoice,
        }
        self._show(view.current().settings)
        self.ui.sizeSlider.valueChanged.connect(self._size_chosen)
        for choice in self._looks.values():
            choice.toggled.connect(self._look_chosen)
        view.current().changed.connect(self._show)

    @Slot(object)
    def _show(self, settings: ViewSettings) -> None:
        self.ui.sizeSlider.setValue(settings.text_size)
        self.ui.sizeLabel.setText(f"{settings.text_size}ポイント")
        self._looks[settings.look].setChecked(True)

    @Slot(int)
    def _size_chosen(self, points: int) -> None:
        now = view.current()
        if points != now.settings.text_size:
            now.change(replace(now.settings, text_size=points))

    @Slot(bool)
    def _look_chosen(self, on: bool) -> None:
        now = view.current()
        look = next(name for name, choice in self._looks.items() if choice.isChecked())
        if on and look != now.settings.look:
            now.change(replace(now.settings, look=look))
