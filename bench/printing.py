"""Documents filled and printed, beside LibreOffice converting the filled workbook.

``cold`` is a process from its start to its end on either side; ``open`` is what the preview does
in a program that has printed before.
"""

from __future__ import annotations

import pickle
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2

from app.documents.form.fill import fill
from app.documents.print.book import print_bytes
from app.kernel.resources import resources
from app.reporting.catalogue import Request
from app.reporting.documents import DOCUMENTS
from app.training.queries import CourseListing
from bench.offices import NOW, open_at, sample_office
from bench.rounds import Line, alternate, compare, figure, process, timed

_KINDS = {
    "出席簿 40 × 5": ("attendance-sheet", 0),
    "40 certificates": ("certificate", 40),
    "one page": ("certificate", 1),
}
"""The document, and how many entries its list is given; 0 leaves it as it is."""
_COLD = 0.25
_PAGE_MS = 20
_BLANK = re.compile(r"[\s\u200b\ufffe\ufeff\0-\x1f]")


@dataclass(frozen=True, slots=True)
class Job:
    form: Path
    values: Path
    filled: Path
    pdf: Path

    def cold(self) -> float:
        return process(sys.executable, "-m", "bench.print_one", self.values, self.form, self.pdf)

    def print_open(self) -> bytes:
        values = pickle.loads(self.values.read_bytes())
        return print_bytes(fill(self.form, values).data)[0]


def run(folder: Path) -> Iterator[Line]:
    jobs = _jobs(folder)
    soffice = shutil.which("soffice")
    if soffice is None:
        print("LibreOffice (soffice) is not installed: nothing to compare printing with.")
    for title, job in jobs.items():
        contenders = {"cold": job.cold, "open": lambda job=job: timed(job.print_open)}
        if soffice is not None:
            command = _conversion(soffice, job, folder)
            contenders["LibreOffice"] = lambda command=command: process(*command)
        found = alternate(contenders, rounds=7, warm=2)
        pages = len(pypdfium2.PdfDocument(job.pdf))
        if soffice is not None:
            office = found["LibreOffice"]
            yield compare(f"{title}, cold / LibreOffice", found["cold"], office, _COLD)
            goal = 1 / 40 if pages == 1 else None
            yield compare(f"{title}, open / LibreOffice", found["open"], office, goal)
        a_page = [took / pages for took in found["open"]]
        yield figure(f"{title}, open, a page", a_page, _PAGE_MS, note=f"{pages} pages")
        yield figure(f"{title}, wrong characters", [_wrong(job)], 0, unit="")


def _jobs(folder: Path) -> dict[str, Job]:
    store = open_at(sample_office(folder))
    listing = CourseListing(text="養成研修")
    course = next(key for key in store.ask(listing.keys) if _is_over(store, listing, key))
    jobs = {}
    for title, (name, count) in _KINDS.items():
        document = next(one for one in DOCUMENTS if one.id == name)
        content = store.ask(document.make, Request(NOW.date(), course=course))
        values = dict(content.values())
        if count:
            entries: list[Any] = values[content.main_list]
            values[content.main_list] = (entries * 2)[:count]
        job = Job(
            resources() / "forms" / content.form,
            *(folder / f"{name}-{count}.{kind}" for kind in ("pickle", "xlsx", "pdf")),
        )
        job.values.write_bytes(pickle.dumps(values))
        job.filled.write_bytes(fill(job.form, values).data)
        jobs[title] = job
    store.copy_due = False
    store.close()
    return jobs


def _is_over(store: Any, listing: CourseListing, key: int) -> bool:
    row = store.ask(listing.rows, [key])[key]
    return bool(row.completed and row.sessions == 5)


def _conversion(soffice: str, job: Job, folder: Path) -> list[object]:
    profile = (folder / "soffice-profile").as_uri()
    target = folder / "converted"
    return [
        soffice,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        target,
        job.filled,
    ]


def _wrong(job: Job) -> float:
    """Count characters of the PDF that stand nowhere in the workbook, and those it has lost."""
    said = set()
    for sheet in openpyxl.load_workbook(job.filled):
        for row in sheet.iter_rows(values_only=True):
            said.update("".join(str(value) for value in row if value is not None))
        for part in (sheet.oddHeader, sheet.oddFooter):
            said.update("".join(one.text or "" for one in (part.left, part.center, part.right)))
    shown: list[str] = []
    for page in pypdfium2.PdfDocument(job.pdf):
        shown += _BLANK.sub("", page.get_textpage().get_text_range())
    figures = set("0123456789年月日()/-%.,:回枚ページ月火水木金土")
    wrong = [char for char in shown if char not in said | figures]
    lost = {char for char in said if not _BLANK.match(char)} - set(shown)
    kanji = [char for char in lost if char >= "\u3400"]
    return float(len(wrong) + len(kanji))
