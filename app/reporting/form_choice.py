"""Which form a document is made with: the one asked for, the year's edition, or ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.form.check import check
from app.documents.form.package import Package
from app.documents.form.tags import read_tags
from app.documents.form.workbook import Workbook
from app.forms import queries as forms
from app.forms.edition import Edition, EditionRow, digest_of
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.resources import resources
from app.reporting.catalogue import Content, Document, Request


@dataclass(frozen=True, slots=True)
class ChosenForm:
    """A form and what was mapped onto it; ``digest`` tells both from every other."""

    file: Path | bytes
    digest: str
    marks: Mapping[str, str] = field(default_factory=dict)
    edition: int | None = None

    @property
    def labels(self) -> frozenset[str]:
        """Every name its tags ask for, those of lists whole, and the names that it defines."""
        found = check(self.file)
        marked = (tag.label for text in self.marks.values() for tag in read_tags(text).tags)
        defined = Workbook(Package.open(self.file)).defined_names
        own = (entry.get("name", "") for entry in defined)
        return frozenset((*found.fields, *found.lists, *marked, *own))

    @property
    def names(self) -> frozenset[str]:
        """Every part of a name that it asks for."""
        return frozenset(part for label in self.labels for part in label.split("."))


def choose_form(
    session: Session, document: Document, content: Content, request: Request, file: Path | None
) -> ChosenForm:
    """Return the form for a document.

    A file goes before the edition asked for, that before the edition that holds for the
    document's fiscal year, and that before our own form.  Raises ``Refusal`` where there is none.
    """
    if file is not None:
        return ChosenForm(file, digest_of(Package.open(file).original))
    if request.edition is not None:
        return _of_edition(_asked(session, document, request.edition))
    year = content.year or FiscalYear.of(request.today)
    edition = forms.edition_for(session, document.id, year)
    if edition is not None:
        return _of_edition(edition)
    if content.drawn:
        return ChosenForm(content.drawn, digest_of(content.drawn))
    if not content.form:
        raise _no_form(session, document, year)
    ours = resources() / "forms" / content.form
    return ChosenForm(ours, digest_of(ours.read_bytes()))


def choosable_editions(session: Session, document: str, year: FiscalYear) -> tuple[EditionRow, ...]:
    """Return the registered forms that hold in a fiscal year, the one meant for it first."""
    return tuple(row for row in forms.editions(session, document) if row.from_year <= year)


def _of_edition(edition: Edition) -> ChosenForm:
    return ChosenForm(edition.data, edition.digest, edition.mark_map, edition.row.id)


def _asked(session: Session, document: Document, wanted: int) -> Edition:
    edition = forms.edition(session, wanted)
    if edition.row.document != document.id:
        raise Refusal(
            f"「{edition.row.name}」は{document.name}の様式ではありません。"
            "この書類の様式から選び直してください。"
        )
    return edition


def _no_form(session: Session, document: Document, year: FiscalYear) -> Refusal:
    """Return what to do about a document of the office's own that has no form yet."""
    later = [row.from_year for row in forms.editions(session, document.id)]
    if not later:
        return Refusal(
            f"「{document.name}」には、まだ様式がありません。"
            "「様式」の画面で、この書類に使うExcelの様式を登録してください。"
        )
    return Refusal(
        f"「{document.name}」の様式は{min(later)}からのもので、{year}の書類には使えません。"
        "「様式」の画面で、使い始める年度を変えるか、その年度の様式を登録してください。"
    )
