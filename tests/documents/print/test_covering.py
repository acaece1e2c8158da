from __future__ import annotations

import pytest

from app.documents.form.addresses import LAST_ROW, Area
from app.documents.print.covering import Covering
from app.kernel.errors import Refusal


def test_that_every_cell_of_an_area_knows_it_and_no_other():
    one, two, tall = Area(1, 1, 2, 3), Area(2, 5, 2, 6), Area(4, 2, 900, 3)
    covering = Covering([two, tall, one], "表")
    assert covering.at(2, 3) == one
    assert covering.at(2, 5) == covering.at(2, 6) == two
    assert covering.at(900, 2) == tall
    assert [covering.at(*cell) for cell in ((2, 4), (3, 1), (901, 2), (5, 4))] == [None] * 4


def test_that_whole_columns_cost_nothing():
    area = Area(1, 1, LAST_ROW, 16384)
    assert Covering([area], "表").at(500_000, 9_000) == area


@pytest.mark.parametrize(("areas", "rows"), [(500_000, 1), (3_000, 150), (2_500, 300)])
def test_that_more_than_any_form_has_is_refused(areas, rows):
    merges = [Area(n * rows + 1, 1, (n + 1) * rows + 1, 2) for n in range(areas)]
    with pytest.raises(Refusal, match="結合が多すぎて"):
        Covering(merges, "表")
