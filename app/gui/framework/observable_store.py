"""The store, with a signal when it changes and a message when it refuses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, overload

from PySide6.QtCore import QObject, Signal

from app.kernel.errors import Refusal

if TYPE_CHECKING:  # the window is drawn before storage and SQLAlchemy are imported
    from sqlalchemy.orm import Session

    from app.storage.store import Done, HistoryRow, Store

P = ParamSpec("P")
R = TypeVar("R")


class ObservableStore(QObject):
    """What pages hold instead of the store.

    ``changed`` carries the names of the tables an operation touched, so that a page
    reloads only when it shows one of them.  ``refused`` carries a sentence for the user.
    ``done`` carries the label of what was just done and can be taken back; ``noted`` that of
    what was recorded but is never offered for undo; ``reverted`` and ``repeated`` the label of
    what was undone and redone.
    """

    changed = Signal(object)
    refused = Signal(str)
    done = Signal(str)
    noted = Signal(str)
    reverted = Signal(str)
    repeated = Signal(str)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    @property
    def plain(self) -> Store:
        """The store itself, for the work of a job on another thread; then ``announce``."""
        return self._store

    def ask(
        self,
        query: Callable[Concatenate[Session, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run a query and return its answer."""
        return self._store.ask(query, *args, **kwargs)

    @overload
    def do(
        self,
        label: str,
        command: Callable[Concatenate[Session, ...], R],
        /,
        *args: Any,
        on_refusal: Callable[[Refusal], None],
        **kwargs: Any,
    ) -> Done[R] | None: ...

    @overload
    def do(
        self,
        label: str,
        command: Callable[Concatenate[Session, P], R],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[R] | None: ...

    def do(  # type: ignore[misc]  # a command with an argument named on_refusal is not served
        self,
        label: str,
        command: Callable[..., R],
        /,
        *args: Any,
        on_refusal: Callable[[Refusal], None] | None = None,
        **kwargs: Any,
    ) -> Done[R] | None:
        """Run a command as one undo step; return nothing if it was refused.

        A refusal goes to ``on_refusal`` (a form that shows it under its fields), or else is
        emitted as ``refused``.
        """
        try:
            done = self._store.do(label, command, *args, **kwargs)
        except Refusal as refusal:
            (on_refusal or self._refuse)(refusal)
            return None
        self.announce(label, done)
        return done

    def note(
        self,
        label: str,
        command: Callable[Concatenate[Session, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[R] | None:
        """Run a command that is recorded but never offered for undo."""
        try:
            done = self._store.note(label, command, *args, **kwargs)
        except Refusal as refusal:
            self._refuse(refusal)
            return None
        self.changed.emit(done.tables)
        self.noted.emit(label)
        return done

    def announce(self, label: str, done: Done[Any]) -> None:
        """Tell the window what a command did, also one that a job ran with ``plain``."""
        if done.operation is None:
            return
        self.changed.emit(done.tables)
        self.done.emit(label)

    def undo(self, operation: int | None = None) -> None:
        """Take back the last operation, or the one given, or say why that cannot be."""
        try:
            done = self._store.undo(operation)
        except Refusal as refusal:
            self._refuse(refusal)
        else:
            self.changed.emit(done.tables)
            self.reverted.emit(done.result)

    def undo_last(self) -> None:
        """Take back the last operation."""
        self.undo()

    def redo(self) -> None:
        """Do again what was last taken back, or say why that cannot be."""
        try:
            done = self._store.redo()
        except Refusal as refusal:
            self._refuse(refusal)
        else:
            self.changed.emit(done.tables)
            self.repeated.emit(done.result)

    def undo_label(self) -> str | None:
        return self._store.undo_label()

    def redo_label(self) -> str | None:
        return self._store.redo_label()

    def history(self, limit: int | None = None) -> Sequence[HistoryRow]:
        return self._store.history(limit)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(refusal.text)
