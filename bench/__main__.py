"""``make bench``: every bench, or those named, each in a process of its own.

Prints a table for each and writes all figures to ``out/bench.json``.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.rounds import ROOT, Line, table

NAMES = (
    "start", "search", "lists", "marking", "filling", "printing", "importing", "exporting",
    "backup", "matching", "reporting",
)  # fmt: skip
_RESULTS = ROOT / "out" / "bench.json"


def main(words: Sequence[str]) -> int:
    """Run benches; the folder they share holds the large offices, which are made once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if words and words[0] == "--one":
        _run_one(words[1], Path(words[2]))
        return 0
    names = [name.removesuffix(".py") for name in words] or list(NAMES)
    if unknown := [name for name in names if name not in NAMES]:
        print(f"No such bench: {', '.join(unknown)}.  There are {', '.join(NAMES)}.")
        return 2
    print(_machine(), flush=True)
    found: dict[str, object] = {"machine": _machine()}
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kurashi-bench-") as folder:
        for name in names:
            print(f"\n== {name}", flush=True)
            command = [sys.executable, "-m", "bench", "--one", name, folder]
            failed += subprocess.call(command, cwd=ROOT) != 0
            result = Path(folder) / f"{name}.json"
            if result.exists():
                found[name] = json.loads(result.read_text("utf-8"))
    _RESULTS.parent.mkdir(exist_ok=True)
    _RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
    return 1 if failed else 0


def _run_one(name: str, folder: Path) -> None:
    lines: list[Line] = []
    for line in importlib.import_module(f"bench.{name}").run(folder):
        lines.append(line)
        print(f"  … {line.what}", file=sys.stderr, flush=True)
    print(table(lines), flush=True)
    text = json.dumps([line.to_json() for line in lines], ensure_ascii=False)
    (folder / f"{name}.json").write_text(text, "utf-8")


def _machine() -> str:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load {load:.1f}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
