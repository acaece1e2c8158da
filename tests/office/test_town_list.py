from __future__ import annotations

import pytest

from app.kernel.errors import Refusal
from app.office.masters import TownDraft
from app.office.town_list import town_drafts

DISTRICTS = ("西部", "中央部第1", "東部")


def test_that_headings_under_a_title_are_found() -> None:
    rows = [
        ["令和8年度 町名一覧", "", ""],
        ["No", "町名", "ふりがな", "日常生活圏域"],
        ["1", "青柳町", "あおやぎちょう", "西部圏域"],
        ["2", " 千歳町 ", "", "中央部第１"],
        ["", "", "", ""],
        ["", "合計", "", "2"],
    ]
    assert town_drafts(rows, DISTRICTS) == [
        TownDraft("青柳町", "あおやぎちょう", "西部"),
        TownDraft("千歳町", "", "中央部第1"),
    ]


def test_that_without_headings_the_known_districts_tell_the_columns() -> None:
    rows = [["西部", "青柳町"], ["東部", "戸井町"], ["", "どこか"]]
    assert town_drafts(rows, DISTRICTS) == [
        TownDraft("青柳町", "", "西部"),
        TownDraft("戸井町", "", "東部"),
        TownDraft("どこか"),
    ]


def test_that_a_district_nobody_knows_is_kept_for_the_refusal() -> None:
    rows = [["町名", "圏域"], ["青柳町", "北の部"]]
    assert town_drafts(rows, DISTRICTS)[0].district == "北の部"


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["あ", "い"]],
        [["町名", "圏域"]],
        [["西部"], ["東部"]],
        [["町名", "圏域"], ["", ""]],
    ],
)
def test_that_a_table_without_towns_is_refused_in_words(rows: list[list[str]]) -> None:
    with pytest.raises(Refusal):
        town_drafts(rows, DISTRICTS)
