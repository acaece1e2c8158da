"""Kills the program at random moments, and proves that nothing it reported saved is lost.

``python -m tools.kill_proof [--kills 100] [--seed 1] [--journey tools.kill_proof] [--encrypt]``

A child process opens an office and goes through a journey: a module with ``go(store, round)``,
which yields what the store answered, step by step.  The child writes the key of every operation
as soon as it is done.  The parent kills it (SIGKILL) at a random moment, opens the file again as
the program would, verifies it, and looks for every operation that was reported.  The journey
then goes on with the same file, so damage would pile up.  What the disk itself loses when the
power fails is another matter: for that, every commit is followed by one sync.
"""

from __future__ import annotations

import argparse
import importlib
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import wiring as _every_table  # noqa: F401
from app.office.tables import District, Setting, Town
from app.storage.bulk import add_rows
from app.storage.office_file import create_office, open_office
from app.storage.store import Done, Store
from app.storage.verify import verify

_LONGEST_SECONDS = 1.2
_PASSPHRASE = "途中で止める試験"


def clock() -> datetime:
    """Return the time of every operation of the proof."""
    return datetime(2026, 4, 1, 9)


def go(store: Store, round_: int) -> Iterator[Done[Any]]:
    """Go through the plain journey: an import, then many small changes, for ever."""
    rows = [{"name": f"町{round_}-{n}", "kana": "マチ", "district_id": None} for n in range(500)]
    yield store.do("取り込み", add_rows, Town, rows)
    for number in count():
        yield store.do("追加", _add_district, f"圏域{round_}-{number}")
        yield store.do("変更", _note_number, number)
        if number % 7 == 0:
            yield store.undo()


def _add_district(session: Session, name: str) -> None:
    position = session.scalar(select(func.count()).select_from(District)) or 0
    session.add(District(name=name, position=position, centre=""))


def _note_number(session: Session, number: int) -> None:
    row = session.scalars(select(Setting).where(Setting.name == "回数")).one_or_none()
    if row is None:
        session.add(Setting(name="回数", value=[number]))
    else:
        row.value = [*row.value[-5:], number]


def travel(office: Path, passphrase: str | None, journey: str, round_: int) -> None:
    """Go through the journey, writing the key of every operation that is done."""
    store = open_office(office, passphrase=passphrase, clock=clock, backups=None)
    _report(0)
    for done in importlib.import_module(journey).go(store, round_):
        if done.operation is not None:
            _report(done.operation)
    store.close()


def _report(operation: int) -> None:
    sys.stdout.write(f"{operation}\n")
    sys.stdout.flush()


def kill_once(options: argparse.Namespace, office: Path, round_: int, wait: float) -> int:
    """Start the journey, kill it, and return how many operations it had reported."""
    command = [sys.executable, "-m", "tools.kill_proof", "--child", str(office)]
    command += ["--journey", options.journey, "--round", str(round_)]
    command += ["--encrypt"] if options.encrypt else []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(wait)
        child.kill()
        reported = [first, *child.stdout]
    keys = [int(line) for line in reported if line.endswith("\n") and line != "0\n"]
    store = open_office(office, passphrase=_passphrase(options), clock=clock, backups=None)
    try:
        health = verify(store)
        assert health.sound, health.problems
        missing = set(keys) - {row.id for row in store.history()}
        assert not missing, f"reported, and lost: {sorted(missing)}"
    finally:
        store.close()
    return len(keys)


def prove(options: argparse.Namespace) -> None:
    """Kill as often as asked; an ``AssertionError`` tells what was lost."""
    chance = random.Random(options.seed)
    with TemporaryDirectory() as folder:
        office = Path(folder) / "kurashi.kurashi"
        create_office(office, passphrase=_passphrase(options), clock=clock)
        reported = 0
        for number in range(options.kills):
            wait = chance.uniform(0, _LONGEST_SECONDS) * chance.random()
            reported += kill_once(options, office, number, wait)
            print(f"{number + 1}/{options.kills} killed, {reported} operations reported", end="\r")
        print(f"\n{options.kills} kills: every one of {reported} operations reported is there")


def _passphrase(options: argparse.Namespace) -> str | None:
    return _PASSPHRASE if options.encrypt else None


def main() -> None:
    """Read the command line, and be parent or child."""
    parser = argparse.ArgumentParser(prog="kill_proof", description="途中で止める試験")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--journey", default="tools.kill_proof")
    parser.add_argument("--encrypt", action="store_true")
    parser.add_argument("--child", type=Path)
    parser.add_argument("--round", type=int, default=0)
    options = parser.parse_args()
    if options.child is None:
        prove(options)
    else:
        travel(options.child, _passphrase(options), options.journey, options.round)


if __name__ == "__main__":
    main()
