"""Look at a form before it is used: what it asks for, and what in it is unusual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.documents.form.check_cells import cell_findings
from app.documents.form.check_drawn import drawn_findings
from app.documents.form.check_file import file_findings
from app.documents.form.check_lists import list_findings
from app.documents.form.check_names import name_findings
from app.documents.form.expected import Expected
from app.documents.form.findings import Finding
from app.documents.form.package import Package
from app.documents.form.places import is_address
from app.documents.form.survey import Survey, survey
from app.documents.form.workbook import Workbook

_NO_MARKS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TagPlace:
    """One tag and the cell it stands in, or that it is mapped to."""

    sheet: str
    cell: str
    tag: str


@dataclass(frozen=True, slots=True)
class FormCheck:
    """What a form asks for, and what there is to say about it."""

    fields: tuple[str, ...]
    lists: tuple[str, ...]
    """Fields of lists, by their whole name: ``受講者.氏名``."""
    findings: tuple[Finding, ...]
    places: tuple[TagPlace, ...] = ()


def check(
    form: Path | bytes,
    expected: Expected | None = None,
    marks: Mapping[str, str] = _NO_MARKS,
) -> FormCheck:
    """List the fields of a form and everything worth knowing before it is filled.

    With ``expected``, names the document does not know and required ones that are missing are
    findings too.  ``marks`` as ``fill`` takes them.  Raises ``Refusal`` when the form cannot be
    read.
    """
    found = survey(Workbook(Package.open(form)), marks)
    places = tuple(TagPlace(sheet.name, one.address, tag.label) for sheet, one, tag in found.tags)
    outside = (tag.label for _, _, tag in found.outside)
    names = dict.fromkeys((*(place.tag for place in places), *outside))
    findings = [
        *_lost(found),
        *name_findings(found, expected),
        *cell_findings(found, expected),
        *list_findings(found, expected),
        *drawn_findings(found, expected),
        *file_findings(found),
    ]
    return FormCheck(
        tuple(name for name in names if "." not in name),
        tuple(name for name in names if "." in name),
        tuple(dict.fromkeys(findings)),
        places,
    )


def _lost(found: Survey) -> Iterator[Finding]:
    for key in found.lost:
        what = "場所" if is_address(key) else "名前"
        yield Finding(
            "", "",
            f"項目を入れる{what}「{key}」がこの様式にありません。新しい様式で指し直してください。",
            "target",
        )  # fmt: skip


__all__ = ["Expected", "FormCheck", "TagPlace", "check"]
