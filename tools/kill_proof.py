"""Kills the program at random moments, and proves that nothing it reported saved is lost.

``python -m tools.kill_proof [--times 100] [--seed 1]``

A child process goes through ``tools.kill_journey`` and writes a line after everything that has
returned.  The parent kills it (SIGKILL) at a random moment of the whole run, from the making of
the file to its conversion by the next version.  Then it opens the file as the program would and
looks for everything that was reported.  Half of the offices go on after a kill, so that damage
would pile up; every other one is encrypted.  What the disk itself loses when the power fails is
another matter: for that, every commit is followed by one sync.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from app import wiring
from app.kernel.paths import Paths
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.storage import backup
from app.storage.dump import all_records
from app.storage.header import place_of
from app.storage.store import Store
from app.storage.verify import verify
from tools import next_version
from tools.kill_journey import NAME, PASSPHRASE, clock

_MOST_ROUNDS = 4
_LEFT_OVER = (".lock", ".new", "-wal", "-shm", "-journal")


@dataclass
class Office:
    """An office in a folder, and everything that was ever reported about it."""

    folder: Path
    passphrase: str | None
    rounds: int = 0
    reported: list[str] = field(default_factory=list)
    seconds: float = 0
    """How long the journey went on, from the end of its imports."""

    def travel(self, seconds: float | None) -> bool:
        """Go through the journey and kill it after so long; return whether it was killed.

        Raises ``AssertionError`` where the journey itself failed.
        """
        command = [sys.executable, "-m", "tools.kill_journey", str(self.folder)]
        command += ["--round", str(self.rounds), *(["--encrypt"] if self.passphrase else [])]
        self.rounds += 2
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            began = time.monotonic()
            if seconds is not None:
                time.sleep(seconds)
                child.kill()
            for line in child.stdout:
                if line.endswith("\n"):
                    self.reported.append(line.strip())
                    self.seconds = time.monotonic() - began
        assert child.returncode in {0, -signal.SIGKILL}, child.returncode
        return child.returncode != 0

    def prove(self) -> None:
        """Open the office as the program would; ``AssertionError`` tells what is wrong."""
        if not (self.folder / NAME).exists():
            assert "made" not in self.reported, "the file that was made is gone"
            return
        paths = Paths.under(self.folder / "home")
        with next_version.program_of(self.folder):
            store = wiring.open_store(self.folder / NAME, self.passphrase, paths, clock)
            try:
                self._prove_nothing_is_lost(store)
                self._prove_copies(paths.backups)
                _prove_it_can_be_used(store)
            finally:
                store.close()
        left = [path for path in self.folder.rglob("*") if path.name.endswith(_LEFT_OVER)]
        assert not left, f"left behind: {left}"

    def _prove_nothing_is_lost(self, store: Store) -> None:
        health = verify(store)
        assert health.sound, health.problems
        done = {int(line.split()[1]) for line in self.reported if line.startswith("done ")}
        missing = done - {row.id for row in store.history()}
        assert not missing, f"reported, and lost: {sorted(missing)}"

    def _prove_copies(self, folder: Path) -> None:
        """Check every copy; of each kind that was reported there must be one."""
        made = backup.backups_of(folder, Path(NAME).stem) if folder.exists() else ()
        for copy in made:
            backup.check(place_of(copy.path, self.passphrase))
        wanted = {line for line in self.reported if line.startswith("copied ")}
        kinds = {str(copy.reason) for copy in made}
        assert all(any(kind in line for kind in kinds) for line in wanted), "a copy is gone"


def _prove_it_can_be_used(store: Store) -> None:
    before = store.ask(all_records)
    store.do("点検", office.add_district, DistrictDraft("点検"))
    assert store.ask(all_records) != before
    store.undo()
    assert store.ask(all_records) == before


def prove(times: int, seed: int) -> None:
    """Kill as often as asked; an ``AssertionError`` tells what was lost."""
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        longest = _whole_run(Path(folder) / "whole")
        moments: Counter[str] = Counter()
        reported = killed = made = 0
        while killed < times:
            made += 1
            office = Office(Path(folder) / str(made), PASSPHRASE if made % 2 else None)
            office.folder.mkdir()
            while killed < times and office.rounds < 2 * _MOST_ROUNDS:
                share = 1 / 2 if next_version.was_used(office.folder) else 1
                if office.travel(chance.uniform(0, longest * share)):
                    killed += 1
                    moments[_moment(office.reported)] += 1
                office.prove()
                if chance.random() < 1 / 2:
                    break
            reported += len(office.reported)
            print(f"{killed}/{times} killed, {reported} steps reported", flush=True)
    where = "、".join(f"after '{word}' {count}" for word, count in sorted(moments.items()))
    print(f"seed {seed}, a whole run takes {longest:.1f} s; killed {where}")
    print(f"{times} kills: every one of {reported} steps reported is there")


def _whole_run(folder: Path) -> float:
    """Return how many seconds the journey takes when nobody kills it."""
    folder.mkdir()
    office = Office(folder, PASSPHRASE)
    assert not office.travel(None)
    assert office.reported[-1] == "over"
    office.prove()
    return office.seconds


def _moment(reported: list[str]) -> str:
    """Return the last thing that was reported, without its key or its day."""
    last = reported[-1] if reported else "ready"
    return last.split()[0] + "".join(f" {one}" for one in backup.Reason if f"-{one}" in last)


def main() -> None:
    """Read the command line, and kill."""
    parser = argparse.ArgumentParser(prog="kill_proof", description="途中で止める試験")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    prove(options.times, options.seed)


if __name__ == "__main__":
    main()
