"""What a command was told to refer to, and that is gone: said in words, with its name.

A form holds keys of what it offered when it was opened.  Where one of them was deleted
meanwhile, in another place of the program or by an undo, SQLite refuses the row; the sentence
made here names what is meant as the change log last knew it, and the field it was chosen in.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import loads
from typing import Any

from sqlalchemy import Insert, Table, Update
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import IntegrityError

from app.kernel.errors import Refusal
from app.kernel.text import quoted

USED = (
    "ほかの記録で使われているため削除できません。"
    "先に、それを使っている記録のほうを変えるか削除してください。"
)
_BROKEN = "FOREIGN KEY constraint failed"
_NAMES = ("name", "title")


def is_broken_reference(error: IntegrityError) -> bool:
    """Return whether a row referred to nothing, or something that is referred to was deleted."""
    return str(error.orig) == _BROKEN


def refuse_gone(context: ExceptionContext) -> None:
    """Raise ``Refusal`` in place of a broken reference of a row that is written.

    Listens to errors of an engine.  What deletes is left alone: commands have words of their own.
    """
    error, running = context.sqlalchemy_exception, context.execution_context
    if not isinstance(error, IntegrityError) or not is_broken_reference(error):
        return
    compiled: Any = getattr(running, "compiled", None)
    statement = getattr(compiled, "statement", None)
    if not isinstance(statement, Insert | Update) or not isinstance(statement.table, Table):
        return
    connection: Any = context.connection
    driver = connection.connection.cursor()
    rows = getattr(running, "compiled_parameters", None) or []
    for column, table, key in _references(statement.table, rows):
        if not driver.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (key,)).fetchone():
            raise _refusal(column, _last_name(driver, table, key)) from error


def _references(table: Table, rows: list[dict[str, Any]]) -> Iterator[tuple[str, str, int]]:
    """Yield what the rows of a statement refer to: column, table and key, each once."""
    seen = set()
    for values in rows:
        for foreign in table.foreign_keys:
            column, key = foreign.parent.name, values.get(foreign.parent.name)
            if key is not None and (column, key) not in seen:
                seen.add((column, key))
                yield column, foreign.column.table.name, key


def _last_name(driver: Any, table: str, key: int) -> str:
    """Return what a deleted row was called, or nothing where the log does not say."""
    found = driver.execute(
        "SELECT before FROM change WHERE table_name = ? AND row_id = ? AND before IS NOT NULL "
        "ORDER BY id DESC LIMIT 1",
        (table, key),
    ).fetchone()
    image = {} if found is None else loads(found[0])
    return next((str(image[one]) for one in _NAMES if image.get(one)), "")


def _refusal(column: str, name: str) -> Refusal:
    meant = f"選ばれている{quoted(name)}" if name else "選ばれているもの"
    text = f"{meant}は、そのあと削除されています。選び直してから、もう一度保存してください。"
    return Refusal(text, {column: text})
