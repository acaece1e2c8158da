"""Checking an office file: the file itself, its references, its log, and its newest backup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from json import loads
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.storage.backup import newest
from app.storage.store import Store
from app.storage.undo import columns_of, same_row

_OLD_DAYS = 7
_MAKE_ONE = "7日以上たっています。新しい控えを作ってください。"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found.  ``problems`` are about the file, ``sentences`` about everything."""

    problems: tuple[str, ...]
    sentences: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether the file itself is whole and agrees with its log."""
        return not self.problems


def verify(store: Store, backups: Path | None = None) -> Health:
    """Check an open office completely; takes about a second for 100 MB."""
    problems = store.ask(_problems)
    sentences = problems or ("事務所ファイルは正常です。",)
    if backups is not None:
        sentences += (_about_backups(store, backups),)
    return Health(problems, sentences)


def _problems(session: Session) -> tuple[str, ...]:
    connection = session.connection()
    damage = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    if damage != ["ok"]:
        return (f"ファイルが壊れています（{damage[0]}）。最新の控えに戻してください。",)
    problems = [
        f"表「{table}」の{row}番が、ない記録（表「{parent}」）を指しています。"
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    problems += (
        f"表「{table}」の{row}番が、変更の履歴と一致しません。"
        for table, row in _unlogged(connection)
    )
    more = len(problems) - _SHOWN
    return (*problems[:_SHOWN], *([f"ほかに{more}件あります。"] if more > 0 else []))


_NEWEST_IMAGES = (
    "SELECT row_id, after FROM change WHERE id IN ("
    "SELECT max(id) FROM change WHERE table_name = ? AND operation_id > "
    "(SELECT coalesce(max(id), 0) FROM operation WHERE kind = 'migration') GROUP BY row_id)"
)


def _unlogged(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield the rows that are not what the newest entry of the log says they are."""
    tables = connection.exec_driver_sql("SELECT DISTINCT table_name FROM change").scalars().all()
    for table in tables:
        names = columns_of(connection, table)
        listed = ", ".join(f'"{name}"' for name in names)
        found = connection.exec_driver_sql(f'SELECT {listed} FROM "{table}"')
        rows = {row[0]: dict(zip(names, row, strict=True)) for row in found}
        for row_id, after in connection.exec_driver_sql(_NEWEST_IMAGES, (table,)):
            if not same_row(rows.get(row_id), None if after is None else loads(after)):
                yield table, row_id


def newest_backup(made: datetime | None, now: datetime) -> str:
    """Say when the newest backup was made, as in 11月20日09:00（今日）."""
    if made is None:
        return "控えがまだありません。「設定」の「控え」で「今すぐ控えを作る」を押してください。"
    days = (now.date() - made.date()).days
    ago = {0: "今日", 1: "きのう"}.get(days, f"{days}日前")
    year = "" if made.year == now.year else f"{made.year}年"
    return f"最新の控えは{year}{made.month}月{made.day}日{made:%H:%M}（{ago}）です。"


def is_old(made: datetime, now: datetime) -> bool:
    """Return whether a backup is so old that another should be made."""
    return (now.date() - made.date()).days >= _OLD_DAYS


def _about_backups(store: Store, backups: Path) -> str:
    found = newest(backups, store.place.path.stem)
    made = found[1] if found else None
    old = made is not None and is_old(made, store.now())
    return newest_backup(made, store.now()) + (_MAKE_ONE if old else "")
