"""The forms a document has: those that came with the program, and the registered editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.forms import queries
from app.forms.edition import EditionRow
from app.kernel.fiscal_year import FiscalYear
from app.kernel.resources import resources
from app.reporting.catalogue import Document
from app.storage.store import Store

SHIPPED = "付属の様式"


@dataclass(frozen=True, slots=True)
class ShownForm:
    """One form of a document: a registered edition, or a file of ours."""

    name: str
    version: str
    row: EditionRow | None = None
    path: Path | None = None

    @property
    def edition(self) -> int | None:
        return self.row.id if self.row else None

    @property
    def from_year(self) -> FiscalYear | None:
        return self.row.from_year if self.row else None

    @property
    def title(self) -> str:
        """What tells it from the other forms of its document."""
        return self.version or self.name

    @property
    def since(self) -> str:
        """Since when it is used."""
        return f"{self.from_year}から" if self.from_year else "いつでも"

    def load(self, store: Store) -> bytes:
        """Return the workbook.  Raises ``Refusal`` where the edition is not there any more."""
        if self.row is not None:
            return store.ask(queries.edition, self.row.id).data
        assert self.path is not None
        return self.path.read_bytes()


def shipped_forms(document: Document) -> tuple[ShownForm, ...]:
    """Return the forms of ours for a document; one for six sessions stands after the usual one."""
    folder = resources() / "forms"
    found = [folder / f"{document.id}.xlsx", *sorted(folder.glob(f"{document.id}-[0-9].xlsx"))]
    return tuple(
        ShownForm(path.name, _shipped_title(path, document), path=path)
        for path in found
        if path.is_file()
    )


def _shipped_title(path: Path, document: Document) -> str:
    variant = path.stem.removeprefix(document.id).removeprefix("-")
    return f"{SHIPPED}（{variant}回用）" if variant else SHIPPED


def forms_of(document: Document, rows: Sequence[EditionRow]) -> tuple[ShownForm, ...]:
    """Return every form of a document, registered editions first, those of the latest years."""
    own = [ShownForm(row.name, row.version, row) for row in rows if row.document == document.id]
    return (*own, *shipped_forms(document))


def in_effect(forms: Sequence[ShownForm], year: FiscalYear) -> ShownForm | None:
    """Return the form a document of this fiscal year is made with."""
    for form in forms:
        if form.from_year is None or form.from_year <= year:
            return form
    return None
