"""What the search box of the window finds: things of every place, then commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.search import Hit, Target
from app.gui.window_menus import plain

_PER_FINDER = 6
_TOGETHER = 10
_ACTION = "action"


def _shared(groups: list[list[Hit]]) -> list[list[Hit]]:
    """Shorten the longest groups until all of them have a place in the list."""
    while sum(map(len, groups)) > _TOGETHER:
        max(reversed(groups), key=len).pop()
    return groups


class WindowSearch:
    """Asks the finders of the pages that are known, shown or not, and looks among the actions."""

    def __init__(
        self,
        store: Callable[[], ObservableStore | None],
        actions: Callable[[], Sequence[QAction]],
        go: Callable[[Target], None],
    ) -> None:
        self._store = store
        self._actions = actions
        self._go = go
        self._known: list[type[Page]] = []

    def remember(self, page_class: type[Page]) -> None:
        """Ask the finders of a page from now on."""
        if page_class not in self._known:
            self._known.append(page_class)

    def hits(self, text: str) -> Sequence[Hit]:
        """Return what is found for a text."""
        store = self._store()
        finders = [finder for known in self._known for finder in known.finders]
        groups = [] if store is None else [list(find(store, text, _PER_FINDER)) for find in finders]
        found = [hit for group in _shared(groups) for hit in group]
        names = [plain(action) for action in self._actions() if action.isEnabled()]
        commands = [Hit(name, "命令", Target(_ACTION, name)) for name in names if text in name]
        return [*found, *commands]

    def follow(self, hit: Hit) -> None:
        """Go to a hit, or do what it commands."""
        if hit.target.place != _ACTION:
            self._go(hit.target)
            return
        for action in self._actions():
            if plain(action) == hit.target.kind and action.isEnabled():
                action.trigger()
                return
