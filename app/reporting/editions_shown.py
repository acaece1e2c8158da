"""The forms of a document as the page 様式 lists them: registered editions, then ours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.forms import queries as forms
from app.forms.edition import EditionRow
from app.kernel.fiscal_year import FiscalYear
from app.kernel.resources import resources
from app.reporting.catalogue import Document

OURS = "くらしの台帳の様式"


@dataclass(frozen=True, slots=True)
class EditionShown:
    """One form of a document; without ``row`` it is ours, which nobody registered.

    ``until`` is the last year it is meant for, with nothing where no later edition follows;
    ``holds`` says whether it is the one in effect in the year asked about.
    """

    document: Document
    row: EditionRow | None
    until: FiscalYear | None
    holds: bool

    @property
    def name(self) -> str:
        """The file's name, or what ours is called."""
        return self.row.name if self.row else OURS

    @property
    def version(self) -> str:
        return self.row.version if self.row else ""

    @property
    def from_year(self) -> FiscalYear | None:
        return self.row.from_year if self.row else None


def editions_shown(
    session: Session, document: Document, year: FiscalYear
) -> tuple[EditionShown, ...]:
    """Return the forms of a document, those of the latest years first and ours last."""
    rows: list[EditionRow | None] = list(forms.editions(session, document.id))
    if our_forms(document):
        rows.append(None)
    holding = next((row for row in rows if row is None or row.from_year <= year), None)
    shown = []
    until: FiscalYear | None = None
    for row in rows:
        shown.append(EditionShown(document, row, until, row is holding))
        until = row.from_year.previous if row else None
    return tuple(shown)


def our_forms(document: Document) -> tuple[Path, ...]:
    """Return our own forms of a document: several where it depends on how much is to be shown."""
    folder = resources() / "forms"
    names = (f"{document.id}.xlsx", f"{document.id}-[0-9].xlsx")
    return tuple(path for name in names for path in sorted(folder.glob(name)))
