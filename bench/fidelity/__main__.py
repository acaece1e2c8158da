"""``make fidelity``: print everything twice, compare, and write docs/fidelity.md.

Ends with 1 where a goal is missed.  ``make fidelity ARGS="--keep FOLDER"`` leaves the prints, and
every word that was missed, in a folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.documents.print.book import print_bytes
from app.kernel.errors import Refusal
from bench.fidelity.comparison import Comparison, compare
from bench.fidelity.faults import read_faults
from bench.fidelity.libreoffice import find_soffice, print_all
from bench.fidelity.pdf_text import pages_of
from bench.fidelity.reference_fonts import write_reference_fonts
from bench.fidelity.report import Report, write_report
from bench.fidelity.scales import stored_scales
from bench.fidelity.visible import Sight
from bench.fidelity.workbooks import SHARED, Item, collect


def main(words: Sequence[str]) -> int:
    """Compare everything there is."""
    parser = argparse.ArgumentParser(prog="make fidelity")
    parser.add_argument("--keep", type=Path, help="where the prints are left")
    options = parser.parse_args(words)
    if find_soffice() is None:
        print("LibreOffice (soffice) is not here and could not be installed.", file=sys.stderr)
        return 2
    if not SHARED.is_dir():
        print("../shared is not here: only our own forms are compared.", flush=True)
    with tempfile.TemporaryDirectory(prefix="kurashi-fidelity-") as name:
        report = _compared(options.keep or Path(name), datetime.now())
    write_report(report)
    print(report.table())
    for sentence in report.missed_goals():
        print(f"missed: {sentence}")
    return 1 if report.missed_goals() else 0


def _compared(folder: Path, moment: datetime) -> Report:
    started = time.monotonic()
    items = collect(folder / "books")
    printable: list[Item] = []
    refused: list[tuple[str, str]] = []
    for item in items:
        try:
            data, _ = print_bytes(item.path, rules="libreoffice", moment=moment)
            (folder / f"{item.path.stem}.pdf").write_bytes(data)
            printable.append(item)
        except Refusal as refusal:
            refused.append((item.name, str(refusal)))
    print(f"  … {len(printable)} printed by us, {time.monotonic() - started:.0f} s", flush=True)
    fonts = write_reference_fonts([item.path for item in printable], folder / "fonts")
    print(f"  … fonts made, {time.monotonic() - started:.0f} s", flush=True)
    print_all([item.path for item in printable], folder / "theirs", fonts, folder / "profile")
    print(f"  … printed by LibreOffice, {time.monotonic() - started:.0f} s", flush=True)
    found = [_of_item(item, folder) for item in printable]
    return Report(found, list(stored_scales()), refused, folder, printable)


def _of_item(item: Item, folder: Path) -> Comparison:
    theirs = folder / "theirs" / f"{item.path.stem}.pdf"
    ours = folder / f"{item.path.stem}.pdf"
    pages = pages_of(theirs) if theirs.exists() else []
    return compare(item.name, pages, pages_of(ours), read_faults(), Sight(theirs))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
