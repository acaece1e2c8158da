"""``make fidelity``: print everything twice, compare, and write docs/fidelity.md.

Ends with 1 where a goal is missed.  ``make fidelity ARGS="--keep FOLDER"`` leaves the prints, and
every word that was missed, in a folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.documents.print.book import print_bytes
from app.kernel.errors import Refusal
from bench.fidelity.comparison import Comparison, compare
from bench.fidelity.faults import Fault, read_faults
from bench.fidelity.libreoffice import find_soffice, print_all
from bench.fidelity.page import PICTURES, write_page
from bench.fidelity.pdf_text import pages_of
from bench.fidelity.reference_fonts import write_reference_fonts
from bench.fidelity.report import Report, write_misses
from bench.fidelity.scales import stored_scales
from bench.fidelity.side_by_side import draw
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
        folder = options.keep or Path(name)
        report, items = _compared(folder, datetime.now())
        write_misses(report, folder)
        write_page(report, _pictures(report, items, folder), shared=SHARED.is_dir())
    print("\n".join(report.lines()))
    missed = report.missed_goals()
    for sentence in missed:
        print(f"missed: {sentence}")
    return 1 if missed else 0


def _compared(folder: Path, moment: datetime) -> tuple[Report, dict[str, Item]]:
    items: dict[str, Item] = {}
    refused: list[tuple[str, str]] = []
    for item in collect(folder / "books"):
        try:
            data, _ = print_bytes(item.path, rules="libreoffice", moment=moment)
        except Refusal as refusal:
            refused.append((item.name, str(refusal).replace(item.path.name, "…")))
        else:
            _ours(item, folder).write_bytes(data)
            items[item.name] = item
    print(f"  … {len(items)} workbooks printed by us", flush=True)
    books = [item.path for item in items.values()]
    fonts = write_reference_fonts(books, folder / "fonts")
    print_all(books, folder / "theirs", fonts, folder / "profile")
    print("  … and by LibreOffice", flush=True)
    faults = read_faults()
    kept = [item for item in items.values() if _theirs(item, folder).exists()]
    refused += [
        (name, "LibreOffice cannot print it.") for name, item in items.items() if item not in kept
    ]
    found = [_of_item(item, folder, faults) for item in kept]
    return Report(found, list(stored_scales()), refused, faults), items


def _ours(item: Item, folder: Path) -> Path:
    return folder / f"{item.path.stem}.pdf"


def _theirs(item: Item, folder: Path) -> Path:
    return folder / "theirs" / f"{item.path.stem}.pdf"


def _of_item(item: Item, folder: Path, faults: Sequence[Fault]) -> Comparison:
    theirs = _theirs(item, folder)
    sight = Sight(theirs)
    return compare(item.name, pages_of(theirs), pages_of(_ours(item, folder)), faults, sight)


def _pictures(report: Report, items: dict[str, Item], folder: Path) -> dict[str, Path]:
    """Draw the worst of our own forms; returns the pictures by workbook."""
    for old in PICTURES.glob("*.png"):
        old.unlink()
    found: dict[str, Path] = {}
    for one in [one for one in report.worst if items[one.name].ours][:3]:
        item = items[one.name]
        page = one.missed[0].page if one.missed else 1
        found[one.name] = PICTURES / f"worst-{len(found) + 1}.png"
        draw(_theirs(item, folder), _ours(item, folder), page, found[one.name])
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
