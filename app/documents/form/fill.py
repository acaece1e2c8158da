"""Fill a form: tags, mapped cells, defined names and cells get their values, all else stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

from app.documents.form.filling import Filling
from app.documents.form.findings import Finding
from app.documents.form.package import Package
from app.documents.form.values import Context, decode
from app.documents.form.workbook import Workbook

_NO_MARKS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form: the new file, what there is to say about it, and where values went.

    ``written`` names (sheet, cell) of every cell that got a value, where it stands now.
    """

    data: bytes
    findings: tuple[Finding, ...]
    written: tuple[tuple[str, str], ...]


def fill(
    form: Path | bytes, values: Mapping[str, object], marks: Mapping[str, str] = _NO_MARKS
) -> Filled:
    """Fill a form in memory; with no values the data are the form's own bytes.

    ``values``: names of fields, defined names or cells (``シート名!C5``) to values; a list of
    mappings is a list.  ``marks``: cells to text with tags; the form is treated as if that text
    stood there.  Raises ``Refusal`` when the form cannot be read.
    """
    package = Package.open(form)
    workbook = Workbook(package)
    context = cast("Context", decode(values))
    if not context:
        return Filled(package.original, (), ())
    filling = Filling(workbook, context, marks)
    filling.run()
    return Filled(package.to_bytes(), tuple(filling.writer.findings), filling.written())
