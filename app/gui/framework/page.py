"""What every page has: the store, the year, the dialogs, the jobs, and its keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Finder, Target
from app.gui.framework.shortcuts import PageKeys
from app.gui.framework.year_choice import YearChoice

if TYPE_CHECKING:  # the window is drawn before storage is imported
    from app.storage.store import Store


class Page(QWidget):
    """A place of the window.  Subclasses lay themselves out and connect in ``__init__``.

    ``wanted`` carries a ``Target``: the window goes there.  ``said`` carries a sentence for the
    status line.
    """

    wanted = Signal(object)
    said = Signal(str)

    finders: ClassVar[tuple[Finder, ...]] = ()

    def __init__(
        self,
        store: ObservableStore,
        year: YearChoice,
        dialogs: Dialogs,
        jobs: Jobs,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.year = year
        self.dialogs = dialogs
        self.jobs = jobs
        self.clock = clock
        self.keys = PageKeys(self)

    @classmethod
    def prepare(cls, store: Store, today: date) -> None:
        """Ask for what the page will show, on another thread and before the page is made.

        The first place asks here for the first time, so that the statements are ready when the
        window's own thread asks.  Does nothing unless overridden.
        """

    @property
    def today(self) -> date:
        return self.clock().date()

    def open_target(self, target: Target) -> None:
        """Show the thing a link or the search box leads to.  Does nothing unless overridden."""

    def may_leave(self) -> bool:
        """Say whether the page can be left: one with unsaved input asks, and may stay."""
        return True
