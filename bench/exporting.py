"""A list of 100,000 people written as a workbook, and what memory that takes.

Each side is a process of its own, so that its peak of memory is its own; the time is that of
reading from the office and writing, without the imports.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.rounds import Line, alternate, compare, figure, python, timed

_FEW = 10_000


def run(folder: Path) -> Iterator[Line]:
    from bench.offices import MANY, office_of

    office = office_of(folder, MANY)
    memory: dict[str, list[float]] = {}

    def one(kind: str, rows: int) -> Callable[[], float]:
        def measure() -> float:
            found = json.loads(python("exporting", kind, office, rows))
            memory.setdefault(f"{kind} {rows}", []).append(found["peak"])
            return float(found["ms"])

        return measure

    found = alternate({"ours": one("ours", MANY), "openpyxl": one("openpyxl", MANY)}, 3, warm=0)
    yield compare("export of 100,000 / openpyxl write_only", found["ours"], found["openpyxl"], 0.6)
    one("ours", _FEW)()
    most, few = memory[f"ours {MANY}"], memory[f"ours {_FEW}"]
    yield compare("peak of memory / that of 10,000 rows", most, few, 1.3, unit="MB")
    yield figure("peak of memory, openpyxl write_only", memory[f"openpyxl {MANY}"], unit="MB")


def main(kind: str, office: str, rows: str) -> None:
    from app.contacts.queries import PersonListing
    from bench.offices import NOW, open_at

    store = open_at(Path(office))
    keys = store.ask(PersonListing(NOW.date()).keys)[: int(rows)]
    target = Path(office).with_name(f"{kind}.xlsx")
    work = _ours if kind == "ours" else _openpyxl
    took = timed(lambda: work(store, list(keys), target))
    print(json.dumps({"ms": took, "peak": _peak()}))
    store.copy_due = False
    store.close()


def _ours(store: Any, keys: list[int], target: Path) -> None:
    from app.contacts.custom import Subject
    from app.kernel.progress import Silent
    from app.reporting.contact_file import Chosen, FileKind, Leaving, write_contacts
    from bench.offices import NOW

    chosen = Chosen(Subject.PERSON, keys, NOW.date())
    write_contacts(store, chosen, target, Leaving(FileKind.XLSX, "測定"), Silent())


def _openpyxl(store: Any, keys: list[int], target: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("連絡先一覧")
    for row in store.ask(_plain_rows, len(keys)):
        sheet.append(row)
    book.save(target)


def _plain_rows(session: Any, count: int) -> list[tuple[Any, ...]]:
    sql = (
        "SELECT family_name || '　' || given_name, family_kana || '　' || given_kana, sex, "
        "birth_date, age_band, postal_code, address_town || address_number || address_building, "
        "district_id, neighbourhood, phone, mobile, fax, email, honorific, status "
        "FROM person WHERE deleted_at IS NULL ORDER BY sort_key LIMIT ?"
    )
    return [tuple(row) for row in session.connection().exec_driver_sql(sql, (count,))]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
