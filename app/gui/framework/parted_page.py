"""A place of the window that has parts: tabs at the top, each a page made when first shown."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, cast

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction

from app.gui.compiled.framework.ui_parted_page import Ui_PartedPage
from app.gui.framework import icons, window_state
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.shortcuts import KeyHelp, PageKeys

PART = "part"
"""The kind of a link that opens a part by its name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the name links use, its title and icon, the page that shows it, and what links.

    ``kinds`` are the kinds of links (``person`` …) that lead into it.
    """

    name: str
    title: str
    icon: str
    module: str
    class_name: str
    kinds: tuple[str, ...] = ()

    def page_class(self) -> type[Page]:
        """Import the page of this part."""
        return cast("type[Page]", getattr(importlib.import_module(self.module), self.class_name))


class PartKeys(PageKeys):
    """The keys of a place, with those of the part that is shown."""

    def __init__(self, page: Page, part: Callable[[], Page]) -> None:
        super().__init__(page)
        self._part = part

    @property
    def actions(self) -> list[QAction]:
        return [*super().actions, *self._part().keys.actions]

    def help(self) -> tuple[KeyHelp, ...]:
        """Return everything F1 shows for the part that is shown."""
        return (*self._part().keys.help(), *super().help())


class PartedPage(Page):
    """Shows one of ``PARTS``; the last one shown is remembered under ``NAME``."""

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    PARTS: ClassVar[tuple[Part, ...]]

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_PartedPage()
        self.ui.setupUi(self)
        self.ui.tabs.setAccessibleName(f"{self.TITLE}の切り替え")
        self.ui.tabs.setDrawBase(False)
        self.ui.tabs.setExpanding(False)
        self._made: dict[str, Page] = {}
        self._shown = 0
        for one in self.PARTS:
            self.ui.tabs.addTab(icons.icon(one.icon), one.title)
        self._begin()
        self.keys = PartKeys(self, lambda: self.part)
        self.ui.tabs.currentChanged.connect(self._chosen)
        self.ui.tabs.tabBarClicked.connect(self._clicked, Qt.ConnectionType.QueuedConnection)

    def _begin(self) -> None:
        """Show the part that was shown last."""
        state = window_state.current()
        last = state.kept(f"{self.NAME}.part") if state else ""
        names = [one.name for one in self.PARTS]
        self._shown = names.index(last) if last in names else 0
        self.ui.tabs.setCurrentIndex(self._shown)
        self.ui.tabStack.setCurrentWidget(self.part)
        self.setFocusProxy(self.part)

    @property
    def part(self) -> Page:
        """The part that is shown."""
        return self.part_named(self.PARTS[self._shown].name)

    def part_named(self, name: str) -> Page:
        """Return a part, making it if it has not been shown yet."""
        if name not in self._made:
            one = next(part for part in self.PARTS if part.name == name)
            made = one.page_class()(
                self.store, self.year, self.dialogs, self.jobs, self.clock, self
            )
            made.wanted.connect(self.wanted)
            made.said.connect(self.said)
            self._made[name] = made
            self.ui.tabStack.addWidget(made)
        return self._made[name]

    def show_part(self, name: str) -> bool:
        """Show a part and go to it; return whether the one shown before could be left."""
        number = [one.name for one in self.PARTS].index(name)
        self.ui.tabs.setCurrentIndex(number)
        if self._shown == number:
            self.part.setFocus()
        return self._shown == number

    def open_target(self, target: Target) -> None:
        """Show what a link names in the part that shows such things."""
        if target.kind == PART:
            if target.key in {one.name for one in self.PARTS}:
                self.show_part(str(target.key))
            return
        named = [one.name for one in self.PARTS if target.kind in one.kinds]
        if named and self.show_part(named[0]):
            self.part.open_target(target)

    def may_leave(self) -> bool:
        return self.part.may_leave()

    @Slot()
    def next_part(self) -> None:
        """Show the part to the right, after the last the first."""
        self._step(1)

    @Slot()
    def previous_part(self) -> None:
        """Show the part to the left, before the first the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        self.show_part(self.PARTS[(self._shown + step) % len(self.PARTS)].name)

    @Slot(int)
    def _chosen(self, number: int) -> None:
        if number == self._shown:
            return
        if not self.part.may_leave():
            self.ui.tabs.blockSignals(True)  # noqa: FBT003  it never was left
            self.ui.tabs.setCurrentIndex(self._shown)
            self.ui.tabs.blockSignals(False)  # noqa: FBT003
            return
        self._shown = number
        self.setFocusProxy(self.part)
        self.ui.tabStack.setCurrentWidget(self.part)
        if (state := window_state.current()) is not None:
            state.keep(f"{self.NAME}.part", self.PARTS[number].name)

    @Slot(int)
    def _clicked(self, number: int) -> None:
        """Let the keys of a part that was clicked work at once."""
        if number == self.ui.tabs.currentIndex():
            self.part.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "ui"):
            for number, one in enumerate(self.PARTS):
                self.ui.tabs.setTabIcon(number, icons.icon(one.icon))
