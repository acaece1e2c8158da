from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.submissions.corrections import Correction, corrections

ROWS = [
    {"No": 1, "区分": "①", "当月計": 3, "手段": [{"件数": 2}, {"件数": 1}]},
    {"No": 2, "区分": "②", "当月計": 0, "手段": [{"件数": 0}, {"件数": 0}]},
]


def test_that_equal_values_need_no_correction() -> None:
    assert corrections({"計": 3, "業務別": ROWS}, {"計": 3, "業務別": ROWS}) == ()


def test_that_each_changed_value_is_told_with_its_place() -> None:
    changed = [{**ROWS[0], "当月計": 4, "手段": [{"件数": 3}, {"件数": 1}]}, ROWS[1]]
    found = corrections({"計": 3, "業務別": ROWS}, {"計": 4, "業務別": changed})
    assert found[:2] == (
        Correction("計", "3", "4"),
        Correction("業務別　①　当月計", "3", "4"),
    )
    assert {(one.was, one.now) for one in found[2:]} == {("2", "3")}


def test_that_a_row_put_in_before_others_is_the_only_correction() -> None:
    new = {"No": 1, "区分": "③", "当月計": 1, "手段": []}
    moved = [new, *({**row, "No": row["No"] + 1} for row in ROWS)]
    assert corrections({"業務別": ROWS}, {"業務別": moved}) == (Correction("業務別", "", "③　1"),)
    assert corrections({"業務別": moved}, {"業務別": ROWS}) == (Correction("業務別", "③　1", ""),)


def test_that_rows_that_begin_alike_are_told_by_what_parts_them() -> None:
    rows = [
        {"体系": "国調査", "記号": sign, "名称": name, "当月計": 3}
        for sign, name in (("1", "ニーズ"), ("2", "資源"), ("3", "開発"))
    ]
    more = [rows[0], {**rows[1], "当月計": 4}, {**rows[2], "名称": "資源の開発"}]
    assert corrections({"分類別": rows}, {"分類別": more}) == (
        Correction("分類別　国調査　2　当月計", "3", "4"),
        Correction("分類別　国調査　3　名称", "開発", "資源の開発"),
    )
    months = [{"月": month, "件数": 5} for month in (4, 5)]
    assert corrections({"月別": months}, {"月別": [months[0], {"月": 5, "件数": 6}]}) == (
        Correction("月別　5　件数", "5", "6"),
    )


def test_that_a_newer_program_that_words_things_otherwise_corrects_nothing() -> None:
    was = {"数え方": "1件ずつ", "活動": [{"日": "R8.10.1", "内容": "訪問\n様子", "人": 1}]}
    now = {"数え方": "市の分を", "活動": [{"日": "R8.10.1", "内容": "訪問　様子", "人": 1}]}
    assert corrections(was, now) == ()
    more = {**now, "活動": [{"日": "R8.10.1", "内容": "訪問　様子", "人": 2}]}
    assert corrections(was, more) == (Correction("活動　R8.10.1　人", "1", "2"),)


VALUES = st.dictionaries(
    st.sampled_from(["計", "区分", "件数", "備考"]),
    st.one_of(st.none(), st.integers(0, 3), st.text()),
)


@given(VALUES, VALUES, st.lists(VALUES, max_size=4), st.lists(VALUES, max_size=4))
def test_that_whatever_is_told_differs(
    was: dict[str, object],
    now: dict[str, object],
    rows: list[dict[str, object]],
    others: list[dict[str, object]],
) -> None:
    before, after = {**was, "一覧": rows}, {**now, "一覧": others}
    assert corrections(before, before) == ()
    found = corrections(before, after)
    assert all(one.was != one.now for one in found)
