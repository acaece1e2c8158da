"""Failures of the disk are said in words, lose nothing, and leave the store usable."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, func, select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from app.kernel.errors import Refusal
from app.office.tables import Setting, Town
from app.storage.bulk import add_rows
from app.storage.failures import in_words, sentence
from app.storage.store import Store
from app.storage.verify import verify

ROWS = [{"name": f"町{number}", "kana": "マチ" * 40, "district_id": None} for number in range(3000)]


def towns(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Town)) or 0


def limit(engine: Engine, pages: int) -> None:
    engine.dispose()

    @event.listens_for(engine, "connect")
    def set_limit(connection: dbapi2.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")


def test_that_a_full_disk_loses_nothing(store: Store, engine: Engine) -> None:
    store.do("追加", add_rows, Town, ROWS[:10])
    limit(engine, 1)
    with pytest.raises(Refusal, match="空き容量を増やして"):
        store.do("取り込み", add_rows, Town, ROWS[10:])
    assert store.ask(towns) == 10
    assert [row.label for row in store.history()] == ["追加"]
    limit(engine, 1_000_000)
    store.do("取り込み", add_rows, Town, ROWS[10:])
    assert store.ask(towns) == 3000
    assert verify(store).sound


def test_that_a_write_protected_file_is_said(store: Store, engine: Engine) -> None:
    engine.dispose()

    @event.listens_for(engine, "connect")
    def protect(connection: dbapi2.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    with pytest.raises(Refusal, match="読み取り専用"):
        store.do("追加", add_rows, Town, ROWS[:10])
    with pytest.raises(Refusal, match="読み取り専用"):
        store.undo()
    assert store.ask(towns) == 0


def test_that_faults_of_the_program_are_raised_as_they_are(store: Store) -> None:
    with pytest.raises(IntegrityError):
        store.do("追加", lambda session: session.add(Setting(name=None, value=1)))
    with pytest.raises(OperationalError, match="no such table: absent"):
        store.ask(lambda session: session.execute(text("select * from absent")))
    with pytest.raises(ZeroDivisionError):
        store.do("計算", lambda _session: 1 // 0)
    assert store.ask(towns) == 0


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "空き容量"),
        (errno.EROFS, "書き込めません"),
        (errno.EACCES, "許可"),
        (errno.ENOENT, "見つかりません"),
        (errno.ENAMETOOLONG, "短い名前"),
        (errno.EIO, "控え"),
    ],
)
def test_that_a_refused_file_is_said_with_its_name(number: int, words: str) -> None:
    with pytest.raises(Refusal, match=f"{words}.*名簿.csv"), in_words(Path("office.kurashi")):
        raise OSError(number, "failed", "folder/名簿.csv")


def test_that_a_failure_without_a_code_is_known_by_its_message() -> None:
    assert "空き容量" in (sentence(dbapi2.OperationalError("database or disk is full")) or "")


def test_that_an_unknown_failure_has_no_sentence() -> None:
    assert sentence(OSError(errno.EDOM, "failed")) is None
    assert sentence(dbapi2.Error("failed")) is None
    with pytest.raises(OSError, match="failed"), in_words(Path("office.kurashi")):
        raise OSError(errno.EDOM, "failed")
