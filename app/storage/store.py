"""The store: commands change it, queries read it, and what was done can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from app.kernel.errors import Refusal
from app.storage import undo
from app.storage.changes import (
    Kind,
    WorkingSession,
    touched_by,
    working_session,
    write_changes,
    write_operation,
)
from app.storage.engine import WRITES, Place
from app.storage.failures import in_words
from app.storage.gone import USED, is_broken_reference
from app.storage.undo import HistoryRow, Step

__all__ = ["Done", "HistoryRow", "Store"]

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What a command returned, which tables it touched, and the operation it is logged as.

    A command that changed nothing has no operation.
    """

    result: R
    tables: frozenset[str]
    operation: int | None


class Store:
    """The office file, seen as things that can be done and things that can be asked.

    Every method raises ``Refusal`` when the disk, the file or the rules do not allow it; then
    nothing has happened.  Queries may be asked from several threads, commands from one at a
    time.
    """

    def __init__(
        self,
        engine: Engine,
        place: Place,
        now: Callable[[], datetime],
        *,
        before_close: Callable[[Store], None] = lambda _store: None,
        after_close: Callable[[], None] = lambda: None,
        backups: Path | None = None,
    ) -> None:
        self._engine = engine
        self._writing = engine.execution_options(**{WRITES: True})
        self._before_close = before_close
        self._after_close = after_close
        self._open = True
        self.place = place
        self.now = now
        self.backups = backups or place.path.parent
        """Where a backup before something large is put."""
        self.copy_due = False
        """Whether something was changed since the newest backup."""

    def ask(
        self,
        query: Callable[Concatenate[Session, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run a query.  What it returns must not be mapped objects: they end here."""
        with in_words(self.place.path), Session(self._engine) as session:
            return query(session, *args, **kwargs)

    def do(
        self,
        label: str,
        command: Callable[Concatenate[Session, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[R]:
        """Run a command in one transaction, as one step of undo: all of it happens, or none."""
        return self._run(Kind.DO, label, lambda session: command(session, *args, **kwargs))

    def note(
        self,
        label: str,
        command: Callable[Concatenate[Session, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[R]:
        """Run a command that stays in the history but is never offered for undo."""
        return self._run(Kind.NOTE, label, lambda session: command(session, *args, **kwargs))

    def undo(self, operation: int | None = None) -> Done[str]:
        """Take back the newest operation, or one out of the history; return its label."""

        def choose(session: Session) -> Step:
            if operation is not None:
                return undo.chosen_undo(session, operation)
            if (step := undo.next_undo(session)) is None:
                raise Refusal("元に戻せる操作がありません。")
            return step

        return self._revert(Kind.UNDO, "元に戻す", choose)

    def redo(self) -> Done[str]:
        """Do again what was last taken back; return its label."""

        def choose(session: Session) -> Step:
            if (step := undo.next_redo(session)) is None:
                raise Refusal("やり直せる操作がありません。")
            return step

        return self._revert(Kind.REDO, "やり直し", choose)

    def undo_label(self) -> str | None:
        """Return the label of what ``undo`` would take back."""
        step = self.ask(undo.next_undo)
        return None if step is None else step.label

    def redo_label(self) -> str | None:
        """Return the label of what ``redo`` would do again."""
        step = self.ask(undo.next_redo)
        return None if step is None else step.label

    def history(self, limit: int | None = None) -> Sequence[HistoryRow]:
        """Return what was done, newest first."""
        return self.ask(undo.history, limit)

    def compact(self) -> None:
        """Write the file anew, so that nothing erased is left in it or in the log beside it.

        May run on any thread, while no command runs.
        """
        with in_words(self.place.path), self._engine.connect() as connection:
            connection.rollback()
            driver = connection.connection.cursor()
            driver.execute("PRAGMA temp_store = MEMORY")  # nothing of it in a temporary file
            driver.execute("VACUUM")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file; the log beside it is emptied.  Closing again does nothing.

        If the backup on closing fails, the file is closed all the same and ``Refusal`` raised.
        """
        if not self._open:
            return
        self._open = False
        try:
            self._before_close(self)
        finally:
            self._empty_log()
            self._engine.dispose()
            self._after_close()

    def _empty_log(self) -> None:
        """Write the log into the file, so that the file alone is complete.

        Where that cannot be, on a full disk, nothing is lost: the log stays beside the file.
        """
        with suppress(DBAPIError, dbapi2.Error), self._engine.connect() as connection:
            connection.rollback()
            driver = connection.connection.cursor()
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _run(self, kind: Kind, label: str, command: Callable[[Session], R]) -> Done[R]:
        try:
            with self._transaction() as session:
                result = command(session)
                session.flush()
                if not touched_by(session):
                    return Done(result, frozenset(), None)
                operation = write_operation(session, kind, label)
                tables = write_changes(session, operation)
        except IntegrityError as error:
            if is_broken_reference(error):
                raise Refusal(USED) from error
            raise
        self.copy_due = True
        return Done(result, tables, operation)

    def _revert(self, kind: Kind, verb: str, choose: Callable[[Session], Step]) -> Done[str]:
        try:
            with self._transaction() as session:
                step = choose(session)
                operation = write_operation(session, kind, f"{verb}: {step.label}", step.operation)
                tables = undo.revert(session, step.operation, operation)
        except IntegrityError as error:
            raise undo.used_since() from error
        self.copy_due = True
        return Done(step.label, tables, operation)

    @contextmanager
    def _transaction(self) -> Iterator[WorkingSession]:
        with (
            in_words(self.place.path),
            working_session(self._writing, self.now()) as session,
            session.begin(),
        ):
            yield session
