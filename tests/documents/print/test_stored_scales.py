"""A sheet that is fitted to pages keeps the scale that Excel computed: ours must be the same.

One more stored scale, of a sheet with 28 narrow columns, is not reproduced (docs/fidelity.md).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.print.plan import plan
from app.documents.print.rules import RULES
from app.documents.sheet.book import Book

DATA = Path(__file__).parents[3] / ".." / "shared" / "data"


@pytest.mark.parametrize(
    ("workbook", "stored"),
    [
        ("02_forms/ja_kaigo_futangendo_form.xlsx", 91),
        ("01_municipal_lists/takamatsu_tax_wareki_year.xlsx", 79),
    ],
)
def test_that_a_fitted_sheet_has_the_scale_that_excel_computed(workbook, stored):
    path = DATA / workbook
    if not path.exists():
        pytest.skip("../shared/data is not here")
    book = Book(path)
    (planned,) = plan(book, book.visible[:1], RULES["excel"])
    assert round(planned.pages[0].scale * 100) == stored
