from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.storage.engine import Place, connected, make_durable
from app.storage.store import Store
from tests.conftest import KEY

ROOT = Path(__file__).parents[2]
COMMITS = 20
PROGRAM = f"""
import os, sys
from datetime import datetime
from pathlib import Path
from app.office.tables import Setting
from app.storage.engine import Place, open_engine
from app.storage.store import Store

place = Place(Path(sys.argv[1]))
store = Store(open_engine(place), place, lambda: datetime(2026, 4, 1))
store.do("追加", lambda session: session.add(Setting(name="x", value=[0])))
os.write(2, b"BEGIN")
for number in range({COMMITS}):
    store.do("変更", lambda session: setattr(session.get_one(Setting, 1), "value", [number, 1]))
    store.undo_label()
os.write(2, b"END")
os._exit(0)
"""


def test_that_a_key_is_not_shown(tmp_path: Path) -> None:
    assert KEY not in repr(Place(tmp_path / "office", KEY))


def test_that_a_place_without_a_shared_log_is_refused() -> None:
    with connected(Place(Path(":memory:"))) as connection, pytest.raises(Refusal, match="内蔵"):
        make_durable(connection)


def test_that_tables_made_in_a_failed_transaction_are_gone(engine: Engine, store: Store) -> None:
    def tables(session: Session) -> int:
        sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"
        return int(session.connection().exec_driver_sql(sql).scalar_one())

    def fail() -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert store.ask(tables) == 0


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace counts the syncs")
def test_that_one_command_waits_for_the_disk_once(place: Place, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-o", str(trace), "-e", "trace=fsync,fdatasync,write"]
    command += [sys.executable, "-c", PROGRAM, str(place.path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if not trace.exists() or b"ptrace" in ended.stderr:
        pytest.skip("strace is not allowed here")
    _, _, after = trace.read_text("utf-8").partition('"BEGIN"')
    during, _, _ = after.partition('"END"')
    assert during.count("sync(") == COMMITS
