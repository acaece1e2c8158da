"""What is done with forms away from the window's thread: reading, trying out, registering.

What is refused is an answer too: the page says it where it happened, not in a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.documents.form.check import check
from app.documents.form.compare import Comparison, compare
from app.documents.form.findings import Finding
from app.documents.form.package import Package
from app.documents.form.workbook import Workbook
from app.documents.print.book import print_bytes
from app.documents.proof import fill_and_proof
from app.documents.whole_file import write_whole
from app.forms import commands, queries
from app.forms.edition import Edition, EditionDraft, EditionRow, Mark, digest_of
from app.gui.forms.sheet_reading import SheetReading, read_sheet
from app.gui.forms.shown_form import ShownForm
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.progress import Progress
from app.reporting.catalogue import Document
from app.reporting.documents import expected_fields
from app.reporting.palette import PaletteField, example_content, palette
from app.storage.store import Done, Store


@dataclass(frozen=True, slots=True)
class FormReading:
    """A form as it is shown: the workbook, the sheet looked at, the fields of its document."""

    form: ShownForm
    data: bytes
    sheet: SheetReading
    fields: tuple[PaletteField, ...]
    names: frozenset[str]
    """The fields that the form itself has tags for, on any of its sheets."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A form filled to be looked at, and what there is to say about it."""

    title: str
    pdf: bytes
    findings: tuple[Finding, ...]
    invented: bool
    """Whether it holds the example, as the office has nothing to fill it with."""


def read_form(
    store: Store, document: Document, form: ShownForm, sheet: str, today: date, progress: Progress
) -> FormReading | Refusal:
    """Read a form to be pointed at, and the fields it may have."""
    try:
        data = form.load(store)
        fields = tuple(store.ask(palette, document, today))
        found = check(data)
    except Refusal as refusal:
        return refusal
    reading = read_sheet(data, sheet, progress)
    if isinstance(reading, Refusal):
        return reading
    return FormReading(form, data, reading, fields, frozenset((*found.fields, *found.lists)))


def try_form(
    store: Store,
    document: Document,
    form: ShownForm,
    marks: Mapping[str, str],
    today: date,
    progress: Progress,
) -> Trial | Refusal:
    """Fill a form with what the office has last, or with the example of the document."""
    try:
        progress.step(0, 3)
        data = form.load(store)
        content = store.ask(example_content, document, today)
        progress.step(1, 3)
        filled = fill_and_proof(data, content.values() if content else document.example, marks)
        checked = check(data, expected_fields(document), marks)
        progress.step(2, 3)
        pdf, result = print_bytes(filled.data, name=document.name, moment=store.now())
    except Refusal as refusal:
        return refusal
    told = [Finding("", "", text, "print") for text in result.warnings]
    findings = _once((*checked.findings, *filled.findings, *told))
    title = content.title if content else document.name
    return Trial(title, pdf, findings, invented=content is None)


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what the check and the filling both found only as the check says it."""
    first: dict[tuple[str, ...], Finding] = {}
    for one in findings:
        key = (one.sheet, one.cell, one.kind) if one.cell else (one.text,)
        first.setdefault(key, one)
    return tuple(first.values())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may become the form of a document, and what is to be said of it first."""

    path: Path
    data: bytes
    sheet: SheetReading
    findings: tuple[Finding, ...]
    before: Edition | None
    """The edition it would follow."""
    comparison: Comparison | None


def look_at(
    store: Store, document: Document, path: Path, year: FiscalYear, progress: Progress
) -> Candidate | Refusal:
    """Look at a file before it is registered; nothing is kept of it."""
    try:
        data = Package.open(path).original
        rows = store.ask(queries.editions, document.id)
        _refuse_known(path, digest_of(data), rows)
        found = check(data, expected_fields(document))
        before = _before(store, document, year, rows)
        compared = compare(before.data, data, before.mark_map) if before else None
    except Refusal as refusal:
        return refusal
    sheet = read_sheet(data, "", progress)
    if isinstance(sheet, Refusal):
        return sheet
    told = tuple(one for one in found.findings if one.kind != "missing")
    return Candidate(path, data, sheet, told, before, compared)


def _refuse_known(path: Path, digest: str, rows: Sequence[EditionRow]) -> None:
    known = next((row for row in rows if row.digest == digest), None)
    if known is not None:
        raise Refusal(
            f"「{path.name}」は、この書類の様式として登録済みです"
            f"（{known.version or known.name}）。"
            "何年度から使うかは、「版」の一覧で変えられます。"
        )


def _before(
    store: Store, document: Document, year: FiscalYear, rows: Sequence[EditionRow]
) -> Edition | None:
    """Return the edition in effect for a year, or else the oldest there is."""
    found = store.ask(queries.row_for, document.id, year) or (rows[-1] if rows else None)
    return store.ask(queries.edition, found.id) if found else None


def register(
    store: Store, label: str, draft: EditionDraft, data: bytes, marks: Sequence[Mark], _: Progress
) -> Done[int] | Refusal:
    """Register an edition as one step of undo."""
    try:
        return store.do(label, commands.register_form, draft, data, marks)
    except Refusal as refusal:
        return refusal


def write_form(store: Store, form: ShownForm, target: Path, _progress: Progress) -> Path | Refusal:
    """Write a form as a file that can be edited in Excel."""
    try:
        data = form.load(store)
        _refuse_ending(target, data, form.name)
        write_whole(target, data)
    except Refusal as refusal:
        return refusal
    return target


def _refuse_ending(target: Path, data: bytes, name: str) -> None:
    """Refuse an ending under which Excel does not open the workbook."""
    if target.suffix.lower() == ".xlsx" and Workbook(Package(data, name)).has_macros:
        raise Refusal(
            "マクロ入りの様式です。Excelで開けるよう、名前の終わりを .xlsm にして保存してください。"
        )
