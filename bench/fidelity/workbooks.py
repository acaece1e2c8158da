"""The workbooks that are compared: our forms, empty and filled, and those of ../shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.kernel.errors import Refusal
from app.kernel.resources import resources
from app.sample.documents import write_documents
from bench.fidelity.application import copy_as_excels
from bench.offices import NOW, open_at, sample_office
from bench.rounds import ROOT

SHARED = ROOT.parent / "shared" / "data"
_FOLDERS = ("02_forms", "09_xlsx_corpus")


class Item(NamedTuple):
    """A workbook under the name the report gives it; ``ours`` may be shown in pictures."""

    name: str
    path: Path
    ours: bool


def collect(folder: Path) -> list[Item]:
    """Copy every workbook into ``folder`` under a number, so that no two names are alike."""
    found = [*_forms(), *_filled(folder / "filled"), *_shared()]
    folder.mkdir(parents=True, exist_ok=True)
    items = []
    for number, item in enumerate(found, 1):
        target = folder / f"{number:03}{item.path.suffix}"
        copy_as_excels(item.path, target)
        items.append(item._replace(path=target))
    return items


def _forms() -> Iterator[Item]:
    for path in sorted((resources() / "forms").glob("*.xlsx")):
        yield Item(path.stem, path, ours=True)


def _filled(folder: Path) -> Iterator[Item]:
    folder.mkdir(parents=True)
    store = open_at(sample_office(folder))
    try:
        list(write_documents(store, folder, NOW.date()))
    except Refusal as refusal:
        print(f"  … not every document of the sample office could be made: {refusal}", flush=True)
    finally:
        store.copy_due = False
        store.close()
    for path in sorted(folder.glob("*.xlsx")):
        yield Item(f"{path.stem}, filled", path, ours=True)


def _shared() -> Iterator[Item]:
    for folder in _FOLDERS:
        for path in sorted((SHARED / folder).rglob("*.xls[xm]")):
            yield Item(f"{folder[:2]} {path.stem}", path, ours=False)
