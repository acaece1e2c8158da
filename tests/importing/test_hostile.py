"""Whatever stands in the cells: no crash, no row lost, nothing of nobody's added."""

from __future__ import annotations

from datetime import date, datetime, time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.table_file import Cell, RawTable
from app.importing.check import check
from app.importing.mapping import guess
from app.importing.read import table
from app.kernel.errors import Refusal

TODAY = date(2026, 11, 20)
HEADINGS = (
    "氏名", "フリガナ", "生年月日", "元号", "生年", "年齢", "性別", "〒", "住所", "番地", "電話",
    "携帯", "FAX", "メール", "圏域", "緊急連絡先", "続柄", "配慮事項", "車いす", "申込日",
    "申込方法", "備考", "",
)  # fmt: skip

values = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.sampled_from(
        ["佐藤　花子", "ｻﾄｳ ﾊﾅｺ", "S25.4.2", "合計", "※注", "=1+1", "　", "#REF!", "0138-00-0001",
         "\n", "函館市美原1-2-3", "𠮷", "葛󠄀城", "1/0", "男", "-", "〒", "（）", "・", "様"]
    ),
    st.integers(-(10**12), 10**12),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(min_value=datetime(1, 1, 1)),
    st.just(time(9, 30)),
)  # fmt: skip
cells = st.builds(Cell, values, st.sampled_from(["", "サトウ　ハナコ", "x"]))
sheets = st.tuples(
    st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=8),
    st.lists(st.lists(cells, max_size=8), max_size=6),
    st.lists(st.lists(cells, max_size=8), max_size=2),
)


@given(sheets)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_every_filled_row_is_named_once(
    sheet: tuple[list[str], list[list[Cell]], list[list[Cell]]],
) -> None:
    headings, rows, above = sheet
    raw = [*above, [Cell(heading or None) for heading in headings], *rows]
    found = table(RawTable("名簿", (), raw))
    filled = [
        number for number, row in enumerate(raw, start=1) if any(cell.text.strip() for cell in row)
    ]
    try:
        drafts = check(found, guess(found), TODAY)
    except Refusal as refusal:
        assert refusal.text.endswith("。")  # noqa: PT017
        return
    named = [row.row for row in drafts.rows] + [left.row for left in drafts.left_out]
    assert sorted(named) == filled
    assert all(row.refused or row.draft.family_name for row in drafts.rows)
