"""A workbook's sheets printed to one PDF, without Excel and without LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.documents.print.result import PrintResult
from app.documents.print.rules import RULES
from app.documents.sheet.book import Book
from app.documents.whole_file import write_whole
from app.kernel.progress import Progress, Silent

_CHART = (
    "グラフだけのシート「{}」は印刷していません。グラフが要るときは、Excelでワークシートの中に移すか、"
    "Excelから印刷してください。"
)


def print_book(
    book: Path,
    target: Path,
    *,
    sheets: Sequence[str] | None = None,
    rules: str = "excel",
    as_meant: bool = False,
    moment: datetime | None = None,
    progress: Progress | None = None,
) -> PrintResult:
    """Print the visible sheets, or those named, into a new PDF at ``target``.

    ``as_meant`` (意図したページに収める) makes a sheet up to 15 % smaller where only that
    keeps every part between its breaks on one page.  ``moment`` is what &D and &T in headers and
    TODAY and NOW in formulas show.  The same workbook gives the same bytes.  Raises ``Refusal``
    when the file is no sound workbook, a sheet is not there, nothing is to print, or the target
    cannot be written; then nothing is written.
    """
    data, result = print_bytes(
        book,
        sheets=sheets,
        rules=rules,
        as_meant=as_meant,
        moment=moment,
        progress=progress or Silent(),
    )
    write_whole(target, data)
    return result


def print_bytes(
    book: Path | bytes,
    *,
    name: str = "",
    sheets: Sequence[str] | None = None,
    rules: str = "excel",
    as_meant: bool = False,
    moment: datetime | None = None,
    progress: Progress | None = None,
) -> tuple[bytes, PrintResult]:
    """Print as ``print_book`` does and return the PDF itself, for a preview."""
    # 0.1 s, for prints only.
    from app.documents.print.plan import plan  # noqa: PLC0415
    from app.documents.print.printer import Printer  # noqa: PLC0415

    opened = Book(book, moment)
    title = name or (book.stem if isinstance(book, Path) else "")
    names = list(opened.visible if sheets is None else sheets)
    planned = plan(opened, names, RULES[rules], as_meant=as_meant)
    source = book if isinstance(book, Path) else None
    data, result = Printer(opened, title, moment, source).run(planned, progress or Silent())
    if sheets is None:
        charts = [_CHART.format(chart) for chart in opened.charts]
        result = replace(result, warnings=(*result.warnings, *charts))
    return data, result
